"""The grammar of stored dates: a subset of EDTF (ISO 8601-2:2019), read into calendar units.

Accepted, with years 0001 to 9999:

| text | meaning |
|---|---|
| `2020-09-28` | that day |
| `2020-09`, `2020-09-XX` | some day of the month |
| `2020`, `2020-XX`, `2020-XX-XX` | some day of the year |
| `201X` | some day of the decade |
| a unit and `~`, `?` or `%` | approximate, uncertain, or both; the bounds stay as they are |
| `a/b` | lasted from a to b; `..` is an open end, nothing is an unknown one |
| `[a..b]`, `[..b]`, `[a..]` | some day between two dates, up to one, or from one on |
| `[a,b]` | one of several dates, the earlier first |
| `..` | open on both sides |

Seasons (`2020-21`) are refused: their days depend on the hemisphere.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

MAX_LENGTH = 100

ACCEPTED = (
    "Write for example 2020-09-28, 28 September 2020, September 2020, 2020, early June 2020, "
    "28-29 September 2020, between 3 and 5 June 2020, 14 or 21 August 2020, before 2015, "
    "c. 2011, or EDTF such as 2020-06-XX."
)

_UNIT = re.compile(r"(\d{3}[\dX])(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)", re.ASCII)


class NotADate(ValueError):
    """A text that is not a date; the message is a sentence with examples of what is accepted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One calendar unit as written: precision is "day", "month", "year" or "decade"."""

    earliest: date
    latest: date
    precision: str
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A date text taken apart.

    form "unit" has one unit; "lasted" and "between" have two, None for an end that is open or
    unknown; "one_of" has two or more; "open" has none.
    """

    form: str
    units: tuple[Unit | None, ...]

    @property
    def earliest(self) -> date | None:
        """The first possible day, None where it is open or unknown."""
        if not self.units or self.units[0] is None:
            return None
        if self.form == "one_of":
            return min(unit.earliest for unit in self.units)
        return self.units[0].earliest

    @property
    def latest(self) -> date | None:
        """The last possible day, None where it is open or unknown."""
        if not self.units or self.units[-1] is None:
            return None
        if self.form == "one_of":
            return max(unit.latest for unit in self.units)
        return self.units[-1].latest


@lru_cache(maxsize=16384)
def understand(edtf: str) -> Expression:
    """Take a text of the subset apart; NotADate for anything else."""
    if len(edtf) > MAX_LENGTH:
        raise NotADate(f"A date may have {MAX_LENGTH} characters at most. {ACCEPTED}")
    if edtf == "..":
        return Expression("open", ())
    if "/" in edtf:
        return _lasted(edtf)
    if edtf.startswith("[") and edtf.endswith("]"):
        return _set(edtf)
    return Expression("unit", (_unit(edtf),))


def _lasted(edtf: str) -> Expression:
    ends = edtf.split("/")
    if len(ends) != 2:
        raise _refused(edtf)
    return _pair("lasted", edtf, [None if end in ("", "..") else _unit(end) for end in ends])


def _set(edtf: str) -> Expression:
    inner = edtf[1:-1]
    if ".." in inner:
        ends = inner.split("..")
        if len(ends) != 2:
            raise _refused(edtf)
        return _pair("between", edtf, [_unit(end) if end else None for end in ends])
    units = [_unit(choice) for choice in inner.split(",")]
    if len(units) < 2:
        raise _refused(edtf)
    return _in_order("one_of", edtf, units)


def _pair(form: str, edtf: str, ends: list[Unit | None]) -> Expression:
    if ends == [None, None]:
        raise _refused(edtf)
    return _in_order(form, edtf, ends)


def _in_order(form: str, edtf: str, units: list[Unit | None]) -> Expression:
    for first, second in pairwise(units):
        if first and second and first.earliest > second.latest:
            raise NotADate(f"“{edtf}” runs backwards: put the earlier date first. {ACCEPTED}")
    return Expression(form, tuple(units))


def _unit(text: str) -> Unit:
    match = _UNIT.fullmatch(text)
    if not match:
        raise _refused(text)
    year, month, day, mark = match.groups()
    try:
        earliest, latest, precision = _bounds(year, month, day)
    except ValueError as error:
        raise NotADate(f"“{text}” is not in the calendar. {ACCEPTED}") from error
    return Unit(earliest, latest, precision, mark in ("~", "%"), mark in ("?", "%"))


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    """First day, last day and precision; ValueError where the calendar has no such unit."""
    month = None if month == "XX" and day in (None, "XX") else month
    if year.endswith("X"):
        if month:
            raise ValueError("a decade has no months")
        return date(int(year[:3] + "0"), 1, 1), date(int(year[:3] + "9"), 12, 31), "decade"
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31), "year"
    if day in (None, "XX"):
        first = date(int(year), int(month), 1)
        return first, first.replace(day=monthrange(first.year, first.month)[1]), "month"
    known = date(int(year), int(month), int(day))
    return known, known, "day"


def _refused(text: str) -> NotADate:
    return NotADate(f"“{text}” is not a date that can be understood. {ACCEPTED}")
