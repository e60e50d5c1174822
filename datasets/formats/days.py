"""Days as datasets write them, and the EDTF of what they say about when something was."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from .entry import Unreadable

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
            column, f"“{typed[:40]}” is no day: write the year first, as in 2020-09-28."
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
