"""A lone report is read by a short cut, which must come to what the rules come to."""

import random

import pytest

from incidents.tolls import derivation, toll
from tests.incidents.make_reports import make_count, make_report


def any_report(chance: random.Random) -> dict:
    counts = []
    for outcome in chance.sample(["killed", "injured", "missing", "abducted"], 3):
        low = chance.choice([None, 0, 1, 5])
        high = None if low is None else chance.choice([None, low, low + 3])
        who = chance.choice(["all", "civilian", "attacker"])
        counts.append(make_count(outcome, low, high, who=who))
    included = chance.choice(["yes", "no", "unknown"])
    adopted = chance.random() < 0.5
    return make_report("c1", *counts, attackers_included=included, adopted=adopted)


@pytest.mark.parametrize("seed", range(60))
def test_a_lone_report_makes_the_toll_that_the_rules_make(seed, monkeypatch):
    report = any_report(random.Random(seed))  # noqa: S311 (the same at every run)
    short = toll([report])

    monkeypatch.setattr(derivation, "stands_alone", lambda reports: False)

    assert toll([report]) == short
