"""The parameters of sources, for the page and the API alike."""

from django.db.models import F, Func, Q, QuerySet

from ledger.filters import UNSET, AnyId, AnyOf, AnyText, DatedFilterSet, Words

from .models import PublishedSource
from .vocabulary import Reliability, SourceKind


class SourceFilter(DatedFilterSet):
    """What readers may ask of sources; their dates are those of publication."""

    orderings = {
        "-date": ("-sort_date", "-record_id"),
        "date": ("sort_date", "record_id"),
        "title": ("sort_title", "record_id"),
        "-changed": ("-since", "-record_id"),
    }
    facets = {
        "type": "Type",
        "publisher": "Publisher",
        "language": "Language",
        "reliability": "Reliability",
    }

    q = Words(method="by_words")
    type = AnyOf("source_kind", choices=SourceKind.choices)
    not_type = AnyOf("source_kind", choices=SourceKind.choices, exclude=True)
    publisher = AnyText("publisher")
    not_publisher = AnyText("publisher", exclude=True)
    language = AnyText("language")
    not_language = AnyText("language", exclude=True)
    reliability = AnyOf("reliability", choices=Reliability.choices)
    supports = AnyId("refs", method="by_what_it_supports")

    class Meta:
        model = PublishedSource
        fields: list[str] = []

    def by_words(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.saying(value)

    def by_what_it_supports(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        """What the records given refer to; `unset`: what no record that may be seen refers to."""
        citing = self.records.filter(public_id__in=[one for one in value if one != UNSET])
        supporting = Q(public_id__in=_referred_to(citing))
        if UNSET in value:
            supporting |= ~Q(public_id__in=_referred_to(self.records))
        return rows.filter(supporting)


def _referred_to(records: QuerySet) -> QuerySet:
    return records.values_list(Func(F("refs"), function="unnest"))
