"""Chronologies: a curated narrative of records in order, to be read like an annotated essay."""

from typing import Any

from ledger.identity import kind_of
from ledger.models import PublishedRecord
from ledger.narrowing import sentence
from ledger.pages import ListPage, Page
from ledger.reading import document_of, find, included
from ledger.wording import capital
from sources.reading import Reading

from .documents import shortened
from .exports import TAKEAWAYS
from .filters import ChronologyFilter
from .lines import line_of, named_in
from .material import foot
from .phrases import CHRONOLOGY_PHRASES

IN_LINES = ("incident", "event", "statement")
NOTHING = {
    "title": "No chronology is published.",
    "text": "A chronology tells records in the order of a narrative, each with a note.",
    "links": [],
}


class ChronologyList(ListPage):
    """The chronologies by title."""

    template_name = "chronologies/list.html"
    section = "timeline"
    filters = ChronologyFilter
    takeaway = TAKEAWAYS["chronologies"]

    def get_context_data(self, **context) -> dict[str, Any]:
        documents = [document_of(row, self.kinds) for row in self.listing.rows]
        reading = Reading({}, self.moment)
        count = self.count_text("chronology", "chronologies")
        return super().get_context_data(
            sentence=sentence(self.listing, count, CHRONOLOGY_PHRASES),
            entries=[
                {
                    "url": reading.url(one["id"]),
                    "title": one["title"],
                    "text": shortened(introduction_words(reading, one), 200),
                    "count": len(one["entries"]),
                }
                for one in documents
            ],
            page=self.pagination(f"{len(documents)} of {count}"),
            empty=NOTHING,
            **context,
        )


class ChronologyPage(Page):
    """One narrative: the notes as prose, and under each the record that it rests on."""

    template_name = "chronologies/detail.html"
    section = "timeline"

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        row = find(public_id, moment=self.moment, user=self.request.user)
        document = document_of(row, self.kinds)
        lines = self.lines(document)
        named = {*row.refs}.union(*map(named_in, lines.values()))
        names = included(named, moment=self.moment, user=self.request.user)
        reading = Reading(names, self.moment)
        return super().get_context_data(
            **address,
            title=document["title"],
            introduction=reading.footnotes.prose(document["introduction"] or "", "introduction"),
            notes=reading.notes(document["citations"], "the whole"),
            entries=[
                entry(reading, one, lines, number)
                for number, one in enumerate(document["entries"], 1)
            ],
            sources=reading.sources(),
            foot_of_record=foot(row, self.moment, self.request),
        )

    def lines(self, document: dict) -> dict[str, dict]:
        """Return the documents of the records that are shown as a line, by id."""
        wanted = [one["record"] for one in document["entries"] if one["record"]]
        wanted = [one for one in wanted if kind_of(one) in IN_LINES]
        rows = PublishedRecord.objects.as_of(self.moment.edition).visible_to(self.request.user)
        found = rows.filter(public_id__in=wanted).with_documents()
        return {row.public_id: document_of(row, self.kinds) for row in found}


def introduction_words(reading: Reading, document: dict) -> str:
    """Return the introduction in one run of words, without its notes."""
    prose = reading.footnotes.prose(document["introduction"] or "", "introduction")
    return " ".join(bit["text"].strip() for paragraph in prose for bit in paragraph)


def entry(reading: Reading, row: dict, lines: dict[str, dict], number: int) -> dict:
    """Return a step of the narrative: `{"id", "note", "notes", "line"}`."""
    return {
        "id": row["key"],
        "note": row["note"] or "",
        "notes": reading.notes(row["citations"], f"step {number}"),
        "line": row["record"] and step_line(reading, row["record"], lines),
    }


def step_line(reading: Reading, record: str, lines: dict[str, dict]) -> dict:
    """Return the line of a record: what happened, else the name of whom or what it is."""
    if record in lines:
        return line_of(reading, lines[record])
    return {
        "kind": kind_of(record),
        "label": capital(kind_of(record)),
        "title": reading.name(record),
        "url": reading.url(record),
        "date": None,
        "facts": [],
        "statuses": [],
    }
