"""Rules 1 and 2 of the toll: what one report says."""

import pytest

from incidents.tolls import OUTCOMES, report_figures
from tests.incidents.make_reports import killed, make_count, make_report


def figure(*counts, outcome="killed", **fields):
    """Low, high and best of one report of these rows."""
    found = report_figures(make_report("c1", *counts, **fields))[outcome]
    return (found["low"], found["high"], found["best"]) if found else None


def flagged(*counts, outcome="killed", **fields):
    return report_figures(make_report("c1", *counts, **fields))[outcome]["may_include_attackers"]


def test_the_row_of_all_is_the_figure_whatever_else_is_counted():
    rows = killed(5, 5), killed(2, 2, who="civilian"), killed(9, 9, sex_age=["man"])
    assert figure(*rows) == (5, 5, 5)


def test_without_a_row_of_all_the_top_level_rows_are_added():
    rows = killed(2, 2, sex_age=["woman"]), killed(3, 3, sex_age=["child"])
    assert figure(*rows) == (5, 5, 5)


def test_a_subset_is_not_added_to_what_it_is_part_of():
    rows = killed(5, 5, who="civilian"), killed(2, 2, sex_age=["woman"], part_of="n1")
    assert figure(*rows) == (5, 5, 5)


def test_two_levels_of_subsets_are_not_added():
    rows = (
        killed(5, 5, who="civilian"),
        killed(3, 3, sex_age=["child"], part_of="n1"),
        killed(1, 1, sex_age=["girl"], part_of="n2"),
    )
    assert figure(*rows) == (5, 5, 5)


@pytest.mark.parametrize(
    "narrowing",
    [
        {"sex_age": ["woman"]},
        {"nationality": "IQ"},
        {"group": "pilgrims"},
        {"affiliation": "a militia"},
        {"harm_from": "interception"},
    ],
)
def test_a_narrowed_row_is_not_the_row_of_all(narrowing):
    assert figure(killed(1, 1, **narrowing), killed(2, 2, who="civilian")) == (3, 3, 3)


def test_a_sum_is_open_if_one_row_is_open():
    assert figure(killed(2, 2, who="civilian"), killed(1, None, who="combatant")) == (3, None, None)


def test_attackers_are_left_out_of_a_sum():
    assert figure(killed(2, 2, who="civilian"), killed(4, 4, who="attacker")) == (2, 2, 2)


def test_a_report_of_attackers_alone_gives_no_figure():
    assert figure(killed(4, 4, who="attacker")) is None


def test_a_stated_best_is_the_best():
    assert figure(killed(3, 7, best=4)) == (3, 7, 4)


def test_equal_bounds_are_the_best_where_none_is_stated():
    assert figure(killed(3, 3)) == (3, 3, 3)


def test_a_range_without_a_stated_best_has_none():
    assert figure(killed(3, 7)) == (3, 7, None)


def test_the_best_of_a_sum_adds_stated_and_exact_ones():
    assert figure(killed(3, 7, best=4, who="civilian"), killed(2, 2, who="combatant"))[2] == 6


def test_a_sum_with_an_unknown_low_is_at_least_the_known_ones():
    assert figure(killed(3, 3, who="civilian"), killed(None, 22, who="combatant")) == (3, 25, None)


def test_zero_and_an_unknown_number_do_not_make_zero():
    assert figure(killed(0, 0, who="combatant"), killed(None, who="civilian"))[0] is None


def test_a_row_without_numbers_is_an_unknown_number():
    assert figure(killed(None, None, wording="some")) == (None, None, None)


def test_no_row_is_no_figure():
    assert report_figures(make_report("c1")) == dict.fromkeys(OUTCOMES)


def test_rows_in_a_circle_give_no_figure():
    assert figure(killed(1, 1, part_of="n2"), killed(1, 1, part_of="n1")) is None


def test_more_than_100_troops_with_brain_injuries_are_exactly_that():
    row = make_count(
        "traumatic_brain_injury",
        101,
        None,
        who="security_force",
        group="troops",
        wording="more than 100",
    )
    assert figure(row, outcome="traumatic_brain_injury") == (101, None, None)


def test_brain_injuries_count_as_injured():
    row = make_count("traumatic_brain_injury", 101, None, who="security_force")
    assert figure(row, outcome="injured") == (101, None, None)


def test_brain_injuries_are_added_to_other_injuries():
    rows = make_count("injured", 4, 4, who="civilian"), make_count("traumatic_brain_injury", 5, 5)
    assert figure(*rows, outcome="injured") == (9, 9, 9)


def test_brain_injuries_are_within_a_total_of_injured():
    rows = make_count("injured", 12, 12), make_count("traumatic_brain_injury", 5, 5)
    assert figure(*rows, outcome="injured") == (12, 12, 12)


