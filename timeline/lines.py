"""One line of an incident, an event or a statement, as it stands in a sequence of them."""

from collections import Counter
from datetime import date

from incidents import entries as incident_entries
from incidents.doers import statuses_naming
from ledger.wording import capital
from sources.reading import Reading, span_of

from .definitions import VOCABULARIES
from .documents import shortened
from .telling import commitment_status, speaker, statement_kind


def named_in(document: dict) -> set[str]:
    """Return the ids that the line of a document names."""
    match document["kind"]:
        case "incident":
            return incident_entries.refers_to([document])
        case "event":
            return {document["place"]} - {None}
        case "statement":
            who = document["speaker"] or {}
            return {who.get("record"), who.get("via"), document["on_behalf_of"]} - {None}
    return set()


def line_of(reading: Reading, document: dict) -> dict:
    """Return what `components/moment.html` takes, but for its threads."""
    tell = {"incident": _incident, "event": _event, "statement": _statement}
    return {
        "kind": document["kind"],
        "url": reading.url(document["id"]),
        "date": reading.date(document["date"], short=True),
        "span": span_of(document["date"]),
        **tell[document["kind"]](reading, document),
    }


def statement_words(document: dict, length: int = 160) -> dict:
    """Return `{"title", "lang", "quoted"}`: English words if there are any, else others.

    Where no words are known, what the statement was about is said without quotation marks.
    """
    rows = sorted(document["renderings"], key=lambda row: not row["language"].startswith("en"))
    if not rows:
        said = document["summary"] or f"{statement_kind(document)}, of which no words are recorded"
        return {"title": shortened(said, length), "lang": "", "quoted": False}
    lang = rows[0]["language"]
    words = shortened(" ".join(rows[0]["text"].split()), length)
    return {"title": words, "lang": "" if lang == "en" else lang, "quoted": True}


def promise_statuses(document: dict, on: date) -> list[dict]:
    """Say where the promises of a statement stand: "Pending"; "2 pending" where two do."""
    statuses = [commitment_status(row, on) for row in document["commitments"]]
    counts = Counter(one["value"] for one in statuses)
    once = {one["value"]: one for one in statuses}
    return [
        one | ({"word": f"{counts[value]} {one['word'].lower()}"} if counts[value] > 1 else {})
        for value, one in once.items()
    ]


def event_place(reading: Reading, document: dict) -> str:
    """Name the place of an event; "" where none is known."""
    place = document["place"]
    return reading.name(place) if place else document["place_text"] or ""


def event_type(document: dict) -> str:
    """Return the type of an event with a capital: "Court ruling"."""
    return capital(VOCABULARIES["event_type"].words[document["type"]])


def _incident(reading: Reading, document: dict) -> dict:
    parts = [
        capital(incident_entries.type_words(document)),
        incident_entries.place_words(reading, document),
    ]
    return {
        "label": ", ".join(filter(None, parts)),
        "title": document["title"],
        "facts": [_toll(one) for one in incident_entries.tolls(document["casualties"])],
        "statuses": statuses_naming(reading, document),
    }


def _event(reading: Reading, document: dict) -> dict:
    parts = [event_type(document), event_place(reading, document)]
    return {
        "label": ", ".join(filter(None, parts)),
        "title": document["title"],
        "facts": [],
        "statuses": [],
    }


def _statement(reading: Reading, document: dict) -> dict:
    return {
        "label": statement_kind(document),
        "by": speaker(reading, document),
        "facts": [document["venue"]] if document["venue"] else [],
        "statuses": promise_statuses(document, reading.moment.on),
        **statement_words(document),
    }


def _toll(toll: dict) -> str:
    """Say what `components/toll.html` shows in one run of words."""
    if not toll["figure"]:
        return toll["range"] or toll["unknown"]
    return f"{toll['figure']} ({toll['range']})" if toll["range"] else toll["figure"]
