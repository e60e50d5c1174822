"""Rules 4 to 7 of the toll: what all reports say together."""

import pytest

from incidents.tolls import current_reports, toll
from tests.incidents.make_reports import (
    exactly,
    killed,
    make_addition,
    make_count,
    make_report,
    make_rivals_of_28_september,
)


def killed_toll(*reports, **options):
    found = toll(reports, **options)["killed"]
    return (found["low"], found["high"], found["best"]) if found else None


def test_a_report_about_a_part_stays_out():
    whole, part = make_report("c1", exactly(25)), make_report("c2", exactly(6), scope="in Syria")
    assert killed_toll(whole, part) == (25, 25, None)


def test_a_part_alone_makes_no_toll():
    assert killed_toll(make_report("c1", exactly(6), scope="in Syria")) is None


def test_a_base_and_its_addition_are_one_figure():
    assert killed_toll(make_report("c1", exactly(1)), make_addition()) == (3, 3, None)


def test_additions_to_additions_count():
    reports = make_report("c1", exactly(1)), make_addition(), make_addition("c3", to="c2")
    assert killed_toll(*reports) == (5, 5, None)


def test_a_base_and_its_addition_both_carry_the_figure():
    reports = make_report("c1", exactly(1)), make_addition()
    assert toll(reports)["killed"]["rests_on"] == ["c1", "c2"]


def test_an_addition_speaks_where_its_base_is_silent():
    base = make_report("c1", make_count("injured", 4, 4))
    assert killed_toll(base, make_addition()) == (2, 2, None)


def test_an_open_addition_opens_the_figure():
    addition = make_report("c2", killed(2), relation="adds_to", related="c1")
    assert killed_toll(make_report("c1", exactly(1)), addition) == (3, None, None)


def test_an_addition_falls_with_its_base():
    base = make_report("c1", exactly(1), withdrawn=True)
    assert current_reports([base, make_addition()]).why["c2"] == "adds to c1, which is withdrawn"
    assert killed_toll(base, make_addition()) is None


def test_an_addition_falls_with_the_base_of_its_base():
    base = make_report("c1", exactly(1), withdrawn=True)
    assert current_reports([base, make_addition(), make_addition("c3", to="c2")]).keys == []


def test_an_addition_to_a_part_stays_out_with_it():
    part = make_report("c1", exactly(6), scope="in Syria")
    assert killed_toll(part, make_addition()) is None


def test_additions_in_a_circle_stay_out():
    assert killed_toll(make_addition("c1", to="c2"), make_addition("c2", to="c1")) is None


def test_an_addition_to_itself_stays_out():
    assert killed_toll(make_addition("c1", to="c1")) is None


def test_the_four_rivals_of_28_september_2020_on_the_killed():
    assert toll(make_rivals_of_28_september())["killed"] == {
        "low": 3,
        "high": 7,
        "best": 5,
        "rests_on": ["c1", "c2", "c3"],
        "may_include_attackers": False,
    }


def test_the_four_rivals_of_28_september_2020_on_the_injured():
    found = toll(make_rivals_of_28_september())["injured"]
    assert (found["low"], found["high"], found["best"]) == (2, None, 2)
    assert found["rests_on"] == ["c1", "c2", "c3"]


def test_the_high_is_open_where_none_is_stated():
    assert killed_toll(make_report("c1", killed(3)), make_report("c2", killed(5))) == (
        3,
        None,
        None,
    )


def test_every_open_report_gives_an_open_high_where_none_is_stated():
    reports = make_report("c1", killed(3)), make_report("c2", killed(5))
    assert toll(reports)["killed"]["rests_on"] == ["c1", "c2"]


@pytest.mark.parametrize(("open_low", "high"), [(6, 7), (7, None), (8, None)])
def test_an_open_report_opens_the_high_where_its_low_reaches_it(open_low, high):
    reports = make_report("c1", exactly(7)), make_report("c2", killed(open_low))
    assert killed_toll(*reports)[1] == high


def test_an_unknown_number_opens_no_stated_high():
    reports = make_report("c1", killed(3, 7)), make_report("c2", killed(None, None))
    assert killed_toll(*reports) == (3, 7, None)


