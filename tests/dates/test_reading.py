"""What an editor types, and the date it is read as."""

import pytest

from dates.partial import PartialDate
from dates.reading import TEXT_LENGTH, NotADate, read
from dates.wording import say

# Typed, EDTF: the words say no more than the date, and are not kept.
PLAIN = [
    ("2020-09-28", "2020-09-28"),
    (" 2020-09-28 ", "2020-09-28"),
    ("28 September 2020", "2020-09-28"),
    ("28 Sep 2020", "2020-09-28"),
    ("28 sept. 2020", "2020-09-28"),
    ("28th September, 2020", "2020-09-28"),
    ("the 28th of September 2020", "2020-09-28"),
    ("September 28, 2020", "2020-09-28"),
    ("September 28 2020", "2020-09-28"),
    ("29 February 2020", "2020-02-29"),
    ("May 2020", "2020-05"),
    ("2020-06", "2020-06"),
    ("June 2020", "2020-06"),
    ("June, 2020", "2020-06"),
    ("2020", "2020"),
    ("1990s", "199X"),
    ("the 1990s", "199X"),
    ("28-29 September 2020", "2020-09-28/2020-09-29"),
    ("28\N{EN DASH}29 September 2020", "2020-09-28/2020-09-29"),
    ("28 to 29 September 2020", "2020-09-28/2020-09-29"),
    ("September 28\N{EN DASH}29, 2020", "2020-09-28/2020-09-29"),
    ("from 28 September to 2 October 2020", "2020-09-28/2020-10-02"),
    ("31 December 2019 - 1 January 2020", "2019-12-31/2020-01-01"),
    ("31 December 2019\N{EM DASH}1 January 2020", "2019-12-31/2020-01-01"),
    ("2020-06-03 - 2020-06-05", "2020-06-03/2020-06-05"),
    ("June-August 2020", "2020-06/2020-08"),
    ("2003-2009", "2003/2009"),
    ("from 2003 to 30 June 2009", "2003/2009-06-30"),
    ("from 2003 to an unknown date", "2003/"),
    ("from an unknown date to 2009", "/2009"),
]

# Typed, EDTF: the words say more, and are kept.
TELLING = [
    ("early June 2020", "[2020-06-01..2020-06-10]"),
    ("mid-June 2020", "[2020-06-11..2020-06-20]"),
    ("mid June 2020", "[2020-06-11..2020-06-20]"),
    ("late June 2020", "[2020-06-21..2020-06-30]"),
    ("late February 2020", "[2020-02-21..2020-02-29]"),
    ("late February 2021", "[2021-02-21..2021-02-28]"),
    ("first half of June 2020", "[2020-06-01..2020-06-15]"),
    ("the second half of June 2020", "[2020-06-16..2020-06-30]"),
    ("early 2020", "[2020-01..2020-04]"),
    ("mid-2020", "[2020-05..2020-08]"),
    ("late 2019", "[2019-09..2019-12]"),
    ("second half of 2019", "[2019-07..2019-12]"),
    ("the early 1990s", "[1990..1993]"),
    ("mid-1990s", "[1994..1996]"),
    ("late 1990s", "[1997..1999]"),
    ("between June 3 and 5, 2020", "[2020-06-03..2020-06-05]"),
    ("between 2020-06-03 and 2020-06-05", "[2020-06-03..2020-06-05]"),
    ("August 14, 2020 or August 21, 2020", "[2020-08-14,2020-08-21]"),
    ("before 2020-06", "[..2020-05]"),
    ("by 30 July 2020", "[..2020-07-30]"),
    ("2014 or earlier", "[..2014]"),
    ("2014 or later", "[2014..]"),
    ("from June 2003", "2003-06/.."),
    ("till 2009-05-01", "../2009-05-01"),
    ("c. 2011", "2011~"),
    ("c.2011", "2011~"),
    ("ca. 2011", "2011~"),
    ("circa 2011", "2011~"),
    ("around 2011-06", "2011-06~"),
    ("probably about 2011", "2011%"),
]

