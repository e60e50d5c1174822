"""What all formats share: numbers, texts, days and countries."""

from datetime import date

import pytest

from actors.countries import COUNTRIES
from datasets.formats import days, numbers, texts
from datasets.formats.countries import by_gleditsch_ward, by_iso_number, by_name
from datasets.formats.entry import Flag, Unreadable


@pytest.mark.parametrize(
    ("text", "number"), [("645.0", 645), ("7", 7), (" 0 ", 0), ("", None), ("  ", None)]
)
def test_a_whole_number_is_read_with_and_without_decimals(text, number):
    assert numbers.whole_number(text, "best") == number


@pytest.mark.parametrize(
    "text", ["2.00E+11", "1e3", "NaN", "inf", "-1", "1.5", "1,000", "x", "٣", "9" * 30]
)
def test_what_is_no_whole_number_is_refused_by_its_column(text):
    with pytest.raises(Unreadable, match=r"^best: "):
        numbers.whole_number(text, "best")


@pytest.mark.parametrize("text", ["nan", "inf", "1e400", "12°", "1,5", "--2"])
def test_what_is_no_coordinate_is_refused(text):
    with pytest.raises(Unreadable):
        numbers.decimal(text, "latitude")


def test_a_text_is_one_line_without_anything_invisible():
    assert texts.line(" a\u00a0b\r\nc\u202e\x00\ufeff\u200b d ") == "a b c d"
    assert texts.line("کتاب\u200cخانه") == "کتاب\u200cخانه"
    assert texts.line(None) == ""


def test_half_a_character_is_dropped():
    assert texts.line("a\ud800b") == "ab"


def test_a_text_at_its_length_is_whole_and_one_beyond_ends_in_an_ellipsis():
    flags: list[Flag] = []
    assert texts.bounded("x" * 10, 10, "notes", flags) == "x" * 10
    assert not flags
    assert texts.bounded("x" * 11, 10, "notes", flags) == "x" * 9 + "…"
    assert [flag.column for flag in flags] == ["notes"]


@pytest.mark.parametrize(
    "text", ["2020-02-30", "20-03-2003", "2020/03/20", "20-Mar-03", "0000-01-01"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Unreadable, match=r"^date: "):
        days.written_day(text, "date")


def test_a_time_beside_a_day_is_left():
    assert days.iso_day("2020-09-28T12:00:00+03:00", "date") == date(2020, 9, 28)


def test_every_code_given_is_one_that_has_a_name():
    for find in (by_gleditsch_ward, by_iso_number):
        assert {find(number) for number in range(1000)} - {""} <= COUNTRIES.keys()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (2, "US"),
        (260, "DE"),
        (345, "RS"),
        (365, "RU"),
        (645, "IQ"),
        (678, "YE"),
        (816, "VN"),
        (9, ""),
    ],
)
def test_gleditsch_ward_numbers_are_those_of_ucdp(number, code):
    assert by_gleditsch_ward(number) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DR Congo (Zaire)", "CD"),
        ("Yemen (North Yemen)", "YE"),
        ("Bosnia-Herzegovina", "BA"),
        ("Macedonia, FYR", "MK"),
        ("Kingdom of eSwatini (Swaziland)", "SZ"),
        ("Russia (Soviet Union)", "RU"),
        ("Serbia (Yugoslavia)", "RS"),
        ("West Bank and Gaza Strip", "PS"),
        ("St. Lucia", "LC"),
        ("the gambia", "GM"),
        ("IQ", "IQ"),
        ("Congo (Léopoldville)", ""),
        ("Yugoslavia", ""),
        ("Soviet Union", ""),
        ("", ""),
    ],
)
def test_a_country_is_found_under_the_names_that_datasets_use(name, code):
    assert by_name(name) == code


def test_every_country_is_found_under_its_own_name():
    assert [code for code, name in COUNTRIES.items() if by_name(name) != code] == []
