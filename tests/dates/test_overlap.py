"""Which dates a window of days holds, in Python and as a database condition."""

from datetime import date
from itertools import product

import pytest

from dates.filters import CERTAIN, POSSIBLE, overlap_q
from dates.overlap import certainly_in, possibly_in
from dates.partial import PartialDate

SEPTEMBER = (date(2020, 9, 1), date(2020, 9, 30))


def bounds(edtf):
    partial = PartialDate(edtf)
    return partial.earliest, partial.latest


@pytest.mark.parametrize(
    ("edtf", "possibly", "certainly"),
    [
        ("2020-09-28", True, True),
        ("2020-09-01", True, True),
        ("2020-09-30", True, True),
        ("2020-09", True, True),
        ("2020", True, False),
        ("2020-09-30/2020-10-01", True, False),
        ("2020-08-31", False, False),
        ("2020-10", False, False),
        ("2003/..", True, False),
        ("2020-09/..", True, False),
        ("../2020-09", True, False),
        ("[..2014]", False, False),
        ("[2020-10-01..]", False, False),
        ("..", False, False),
        ("2020-09~", True, False),
    ],
)
def test_a_window_holds_dates_possibly_and_certainly(edtf, possibly, certainly):
    approximate = PartialDate(edtf).approximate
    assert possibly_in(*bounds(edtf), *SEPTEMBER) is possibly
    assert certainly_in(*bounds(edtf), approximate, *SEPTEMBER) is certainly


@pytest.mark.parametrize(
    ("edtf", "window", "certainly"),
    [
        ("2003/..", (date(2003, 1, 1), None), True),
        ("2003/..", (None, date(2020, 1, 1)), False),
        ("[..2014]", (None, date(2014, 12, 31)), True),
        ("[..2014]", (date(2014, 1, 1), None), False),
    ],
)
def test_an_open_side_of_a_date_needs_an_open_side_of_the_window(edtf, window, certainly):
    assert possibly_in(*bounds(edtf), *window)
    assert certainly_in(*bounds(edtf), False, *window) is certainly


def holds(condition, row):
    """What PostgreSQL answers for a row: a comparison with NULL is not true."""
    if isinstance(condition, tuple):
        column, _, lookup = condition[0].partition("__")
        value, wanted = row[column], condition[1]
        if lookup == "isnull":
            return (value is None) is wanted
        compared = {"lte": "__le__", "gte": "__ge__", "": "__eq__"}[lookup]
        return value is not None and getattr(value, compared)(wanted)
    answers = [holds(child, row) for child in condition.children]
    return (all if condition.connector == "AND" else any)(answers)


@pytest.mark.parametrize("certainty", [POSSIBLE, CERTAIN])
def test_the_database_condition_answers_as_the_rule_does(certainty):
    days = [None, *(date(2020, 9, number) for number in range(1, 5))]
    for earliest, latest, start, end, approximate in product(days, days, days, days, (True, False)):
        row = {"date_earliest": earliest, "date_latest": latest, "date_approximate": approximate}
        expected = (
            possibly_in(earliest, latest, start, end)
            if certainty == POSSIBLE
            else certainly_in(earliest, latest, approximate, start, end)
        )
        assert holds(overlap_q("date", start, end, certainty), row) is expected


def test_another_certainty_is_refused():
    with pytest.raises(ValueError, match="“possible” or “certain”"):
        overlap_q("date", *SEPTEMBER, "perhaps")
