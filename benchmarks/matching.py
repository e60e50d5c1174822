"""How many of the attacks that two datasets tell of are found, and how many found are one attack.

    python -m benchmarks.matching [--seed 1] [--files FILE.csv.gz …]

Attacks of UCDP GED and of the sample are told again by another coder (benchmarks/matching_recoding)
so that which are one is known. The points of the score were set while looking at odd years; the
figures printed first are of even years, which nobody looked at meanwhile.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from datasets.matching.scoring import Attack, score
from datasets.matching.scoring.window import DAYS_APART, LONGEST, near

from .matching_recoding import Labelled, labelled
from .matching_rules import Pair, meltt, xsub
from .matching_truth import GED, SHARED, truths

THRESHOLDS = (0.3, 0.5, 0.7, 0.9)
WINDOWS = ((1, 1), (5, 2))
MELTT_WINDOWS = ((5, 2), (30, 2))


def main() -> None:
    options = read_options()
    found = truths([path for path in options.files if path.exists()])
    for title, odd in (("even years, not looked at", 0), ("odd years", 1)):
        some = [truth for truth in found if truth.year % 2 == odd]
        report(title, labelled(some, options.seed))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--files", nargs="*", type=Path, default=[SHARED / name for name in GED], metavar="FILE"
    )
    return parser.parse_args()


def report(title: str, made: Labelled) -> None:
    pairs = list(candidates(made.first, made.second))
    print(
        f"\n{title}: {len(made.first):,} attacks in one dataset, {len(made.second):,} in the "
        f"other, {len(made.same):,} pairs are one attack"
    )
    print("| rule | pairs | precision | recall | F1 |\n|---|--:|--:|--:|--:|")
    for rule, taken in rules(made, pairs):
        print(line(rule, taken, made.same))


def rules(made: Labelled, pairs: list[Pair]) -> Iterator[tuple[str, set[Pair]]]:
    """Yield each rule with the pairs that it takes for one attack."""
    yield "every candidate", set(pairs)
    for km, days in WINDOWS:
        taken = {
            pair for pair in pairs if xsub(made.first[pair[0]], made.second[pair[1]], km, days)
        }
        yield f"xSub's, {km} km and {days} d", taken
    for km, days in MELTT_WINDOWS:
        yield (
            f"meltt's idea, {km} km and {days} d",
            meltt(pairs, made.first, made.second, km, days),
        )
    values = valued(made, pairs)
    for least in THRESHOLDS:
        yield f"ours, {least:g} and above", {pair for pair in pairs if values[pair] >= least}


def valued(made: Labelled, pairs: list[Pair]) -> dict[Pair, float]:
    """Score pairs in view of one another, as `datasets.matching.proposing` does in SQL."""
    scores = {pair: score(made.first[pair[0]], made.second[pair[1]]) for pair in pairs}
    of_first, of_second = Counter(), Counter()
    for (first, second), found in scores.items():
        of_first[first] += found.odds
        of_second[second] += found.odds
    return {
        (first, second): found.among(max(of_first[first], of_second[second]) - found.odds, 0).value
        for (first, second), found in scores.items()
    }


def line(rule: str, taken: set[Pair], same: set[Pair]) -> str:
    right = len(taken & same)
    precision, recall = right / (len(taken) or 1), right / (len(same) or 1)
    mean = 2 * precision * recall / ((precision + recall) or 1)
    return f"| {rule} | {len(taken):,} | {precision:.3f} | {recall:.3f} | {mean:.3f} |"


def candidates(first: list[Attack], second: list[Attack]) -> Iterator[Pair]:
    """Yield the pairs that `datasets.matching.candidates` finds, without its limit a record."""
    by_day: dict = defaultdict(set)
    for number, attack in enumerate(second):
        for day in _days(attack, 0):
            by_day[day].add(number)
    for number, attack in enumerate(first):
        together = set().union(*(by_day[day] for day in _days(attack, DAYS_APART)))
        for other in sorted(together):
            if near(attack, second[other]):
                yield number, other


def _days(attack: Attack, around: int) -> list:
    """List the days that a date covers, and some around; none where it covers too many."""
    covered = (attack.latest - attack.earliest).days + 1
    if covered > LONGEST:
        return []
    start = attack.earliest - timedelta(days=around)
    return [start + timedelta(days=day) for day in range(covered + 2 * around)]


if __name__ == "__main__":
    main()
