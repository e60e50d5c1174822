"""A file that cannot be read is refused with a sentence that says why and where."""

import gzip
import io
import zipfile

import pytest

from datasets.reading import FORMATS, Refused
from tests.datasets.dialects import acled_rows, gtd_rows, ucdp_rows, written
from tests.datasets.reading.reading_files import read

MAKERS = {"ucdp": ucdp_rows, "acled": acled_rows, "gtd": gtd_rows}


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return stream.getvalue()


def refusal(folder, content: bytes | str, asked: str | None = None) -> Refused:
    with pytest.raises(Refused) as refused:
        read(folder, content, asked)
    return refused.value


@pytest.mark.parametrize(("format_", "column"), [("gtd", "eventid"), ("ucdp", "id")])
@pytest.mark.parametrize("packing", ["", "xlsx", "semicolon gzip"])
def test_ids_that_excel_shortened_are_refused_with_row_and_column(
    tmp_path, format_, column, packing
):
    content = written(MAKERS[format_](2), dialect=f"shortened-ids {packing}")
    refused = refusal(tmp_path, content)
    assert (refused.line, refused.column) == (2, column)
    assert "Excel has shortened the long number" in refused.sentence
    assert str(refused).startswith(f"Line 2, column “{column}”: “")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n\n  \n", "no text"),
        (b",,\n,,\n", "no text"),
        (b"just\nsome\nwords\n", "not parted into cells"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture"),
        (b"\x7fELF\x02\x01\x01\x03\n\x02\x00,\x3e\n\x01,\x05\n", "no text, but bytes"),
        (bytes(range(256)) * 16, "no text, but bytes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel workbook"),
        (b"<!DOCTYPE html><title>Log in</title>", "web page"),
        (b'\n[{"id": 1}]', "JSON"),
        (b"PAR1\x15", "Parquet"),
        (b"BZh91AY", "bzip2"),
        (gzip.compress(b"a,b\n1,2\n" * 999)[:-20], "damaged or breaks off"),
        (gzip.compress(gzip.compress(b"a,b\n1,2\n")), "itself packed"),
        (b"PK\x03\x04 and no more", "damaged or breaks off"),
        (b"\xff\xfea\x00,\x00\x00\xd8", "begins as UTF-16 and is not"),
        ("a,b\n1,2\n".encode("utf-16-le"), "UTF-16 that does not say so"),
        (zipped(a_csv=b"a,b\n", b_csv=b"a,b\n"), "several tables: a.csv, b.csv"),
        (zipped(a_pdf=b"x", b_doc=b"y"), "no CSV file, but a.pdf, b.doc"),
        (zipped(a_csv=gzip.compress(b"a,b\n")), "itself packed"),
        (zipped(a_xlsx=b"PK"), "no CSV file, but a.xlsx"),
        (zipped(**{"xl/workbook_xml": b"<workbook/>"}), "workbook is damaged"),
    ],
    # Packed bytes hold the time, and both test processes must call a test by one name.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_is_refused_by_what_it_is(tmp_path, content, words):
    assert words in refusal(tmp_path, content).sentence


def test_a_zip_archive_with_a_password_is_refused(tmp_path):
    content = bytearray(zipped(a_csv=b"a,b\n1,2\n"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    assert "has a password" in refusal(tmp_path, bytes(content)).sentence


@pytest.mark.parametrize("pack", [gzip.compress, lambda text: zipped(a_csv=text)])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, pack):
    bomb = pack(b"id,type\n" + b"1,2\n" * 20_000_000)
    assert "unpacks to over 200 times its size" in refusal(tmp_path, bomb).sentence


def test_a_line_without_end_is_refused(tmp_path):
    content = b"a,b\n" + b"1," * 9_000_000
    assert "without the end of a line" in refusal(tmp_path, content).sentence


@pytest.mark.parametrize("format_", MAKERS)
def test_a_column_named_twice_is_refused_by_name(tmp_path, format_):
    rows = MAKERS[format_](2)
    refused = refusal(tmp_path, written(rows, dialect="twice-named"))
    assert (refused.line, refused.column) == (1, next(iter(rows[0])))


def test_a_format_asked_for_says_which_of_its_columns_lack(tmp_path):
    rows = [{k: v for k, v in row.items() if k not in ("best", "high")} for row in ucdp_rows(2)]
    refused = refusal(tmp_path, written(rows), "ucdp")
    assert refused.sentence.startswith("As UCDP GED the file lacks the columns best, high.")


def test_without_being_asked_the_same_file_is_a_table_of_ones_own_and_says_so(tmp_path):
    rows = [{k: v for k, v in row.items() if k != "best"} for row in ucdp_rows(2)]
    table = read(tmp_path, written(rows))
    assert (table.format, table.values) == ("csv", rows)
    assert table.notes == [
        "As UCDP GED the file lacks the column best. It was read as a table of one's own."
    ]


def test_another_dataset_than_asked_for_is_refused(tmp_path):
    refused = refusal(tmp_path, written(acled_rows(2)), "gtd")
    assert "the Global Terrorism Database the file lacks the columns eventid" in refused.sentence
    assert "It has event_id_cnty, event_date" in refused.sentence


def test_any_file_can_be_read_as_a_table_of_ones_own(tmp_path):
    table = read(tmp_path, written(gtd_rows(2)), "csv")
    assert table.format == "csv"
    assert "INT_LOG" in table.columns


def test_an_unknown_format_is_refused_with_those_that_are_known(tmp_path):
    assert all(known in refusal(tmp_path, b"a,b\n", "gdelt").sentence for known in FORMATS)


def test_a_header_repeated_in_another_order_is_refused(tmp_path):
    rows = ucdp_rows(2)
    content = written(rows) + written(rows, dialect="backwards")
    assert "columns in another order" in refusal(tmp_path, content).sentence


def test_a_workbook_with_several_tables_is_refused_unless_one_is_known(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.create_sheet("second").append(["c", "d"])
    book.save(tmp_path / "book")
    content = (tmp_path / "book").read_bytes()
    assert "several tables: Sheet, second" in refusal(tmp_path, content).sentence
