"""Every form in which people bring the three datasets is read as the same rows."""

import pytest

from tests.datasets.dialects import acled_rows, gtd_rows, ucdp_rows, written
from tests.datasets.reading.reading_files import read

MAKERS = {"ucdp": ucdp_rows, "acled": acled_rows, "gtd": gtd_rows}
HARMLESS = [
    "", "newlines", "backwards", "odd-header", "spare-columns", "hxl", "preamble",
    "repeated-header", "blank-rows", "semicolon", "tab", "bar", "sep", "sep tab", "quoted",
    "cr", "crlf", "bom", "utf-16", "gzip", "zip", "preamble semicolon bom crlf hxl zip",
    "utf-16 tab cr gzip repeated-header newlines", "sep bar quoted blank-rows preamble",
    "bom sep crlf newlines",
]  # fmt: skip


def lowered(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{name.lower(): text for name, text in row.items()} for row in rows]


def on_one_line(row: dict[str, str]) -> dict[str, str]:
    return {name: " ".join(text.splitlines()) for name, text in row.items()}


@pytest.mark.parametrize("format_", MAKERS)
@pytest.mark.parametrize("dialect", HARMLESS)
def test_what_is_written_in_a_dialect_is_read_as_its_rows(tmp_path, format_, dialect):
    rows = MAKERS[format_](6)
    table = read(tmp_path, written(rows, dialect=dialect))
    assert (table.format, table.bad) == (format_, [])
    assert [on_one_line(row) for row in table.values] == lowered(rows)


@pytest.mark.parametrize("format_", MAKERS)
def test_a_workbook_is_read_as_its_csv_would_be(tmp_path, format_):
    rows = MAKERS[format_](5)
    table = read(tmp_path, written(rows, dialect="xlsx preamble hxl repeated-header blank-rows"))
    assert (table.format, table.bad, table.encoding) == (format_, [], None)
    assert table.values == lowered(rows)


def test_a_release_with_low_before_best_is_read_by_names(tmp_path):
    rows = ucdp_rows(4)
    table = read(tmp_path, written(rows, dialect="old-columns hxl"))
    assert table.columns[-3:] == ("low", "best", "high")
    assert table.column("high") == [row["high"] for row in rows]
    assert table.notes == ["Line 2 holds HXL tags and was skipped."]


def test_a_candidate_file_without_header_is_read_with_the_columns_of_its_kind(tmp_path):
    rows = ucdp_rows(3)
    table = read(tmp_path, written(rows, dialect="no-header"))
    assert (table.format, table.values) == ("ucdp", rows)
    assert table.notes == ["No header row: the 49 columns of UCDP's candidate files were assumed."]


def test_cp1252_is_read_with_a_note_that_shows_an_accented_word(tmp_path):
    rows = acled_rows(2)
    rows[1]["location"] = "Tell Numür"
    rows[0]["location"] = "Cañada"
    table = read(tmp_path, written(rows, dialect="cp1252"))
    assert table.column("location") == ["Cañada", "Tell Numür"]
    assert table.encoding == "cp1252"
    assert "“Cañada” is right" in table.notes[0]


def test_a_byte_that_windows_does_not_know_makes_it_latin_1(tmp_path):
    table = read(tmp_path, b"name,place\nA,B\xe9b\x81\n")
    assert table.encoding == "latin-1"
    assert table.column("place") == ["Béb\x81"]


@pytest.mark.parametrize("dialect", ["newlines", "newlines cr", "blank-rows", "preamble", "sep"])
def test_a_row_says_the_line_where_it_begins(tmp_path, dialect):
    lines = {
        "newlines": [2, 3, 5], "newlines cr": [2, 3, 5], "blank-rows": [2, 4, 6],
        "preamble": [5, 6, 7], "sep": [3, 4, 5],
    }  # fmt: skip
    table = read(tmp_path, written(gtd_rows(3), dialect=dialect))
    assert [row.line for row in table.rows] == lines[dialect]


def test_what_was_skipped_is_said(tmp_path):
    content = written(acled_rows(4), dialect="preamble repeated-header blank-rows tab")
    assert read(tmp_path, content).notes == [
        "Cells are parted by tabs.",
        "2 lines before the header were skipped: “Invented events of Nowhere”.",
        "A header row repeated at line 9 was skipped.",
        "5 blank rows were skipped.",
    ]


def test_datetimes_and_floats_are_handed_on_as_they_stand(tmp_path):
    table = read(tmp_path, written(ucdp_rows(1), dialect="datetimes floats"))
    assert table.column("date_start") == ["2014-01-03T00:00:00"]
    assert table.column("country_id") == ["645.0"]
