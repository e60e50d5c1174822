"""Texts of a dataset as this record takes them: one line, bounded, nothing invisible in them."""

import re
from collections.abc import Mapping

from .entry import Flag

TITLE = 300
AFFILIATION = 100
WHO = 300
PLACE = 300
STATED_TYPE = 200
LOCATOR = 1000
WEAPON_DETAIL = 200
MEDIUM_DETAIL = 200
WORDING = 100
DATE_WORDING = 200
TAG = 50

# Controls, marks that turn the direction of writing, joiners of nothing, halves of characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BRACKETS = str.maketrans("[]", "()")


def line(text: str | None) -> str:
    """Return a text as one line: no-break spaces and line ends become single spaces."""
    if not text:
        return ""
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    elif "  " not in text and text[0] != " " != text[-1]:
        return text
    return " ".join(text.split())


def paragraphs(text: str | None) -> str:
    """Return a text of several lines, each of them clean, with the empty ones between them."""
    return "\n".join(line(one) for one in (text or "").splitlines()).strip()


def prose(text: str) -> str:
    """Return a text in which no bracket can be read as a citation of a source of ours."""
    return text.translate(_BRACKETS) if "[" in text or "]" in text else text


def short(text: str, length: int) -> str:
    """Cut a text to `length` characters, the last of which then is an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def bounded(text: str, length: int, column: str, flags: list[Flag]) -> str:
    """Cut a text to `length` characters, with a flag where something is lost by it."""
    if len(text) <= length:
        return text
    flags.append(
        Flag(column, f"It is cut from {len(text)} to {length} characters; the row has it whole.")
    )
    return short(text, length)


def value(values: Mapping[str, str], column: str) -> str:
    """Return a column's text as one line, "" where the file has no such column."""
    return line(values.get(column))
