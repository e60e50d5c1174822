"""Tables of people's own: their names as they write them, whatever stands around."""

from tests.datasets.reading.reading_files import read


def test_names_are_kept_as_written_but_for_what_cannot_be_seen(tmp_path):
    table = read(tmp_path, '\ufeff Strike ID ,"Confirmed/\npossible?",Min\xa0killed\nYEM1,x,2\n')
    assert table.format == "csv"
    assert table.columns == ("Strike ID", "Confirmed/ possible?", "Min killed")
    assert table.rows[0].line == 3


def test_lines_of_prose_before_the_names_are_skipped(tmp_path):
    content = 'Body Count of Nowhere\n"Terms, see page"\n\nCode,Start,Min,Max\nk1,2003-03-20,1,2\n'
    table = read(tmp_path, content)
    assert (table.columns, len(table.rows)) == (("Code", "Start", "Min", "Max"), 1)


def test_a_column_without_a_name_is_called_by_its_place(tmp_path):
    table = read(tmp_path, ",name,killed,,\n1,A,2,spilt,\n")
    assert table.columns == ("column 1", "name", "killed", "column 4")
    assert "The column without a name in place 1 is called “column 1”." in table.notes


def test_semicolons_are_found_where_numbers_have_commas(tmp_path):
    table = read(tmp_path, "name;lat;lon\nA;33,5;44,1\nB;33,6;44,2\n")
    assert table.column("lat") == ["33,5", "33,6"]


def test_a_first_column_of_numbers_like_shortened_ids_is_ones_own_affair(tmp_path):
    assert read(tmp_path, "dose,killed\n2.00E+11,1\n").column("dose") == ["2.00E+11"]


def test_a_table_of_names_alone_has_no_rows(tmp_path):
    assert read(tmp_path, "name,killed\n").rows == []


def test_a_last_row_without_line_end_is_read(tmp_path):
    assert read(tmp_path, "name,killed\nA,1").column("killed") == ["1"]
