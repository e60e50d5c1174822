"""Let contestants run in turn, A B A B, and report medians; refuse where the machine is unsteady.

A round is one run of every contestant, in order. What a contestant measures in a round is one
number of seconds, of which less is better. The spread of a contestant is the distance between the
quartiles of its rounds over their median; above WIDEST nothing is reported.
"""

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 7
FEWEST_ROUNDS = 5
WIDEST = 0.20
REACHED, MISSED, NOT_REPORTED = 0, 1, 2


@dataclass(frozen=True)
class Contestant:
    """Who takes part; `measure` runs the round of that number and returns seconds a unit."""

    name: str
    measure: Callable[[int], float]


@dataclass(frozen=True)
class Unit:
    """What the numbers are called: `Unit("ms a page", 1000)` shows seconds as milliseconds."""

    name: str
    scale: float = 1.0


@dataclass(frozen=True)
class Demand:
    """What is needed: how many times as long `of` may or must take as `over`.

    Without a figure, the two are only compared.
    """

    of: str
    over: str
    at_least: float | None = None
    at_most: float | None = None

    def is_met(self, ratio: float) -> bool:
        long_enough = self.at_least is None or ratio >= self.at_least
        return long_enough and (self.at_most is None or ratio <= self.at_most)

    @property
    def is_comparison(self) -> bool:
        return self.at_least is None and self.at_most is None

    def __str__(self) -> str:
        if self.at_least is not None:
            return f"needed at least {self.at_least:g}"
        return "for comparison" if self.at_most is None else f"needed at most {self.at_most:g}"


def compare(
    title: str,
    contestants: list[Contestant],
    demands: list[Demand],
    *,
    unit: Unit,
    rounds: int = ROUNDS,
) -> int:
    """Run, print, and return the exit status: REACHED, MISSED or NOT_REPORTED."""
    if rounds < FEWEST_ROUNDS:
        raise ValueError(f"Give at least {FEWEST_ROUNDS} rounds, not {rounds}.")
    print(f"\n{title}: {rounds} rounds, in turn: {', '.join(one.name for one in contestants)}")
    times = in_turn(contestants, rounds)
    width = max(len(name) for name in times)
    for name, found in times.items():
        print(f"  {name:<{width}}  {described(found, unit)}")
    if unsteady := [name for name, found in times.items() if spread(found) > WIDEST]:
        print(f"  not reported: spread above {WIDEST:.0%} ({', '.join(unsteady)})")
        return NOT_REPORTED
    met = [told(demand, times) for demand in demands]
    return REACHED if all(met) else MISSED


def in_turn(contestants: list[Contestant], rounds: int) -> dict[str, list[float]]:
    """Return what each measured in each round. Round 0 warms up and does not count."""
    times: dict[str, list[float]] = {one.name: [] for one in contestants}
    for number in range(rounds + 1):
        for one in contestants:
            measured = one.measure(number)
            if number:
                times[one.name].append(measured)
        show_progress(number, rounds)
    return times


def show_progress(number: int, rounds: int) -> None:
    if sys.stderr.isatty():
        print(f"\r  round {number} of {rounds}", end="\r", file=sys.stderr, flush=True)


def spread(times: list[float]) -> float:
    """Return the distance between the quartiles over the median."""
    low, middle, high = statistics.quantiles(times, n=4, method="inclusive")
    return (high - low) / middle


def described(times: list[float], unit: Unit) -> str:
    scaled = [one * unit.scale for one in times]
    middle = statistics.median(scaled)
    return (
        f"median {middle:8.2f} {unit.name}, spread {spread(times):5.1%}, "
        f"from {min(scaled):.2f} to {max(scaled):.2f}"
    )


def told(demand: Demand, times: dict[str, list[float]]) -> bool:
    """Print the ratio of two medians beside what is needed; say whether it is met."""
    longer, shorter = times[demand.of], times[demand.over]
    ratio = statistics.median(longer) / statistics.median(shorter)
    each = [a / b for a, b in zip(longer, shorter, strict=True)]
    met = demand.is_met(ratio)
    verdict = "" if demand.is_comparison else ": reached" if met else ": NOT reached"
    print(
        f"  {demand.of} / {demand.over}: {ratio:.2f} (in single rounds {min(each):.2f} to "
        f"{max(each):.2f}); {demand}{verdict}"
    )
    return met
