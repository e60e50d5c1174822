"""Dates in documents and states."""

import pytest

from dates.documents import date_document, date_state, from_state
from dates.partial import NotADate, PartialDate
from dates.reading import read


def test_a_document_says_all_that_is_known():
    assert date_document(read("early June 2020"), time="22:30") == {
        "edtf": "[2020-06-01..2020-06-10]",
        "earliest": "2020-06-01",
        "latest": "2020-06-10",
        "precision": "one_of",
        "approximate": False,
        "text": "early June 2020",
        "wording": "early June 2020",
        "time": "22:30",
    }


def test_a_document_has_null_for_what_is_open_or_not_said():
    document = date_document(PartialDate("2003/.."))
    assert [key for key, value in document.items() if value is None] == [
        "latest",
        "wording",
        "time",
    ]


def test_no_date_is_null():
    assert date_document(None) is None
    assert date_state(None, "22:30") is None
    assert from_state(None) == (None, "")


@pytest.mark.parametrize("typed", ["early June 2020", "2020-06-XX", "2020-06"])
def test_a_state_gives_back_the_same_date_and_time(typed):
    partial = read(typed)
    assert from_state(date_state(partial, "early morning")) == (partial, "early morning")


def test_a_state_keeps_empty_texts():
    assert date_state(PartialDate("2020")) == {"edtf": "2020", "wording": "", "time": ""}


@pytest.mark.parametrize(
    "state",
    ["2020", {}, {"edtf": None}, {"edtf": "2020", "time": 5}, {"edtf": "2020", "words": "x"}],
)
def test_a_state_of_another_shape_is_refused(state):
    with pytest.raises(NotADate, match="A date is null or texts"):
        from_state(state)
