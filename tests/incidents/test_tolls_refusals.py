"""What casualty reports may not say."""

import pytest

from incidents.tolls import refuse_reports
from tests.incidents.make_reports import (
    exactly,
    killed,
    make_count,
    make_report,
    make_rivals_of_28_september,
)


def refused(*counts, **fields):
    return refuse_reports([make_report("c1", *counts, **fields)])


def test_the_rivals_of_28_september_are_accepted():
    assert refuse_reports(make_rivals_of_28_september()) == []


def test_two_rows_of_all_are_refused():
    assert "two rows count everybody killed" in refused(exactly(5), exactly(6))[0]


def test_rows_of_all_within_others_are_accepted():
    rows = (
        make_count("injured", 8, 8, who="civilian"),
        make_count("traumatic_brain_injury", 3, 3, part_of="n1"),
        make_count("traumatic_brain_injury", 2, 2),
    )
    assert refused(*rows) == []


def test_a_low_above_its_high_is_refused():
    assert "goes from 7 to 3; the lower number comes first" in refused(killed(7, 3))[0]


def test_a_part_of_no_row_is_refused():
    assert "part of n9, which is no row of this report" in refused(killed(1, 1, part_of="n9"))[0]


def test_rows_in_a_circle_are_refused():
    found = refused(killed(1, 1, part_of="n2"), killed(1, 1, part_of="n1"))
    assert [sentence.endswith("is part of itself; break the circle.") for sentence in found] == [
        True,
        True,
    ]


def test_a_part_of_itself_is_refused():
    assert "part of itself" in refused(killed(1, 1, part_of="n1"))[0]


def test_attackers_within_a_report_that_includes_none_are_refused():
    found = refused(exactly(5), killed(1, 1, who="attacker", part_of="n1"))
    assert "says that it includes none" in found[0]


def test_a_relation_to_no_report_is_refused():
    assert "relates to c9, which is no report" in refused(relation="replaces", related="c9")[0]


@pytest.mark.parametrize("half", [{"relation": "adds_to"}, {"related": "c2"}])
def test_half_a_relation_is_refused(half):
    assert "both a relation and a report" in refused(**half)[0]


@pytest.mark.parametrize("relation", ["adds_to", "replaces"])
def test_reports_in_a_circle_are_refused(relation):
    reports = (
        make_report("c1", relation=relation, related="c2"),
        make_report("c2", relation=relation, related="c1"),
    )
    assert len(refuse_reports(reports)) == 2


def test_two_reports_may_contradict_each_other():
    reports = (
        make_report("c1", relation="contradicts", related="c2"),
        make_report("c2", relation="contradicts", related="c1"),
    )
    assert refuse_reports(reports) == []


def test_two_adopted_reports_are_refused():
    reports = make_report("c1", adopted=True), make_report("c2", adopted=True)
    assert refuse_reports(reports) == ["Only one report can be adopted."]


def test_one_key_for_two_reports_is_refused():
    assert "Two reports have the key c1" in refuse_reports([make_report("c1")] * 2)[0]


def test_one_key_for_two_rows_is_refused():
    report = make_report("c1")
    report["counts"] = [killed(1, 1, who="civilian"), killed(1, 1, who="combatant")]
    assert "two rows have the key n1" in refuse_reports([report])[0]
