"""Which dates fall into a window: the one rule of filter, timeline, histogram and export.

A window is two days, both within it; None leaves a side open. A date is given by its earliest and
latest possible day, None for an open side. What has neither day is undated and in no window.
`dates.filters` says the same in SQL.
"""

from datetime import date


def possibly_in(
    earliest: date | None, latest: date | None, start: date | None, end: date | None
) -> bool:
    """Whether some possible day lies in the window."""
    if earliest is None and latest is None:
        return False
    begins_in_time = end is None or earliest is None or earliest <= end
    ends_in_time = start is None or latest is None or latest >= start
    return begins_in_time and ends_in_time


def certainly_in(
    earliest: date | None,
    latest: date | None,
    approximate: bool,
    start: date | None,
    end: date | None,
) -> bool:
    """Whether every possible day lies in the window; never for an approximate date."""
    if approximate or (earliest is None and latest is None):
        return False
    begins_within = start is None or (earliest is not None and earliest >= start)
    ends_within = end is None or (latest is not None and latest <= end)
    return begins_within and ends_within
