"""The dead of a row of UCDP GED."""

import pytest

from datasets.formats.entry import Entry
from datasets.formats.ucdp import read
from tests.datasets.formats.ucdp_rows import make_ucdp_row, one_sided


def numbers(entry: Entry) -> dict[str, tuple]:
    return {count.slot: (count.low, count.best, count.high) for count in entry.counts}


def test_the_total_is_as_stated_and_parts_have_the_deaths_above_zero():
    entry = read(make_ucdp_row())
    assert numbers(entry) == {"all": (8, 8, 8), "side_a": (3, 3, 3), "civilians": (5, 5, 5)}
    assert [count.part_of_all for count in entry.counts] == [False, True, True]


def test_where_the_total_is_a_range_a_part_is_no_more_than_its_best():
    assert numbers(read(make_ucdp_row(low="0", high="9")))["side_a"] == (None, 3, None)


def test_parts_say_who_died():
    row = make_ucdp_row(deaths_a="3", deaths_b="2", deaths_civilians="2", deaths_unknown="1")
    who = {count.slot: (count.who, count.affiliation) for count in read(row).counts}
    assert who == {
        "all": ("all", ""),
        "side_a": ("security_force", "Government of Iraq"),
        "side_b": ("combatant", "IS"),
        "civilians": ("civilian", ""),
        "unknown": ("unknown", ""),
    }


def test_dead_of_the_side_that_attacked_civilians_are_attackers():
    entry = read(one_sided(deaths_a="2", best="7", low="7", high="7"))
    assert {count.slot: count.who for count in entry.counts}["side_a"] == "attacker"
    assert entry.attackers_included == "yes"


@pytest.mark.parametrize(
    ("row", "included"),
    [
        (one_sided(), "no"),
        (one_sided(deaths_unknown="2", best="7"), "unknown"),
        (one_sided(deaths_a=""), "unknown"),
        (make_ucdp_row(), "unknown"),
    ],
)
def test_attackers_are_excluded_only_where_ucdp_says_who_attacked(row, included):
    assert read(row).attackers_included == included


@pytest.mark.parametrize(
    ("low", "best", "high", "columns"),
    [
        ("22", "8", "22", ["low"]),
        ("8", "8", "7", ["best"]),
        ("9", "8", "7", ["best", "low"]),
        ("0", "8", "90", []),
    ],
)
def test_estimates_out_of_order_are_kept_and_flagged(low, best, high, columns):
    entry = read(make_ucdp_row(low=low, best=best, high=high))
    assert numbers(entry)["all"] == (int(low), int(best), int(high))
    assert [flag.column for flag in entry.flags] == columns
    assert entry.counts[0].as_stated == bool(entry.count_note) == bool(columns)


def test_all_deaths_in_the_high_estimate_alone_are_nothing_odd():
    row = make_ucdp_row(low="0", best="0", high="4", deaths_a="0", deaths_civilians="0")
    assert numbers(read(row)) == {"all": (0, 0, 4)}
    assert not read(row).flags


def test_deaths_by_side_that_add_up_to_something_else_are_flagged():
    flags = read(make_ucdp_row(deaths_a="4")).flags
    assert [flag.sentence for flag in flags] == ["It is 8, but the deaths by side add up to 9."]


def test_empty_numbers_are_not_known_and_never_zero():
    assert numbers(read(make_ucdp_row(low="", high="")))["all"] == (None, 8, None)
    nothing = dict.fromkeys(["low", "best", "high", "deaths_a", "deaths_civilians"], "")
    assert not read(make_ucdp_row(**nothing)).counts
