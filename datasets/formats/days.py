"""Days as datasets write them, and the EDTF of what they say about when something was."""

import re
from calendar import month_name, monthrange
from datetime import date
from functools import lru_cache

from .entry import Unreadable

_WRITTEN = re.compile(r"(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]+)[ -](?P<year>\d{4})", re.ASCII)
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MONTHS = {name[:length].lower(): n for n, name in enumerate(month_name) if n for length in (3, 9)}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


@lru_cache(maxsize=65536)
def iso_day(text: str, column: str) -> date | None:
    """Return the day of `2020-09-28`, with or without a time; None where it is empty."""
    typed = text.strip()
    if not typed:
        return None
    match = _ISO.fullmatch(typed)
    try:
        return date(*map(int, match.groups()))
    except (AttributeError, ValueError) as error:
        raise Unreadable(
            column, f"“{typed[:40]}” is no day such as 2020-09-28, the year first."
        ) from error


@lru_cache(maxsize=65536)
def span(first: date, last: date, *, lasted: bool) -> str:
    """Return the EDTF of a span of days: it lasted so long, or was on some day of it.

    Some day of exactly one month or one year is that month or year; one day is that day.
    """
    if first == last:
        return first.isoformat()
    if lasted:
        return f"{first.isoformat()}/{last.isoformat()}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return first.isoformat()[:4]
    if first.day == 1 and last == month_end(first):
        return first.isoformat()[:7]
    return f"[{first.isoformat()}..{last.isoformat()}]"


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


@lru_cache(maxsize=65536)
def written_day(text: str, column: str) -> date | None:
    """Return the day of `2020-09-28`, `28 September 2020` or `28-Sep-2020`; None if empty."""
    match = _WRITTEN.fullmatch(text.strip())
    month = match and _MONTHS.get(match["month"].lower())
    if not month:
        return iso_day(text, column)
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError as error:
        raise Unreadable(column, f"“{text.strip()[:40]}” is not in the calendar.") from error


@lru_cache(maxsize=65536)
def american_day(text: str, column: str) -> date:
    """Return the day of `1/31/2015`, the month first, or of an ISO day; Unreadable otherwise."""
    typed = text.strip()
    match = _AMERICAN.fullmatch(typed)
    if match:
        month, day, year = map(int, match.groups())
        try:
            return date(year, month, day)
        except ValueError as error:
            raise Unreadable(column, f"“{typed}” is no month, day and year.") from error
    day = iso_day(typed, column)
    if day is None:
        raise Unreadable(column, "It is empty: a day such as 1/31/2015 or 2015-01-31 is accepted.")
    return day
