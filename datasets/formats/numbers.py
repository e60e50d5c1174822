"""Numbers as datasets write them: `645.0` is 645, empty is not known, the damaged is refused."""

import math
import re
from collections.abc import Mapping
from functools import lru_cache

from .entry import Unreadable

LARGEST = 2_147_483_647
LONGEST_ID = 20

_WHOLE = re.compile(r"\d+(?:\.0*)?", re.ASCII)
_DECIMAL = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]-\d{1,2})?", re.ASCII)
_SCIENTIFIC = re.compile(r"-?\d+(?:[.,]\d+)?[eE]\+?\d+", re.ASCII)


def whole(values: Mapping[str, str], column: str) -> int | None:
    """Return a column's whole number of 0 or more, None where it is empty or not there."""
    return whole_number(values.get(column) or "", column)


@lru_cache(maxsize=65536)
def whole_number(text: str, column: str) -> int | None:
    """Return the whole number of a text; Unreadable names the column otherwise."""
    typed = text.strip()
    if not typed:
        return None
    if not _WHOLE.fullmatch(typed):
        raise Unreadable(column, _why_not_whole(typed))
    digits = typed.partition(".")[0]
    if len(digits) > 10 or int(digits) > LARGEST:
        raise Unreadable(column, f"“{typed[:40]}” is larger than {LARGEST:,}, the largest number.")
    return int(digits)


def as_written_whole(text: str, column: str) -> str:
    """Return the digits of an id that is a number, also of one too large to count with."""
    typed = text.strip()
    if not _WHOLE.fullmatch(typed):
        raise Unreadable(
            column, _why_not_whole(typed) if typed else "It is empty, but every row has a number."
        )
    digits = typed.partition(".")[0]
    if len(digits) > LONGEST_ID:
        raise Unreadable(column, f"It has {len(digits)} digits, more than any id.")
    return digits


def _why_not_whole(typed: str) -> str:
    if _SCIENTIFIC.fullmatch(typed):
        return (
            f"“{typed}” was shortened by a spreadsheet program and its last digits are lost: "
            "import the file as it was downloaded."
        )
    return (
        f"“{typed[:40]}” is no whole number of 0 or more, such as 12 or 12.0; where the number is "
        "not known, the cell stays empty."
    )


@lru_cache(maxsize=65536)
def decimal(text: str, column: str) -> float | None:
    """Return the decimal number of a text, None where it is empty; Unreadable otherwise."""
    typed = text.strip()
    if not typed:
        return None
    if not _DECIMAL.fullmatch(typed) or not math.isfinite(float(typed)):
        raise Unreadable(column, f"“{typed[:40]}” is no number such as 33.25 or -4.")
    return float(typed)


def coordinates(values: Mapping[str, str], latitude: str, longitude: str) -> tuple:
    """Return latitude and longitude in degrees, both or neither; Unreadable off the globe."""
    north = decimal(values.get(latitude) or "", latitude)
    east = decimal(values.get(longitude) or "", longitude)
    if north is None and east is None:
        return None, None
    for degrees, column, most in ((north, latitude, 90), (east, longitude, 180)):
        if degrees is None:
            raise Unreadable(
                column, "It is empty, but its other half is given: give both or neither."
            )
        if abs(degrees) > most:
            raise Unreadable(
                column, f"{degrees} lies off the globe; a place lies between -{most} and {most}."
            )
    return north, east