# Typed, EDTF: the words are those by which the date is said anyway.
SAID_ANYWAY = [
    ("between 3 and 5 June 2020", "[2020-06-03..2020-06-05]"),
    ("between 29 June and 2 July 2020", "[2020-06-29..2020-07-02]"),
    ("between June and August 2020", "[2020-06..2020-08]"),
    ("14 or 21 August 2020", "[2020-08-14,2020-08-21]"),
    ("14, 21 or 28 August 2020", "[2020-08-14,2020-08-21,2020-08-28]"),
    ("2014 or 2015", "[2014,2015]"),
    ("before 2015", "[..2014]"),
    ("before June 2020", "[..2020-05]"),
    ("before 1 March 2020", "[..2020-02-29]"),
    ("before about 2015", "[..2014~]"),
    ("after 30 July 2020", "[2020-07-31..]"),
    ("after 2015", "[2016..]"),
    ("since 2003", "2003/.."),
    ("until 2009", "../2009"),
    ("about 20 February 2020", "2020-02-20~"),
    ("possibly 20 February 2020", "2020-02-20?"),
    ("open-ended", ".."),
]

NOTATION = [
    "2020-06-XX",
    "2020-XX-XX",
    "201X",
    "2020-09~",
    "2020-09?",
    "2020-09%",
    "2019-12-31/2020-01-01",
    "2003/..",
    "/2009",
    "[2020-06-03..2020-06-05]",
    "[2020-08-14,2020-08-21]",
    "[..2014]",
    "[2020-07-31..]",
    "..",
]


@pytest.mark.parametrize(("typed", "edtf"), PLAIN)
def test_a_plain_date_is_read_without_keeping_its_words(typed, edtf):
    assert read(typed) == PartialDate(edtf)


@pytest.mark.parametrize(("typed", "edtf"), TELLING)
def test_words_that_say_more_than_the_date_are_kept(typed, edtf):
    assert read(typed) == PartialDate(edtf, typed)


@pytest.mark.parametrize(("typed", "edtf"), SAID_ANYWAY)
def test_words_that_would_be_said_anyway_are_not_kept(typed, edtf):
    assert read(typed) == PartialDate(edtf)
    assert say(read(typed)) == typed


@pytest.mark.parametrize("edtf", NOTATION)
def test_edtf_is_taken_as_it_is(edtf):
    assert read(edtf) == PartialDate(edtf)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("[2020-08-14, 2020-08-21]", "[2020-08-14,2020-08-21]"),
        ("2003 / 2009", "2003/2009"),
        ("2020-06-xx", "2020-06-XX"),
    ],
)
def test_edtf_may_be_typed_loosely(typed, edtf):
    assert read(typed) == PartialDate(edtf)


def test_any_wording_can_be_given_in_brackets():
    assert read("2020-06-XX (early June)") == PartialDate("2020-06-XX", "early June")


@pytest.mark.parametrize("typed", ["03/04/2020", "3.4.2020", "03-04-20", "28/09/2020", "3 4 2020"])
def test_a_date_in_numbers_that_may_begin_with_day_or_month_is_refused(typed):
    with pytest.raises(NotADate, match="write 2020-04-03 or 3 April 2020"):
        read(typed)


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("28 September", "year"),
        ("June", "year"),
        ("early June", "year"),
        ("31 December 2019 - 1 January", "year"),
        ("28 2020", "month"),
    ],
)
def test_what_is_missing_is_named(typed, missing):
    with pytest.raises(NotADate, match=f"The {missing} is missing in “"):
        read(typed)


@pytest.mark.parametrize(
    "typed", ["29-28 September 2020", "31 December or 1 January 2020", "2009-2003", "2009/2003"]
)
def test_dates_that_run_backwards_are_refused(typed):
    with pytest.raises(NotADate, match="put the earlier date first"):
        read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "yesterday",
        "30 February 2020",
        "2020-02-30",
        "32 June 2020",
        "June 2020 2021",
        "Foo 2020",
        "summer 2020",
        "early 5 June 2020",
        "about early June 2020",
        "early",
        "before",
        "before 0001",
        "after 9999",
        "between 2014",
        "2014 or",
        "2020/06/15",
        "3 ٤ 2020",
        "2020\x00",
        "\ud800",
        "June 2020 ()",
        "1" * (TEXT_LENGTH + 1),
        "or " * 60,
        "(" * 150,
    ],
)
def test_what_is_no_date_is_refused_with_examples(typed):
    with pytest.raises(NotADate, match=r"Write for example 2020-09-28, .*\.$"):
        read(typed)
