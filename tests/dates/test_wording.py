"""Dates in words: for pages, margins, sentences, and as understood."""

import pytest

from dates.partial import PartialDate
from dates.reading import read
from dates.wording import explain, prepositional, say, say_short

# EDTF, said, in a margin, in a sentence, explained
SAID = [
    (
        "2020-09-28",
        "28 September 2020",
        "28 Sep 2020",
        "on 28 September 2020",
        "28 September 2020",
    ),
    (
        "2020-09",
        "September 2020",
        "Sep 2020",
        "in September 2020",
        "some day from 1 to 30 September 2020",
    ),
    ("2020-05-XX", "May 2020", "May 2020", "in May 2020", "some day from 1 to 31 May 2020"),
    ("2020", "2020", "2020", "in 2020", "some day from 1 January to 31 December 2020"),
    (
        "199X",
        "1990s",
        "1990s",
        "in the 1990s",
        "some day from 1 January 1990 to 31 December 1999",
    ),
    (
        "2020-02-20~",
        "about 20 February 2020",
        "c. 20 Feb 2020",
        "about 20 February 2020",
        "20 February 2020, approximate",
    ),
    (
        "2011?",
        "possibly 2011",
        "possibly 2011",
        "possibly 2011",
        "some day from 1 January to 31 December 2011, uncertain",
    ),
    (
        "2011%",
        "possibly about 2011",
        "possibly c. 2011",
        "possibly about 2011",
        "some day from 1 January to 31 December 2011, approximate, uncertain",
    ),
    (
        "2020-09-28/2020-09-29",
        "28–29 September 2020",
        "28–29 Sep 2020",
        "from 28 to 29 September 2020",
        "lasted from 28 to 29 September 2020",
    ),
    (
        "2020-09-28/2020-10-02",
        "28 September – 2 October 2020",
        "28 Sep – 2 Oct 2020",
        "from 28 September to 2 October 2020",
        "lasted from 28 September to 2 October 2020",
    ),
    (
        "2019-12-31/2020-01-01",
        "31 December 2019 – 1 January 2020",
        "31 Dec 2019 – 1 Jan 2020",
        "from 31 December 2019 to 1 January 2020",
        "lasted from 31 December 2019 to 1 January 2020",
    ),
    (
        "2020-06/2020-08",
        "June–August 2020",
        "Jun–Aug 2020",
        "from June to August 2020",
        "lasted from 1 June to 31 August 2020",
    ),
    (
        "2003/2009",
        "2003–2009",
        "2003–2009",
        "from 2003 to 2009",
        "lasted from 1 January 2003 to 31 December 2009",
    ),
    (
        "2003/2009-06-30",
        "2003 – 30 June 2009",
        "2003 – 30 Jun 2009",
        "from 2003 to 30 June 2009",
        "lasted from 1 January 2003 to 30 June 2009",
    ),
    (
        "2020-06~/2020-08-03",
        "about June 2020 – 3 August 2020",
        "c. Jun 2020 – 3 Aug 2020",
        "about June 2020 – 3 August 2020",
        "lasted from 1 June to 3 August 2020, approximate",
    ),
    (
        "2020-09-28/2020-09-28",
        "28 September 2020",
        "28 Sep 2020",
        "on 28 September 2020",
        "28 September 2020",
    ),
    ("2003/..", "since 2003", "since 2003", "since 2003", "lasted from 1 January 2003 on"),
    ("../2009", "until 2009", "until 2009", "until 2009", "lasted up to 31 December 2009"),
    (
        "2003/",
        "from 2003 to an unknown date",
        "from 2003 to an unknown date",
        "from 2003 to an unknown date",
        "lasted from 1 January 2003 on",
    ),
    (
        "/2009",
        "from an unknown date to 2009",
        "from an unknown date to 2009",
        "from an unknown date to 2009",
        "lasted up to 31 December 2009",
    ),
    (
        "[2020-06-03..2020-06-05]",
        "between 3 and 5 June 2020",
        "between 3 and 5 Jun 2020",
        "between 3 and 5 June 2020",
        "some day from 3 to 5 June 2020",
    ),
    (
        "[2020-01..2020-04]",
        "between January and April 2020",
        "between Jan and Apr 2020",
        "between January and April 2020",
        "some day from 1 January to 30 April 2020",
    ),
    (
        "[2020-08-14,2020-08-21]",
        "14 or 21 August 2020",
        "14 or 21 Aug 2020",
        "on 14 or 21 August 2020",
        "either 14 or 21 August 2020",
    ),
    (
        "[2020-06-29,2020-07-02,2020-07-03]",
        "29 June, 2 or 3 July 2020",
        "29 Jun, 2 or 3 Jul 2020",
        "on 29 June, 2 or 3 July 2020",
        "either 29 June, 2 or 3 July 2020",
    ),
    ("[2014,2015]", "2014 or 2015", "2014 or 2015", "in 2014 or 2015", "either 2014 or 2015"),
    ("[..2014]", "before 2015", "before 2015", "before 2015", "some day up to 31 December 2014"),
    (
        "[..2014~]",
        "before about 2015",
        "before c. 2015",
        "before about 2015",
        "some day up to 31 December 2014, approximate",
    ),
    ("[..201X]", "before 2020", "before 2020", "before 2020", "some day up to 31 December 2019"),
    (
        "[2020-07-31..]",
        "after 30 July 2020",
        "after 30 Jul 2020",
        "after 30 July 2020",
        "some day from 31 July 2020 on",
    ),
    (
        "[..9999]",
        "9999 or earlier",
        "9999 or earlier",
        "9999 or earlier",
        "some day up to 31 December 9999",
    ),
    (
        "[0001..]",
        "0001 or later",
        "0001 or later",
        "0001 or later",
        "some day from 1 January 0001 on",
    ),
    ("..", "open-ended", "open-ended", "open-ended", "open on both sides"),
]


