"""The text of a document in an answer: as published, unless the day or the reader changes it."""

import json
import re
from datetime import date

from ledger.canonical import written
from ledger.identity import PUBLIC_ID
from ledger.kinds import Kind
from ledger.models import Published
from timeline.seen import seen_from

# A document of these kinds shows what depends on the day of reading.
SEEN_FROM_A_DAY = {"statement"}
WORD = re.compile(rf"\b{PUBLIC_ID.pattern}\b", re.ASCII)


def body(row: Published, kind: Kind, *, on: date, fields: tuple[str, ...] = ()) -> str:
    """Spell the document of a line of the index, seen from a day; `fields` alone, if named.

    A document in today's format, of which everything is asked, goes out without being read.
    """
    publication = row.publication
    as_published = publication.format == kind.document_format and kind.name not in SEEN_FROM_A_DAY
    if as_published and not fields:
        return publication.document
    return written(only(seen(row, kind, on=on), fields))


def seen(row: Published, kind: Kind, *, on: date) -> dict:
    """Return the document of a line of the index in today's format, as seen from a day."""
    publication = row.publication
    document = kind.todays_document(json.loads(publication.document), publication.format)
    return seen_from(document, on=on)


def only(document: dict, fields: tuple[str, ...]) -> dict:
    """Keep the id and the fields named; everything, if none is."""
    if not fields:
        return document
    return {name: value for name, value in document.items() if name == "id" or name in fields}


def mentioned(text: str, refs: list[str]) -> set[str]:
    """Return which of the ids that a document refers to stand in a part of its text."""
    return set(WORD.findall(text)).intersection(refs)
