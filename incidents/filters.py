"""The parameters of incidents, for the page and the API alike."""

import django_filters
from django import forms
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, Q, QuerySet
from django.db.models.functions import ASin, Cos, Least, Power, Radians, Sin, Sqrt

from dates.filters import CERTAIN
from ledger.filters import (
    UNSET,
    AnyCountry,
    AnyId,
    AnyOf,
    DatedFilterSet,
    StrictFilterSet,
    Words,
    pairs,
)

from .indexing import INCIDENT_TALLIES
from .models import PublishedIncident, PublishedPlace
from .vocabulary import IncidentType, PlaceKind, Weapon

CLAIM_STATUSES = ("claimed", "contested", "implied", "retracted", "denied", "unclaimed", "none")
ATTRIBUTION_STATUSES = ("confirmed", "contested", "suspected", "none")
HAS = ("claim", "statement", "commitment", "coordinates")
EARTH_RADIUS = 6371.0088  # km, the mean radius of the IUGG


class CountField(forms.Field):
    """A whole number of people, or `unset`."""

    def to_python(self, value):
        if not value or value == UNSET:
            return value
        if not (value.isascii() and value.isdigit() and len(value) < 9):
            raise forms.ValidationError("Give a whole number such as 5, or unset.")
        return int(value)


class CountFilter(django_filters.Filter):
    field_class = CountField


class NumbersField(forms.Field):
    """A fixed count of numbers separated by commas, each within its bounds."""

    def __init__(self, *, bounds: tuple[tuple[float, float], ...], example: str, **options):
        self.bounds = bounds
        self.example = example
        super().__init__(**options)

    def to_python(self, value):
        if not value:
            return None
        try:
            numbers = [float(part) for part in value.split(",")]
            inside = all(
                low <= number <= high
                for number, (low, high) in zip(numbers, self.bounds, strict=True)
            )
        except ValueError:
            inside = False
        if not inside:
            raise forms.ValidationError(f"Give {self.example}.")
        return numbers


class NumbersFilter(django_filters.Filter):
    field_class = NumbersField