@pytest.mark.parametrize(("edtf", "said", "short", "sentence", "explained"), SAID)
def test_a_date_is_said_in_plain_english(edtf, said, short, sentence, explained):
    partial = PartialDate(edtf)
    assert say(partial) == said
    assert say_short(partial) == short
    assert prepositional(partial) == sentence
    assert explain(partial) == explained


@pytest.mark.parametrize("edtf", [case[0] for case in SAID])
def test_what_is_said_is_read_as_the_same_days(edtf):
    partial = PartialDate(edtf)
    again = read(say(partial))
    assert (again.earliest, again.latest) == (partial.earliest, partial.latest)
    assert (again.approximate, again.uncertain) == (partial.approximate, partial.uncertain)


@pytest.mark.parametrize(
    ("wording", "said", "short", "sentence"),
    [
        ("early June 2020", "early June 2020", "early Jun 2020", "in early June 2020"),
        (
            "early June",
            "early June (between 1 and 10 June 2020)",
            "between 1 and 10 Jun 2020",
            "in early June (between 1 and 10 June 2020)",
        ),
        (
            "first third of June 2020",
            "first third of June 2020",
            "first third of Jun 2020",
            "between 1 and 10 June 2020",
        ),
    ],
)
def test_the_words_of_the_source_are_shown(wording, said, short, sentence):
    partial = PartialDate("[2020-06-01..2020-06-10]", wording)
    assert (say(partial), say_short(partial), prepositional(partial)) == (said, short, sentence)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("first half of June 1978", "in the first half of June 1978"),
        ("the first half of June 1978", "in the first half of June 1978"),
        ("early 1990s", "in the early 1990s"),
        ("the early 1990s", "in the early 1990s"),
        ("c. 2011", "about 2011"),
    ],
)
def test_the_words_of_the_source_fit_into_a_sentence(typed, sentence):
    assert prepositional(read(typed)) == sentence


def test_an_explanation_ends_with_the_words_of_the_source():
    explained = explain(read("early June 2020"))
    assert explained == "some day from 1 to 10 June 2020 (early June 2020)"
