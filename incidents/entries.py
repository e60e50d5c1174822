"""An incident as one line of an index, and the months under which the lines stand."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sources.reading import Reading, span_of

from .definitions import VOCABULARIES
from .doers import doers_in, statuses_naming
from .wording import UNKNOWN, toll_words

PLACE_ORDER = ("struck", "site", "aimed_at", "launched_from")


def incident_entry(reading: Reading, document: dict, *, text: str = "") -> dict:
    """Return what `components/entry.html` takes of an incident's document."""
    return {
        "url": reading.url(document["id"]),
        "title": document["title"],
        "lang": "",
        "date": reading.date(document["date"], short=True),
        "span": span_of(document["date"]),
        "place": " · ".join(filter(None, [place_words(reading, document), type_words(document)])),
        "tolls": tolls(document["casualties"]),
        "statuses": statuses_naming(reading, document),
        "text": text,
    }


def refers_to(documents: Iterable[dict]) -> set[str]:
    """Name the places and the doers of whom the lines of incidents speak."""
    documents = list(documents)
    places = {row["place"] for one in documents for row in one["places"] if row["place"]}
    return places | doers_in(documents)


def type_words(document: dict) -> str:
    """Say the type; where only its dataset states one, in the dataset's own words."""
    if document["type"]:
        return VOCABULARIES["incident_type"].words[document["type"]]
    stated = document.get("stated_type")
    return f"“{stated}”" if stated else "type not known"


def place_words(reading: Reading, document: dict) -> str:
    """Name where it struck, else where it happened, else where it was aimed; "" if not known."""
    named = [
        reading.name(row["place"]) if row["place"] else row["text"] for row in _sited(document)
    ]
    return next(filter(None, named), "")


def place_in_full(reading: Reading, document: dict) -> str:
    """Say the same place in the record's own words, and in which known place it lies."""
    for row in _sited(document):
        name = reading.name(row["place"]) if row["place"] else ""
        text = row["text"] or ""
        if text or name:
            return text if name in text else ", ".join(filter(None, [text, name]))
    return ""


def _sited(document: dict) -> list[dict]:
    return sorted(document["places"], key=lambda row: PLACE_ORDER.index(row["role"]))


def tolls(casualties: dict) -> list[dict]:
    """Return the killed and the injured as `components/toll.html` takes them."""
    known = [(noun, casualties[noun]) for noun in ("killed", "injured") if casualties[noun]]
    if not known:
        return [{"figure": "", "range": "", "unknown": UNKNOWN}]
    return [toll_words(figure, noun) for noun, figure in known]


def by_month(documents: list[dict]) -> Iterable[tuple[str, list[dict]]]:
    """Part documents in order of time by the month, or longer span, in which they lie."""
    for heading, group in groupby(documents, key=lambda one: month_of(one["date"])):
        yield heading, list(group)


def month_of(when: dict | None) -> str:
    """Name the month of a date; only its year where the date is no more exact than that."""
    edges = [date.fromisoformat(when[end]) for end in ("earliest", "latest") if when and when[end]]
    if not edges:
        return "Date not known"
    first = edges[0]
    if when["precision"] in ("year", "decade") or (edges[-1] - first).days > 62:
        return f"{first.year:04}"
    return f"{first:%B} {first.year:04}"
