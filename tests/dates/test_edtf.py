"""The EDTF subset: bounds, precision, marks, order and refusals."""

from datetime import date

import pytest

from dates.partial import PRECISIONS, NotADate, PartialDate

# text, earliest, latest, precision
ACCEPTED = [
    ("2020-09-28", "2020-09-28", "2020-09-28", "day"),
    ("2020-02-29", "2020-02-29", "2020-02-29", "day"),
    ("0001-01-01", "0001-01-01", "0001-01-01", "day"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
    ("2009-07", "2009-07-01", "2009-07-31", "month"),
    ("2020-08-XX", "2020-08-01", "2020-08-31", "month"),
    ("2020-02-XX", "2020-02-01", "2020-02-29", "month"),
    ("2021-02", "2021-02-01", "2021-02-28", "month"),
    ("2003", "2003-01-01", "2003-12-31", "year"),
    ("2020-XX", "2020-01-01", "2020-12-31", "year"),
    ("2020-XX-XX", "2020-01-01", "2020-12-31", "year"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("2019-11~", "2019-11-01", "2019-11-30", "month"),
    ("2020-02-20~", "2020-02-20", "2020-02-20", "day"),
    ("2020-02-20?", "2020-02-20", "2020-02-20", "day"),
    ("201X%", "2010-01-01", "2019-12-31", "decade"),
    ("2019-12-31/2020-01-01", "2019-12-31", "2020-01-01", "range"),
    ("2020-07-04/2020-07-05", "2020-07-04", "2020-07-05", "range"),
    ("2020-06-25/2020-06-26", "2020-06-25", "2020-06-26", "range"),
    ("2020-09-20/2020-09-26", "2020-09-20", "2020-09-26", "range"),
    ("2020-06-15/2020-06", "2020-06-15", "2020-06-30", "range"),
    ("2003/2020-06-05~", "2003-01-01", "2020-06-05", "range"),
    ("2020/2020-03", "2020-01-01", "2020-03-31", "range"),
    ("2003/..", "2003-01-01", None, "range"),
    ("2003/", "2003-01-01", None, "range"),
    ("../2009", None, "2009-12-31", "range"),
    ("/2009", None, "2009-12-31", "range"),
    ("[2020-06-03..2020-06-05]", "2020-06-03", "2020-06-05", "one_of"),
    ("[2020-01..2020-04]", "2020-01-01", "2020-04-30", "one_of"),
    ("[2020-01-08,2020-01-09]", "2020-01-08", "2020-01-09", "one_of"),
    ("[2014,2015]", "2014-01-01", "2015-12-31", "one_of"),
    ("[2020-06,2020-06-03]", "2020-06-01", "2020-06-30", "one_of"),
    ("[2020-06-03,2020-06-05,2020-07]", "2020-06-03", "2020-07-31", "one_of"),
    ("[..2014]", None, "2014-12-31", "open"),
    ("[2020-07-31..]", "2020-07-31", None, "open"),
    ("..", None, None, "open"),
]

REFUSED = [
    "",
    " ",
    "2020-02-30",
    "2021-02-29",
    "0000",
    "0000-01-01",
    "000X",
    "10000",
    "2020-13",
    "2020-00",
    "2020-06-00",
    "2020-21",
    "2020-6-5",
    "2020-XX-05",
    "201X-05",
    "20XX",
    "2020-06-1X",
    "2020-06-05T10:00",
    " 2020",
    "2020\n",
    "2020~~",
    "٢٠٢٠",
    "2020-06-05/2020-06-03",
    "2020-06/2020-05-31",
    "[2020-06-05..2020-06-03]",
    "[2020-08-21,2020-08-14]",
    "2020/2021/2022",
    "/",
    "../..",
    "[..]",
    "[]",
    "[2020]",
    "[2020,]",
    "[2020..2021..2022]",
    "{2020,2021}",
    "[2020",
    "[" + ",".join(["2020-08-14"] * 20) + "]",
]


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), ACCEPTED)
def test_a_date_covers_its_possible_days(text, earliest, latest, precision):
    partial = PartialDate.parse(text)
    assert (partial.earliest, partial.latest) == (day(earliest), day(latest))
    assert partial.precision == precision


@pytest.mark.parametrize("text", [case[0] for case in ACCEPTED])
def test_text_is_kept_as_it_was_stored(text):
    assert str(PartialDate.parse(text)) == text
    assert PartialDate.parse(str(PartialDate.parse(text))) == PartialDate.parse(text)


@pytest.mark.parametrize("text", [case[0] for case in ACCEPTED])
def test_the_earliest_day_is_never_after_the_latest(text):
    partial = PartialDate.parse(text)
    assert (partial.earliest or date.min) <= (partial.latest or date.max)


def test_every_precision_is_defined_and_used():
    assert {case[3] for case in ACCEPTED} == set(PRECISIONS)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_with_examples(text):
    with pytest.raises(NotADate, match=r"\. Write for example 2020-09-28, .*\.$"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2020-02-20", False, False),
        ("2020-02-20~", True, False),
        ("2020-02-20?", False, True),
        ("2020-02-20%", True, True),
        ("2020~/2021", True, False),
        ("../2021?", False, True),
        ("[2020,2021~]", True, False),
        ("..", False, False),
    ],
)
def test_a_mark_on_any_part_marks_the_date(text, approximate, uncertain):
    partial = PartialDate.parse(text)
    assert (partial.approximate, partial.uncertain) == (approximate, uncertain)


def test_dates_sort_by_earliest_then_latest_day():
    texts = ["2020-06", "2020-06-01", "2003/..", "..", "2020-06-02", "[..2014]"]
    ordered = sorted(PartialDate.parse(text) for text in texts)
    assert [str(partial) for partial in ordered] == [
        "[..2014]",
        "..",
        "2003/..",
        "2020-06-01",
        "2020-06",
        "2020-06-02",
    ]


def test_dates_of_the_same_text_and_words_are_one_in_a_set():
    assert (
        len({PartialDate("2020"), PartialDate.parse("2020"), PartialDate("2020", "in 2020")}) == 2
    )


def test_a_date_is_not_ordered_against_anything_else():
    with pytest.raises(TypeError):
        assert PartialDate("2020") < "2021"


@pytest.mark.parametrize("wording", ["x" * 201, "two\nlines", "nul\x00", "\ud800", "two  spaces"])
def test_wording_is_one_bounded_line(wording):
    with pytest.raises(NotADate, match="one line of at most 200 characters"):
        PartialDate("2020", wording)
