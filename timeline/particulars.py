"""Fact by fact, with what others say instead standing beside what is adopted."""

from ledger.wording import capital
from sources.rivals import Rivals

TERMS = {
    "title": "Title",
    "summary": "What happened",
    "date": "When",
    "place": "Where",
    "place_text": "Where",
    "event_type": "Type",
    "statement_kind": "Type",
    "speaker": "Speaker",
    "role_held": "Role held",
    "on_behalf_of": "On behalf of",
    "venue": "Where",
    "provenance": "How it became known",
}


def fact(term: str, text: str, notes: list[dict], rivals: list[dict], url: str = "") -> dict:
    """Return a row of `timeline/_particulars.html`."""
    return {"term": term, "text": text, "url": url, "notes": notes, "rivals": rivals}


def told_otherwise(rivals: Rivals) -> list[dict]:
    """Return a row of `timeline/_particulars.html` for each field that no other row shows."""
    return [fact(term, "Others say otherwise", [], told) for term, told in rivals.left(TERMS)]


def when_words(date: dict | None) -> str:
    """Say a date with its time: "28 September 2020, evening"."""
    if date is None:
        return "Date not known"
    text = capital(date["text"])
    return f"{text}, {date['time']}" if date["time"] else text