class IncidentFilter(DatedFilterSet):
    """What readers may ask of incidents; see the About page for what each parameter means."""

    orderings = {
        "-date": ("-sort_date", "-record_id"),
        "date": ("sort_date", "record_id"),
        "-killed": ("-sort_killed", "-record_id"),
        "killed": ("sort_killed", "record_id"),
        "-changed": ("-since", "-record_id"),
    }
    facets = {
        "type": "Type",
        "country": "Country",
        "weapon": "Weapon",
        "claim_status": "Claim",
        "attribution_status": "Attribution",
        "perpetrator": "Claimed by or attributed to",
        "target": "Intended target",
        "dataset": "Dataset",
    }
    tallied = INCIDENT_TALLIES
    narrow_too = ("date_from", "date_to", "certainty")

    q = Words(method="saying_or_naming")
    id = AnyId("public_id", kind="incident")
    type = AnyOf("incident_type", choices=IncidentType.choices)
    not_type = AnyOf("incident_type", choices=IncidentType.choices, exclude=True)
    place = AnyId("places", kind="place", array=True, method="by_place")
    country = AnyCountry("countries", array=True, narrow="by_country__country")
    not_country = AnyCountry("countries", array=True, exclude=True)
    actor = AnyId("actors", kind="actor", array=True)
    actor_all = AnyId("actors", kind="actor", array=True, every=True)
    not_actor = AnyId("actors", kind="actor", array=True, exclude=True)
    perpetrator = AnyId("perpetrators", kind="actor", array=True)
    not_perpetrator = AnyId("perpetrators", kind="actor", array=True, exclude=True)
    target = AnyId("targets", kind="actor", array=True)
    not_target = AnyId("targets", kind="actor", array=True, exclude=True)
    weapon = AnyOf("weapons", choices=Weapon.choices, array=True)
    not_weapon = AnyOf("weapons", choices=Weapon.choices, array=True, exclude=True)
    claim_status = AnyOf("claim_status", choices=pairs(CLAIM_STATUSES))
    not_claim_status = AnyOf("claim_status", choices=pairs(CLAIM_STATUSES), exclude=True)
    attribution_status = AnyOf("attribution_status", choices=pairs(ATTRIBUTION_STATUSES))
    not_attribution_status = AnyOf(
        "attribution_status", choices=pairs(ATTRIBUTION_STATUSES), exclude=True
    )
    killed_min = CountFilter(method="by_killed_min")
    killed_max = CountFilter(method="by_killed_max")
    injured_min = CountFilter(method="by_injured_min")
    has = AnyOf("has", choices=pairs(HAS), method="by_what_it_has")
    dataset = AnyId("dataset", kind="dataset")
    part_of = AnyId("part_of", kind="incident")
    bbox = NumbersFilter(
        method="by_bbox",
        bounds=((-180, 180), (-90, 90), (-180, 180), (-90, 90)),
        example="west,south,east,north in degrees, for example 38,29,49,38",
    )
    near = NumbersFilter(
        method="by_distance",
        bounds=((-90, 90), (-180, 180), (0, 20_000)),
        example="latitude,longitude,kilometres, for example 33.26,44.23,30",
    )

    class Meta:
        model = PublishedIncident
        fields: list[str] = []

    def by_place(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        """What happened at a place, or at one that lies in it."""
        ids = [one for one in value if one != UNSET]
        places = self.lines_of(PublishedPlace).filter(within__overlap=ids)
        inside = Q(places__overlap=ArraySubquery(places.values("public_id")))
        return rows.filter(inside | Q(places=[]) if UNSET in value else inside)

    def by_killed_min(self, rows: QuerySet, name: str, value) -> QuerySet:
        return rows.filter(self._at_least("killed", value))

    def by_killed_max(self, rows: QuerySet, name: str, value) -> QuerySet:
        return rows.filter(self._at_most("killed", value))

    def by_injured_min(self, rows: QuerySet, name: str, value) -> QuerySet:
        return rows.filter(self._at_least("injured", value))

    def by_what_it_has(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        statements = self.records.filter(kind="statement")
        conditions = {
            "claim": Q(has_claim=True),
            "coordinates": Q(latitude__isnull=False),
            "statement": Q(public_id__in=_referred_to(statements)),
            "commitment": Q(
                public_id__in=_referred_to(statements.filter(brief__commitments__gt=0))
            ),
            UNSET: Q(has_claim=False, latitude__isnull=True)
            & ~Q(public_id__in=_referred_to(statements)),
        }
        asked = Q()
        for one in value:
            asked |= Q(conditions[one])
        return rows.filter(asked)

    def by_bbox(self, rows: QuerySet, name: str, value: list[float]) -> QuerySet:
        west, south, east, north = value
        inside = Q(longitude__gte=west) & Q(longitude__lte=east)
        across = Q(longitude__gte=west) | Q(longitude__lte=east)
        within = inside if west <= east else across
        return rows.filter(within, latitude__gte=south, latitude__lte=north)

    def by_distance(self, rows: QuerySet, name: str, value: list[float]) -> QuerySet:
        """What lies within a distance on the globe (haversine), by the point that is drawn."""
        latitude, longitude, kilometres = value
        half_chord = Power(Sin(Radians(F("latitude") - latitude) / 2), 2) + Cos(
            Radians(latitude)
        ) * Cos(Radians(F("latitude"))) * Power(Sin(Radians(F("longitude") - longitude) / 2), 2)
        # Rounding may carry the far side of the globe past 1, of which there is no arcsine.
        distance = 2 * EARTH_RADIUS * ASin(Sqrt(Least(half_chord, 1.0)))
        return rows.alias(distance=distance).filter(distance__lte=kilometres)

    def _at_least(self, outcome: str, value: int | str) -> Q:
        """Possibly: the highest number reaches it, or is open. Certainly: the lowest does."""
        low, high = f"{outcome}_low", f"{outcome}_high"
        if value == UNSET:
            return Q(**{f"{low}__isnull": True, f"{high}__isnull": True})
        if self.asked_certainty == CERTAIN:
            return Q(**{f"{low}__gte": value})
        is_open = Q(**{f"{high}__isnull": True, f"{low}__isnull": False})
        return Q(**{f"{high}__gte": value}) | is_open

    def _at_most(self, outcome: str, value: int | str) -> Q:
        """Possibly: the lowest number is not above it, or open. Certainly: the highest is not."""
        low, high = f"{outcome}_low", f"{outcome}_high"
        if value == UNSET:
            return Q(**{f"{low}__isnull": True, f"{high}__isnull": True})
        if self.asked_certainty == CERTAIN:
            return Q(**{f"{high}__lte": value})
        is_open = Q(**{f"{low}__isnull": True, f"{high}__isnull": False})
        return Q(**{f"{low}__lte": value}) | is_open


def _referred_to(records: QuerySet) -> QuerySet:
    return records.values_list(Func(F("refs"), function="unnest"))


class PlaceFilter(StrictFilterSet):
    """What readers may ask of places; a place lies within itself."""

    orderings = {
        "name": ("sort_name", "record_id"),
        "-changed": ("-since", "-record_id"),
    }
    facets = {"type": "Type", "country": "Country"}

    q = Words(method="by_words")
    type = AnyOf("place_kind", choices=PlaceKind.choices)
    not_type = AnyOf("place_kind", choices=PlaceKind.choices, exclude=True)
    country = AnyCountry("country")
    not_country = AnyCountry("country", exclude=True)
    within = AnyId("within", kind="place", array=True)

    class Meta:
        model = PublishedPlace
        fields: list[str] = []

    def by_words(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.saying(value)
