"""Who says it and when: how the voices of an incident's rows are named and put in order."""

from incidents.moments import bounds, clock
from ledger.wording import capital

NOBODY = {"name": "Nobody is named", "url": ""}


def voice(who: dict | None) -> dict:
    """Return who says something, beginning with a capital, for `components/who.html`."""
    return {**who, "name": capital(who["name"])} if who else NOBODY


def in_time(date: dict | None) -> tuple:
    """Return a date's place in the order of time, by day and hour; unknown dates come last."""
    first, last = bounds(date)
    day = first or last
    return day is None, day and day.isoformat(), clock(date)
