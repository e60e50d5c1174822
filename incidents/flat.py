"""The flat row of an incident, spelled when it is published, for files of many rows.

`exports.py` declares the columns; what of them needs no names stands in the row as ready cells.
"""

from collections.abc import Iterable, Iterator

from ledger.exporting.cells import cells

from .indexing import blamed_in, main_point
from .statuses import claimants

# Between the parts of what an incident mentions: a character that no text has.
APART = "\x1f"


def exported_rows(document: dict, around: dict) -> list[dict]:
    """Return what a flat file shows of an incident beside its line in the index."""
    when = document["date"] or {}
    point = main_point(document["places"]) or {}
    mentioned = mentions(document, around)
    row = {
        "places": _spelled(row["place"] for row in document["places"]),
        "mentions": APART.join(text.replace(APART, "") for text in mentioned.values()),
        "title": document["title"],
        "summary": document["summary"] or "",
        "date_edtf": when.get("edtf", ""),
        "date_text": when.get("text", ""),
        "countries": " ".join(around["countries"]),
        "place_text": _said(row["text"] for row in document["places"]),
        "precision": point.get("precision", ""),
        "weapons": _spelled(row["weapon"] for row in document["weapons"]),
        "killed_best": (document["casualties"]["killed"] or {}).get("best"),
        "injured_best": (document["casualties"]["injured"] or {}).get("best"),
        "dataset_entry": document["dataset_entry"] or "",
        "stated_type": document["stated_type"] or "",
    }
    return [row | {"cells": cells(_own_cells(document, row | mentioned, point))}]


def mentions(document: dict, around: dict) -> dict[str, str]:
    """Return whom an incident mentions: ids, and in words those without a record.

    They stand together in one text of the row, in this order, because their names are looked up
    together: whoever mentions the same, mentions them by the same text.
    """
    parties = [row["who"] or {} for row in document["parties"] if row["role"] != "attackers"]
    claiming = [row["who"] or {} for row in claimants(document["claims"])]
    blamed = [row["who"] or {} for row in blamed_in(document, around)]
    return {
        "parties": _spelled(who.get("record") for who in parties),
        "party_texts": _said(who.get("text") for who in parties),
        "claimed_by": _spelled(who.get("record") for who in claiming),
        "claimed_by_texts": _said(who.get("text") for who in claiming),
        "accused": _spelled(who.get("record") for who in blamed),
        "accused_texts": _said(who.get("text") for who in blamed),
        "dataset": document["dataset"] or "",
    }


def mentioned(number: int) -> str:
    """Spell, in SQL, one of what an incident mentions, counted from 1."""
    return f"split_part(x.mentions, E'\\x1f', {number})"


def _own_cells(document: dict, row: dict, point: dict) -> Iterator[object]:
    """Give the values of `incidents.exports.OWN`, in its order; a test compares."""
    when = document["date"] or {}
    killed, injured = (document["casualties"][one] or {} for one in ("killed", "injured"))
    yield from (document["id"], row["title"], document["type"], document["outcome"])
    yield from (row["date_edtf"], row["date_text"], when.get("earliest"), when.get("latest"))
    yield from (when.get("approximate", False), row["countries"], row["places"])
    yield from (row["place_text"], point.get("latitude"), point.get("longitude"))
    yield from (row["precision"], row["weapons"], row["parties"])
    yield from (document["claim_status"], row["claimed_by"])
    yield from (document["attribution_status"], row["accused"])
    yield from (killed.get("low"), killed.get("best"), killed.get("high"))
    yield from (injured.get("low"), injured.get("best"), injured.get("high"))
    yield from (row["summary"], document["part_of"], document["dataset"])
    yield from (row["dataset_entry"], row["stated_type"])


def _spelled(found: Iterable[str | None]) -> str:
    """Write words or ids once each, in order, parted by spaces."""
    return " ".join(dict.fromkeys(one for one in found if one))


def _said(found: Iterable[str | None]) -> str:
    """Write texts once each, in order, parted by semicolons."""
    return "; ".join(dict.fromkeys(one for one in found if one))
