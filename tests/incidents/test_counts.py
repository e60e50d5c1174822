"""Reading a line of counts, explaining it, and keeping its keys."""

import pytest

from incidents.counts import NotCounts, explain_counts, keep_keys, read_counts
from incidents.tolls import report_figures
from tests.incidents.make_reports import make_count, make_report


def one(text, *fields):
    """The only row of a line; with names of fields, their values."""
    (row,) = read_counts(text)
    return tuple(row[field] for field in fields) if fields else row


def numbers(quantity):
    row = one(f"killed: {quantity}")
    return row["low"], row["high"]


def test_a_bare_number_counts_everybody():
    assert one("killed: 5") == make_count("killed", 5, 5)


def test_an_empty_line_has_no_rows():
    assert read_counts("  ") == []


# The sample's own sentences


def test_two_women_and_three_children_killed_and_two_children_injured():
    assert read_counts("two women and three children killed, two children injured") == [
        make_count("killed", 2, 2, "n1", who="unknown", sex_age=["woman"]),
        make_count("killed", 3, 3, "n2", who="unknown", sex_age=["child"]),
        make_count("injured", 2, 2, "n3", who="unknown", sex_age=["child"]),
    ]


def test_the_same_by_headings():
    by_headings = read_counts("killed: 2 women, 3 children; injured: 2 children")
    assert by_headings == read_counts("two women and three children killed, two children injured")


def test_their_figures_are_five_and_two():
    rows = read_counts("killed: 2 women, 3 children; injured: 2 children")
    figures = report_figures(make_report("c1", *rows))
    assert [figures[outcome]["best"] for outcome in ("killed", "injured")] == [5, 2]


@pytest.mark.parametrize(
    "text",
    [
        "more than 100 troops suffered traumatic brain injuries",
        "tbi: more than 100 troops",
        "injured: more than 100 troops with traumatic brain injuries",
    ],
)
def test_more_than_100_troops_suffered_traumatic_brain_injuries(text):
    assert one(text) == make_count(
        "traumatic_brain_injury",
        101,
        None,
        who="security_force",
        group="troops",
        wording="more than 100",
    )


# Numbers


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        ("5", 5, 5),
        ("1,200", 1200, 1200),
        ("two", 2, 2),
        ("a", 1, 1),
        ("at least 4", 4, None),
        ("4+", 4, None),
        ("4 or more", 4, None),
        ("≥ 4", 4, None),
        ("more than 100", 101, None),
        (">100", 101, None),
        ("up to 22", None, 22),
        ("no more than 22", None, 22),
        ("fewer than 10", None, 9),
        ("3-7", 3, 7),
        ("3–7", 3, 7),
        ("3 to 7", 3, 7),
        ("between 3 and 7", 3, 7),
        ("0", 0, 0),
        ("no", 0, 0),
        ("none", 0, 0),
        ("some", None, None),
        ("dozens of", None, None),
        ("unknown number of", None, None),
        ("an unknown number of", None, None),
    ],
)
def test_numbers_are_read(quantity, low, high):
    assert numbers(quantity) == (low, high)


@pytest.mark.parametrize("quantity", ["about 30", "~30", "c. 30", "around 30", "some 30"])
def test_about_is_approximate(quantity):
    assert one(f"killed: {quantity}", "low", "high", "approximate") == (30, 30, True)


@pytest.mark.parametrize(
    ("quantity", "wording"),
    [
        ("more than 100", "more than 100"),
        ("Over 100", "over 100"),
        (">100", "more than 100"),
        ("fewer than 10", "fewer than 10"),
        ("some", "some"),
        ("dozens of", "dozens"),
        ("unknown number of", ""),
        ("at least 4", ""),
        ("none", ""),
    ],
)
def test_words_that_the_numbers_do_not_say_are_kept(quantity, wording):
    assert one(f"killed: {quantity} people", "wording") == (wording,)


def test_a_best_estimate_is_stated_beside_a_range():
    assert one("killed: 3-7 best 5 civilians", "low", "high", "best") == (3, 7, 5)


# People


@pytest.mark.parametrize(
    ("people", "who", "group"),
    [
        ("people", "all", ""),
        ("civilians", "civilian", ""),
        ("security forces", "security_force", ""),
        ("attackers", "attacker", ""),
        ("soldiers", "security_force", "soldiers"),
        ("soldier", "security_force", "soldiers"),
        ("police", "security_force", "police"),
        ("fighters", "combatant", "fighters"),
        ("militia commanders", "combatant", "militia commanders"),
        ("contractors", "unknown", "contractors"),
        ("civilian contractors", "civilian", "contractors"),
        ('"members of one family"', "unknown", "members of one family"),
        ("“men of God”", "unknown", "men of God"),
    ],
)
def test_status_and_group_are_read(people, who, group):
    assert one(f"killed: 2 {people}", "who", "group") == (who, group)