def test_brain_injuries_that_are_part_of_injuries_are_shown_apart_and_not_added():
    rows = (
        make_count("injured", 8, 8, who="security_force"),
        make_count("traumatic_brain_injury", 3, 3, part_of="n1"),
        make_count("injured", 4, 4, who="civilian"),
        make_count("traumatic_brain_injury", 2, 2, part_of="n3"),
    )
    assert figure(*rows, outcome="injured") == (12, 12, 12)
    assert figure(*rows, outcome="traumatic_brain_injury") == (5, 5, 5)


def test_a_total_of_brain_injuries_is_added_once_beside_its_breakdown():
    rows = (
        make_count("injured", 1, 1, who="civilian"),
        make_count("traumatic_brain_injury", 5, 5),
        make_count("traumatic_brain_injury", 2, 2, sex_age=["woman"]),
    )
    assert figure(*rows, outcome="injured") == (6, 6, 6)


def test_an_indirect_death_is_not_among_the_killed():
    assert figure(make_count("indirect_death", 1, 1)) is None


def test_counted_attackers_are_subtracted_crosswise():
    rows = killed(10, 12, best=11), killed(2, 3, best=2, who="attacker")
    assert figure(*rows, attackers_included="yes") == (7, 10, 9)


def test_attackers_counted_apart_are_not_subtracted():
    assert figure(killed(10, 10), killed(2, 2, who="attacker")) == (10, 10, 10)


def test_attackers_that_are_part_of_a_row_are_subtracted_without_being_declared():
    rows = killed(10, 10), killed(2, 2, who="attacker", part_of="n1")
    assert figure(*rows, attackers_included="unknown") == (8, 8, 8)


def test_attackers_within_a_row_of_a_sum_are_subtracted():
    rows = killed(10, 10, who="combatant"), killed(3, 3, who="attacker", part_of="n1")
    assert figure(*rows, attackers_included="unknown") == (7, 7, 7)


def test_a_breakdown_of_attackers_is_subtracted_once():
    rows = (
        killed(10, 10),
        killed(3, 3, who="attacker", part_of="n1"),
        killed(1, 1, who="attacker", sex_age=["woman"], part_of="n2"),
    )
    assert figure(*rows, attackers_included="yes") == (7, 7, 7)


def test_at_least_some_attackers_leave_the_low_unknown():
    rows = killed(10, 10), killed(2, None, who="attacker")
    assert figure(*rows, attackers_included="yes") == (None, 8, None)


def test_up_to_some_attackers_leave_the_high():
    rows = killed(10, 10), killed(None, 3, who="attacker")
    assert figure(*rows, attackers_included="yes") == (7, 10, None)


def test_more_attackers_than_dead_leave_the_number_unknown():
    rows = killed(2, 2), killed(5, 5, who="attacker")
    assert figure(*rows, attackers_included="yes") == (None, None, None)


def test_subtracted_attackers_need_no_flag():
    assert not flagged(killed(10, 10), killed(2, 2, who="attacker"), attackers_included="yes")


def test_no_attackers_among_the_dead_need_no_flag():
    assert not flagged(killed(10, 10), killed(0, 0, who="attacker"), attackers_included="yes")


def test_included_but_uncounted_attackers_are_flagged():
    assert flagged(killed(10, 10), attackers_included="yes")


def test_attackers_included_in_an_unknown_number_are_flagged_and_not_subtracted():
    rows = killed(10, 10), killed(None, None, who="attacker")
    assert figure(*rows, attackers_included="yes") == (10, 10, 10)
    assert flagged(*rows, attackers_included="yes")


def test_it_is_flagged_if_nobody_knows_whether_attackers_are_included():
    assert flagged(killed(10, 10), attackers_included="unknown")


def test_counted_attackers_are_not_subtracted_if_nobody_knows_whether_they_are_included():
    rows = killed(10, 10), killed(2, 2, who="attacker")
    assert figure(*rows, attackers_included="unknown") == (10, 10, 10)
    assert flagged(*rows, attackers_included="unknown")


def test_a_report_without_attackers_is_not_flagged():
    assert not flagged(killed(10, 10), attackers_included="no")


def test_civilians_and_security_forces_are_not_flagged():
    rows = killed(1, 1, who="civilian"), killed(1, 1, who="security_force")
    assert not flagged(*rows, attackers_included="unknown")


def test_nobody_is_not_flagged():
    assert not flagged(killed(0, 0), attackers_included="unknown")


def test_rows_beside_counted_attackers_are_not_flagged():
    rows = killed(3, 3, sex_age=["man"]), killed(2, 2, who="attacker")
    assert not flagged(*rows, attackers_included="unknown")
