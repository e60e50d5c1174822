"""Rule 3 of the toll: which reports stand."""

import pytest

from incidents.tolls import current_reports, toll
from tests.incidents.make_reports import JOINT_COMMAND, exactly, make_count, make_report


def killed_toll(*reports, **options):
    found = toll(reports, **options)["killed"]
    return (found["low"], found["high"], found["best"]) if found else None


def test_a_replaced_report_is_out():
    reports = (
        make_report("c1", exactly(3)),
        make_report("c2", exactly(5), relation="replaces", related="c1"),
    )
    assert current_reports(reports) == (["c2"], {"c1": "replaced by c2"})


def test_a_withdrawn_report_is_out():
    assert current_reports([make_report("c1", exactly(3), withdrawn=True)]).why == {
        "c1": "withdrawn"
    }


def test_a_withdrawn_report_replaces_nothing():
    withdrawn = make_report("c2", exactly(5), relation="replaces", related="c1", withdrawn=True)
    assert current_reports([make_report("c1", exactly(3)), withdrawn]).keys == ["c1"]


def test_the_same_author_later_replaces_earlier():
    first = make_report("c1", exactly(3), by=JOINT_COMMAND, on="2020-09-28")
    second = make_report("c2", exactly(5), by=JOINT_COMMAND, on="2020-09-29")
    assert current_reports([second, first]) == (["c2"], {"c1": "replaced by c2"})


def test_an_evolving_series_names_the_next_report():
    series = [
        make_report(f"c{n}", exactly(n), by=JOINT_COMMAND, on=f"2020-01-0{n}") for n in (1, 2, 3)
    ]
    assert current_reports(series).why == {"c1": "replaced by c2", "c2": "replaced by c3"}


def test_equal_text_is_the_same_author():
    first = make_report("c1", exactly(3), by={"record": None, "text": "Two officials"}, on="2020")
    second = make_report("c2", exactly(4), by={"record": None, "text": "two  officials"}, on="2021")
    assert current_reports([first, second]).keys == ["c2"]


def test_reports_without_an_author_replace_nothing():
    nobody = {"record": None, "text": None, "via": "R4"}
    first = make_report("c1", exactly(3), by=nobody, on="2020")
    assert (
        len(current_reports([first, make_report("c2", exactly(4), by=nobody, on="2021")])[0]) == 2
    )


def test_two_articles_from_one_wire_are_one_author():
    first = make_report("c1", exactly(3), by={"record": "R1"}, on="2020-09-28")
    second = make_report("c2", exactly(5), by={"record": "R2"}, on="2020-09-29")
    assert current_reports([first, second], origins={"R1": "R9", "R2": "R9"}).keys == ["c2"]


def test_another_scope_is_not_replaced():
    first = make_report("c1", exactly(3), by=JOINT_COMMAND, on="2020-09-28", scope="in Syria")
    second = make_report("c2", exactly(5), by=JOINT_COMMAND, on="2020-09-29")
    assert current_reports([first, second]).keys == ["c1", "c2"]


def test_the_same_part_is_replaced():
    first = make_report("c1", exactly(3), by=JOINT_COMMAND, on="2020-09-28", scope="In Syria")
    second = make_report("c2", exactly(5), by=JOINT_COMMAND, on="2020-09-29", scope="in syria ")
    assert current_reports([first, second]).keys == ["c2"]


@pytest.mark.parametrize("relation", ["adds_to", "contradicts"])
def test_an_addition_or_contradiction_leaves_the_earlier_standing(relation):
    first = make_report("c1", exactly(3), by=JOINT_COMMAND, on="2020-09-28")
    second = make_report(
        "c2", exactly(5), by=JOINT_COMMAND, on="2020-09-29", relation=relation, related="c1"
    )
    assert current_reports([first, second]).keys == ["c1", "c2"]


def test_who_contradicts_another_still_replaces_its_own_earlier_report():
    own = make_report("c1", exactly(3), by=JOINT_COMMAND, on="2020-09-28")
    other = make_report("c2", exactly(9), on="2020-09-28")
    later = make_report(
        "c3", exactly(4), by=JOINT_COMMAND, on="2020-09-29", relation="contradicts", related="c2"
    )
    assert current_reports([own, other, later]).keys == ["c2", "c3"]


def test_an_undated_report_neither_replaces_nor_is_replaced():
    first = make_report("c1", exactly(3), by=JOINT_COMMAND)
    second = make_report("c2", exactly(5), by=JOINT_COMMAND, on="2020-09-29")
    assert current_reports([first, second]).keys == ["c1", "c2"]


def test_dates_that_overlap_do_not_say_which_is_later():
    first = make_report("c1", exactly(3), by=JOINT_COMMAND, on="2020-01")
    second = make_report("c2", exactly(5), by=JOINT_COMMAND, on="2020-01-28")
    assert current_reports([first, second]).keys == ["c1", "c2"]


def test_an_approximate_date_is_later_by_its_bounds():
    first = make_report("c1", exactly(34), by=JOINT_COMMAND, on="2020-01-24~")
    second = make_report("c2", exactly(50), by=JOINT_COMMAND, on="2020-01-28")
    assert current_reports([first, second]).keys == ["c2"]


def test_the_clock_decides_within_a_day():
    late = make_report("c1", exactly(2), by=JOINT_COMMAND, on="2021-07-07", at="21:10")
    early = make_report("c2", exactly(3), by=JOINT_COMMAND, on="2021-07-07", at="18:00")
    assert current_reports([late, early]).keys == ["c1"]


def test_words_for_a_time_do_not_decide_within_a_day():
    late = make_report("c1", exactly(2), by=JOINT_COMMAND, on="2021-07-07", at="evening")
    early = make_report("c2", exactly(3), by=JOINT_COMMAND, on="2021-07-07", at="18:00")
    assert len(current_reports([late, early]).keys) == 2


def test_a_later_report_replaces_only_what_it_speaks_of():
    nobody = make_report("c1", exactly(0), by=JOINT_COMMAND, on="2020-01-08")
    injured = make_report("c2", make_count("injured", 11, 11), by=JOINT_COMMAND, on="2020-01-17")
    assert killed_toll(nobody, injured) == (0, 0, None)


def test_a_report_replaced_for_one_outcome_still_stands_for_another():
    first = make_report(
        "c1", exactly(0), make_count("injured", 0, 0), by=JOINT_COMMAND, on="2020-01-08"
    )
    second = make_report("c2", make_count("injured", 11, 11), by=JOINT_COMMAND, on="2020-01-17")
    assert current_reports([first, second]).keys == ["c1", "c2"]
    assert current_reports([first, second], outcome="injured").keys == ["c2"]


def test_a_contradicted_report_stays_in_the_toll():
    first = make_report("c1", exactly(1))
    denial = make_report("c2", exactly(0), relation="contradicts", related="c1")
    assert killed_toll(first, denial) == (0, 1, None)
