"""The parameters of the timeline: incidents, events and statements in one sequence."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q, QuerySet

from incidents.models import PublishedPlace
from ledger.filters import UNSET, AnyId, AnyOf, DatedFilterSet, Words, pairs
from ledger.models import PublishedRecord

KINDS = ("incident", "event", "statement")


class TimelineFilter(DatedFilterSet):
    """What readers may ask of the timeline. `actor` and `place` ask for whatever refers to one."""

    orderings = {
        "date": ("sort_date", "record_id"),
        "-date": ("-sort_date", "-record_id"),
    }
    facets = {"kind": "Kind"}

    q = Words(method="saying_or_naming")
    kind = AnyOf("kind", choices=pairs(KINDS))
    actor = AnyId("refs", kind="actor", array=True)
    place = AnyId("refs", kind="place", array=True, method="by_place")

    class Meta:
        model = PublishedRecord
        fields: list[str] = []

    def filtered(self, *, without: str = "") -> QuerySet[PublishedRecord]:
        """Return what has a day to stand at; `undated` returns the rest."""
        return self._of_the_timeline(without).filter(sort_date__gt=date.min)

    def undated(self) -> QuerySet[PublishedRecord]:
        """Return what every filter lets through and of which no date is known."""
        return self._of_the_timeline().filter(sort_date=date.min).order_by("record_id")

    def promises(self) -> QuerySet[PublishedRecord]:
        """Return the statements with promises, whenever they were made, that the filters keep."""
        rows = self.queryset.filter(kind="statement", brief__commitments__gt=0)
        for name in ("q", "kind", "actor", "place"):
            rows = self.filters[name].filter(rows, self.form.cleaned_data.get(name))
        return rows

    def by_place(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        """What refers to a place, or to one that lies in it; `unset`: to none."""
        places = self.lines_of(PublishedPlace)
        inside = places.filter(within__overlap=[one for one in value if one != UNSET])
        kept = Q(refs__overlap=ArraySubquery(inside.values("public_id")))
        if UNSET in value:
            kept |= ~Q(refs__overlap=ArraySubquery(places.values("public_id")))
        return rows.filter(kept)

    def _of_the_timeline(self, without: str = "") -> QuerySet[PublishedRecord]:
        return super().filtered(without=without).filter(kind__in=KINDS)
