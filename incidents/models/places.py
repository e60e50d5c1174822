from django.db import models

from incidents.vocabulary import PlaceKind, Precision
from ledger.constraints import coordinates, country_code, one_key
from ledger.fields import DerivedTextField
from ledger.folding import fold
from ledger.models import Record, RecordKind, Row


class Place(RecordKind):
    """Somewhere with a name: a country, a town, a base, a house; its names may be disputed."""

    KIND = "place"

    place_kind = models.CharField("kind", max_length=15, choices=PlaceKind)
    country = models.CharField(
        max_length=2,
        blank=True,
        help_text="Two capital letters; empty where unknown or disputed.",
    )
    country_disputed = models.BooleanField(default=False)
    parents = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="parts", help_text="What it lies in."
    )
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    precision = models.CharField(max_length=13, choices=Precision, default=Precision.NONE)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [country_code(), coordinates("incidents_place")]

    def __str__(self):
        return self.label or self.public_id


class PlaceName(Row):
    """A name of a place, in one language, and who calls it so where that is disputed."""

    PREFIX = "m"
    OWNER = "place"

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="place_names")
    text = models.CharField(max_length=300)
    language = models.CharField(max_length=16, blank=True, help_text="For example en or ar.")
    used_by = models.ForeignKey(
        Record, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    preferred = models.BooleanField(default=False)
    folded = DerivedTextField(of="text", derive=fold)

    class Meta(Row.Meta):
        constraints = [
            one_key("place"),
            models.UniqueConstraint(
                fields=["place"],
                condition=models.Q(preferred=True),
                name="incidents_placename_one_preferred",
                violation_error_message="A place has one preferred name; unmark the other first.",
            ),
        ]

    def __str__(self):
        return self.text