def test_sex_and_age_may_be_one_count_of_several():
    assert one("killed: 6 women and children", "low", "sex_age") == (6, ["woman", "child"])


def test_and_before_a_number_begins_another_count():
    assert [row["low"] for row in read_counts("killed: 2 women and 3 children")] == [2, 3]


@pytest.mark.parametrize(
    ("people", "nationality"),
    [
        ("soldiers [US]", "US"),
        ("US soldiers", "US"),
        ("UK soldiers", "GB"),
        ("[iq]", "IQ"),
        ("contractors [foreign]", "foreign"),
        ("foreigners", "foreign"),
    ],
)
def test_nationalities_are_read(people, nationality):
    assert one(f"killed: 2 {people}", "nationality") == (nationality,)


@pytest.mark.parametrize("name", ["Kata'ib Hezbollah", '"Kata\'ib Hezbollah"'])
def test_an_affiliation_is_read(name):
    fields = one(f"killed: 24 fighters of {name} [IQ]", "affiliation", "nationality")
    assert fields == ("Kata'ib Hezbollah", "IQ")


@pytest.mark.parametrize("harm", ["interception", "attack"])
def test_what_the_harm_came_from_is_read(harm):
    assert one(f"injured: 1 child from the {harm}", "harm_from") == (harm,)


def test_brackets_hold_what_is_part_of_a_count():
    rows = read_counts("killed: 5 (2 women, 3 children (1 girl)), 1 soldier")
    assert [row["part_of"] for row in rows] == [None, "n1", "n1", "n3", None]


def test_a_part_may_have_another_outcome():
    rows = read_counts("injured: 12 (tbi: 5), 3 men")
    outcomes = [row["outcome"] for row in rows]
    assert outcomes == ["injured", "traumatic_brain_injury", "injured"]


def test_braces_say_what_words_cannot():
    assert one('killed: 2 women {"who": "all", "wording": "two ladies"}', "who", "wording") == (
        "all",
        "two ladies",
    )


def test_a_heading_needs_no_colon():
    rows = read_counts("killed 5, injured 3")
    assert [(row["outcome"], row["low"]) for row in rows] == [("killed", 5), ("injured", 3)]


# What is refused


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("killed: women", "“women” has no number"),
        ("killed: 2 womne", "“womne” is almost “women”"),
        ("killed: 2 chidren", "“chidren” is almost “children”"),
        ("maimed: 3", "“maimed” is no outcome; there are killed"),
        ("2 women", "“2 women” does not say what happened"),
        ("killed: 7-3", "“7-3” goes downwards"),
        ("killed: 7-", "“7-” begins a range"),
        ("killed: fewer than 0", "“fewer than 0” is less than nobody"),
        ("killed: 10,000,001", "“10,000,001” is too large"),
        (f"killed: {'9' * 5000}", "is too large"),
        ("killed: 2 civilian soldiers", "“soldiers” is another status"),
        ("killed: 2 women women", "“women” is said twice"),
        ("killed: 2 [XXX]", "“[XXX]” is no nationality"),
        ("killed: 2 of", "“of” needs a name"),
        ("killed: 2 injured", "“2 injured” stands under “killed:”"),
        ("killed: 5 (2 women", "leaves a bracket open"),
        ("killed: 5)", "“)” closes nothing"),
        ("killed: 5 5", "“5” is not understood here"),
        ("killed: 5 %", "“%” has no meaning"),
        ("killed: " + "1 (" * 30, "in more than 20 brackets"),
        ('killed: 5 "family', "is not closed as it was opened"),
        ('killed: 5 {"a":' + "[" * 9000, "is not closed as it was opened"),
        ('killed: 5 {"best": 2.5}', "The field “best” of a count is a number"),
        ('killed: 5 {"best": true}', "The field “best” of a count is a number"),
        ('killed: 5 {"best": -1}', "The field “best” of a count is a number"),
        ('killed: 5 {"age": 2}', "“age” is no field of a count"),
        ('killed: 5 {"key": "n1"}, 3 men {"key": "n1"}', "two have one key"),
        ('killed: 5 "a\\u0000"', "without control codes"),
        ('killed: 5 {"group": "\\ud800"}', "without control codes"),
        ("killed: 5 \x00", "without control codes"),
        ("killed: " + "5, " * 9000, "at most 20000 characters"),
    ],
)
def test_what_is_not_understood_is_quoted(text, sentence):
    with pytest.raises(NotCounts) as refused:
        read_counts(text)
    assert sentence in str(refused.value)


