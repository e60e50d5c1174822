"""The harness lets contestants run in turn, and reports medians only where they are steady."""

import pytest

from benchmarks.harness import (
    MISSED,
    NOT_REPORTED,
    REACHED,
    Contestant,
    Demand,
    Unit,
    compare,
    in_turn,
    spread,
)

MILLISECONDS = Unit("ms", 1000)


def steady(name: str, seconds: float) -> Contestant:
    return Contestant(name, lambda number: seconds)


def result_of(demand: Demand, *contestants: Contestant) -> int:
    return compare("A page", list(contestants), [demand], unit=MILLISECONDS, rounds=5)


def test_contestants_run_in_turn_and_the_first_round_does_not_count():
    heard = []

    def loud(name):
        return Contestant(name, lambda number: heard.append((number, name)) or number)

    times = in_turn([loud("a"), loud("b")], 2)
    assert heard == [(0, "a"), (0, "b"), (1, "a"), (1, "b"), (2, "a"), (2, "b")]
    assert times == {"a": [1, 2], "b": [1, 2]}


def test_the_spread_is_the_distance_of_the_quartiles_over_the_median():
    assert spread([8.0, 9.0, 10.0, 11.0, 12.0]) == pytest.approx(0.2)


def test_a_demand_that_is_met_is_reached():
    demand = Demand("theirs", "ours", at_least=8)
    assert result_of(demand, steady("ours", 0.01), steady("theirs", 0.09)) == REACHED


def test_a_demand_that_is_not_met_is_missed():
    demand = Demand("deep", "first", at_most=1.3)
    assert result_of(demand, steady("first", 0.01), steady("deep", 0.02)) == MISSED


def test_above_the_widest_spread_no_ratio_is_reported(capsys):
    unsteady = Contestant("theirs", lambda number: 1.0 + number)
    demand = Demand("theirs", "ours", at_least=2)
    assert result_of(demand, steady("ours", 1.0), unsteady) == NOT_REPORTED
    assert "not reported: spread above 20%" in capsys.readouterr().out


def test_fewer_than_five_rounds_are_refused():
    with pytest.raises(ValueError, match="at least 5 rounds"):
        compare("A page", [steady("ours", 1.0)], [], unit=MILLISECONDS, rounds=4)
