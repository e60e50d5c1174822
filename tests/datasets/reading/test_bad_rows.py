"""A row that cannot be read is said, with its place, and the rows after it are read."""

import pytest

from tests.datasets.dialects import ucdp_rows, written
from tests.datasets.reading.reading_files import read

HEADER = "name,place,killed\n"


def the_bad_row(folder, body: str) -> tuple:
    table = read(folder, HEADER + body)
    (bad,) = table.bad
    return bad, table.column("name")


def test_a_file_that_breaks_off_says_after_which_column(tmp_path):
    bad, names = the_bad_row(tmp_path, "A,x,1\nB,y")
    assert (bad.line, bad.column, names) == (3, "killed", ["A"])
    assert bad.sentence == "The row has 2 cells, but the header has 3. The file breaks off here."
    assert bad.values == {"name": "B", "place": "y"}


def test_a_file_that_breaks_off_inside_a_quoted_cell_is_one_bad_row(tmp_path):
    bad, names = the_bad_row(tmp_path, 'A,x,1\nB,"several\nlines\nand then')
    assert (bad.line, bad.column, names) == (3, "place", ["A"])
    assert bad.sentence == (
        "The file ends inside a quoted cell: it breaks off, or a quotation mark is never closed. "
        "Lines 3 to 5 belong to it."
    )


def test_a_row_with_too_many_cells_is_bad_unless_they_are_empty(tmp_path):
    bad, names = the_bad_row(tmp_path, "A,x,1,,\nB,y,2,3\nC,z,3\n")
    assert (bad.line, names) == (3, ["A", "C"])
    assert bad.sentence.startswith("The row has 4 cells, but the header has 3.")


def test_a_quotation_mark_never_closed_costs_only_its_own_row(tmp_path):
    bad, names = the_bad_row(tmp_path, 'A,x,1\nB,"y,2\nC,z,3\nD,"w",4\nE,v,5\n')
    assert (bad.line, bad.column, names) == (3, "place", ["A", "C", "D", "E"])


def test_a_quotation_mark_never_closed_in_the_last_quoted_cell_costs_only_its_own_row(tmp_path):
    body = 'A,"y,2\n' + "".join(f"B{number},z,3\n" for number in range(50_000))
    bad, names = the_bad_row(tmp_path, body)
    assert (bad.line, bad.column, len(names)) == (2, "place", 50_000)


def test_a_quotation_mark_that_is_not_doubled_is_said(tmp_path):
    bad, names = the_bad_row(tmp_path, 'A,"the "red" house",1\nB,y,2\n')
    assert (bad.line, bad.column, names) == (2, "place", ["B"])
    assert "is not doubled" in bad.sentence


def test_a_cell_without_bound_is_bad(tmp_path):
    bad, names = the_bad_row(tmp_path, f"A,{'x' * 1_000_001},1\nB,y,2\n")
    assert (bad.line, bad.column, names) == (2, "place", ["B"])
    assert "longer than 1,000,000 characters" in bad.sentence


def test_a_nul_is_named_with_its_column(tmp_path):
    bad, names = the_bad_row(tmp_path, "A,x,1\nB,y\0,2\nC,z,3\n")
    assert (bad.line, bad.column, names) == (3, "place", ["A", "C"])


def test_one_broken_letter_among_good_ones_is_named_and_the_rest_is_utf_8(tmp_path):
    content = (HEADER + "A,Şalāḩ,1\nB,").encode() + b"\xe9,2\n"
    table = read(tmp_path, content)
    assert table.column("place") == ["Şalāḩ"]
    assert [(bad.line, bad.column) for bad in table.bad] == [(3, "place")]
    assert "0xe9" in table.bad[0].sentence


@pytest.mark.parametrize("dialect", ["truncated", "unclosed", "nul", "damaged"])
@pytest.mark.parametrize("packing", ["", "gzip", "cr", "crlf semicolon"])
def test_each_fault_costs_one_row_of_the_generated_files(tmp_path, dialect, packing):
    table = read(tmp_path, written(ucdp_rows(9), dialect=f"{dialect} {packing}"))
    assert (len(table.bad), len(table.rows)) == (1, 8)
