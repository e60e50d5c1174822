"""The list of incidents."""

from typing import Any

from ledger.addresses import page_of
from ledger.exporting.describing import kept_back
from ledger.exporting.licensing import terms_of
from ledger.facets import facets
from ledger.narrowing import facet_links, ids_asked, sentence, sort_links
from ledger.pages import ListPage
from ledger.reading import document_of, included
from ledger.wording import capital
from ledger.wording import sentence as as_sentence
from sources.reading import Reading

from .entries import by_month, incident_entry, refers_to
from .exports import TAKEAWAY
from .filters import IncidentFilter
from .phrases import phrases_of
from .questions import IncidentQuestions

SORTS = {
    "-date": "newest first",
    "date": "oldest first",
    "-killed": "most killed",
    "killed": "fewest killed",
    "-changed": "last changed",
}
FACETS = {**IncidentFilter.facets, "place": "Place", "actor": "Actor, in any part"}


NOTHING = {
    "title": "No incident matches.",
    "text": "Remove a part of the sentence above, or ask for what is not known with “not known” "
    "among the values.",
    "links": [],
}


class IncidentList(ListPage):
    """Incidents as an index: by month, narrowed by facets and a form, said as a sentence."""

    template_name = "incidents/list.html"
    section = "incidents"
    filters = IncidentFilter
    takeaway = TAKEAWAY

    def get_context_data(self, **context) -> dict[str, Any]:
        documents = [document_of(row, self.kinds) for row in self.listing.bodies]
        counts = facets(self.listing, list(FACETS))
        refs = refers_to(documents) | ids_asked(self.listing, counts)
        names = included(refs, moment=self.moment, user=self.request.user)
        reading = Reading(names, self.moment)
        phrases = phrases_of(reading, self.listing.filters.asked_certainty)
        count = self.count_text("incident", "incidents")
        return super().get_context_data(
            sentence=sentence(self.listing, count, phrases),
            facets=facet_links(self.listing, counts, FACETS, phrases),
            kept_back=self.kept_back(),
            questions=IncidentQuestions.about(self.listing),
            sorts=sort_links(self.listing, SORTS),
            parts=self.parts(reading, documents),
            page=self.pagination(f"{len(documents)} of {count}"),
            query=self.listing.changed(),
            empty=NOTHING,
            **context,
        )

    def kept_back(self) -> list[dict]:
        """Name the datasets whose rows are here for members alone, with their terms."""
        return [
            {
                "name": one["name"],
                "url": page_of(one["id"], self.moment),
                "terms": as_sentence(one["terms"] or terms_of(one)),
            }
            for one in kept_back(self.listing)
        ]

    def parts(self, reading: Reading, documents: list[dict]) -> list[dict]:
        dated = self.listing.ordering in ("date", "-date")
        groups = (
            by_month(documents) if dated else [(capital(SORTS[self.listing.ordering]), documents)]
        )
        return [
            {"heading": heading, "entries": [incident_entry(reading, one) for one in group]}
            for heading, group in groups
            if group
        ]