# In words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "killed: 2 women, 3 children; injured: 2 children",
            (
                "killed: two women and three children (civilian status not stated); "
                "injured: two children (civilian status not stated)"
            ),
        ),
        ("killed: 5", "killed: five people"),
        ("killed: none; injured: no soldiers", "killed: nobody; injured: no soldiers"),
        ("killed: 1 civilian woman", "killed: one civilian woman"),
        ("killed: 1 soldier [US]", "killed: one soldier, of the United States"),
        (
            "killed: 1 security force [GB], 2 women [IQ]",
            (
                "killed: one member of the security forces, of the United Kingdom, and two women "
                "(civilian status not stated), of Iraq"
            ),
        ),
        (
            "killed: 3 foreign contractors",
            "killed: three foreign contractors (civilian status not stated)",
        ),
        ("killed: at least 4 civilians", "killed: at least four civilians"),
        ("killed: 2 militia, 1 police", "killed: two militia members and one police officer"),
        (
            'injured: 2 security forces "badly hurt"',
            "injured: two members of the security forces (badly hurt)",
        ),
        ("killed: dozens of civilians", "killed: dozens of civilians (number not known)"),
        (
            "tbi: more than 100 troops",
            "traumatic brain injury: more than 100 troops",
        ),
        ("killed: some civilians", "killed: some civilians (number not known)"),
        (
            "killed: about 3–12 best 5",
            "killed: between about three and 12 people (best estimate 5)",
        ),
        (
            "killed: 5 civilians (2 civilian women), 1 soldier",
            "killed: five civilians, of them two civilian women, and one soldier",
        ),
        (
            "injured: 12 (tbi: 5)",
            "injured: 12 people, of them five people with traumatic brain injuries",
        ),
        (
            "killed: 3 fighters of a militia from interception, 2 women",
            (
                "killed: three fighters of a militia (by the interception) and two women "
                "(civilian status not stated)"
            ),
        ),
    ],
)
def test_it_is_said_in_words_how_a_line_was_understood(text, words):
    assert explain_counts(read_counts(text)) == words


@pytest.mark.parametrize(
    ("wording", "low", "high", "words"),
    [
        ("no casualties reported", 0, 0, "killed: nobody"),
        ("at least 4", 4, None, "killed: at least four people"),
        ("over 50", 50, None, "killed: at least 50 people (“over 50”)"),
        ("a busload", None, None, "killed: an unknown number of people (“a busload”)"),
    ],
)
def test_a_source_is_quoted_only_where_its_words_say_more(wording, low, high, words):
    assert explain_counts([make_count("killed", low, high, wording=wording)]) == words


def test_a_count_of_a_document_leaves_null_what_is_not_said():
    unsaid = dict.fromkeys(["group", "affiliation", "nationality", "wording"])
    assert explain_counts([make_count("killed", 5, 5, **unsaid)]) == "killed: five people"


# Keys


def make_before(text, *keys):
    return [row | {"key": key} for row, key in zip(read_counts(text), keys, strict=True)]


def test_a_row_that_says_the_same_keeps_its_key_wherever_it_stands():
    before = make_before("killed: 2 women, 3 children", "n4", "n7")
    after = keep_keys(read_counts("killed: 3 children, 2 women"), before=before)
    assert [row["key"] for row in after] == ["n7", "n4"]


def test_a_row_of_other_numbers_keeps_its_key():
    before = make_before("killed: 2 women, 3 children", "n4", "n7")
    after = keep_keys(read_counts("killed: 4 women, 3 children"), before=before)
    assert [(row["key"], row["low"]) for row in after] == [("n4", 4), ("n7", 3)]


def test_a_row_keeps_what_a_line_does_not_hold():
    (row,) = make_before("killed: 2 women", "n4")
    cited = row | {"citations": [{"source": "R1"}]}
    assert keep_keys(read_counts("killed: 2 women"), before=[cited]) == [cited]


def test_a_new_row_gets_a_key_that_no_row_before_had():
    after = keep_keys(
        read_counts("killed: 2 women, 1 man"), before=make_before("killed: 2 women", "n7")
    )
    assert [row["key"] for row in after] == ["n7", "n8"]


def test_parts_follow_the_keys_of_their_whole():
    before = make_before("killed: 5", "n7")
    after = keep_keys(read_counts("killed: 5 (2 women)"), before=before)
    assert [(row["key"], row["part_of"]) for row in after] == [("n7", None), ("n8", "n7")]


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (5, 5, 5, "killed: five people"),
        (None, 3, None, "killed: an estimated three people"),
        (4, 5, 8, "killed: between four and eight people (best estimate 5)"),
    ],
)
def test_a_best_number_is_noted_only_where_it_is_not_the_number_said(low, best, high, words):
    assert explain_counts([make_count("killed", low, high, best=best)]) == words
