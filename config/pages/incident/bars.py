"""Figures as bars on one common scale, in the form of `components/casualty_bar.svg`."""

from collections.abc import Iterable

STEPS = 4


def scale_for(reports: Iterable[dict], outcomes: list[str]) -> int:
    """Return the end of the scale: a round number past the greatest figure, in four whole steps."""
    numbers = [
        number
        for figures in reports
        for outcome in outcomes
        if figures[outcome]
        for number in (figures[outcome]["low"], figures[outcome]["high"])
        if number is not None
    ]
    greatest = max(numbers, default=0)
    ends = (STEPS * step * 10**power for power in range(9) for step in (1, 2, 3, 5))
    return next(end for end in ends if end > greatest)


def ticks(top: int) -> list[dict]:
    """Return the figures along the scale for `components/casualty_axis.svg`."""
    steps = [top * step // STEPS for step in range(STEPS + 1)]
    return [{"at": _at(step, top), "text": f"{step:,}"} for step in steps]


def bar(figure: dict | None, top: int) -> dict:
    """Draw one figure; an unknown one has neither end, one with only a high begins at nought."""
    low = figure and figure["low"]
    high = figure and figure["high"]
    known = low is not None or high is not None
    return {
        "ticks": [tick["at"] for tick in ticks(top)],
        "low": _at(low or 0, top) if known else None,
        "high": _at(high, top) if high is not None else "100%",
        "exact": known and low == high,
        "open": known and high is None,
        "zero": low == high == 0,
    }


def _at(number: int, top: int) -> str:
    return f"{100 * number / top:.4g}%"
