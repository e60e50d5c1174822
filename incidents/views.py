"""The list of incidents."""

from typing import Any

from actors.countries import country_name
from dates.filters import CERTAIN
from ledger.facets import facets
from ledger.narrowing import WINDOW, Phrase, facet_links, ids_asked, sentence, sort_links
from ledger.pages import ListPage
from ledger.reading import document_of, included
from ledger.wording import capital
from sources.reading import Reading

from .definitions import VOCABULARIES
from .entries import by_month, incident_entry, refers_to
from .filters import IncidentFilter
from .questions import IncidentQuestions

SORTS = {
    "-date": "newest first",
    "date": "oldest first",
    "-killed": "most killed",
    "killed": "fewest killed",
    "-changed": "last changed",
}
FACETS = {**IncidentFilter.facets, "place": "Place", "actor": "Actor, in any part"}
HAS_WORDS = {
    "claim": "a claim or denial",
    "statement": "a statement about it",
    "commitment": "a promise about it",
    "coordinates": "coordinates",
}


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

    def get_context_data(self, **context) -> dict[str, Any]:
        documents = [document_of(row, self.kinds) for row in self.listing.rows]
        counts = facets(self.listing, list(FACETS))
        refs = refers_to(documents) | ids_asked(self.listing, counts)
        names = included(refs, moment=self.moment, user=self.request.user)
        reading = Reading(names, self.moment)
        phrases = phrases_of(reading, self.listing.filters.asked_certainty)
        count = self.count_text("incident", "incidents")
        return super().get_context_data(
            sentence=sentence(self.listing, count, phrases),
            facets=facet_links(self.listing, counts, FACETS, phrases),
            questions=IncidentQuestions.about(self.listing),
            sorts=sort_links(self.listing, SORTS),
            parts=self.parts(reading, documents),
            page=self.pagination(f"{len(documents)} of {count}"),
            query=self.listing.changed(),
            empty=NOTHING,
            **context,
        )

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


def phrases_of(reading: Reading, certainty: str) -> dict[str, Phrase]:
    """Say each parameter of incidents in words, in the order of a sentence."""
    sure = "certainly" if certainty == CERTAIN else "possibly"

    def of(name: str):
        return VOCABULARIES[name].words.__getitem__

    return {
        "type": Phrase("of the type", of("incident_type"), "type not known"),
        "country": Phrase("in", country_name, "country not known"),
        "place": Phrase("at", reading.name, "place not known"),
        WINDOW: Phrase(),
        "claim_status": Phrase("", of("claim_status")),
        "attribution_status": Phrase("", of("attribution_status")),
        "perpetrator": Phrase("claimed by or attributed to", reading.name, "nobody named"),
        "target": Phrase("aimed at", reading.name, "target not known"),
        "actor": Phrase("with", reading.name, "no actor named"),
        "actor_all": Phrase("with all of", reading.name, "no actor named", " and "),
        "weapon": Phrase("with the weapon", of("weapon"), "weapon not known"),
        "killed_min": Phrase(sure, "at least {} killed".format, "number of killed not known"),
        "killed_max": Phrase(sure, "at most {} killed".format, "number of killed not known"),
        "injured_min": Phrase(sure, "at least {} injured".format, "number of injured not known"),
        "has": Phrase("with", HAS_WORDS.__getitem__, "none of claim, statement, coordinates"),
        "part_of": Phrase("part of", reading.name, "not part of an operation"),
        "dataset": Phrase("from", reading.name, "from no dataset"),
        "near": Phrase("near", _near),
        "bbox": Phrase("within the frame", str),
        "q": Phrase("saying", "“{}”".format),
    }


def _near(value: str) -> str:
    latitude, longitude, kilometres = value.split(",")
    return f"{latitude}, {longitude} (within {kilometres} km)"
