"""Which of two dated assertions came later, as far as partial dates tell.

A *date* is `{"edtf": "2020-09-28", "wording": "", "time": ""}` or null. Its time counts only as
"HH:MM", and only to order what was said on one known day.
"""

import re
from datetime import date

from dates.partial import PartialDate

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def bounds(when: dict | None) -> tuple[date | None, date | None]:
    """The earliest and latest possible day, None where unknown or open."""
    if not when or not when.get("edtf"):
        return None, None
    parsed = PartialDate.parse(when["edtf"])
    return parsed.earliest, parsed.latest


def clock(when: dict | None) -> str:
    """The time as "HH:MM", or "" where it is not known so exactly."""
    time = (when or {}).get("time") or ""
    return time if _CLOCK.fullmatch(time) else ""


def certainly_later(later: dict | None, earlier: dict | None) -> bool:
    """Whether no reading of the two dates puts `later` before, or at the time of, `earlier`."""
    first, last = bounds(later)[0], bounds(earlier)[1]
    if first is None or last is None:
        return False
    if first > last:
        return True
    one_day = bounds(later) == bounds(earlier) == (first, first)
    return one_day and bool(clock(earlier)) and clock(later) > clock(earlier)
