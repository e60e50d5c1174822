"""The page of one event."""

from itertools import groupby
from typing import Any

from incidents.wording import figure_words
from ledger.pages import Page
from ledger.wording import capital
from sources.reading import Reading
from sources.rivals import Rivals

from .definitions import VOCABULARIES
from .lines import event_place
from .material import Material, gather
from .particulars import fact, told_otherwise, when_words
from .telling import commitment


class EventPage(Page):
    """What happened, who took part, the numbers according to each, and what was said of it."""

    template_name = "events/detail.html"
    section = "timeline"

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        material = gather(public_id, moment=self.moment, user=self.request.user, kinds=self.kinds)
        document, reading = material.document, material.reading
        return super().get_context_data(
            **address,
            title=document["title"],
            kicker={
                "type": VOCABULARIES["event_type"].term(document["type"], "kicker"),
                "place": event_place(reading, document),
                "date": reading.date(document["date"]),
            },
            **account(reading, document),
            particulars=particulars(reading, document),
            numbers=numbers(reading, document),
            quotes=material.quotes_about(),
            promises=promises(material),
            relations=material.relations(),
            sources=reading.sources(),
            foot_of_record=material.foot(self.request),
        )


def account(reading: Reading, document: dict) -> dict:
    """Return the summary in paragraphs of bits, and the notes for all of the record."""
    text = document["summary"] or ""
    citations = reading.cited_for(document["citations"], None, "summary", "title")
    return {
        "prose": reading.footnotes.prose(text, "what happened"),
        "prose_notes": reading.notes(citations, "what happened"),
    }


def particulars(reading: Reading, document: dict) -> list[dict]:
    """Return when, where and who, each with what others say instead."""
    rivals = Rivals(document["rivals"], reading)
    place = document["place"]
    rows = [
        fact(
            "When",
            when_words(document["date"]),
            _noted(reading, document, "date"),
            rivals.of_field("date"),
        ),
        fact(
            "Where",
            event_place(reading, document) or "Place not known",
            _noted(reading, document, "place", "place_text"),
            rivals.of_field("place", "place_text"),
            url=reading.url(place) if place else "",
        ),
    ]
    people = [participant(reading, document, row, rivals) for row in document["participants"]]
    return [*rows, *people, *told_otherwise(rivals)]


def participant(reading: Reading, document: dict, row: dict, rivals: Rivals) -> dict:
    who = row["who"] or {}
    role = capital(row["role"] or "took part")
    url = reading.url(who["record"]) if who.get("record") else ""
    named = reading.who(row["who"], on=document["date"]) or {"name": "Not known"}
    notes = reading.notes(row["citations"], "who took part")
    return fact(role, named["name"], notes, rivals.of_row(row["key"], "who"), url=url)


def numbers(reading: Reading, document: dict) -> list[dict]:
    """Return the numbers by what they count: `{"what", "rows": [{"number", "by", "notes"}]}`."""
    rows = sorted(document["numbers"], key=lambda row: row["what"])
    return [
        {"what": capital(what), "rows": [_number(reading, row) for row in group]}
        for what, group in groupby(rows, key=lambda row: row["what"])
    ]


def promises(material: Material) -> list[dict]:
    """Return the promises whose follow-ups rest on the record."""
    on = material.reading.moment.on
    return [
        commitment(material.reading, statement, row, on)
        for statement in material.statements
        if material.id not in statement["about"]
        for row in statement["commitments"]
        if any(material.id in one["records"] for one in row["follow_ups"])
    ]


def _number(reading: Reading, row: dict) -> dict:
    return {
        "number": figure_words(row),
        "wording": row["wording"] or "",
        "by": reading.who(row["by"]),
        "notes": reading.notes(row["citations"], row["what"], side=False),
    }


def _noted(reading: Reading, document: dict, *fields: str) -> list[dict]:
    return reading.notes(reading.cited_for(document["citations"], *fields), fields[0])
