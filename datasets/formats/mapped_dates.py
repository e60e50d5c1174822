"""When a row of somebody's own table was: days, words, and two numbers in a stated order."""

import re
from datetime import date

from dates.edtf import NotADate
from dates.partial import PartialDate
from dates.reading import read as read_words

from . import days
from .entry import Unreadable
from .mapped_row import Row

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:.]+)?", re.ASCII)
_HINT = "Where the file writes 3/4/2020, the mapping's “numeric_dates” says which comes first."
_UNITS = ("day", "month", "year", "decade")
_SPAN = {"lasted": "{}/{}", "between": "[{}..{}]"}


def date_of(row: Row) -> tuple[str, str]:
    """Return the EDTF of a row's date and the words for it; both "" where it is not known."""
    if "date_start" not in row.plan.fields:
        said = _read(row, "date")
        return (said.edtf, said.wording) if said else ("", "")
    first, last = _read(row, "date_start"), _read(row, "date_end")
    if not first or not last or first.edtf == last.edtf:
        said = first or last
        return (said.edtf, said.wording) if said else ("", "")
    return _span(row, first, last), ""


def _span(row: Row, first: PartialDate, last: PartialDate) -> str:
    """Return the EDTF of a span, whose ends are each a day, a month or a year."""
    for name, end in (("date_start", first), ("date_end", last)):
        if end.precision not in _UNITS:
            raise Unreadable(row.column(name), f"“{end}” is no day, month or year to begin or end.")
    if first.earliest > last.latest:
        raise Unreadable(row.column("date_start"), f"{first} is later than the end, {last}.")
    if first.precision == last.precision == "day" and not (first.approximate or last.approximate):
        return days.span(first.earliest, last.latest, lasted=row.plan.span == "lasted")
    try:
        return PartialDate(_SPAN[row.plan.span].format(first, last)).edtf
    except NotADate as error:
        raise Unreadable(row.column("date_start"), str(error)) from error


def _read(row: Row, name: str) -> PartialDate | None:
    text = row.raw(name)
    if not text:
        return None
    try:
        if day := _numeric(text, row.plan.numeric_dates):
            return PartialDate(day.isoformat())
        if day := _iso(text):
            return PartialDate(day.isoformat())
        return read_words(text)
    except NotADate as error:
        hint = "" if row.plan.numeric_dates else f" {_HINT}"
        raise Unreadable(row.column(name), f"{error}{hint}") from error


def _iso(text: str) -> date | None:
    try:
        return days.iso_day(text, "")
    except Unreadable:
        return None


def _numeric(text: str, order: str) -> date | None:
    match = _NUMERIC.fullmatch(text)
    if not match or not order:
        return None
    one, other, year = map(int, match.groups())
    day, month = (one, other) if order == "day first" else (other, one)
    try:
        return date(year, month, day)
    except ValueError as error:
        told = f"“{text}”, read with the {order}, is not in the calendar."
        raise NotADate(
            f"{told} A day such as 2020-04-03 or 3 April 2020 is accepted, too."
        ) from error
