"""The list of sources."""

from itertools import groupby
from typing import Any

from ledger.facets import facets
from ledger.narrowing import facet_links, sentence, sort_links
from ledger.pages import ListPage
from ledger.reading import document_of
from ledger.wording import capital

from .definitions import VOCABULARIES
from .exports import TAKEAWAY
from .filters import SourceFilter
from .phrases import phrases_of
from .questions import SourceQuestions
from .reading import LANGUAGES, Reading, reliability_words, span_of

SORTS = {
    "-date": "newest first",
    "date": "oldest first",
    "title": "title",
    "-changed": "last changed",
}
NOTHING = {
    "title": "No source matches.",
    "text": "Try one word of a title or of a publisher’s name, or remove a part of the sentence "
    "above.",
    "links": [],
}


class SourceList(ListPage):
    """Sources by date of publication, with what each is and how far it can be relied on."""

    template_name = "sources/list.html"
    section = "sources"
    filters = SourceFilter
    takeaway = TAKEAWAY

    def get_context_data(self, **context) -> dict[str, Any]:
        reading = Reading({}, self.moment)
        phrases = phrases_of()
        documents = [document_of(row, self.kinds) for row in self.listing.rows]
        counts = facets(self.listing, list(SourceFilter.facets))
        count = self.count_text("source", "sources")
        return super().get_context_data(
            sentence=sentence(self.listing, count, phrases),
            facets=facet_links(self.listing, counts, SourceFilter.facets, phrases),
            questions=SourceQuestions.about(self.listing),
            sorts=sort_links(self.listing, SORTS),
            parts=self.parts(reading, documents),
            page=self.pagination(f"{len(documents)} of {count}"),
            empty=NOTHING,
            **context,
        )

    def parts(self, reading: Reading, documents: list[dict]) -> list[dict]:
        """Part the sources by year of publication, where they are sorted by it."""
        dated = self.listing.ordering in ("date", "-date")
        usual = capital(SORTS[self.listing.ordering])
        return [
            {"heading": heading, "entries": [source_entry(reading, one) for one in group]}
            for heading, group in groupby(documents, key=year_of if dated else lambda one: usual)
        ]


def source_entry(reading: Reading, document: dict) -> dict:
    """Return what `components/entry.html` takes of a source's document."""
    return {
        "url": reading.url(document["id"]),
        "title": document["title"],
        "lang": document["language"] or "en",
        "date": reading.date(document["published"], short=True),
        "span": span_of(document["published"]),
        "place": " · ".join(source_facts(document)),
        "tolls": [],
        "statuses": [],
        "text": "",
    }


def source_facts(document: dict) -> list[str]:
    """Say of a source its publisher, type, language and reliability, so far as they are known."""
    language = document["language"]
    said = [
        document["publisher"],
        VOCABULARIES["source_type"].words[document["type"]],
        language and LANGUAGES.get(language, language),
        reliability_words(document["reliability"]),
    ]
    return [fact for fact in said if fact]


def year_of(document: dict) -> str:
    published = document["published"] or {}
    day = published.get("earliest") or published.get("latest")
    return day[:4] if day else "Undated"