def test_up_to_22_gives_the_high_and_no_low():
    reports = make_report("c1", exactly(1)), make_report("c2", killed(None, 22))
    assert killed_toll(*reports) == (1, 22, None)


def test_a_number_that_nobody_knows_rests_on_who_says_so():
    found = toll([make_report("c1", killed(None, None, wording="some"))])["killed"]
    assert found["low"] is found["high"] is found["best"] is None
    assert found["rests_on"] == ["c1"]


def test_there_is_no_best_where_no_report_is_adopted():
    assert killed_toll(make_report("c1", exactly(5)))[2] is None


def test_there_is_no_best_where_the_adopted_report_is_replaced():
    adopted = make_report("c1", exactly(5), adopted=True)
    later = make_report("c2", exactly(6), relation="replaces", related="c1")
    assert killed_toll(adopted, later) == (6, 6, None)


def test_there_is_no_best_where_the_adopted_report_does_not_say():
    assert killed_toll(make_report("c1", killed(4), adopted=True)) == (4, None, None)


def test_there_is_no_best_where_the_adopted_report_is_about_a_part():
    part = make_report("c1", exactly(5), scope="in Syria", adopted=True)
    assert killed_toll(part, make_report("c2", exactly(9)))[2] is None


def test_the_best_of_an_adopted_base_includes_its_additions():
    assert killed_toll(make_report("c1", exactly(1), adopted=True), make_addition())[2] == 3


def test_a_report_that_gives_neither_bound_nor_best_is_not_rested_on():
    reports = [make_report(f"c{n}", exactly(n)) for n in (3, 5, 7)]
    assert toll(reports)["killed"]["rests_on"] == ["c3", "c7"]


def test_zero_is_stated_and_not_mentioned_is_null():
    found = toll([make_report("c1", exactly(0))])
    assert found["killed"]["low"] == 0
    assert found["injured"] is None


def test_the_toll_is_flagged_by_what_it_rests_on():
    reports = (
        make_report("c1", exactly(9), attackers_included="unknown"),
        make_report("c2", exactly(3)),
    )
    assert toll(reports)["killed"]["may_include_attackers"]


def test_the_toll_is_not_flagged_by_a_report_that_it_does_not_rest_on():
    middle = make_report("c2", exactly(5), attackers_included="unknown")
    reports = make_report("c1", exactly(3)), middle, make_report("c3", exactly(9))
    assert not toll(reports)["killed"]["may_include_attackers"]


def toll_of(*counts):
    return toll([make_report("c1", *counts, adopted=True)])


def test_an_operation_has_its_own_reports():
    own = make_report("c1", exactly(4))
    assert killed_toll(own, parts=[toll_of(exactly(1)), toll_of(exactly(9))]) == (4, 4, None)


def test_an_operation_without_reports_is_the_sum_of_its_parts():
    assert killed_toll(parts=[toll_of(killed(1, 2)), toll_of(exactly(9))]) == (10, 11, None)


def test_a_sum_of_parts_has_a_best_where_all_have_one():
    assert killed_toll(parts=[toll_of(exactly(1)), toll_of(exactly(9))]) == (10, 10, 10)


def test_a_sum_of_parts_is_open_if_one_lacks_a_figure():
    assert killed_toll(parts=[toll_of(exactly(1)), toll_of()]) == (1, None, None)


def test_a_part_without_a_figure_does_not_make_zero():
    assert killed_toll(parts=[toll_of(exactly(0)), toll_of()]) == (None, None, None)


def test_parts_without_any_figure_make_no_toll():
    assert killed_toll(parts=[toll_of(), toll_of()]) is None


def test_an_operation_is_summed_for_the_outcomes_of_which_its_reports_are_silent():
    own, part = make_report("c1", make_count("injured", 4, 4)), toll_of(exactly(2))
    assert killed_toll(own, parts=[part]) == (2, 2, 2)


def test_a_sum_of_parts_rests_on_no_report_of_the_operation():
    assert toll([], parts=[toll_of(exactly(2))])["killed"]["rests_on"] == []


def test_a_sum_of_parts_is_flagged_by_a_part():
    part = toll([make_report("c1", exactly(2), attackers_included="unknown")])
    assert toll([], parts=[part])["killed"]["may_include_attackers"]
