"""What a table says of itself, and at what cost its rows come."""

import hashlib
import io
import tracemalloc
import zipfile
from collections import deque
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from benchmarks.generate import write
from datasets.reading import BadRow, open_table
from tests.datasets.dialects import ucdp_rows, written
from tests.datasets.reading.reading_files import read

REAL = Path(__file__).resolve().parents[4] / "shared" / "data"


def test_the_hash_is_that_of_the_file_as_it_came(tmp_path):
    content = written(ucdp_rows(3), dialect="zip")
    (tmp_path / "file").write_bytes(content)
    with open_table(tmp_path / "file") as table:
        assert table.sha256 == hashlib.sha256(content).hexdigest()
        assert table.size == len(content)


def test_the_position_reaches_the_size(tmp_path):
    (tmp_path / "file").write_bytes(written(ucdp_rows(50), dialect="gzip"))
    with open_table(tmp_path / "file") as table:
        deque(table, maxlen=0)
        assert table.position == table.size


def test_of_a_zip_archive_the_csv_is_read_and_the_rest_named(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ged/readme.txt", "words")
        archive.writestr("__MACOSX/ged/._events.csv", "junk")
        archive.writestr("ged/events.csv", written(ucdp_rows(2)))
    table = read(tmp_path, stream.getvalue())
    assert len(table.rows) == 2
    assert table.notes == ["Of the zip archive “ged/events.csv” was read, and not ged/readme.txt."]


def test_a_workbook_gives_numbers_days_and_times_as_a_csv_would(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["eventid", "killed", "share", "day", "moment", "nothing", "last"])
    row = [202106260012, 2.0, 0.5, datetime(2021, 6, 26), datetime(2021, 6, 26, 4, 30), None, True]  # noqa: DTZ001
    book.active.append(row)
    book.save(tmp_path / "book")
    (values,) = read(tmp_path, (tmp_path / "book").read_bytes()).values
    assert list(values.values()) == [
        "202106260012", "2", "0.5", "2021-06-26", "2021-06-26 04:30:00", "", "TRUE",
    ]  # fmt: skip


def test_memory_does_not_grow_with_the_file(tmp_path):
    write(4_000, tmp_path / "file")
    with open_table(tmp_path / "file") as table:
        tracemalloc.start()
        count = sum(1 for _ in table)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert count == 4_000
    assert peak < 1_500_000


def test_an_error_of_whoever_reads_stays_what_it_is(tmp_path):
    (tmp_path / "file").write_bytes(written(ucdp_rows(2), dialect="xlsx"))
    with pytest.raises(KeyError), open_table(tmp_path / "file"):
        raise KeyError("mine")


@pytest.mark.parametrize(
    ("name", "format_", "rows"),
    [
        ("ucdp_ged_iraq_hdx.csv.gz", "ucdp", 7473),
        ("ucdp_ged231_sample1000.csv.gz", "ucdp", 1000),
        ("tbij_strike_data_processed.csv", "csv", 944),
    ],
)
def test_a_published_file_is_read_whole(name, format_, rows):
    if not (REAL / name).exists():
        pytest.skip("the published files are not beside the checkout")
    with open_table(REAL / name) as table:
        read_rows = list(table)
    assert (table.format, len(read_rows)) == (format_, rows)
    assert not [row for row in read_rows if isinstance(row, BadRow)]
