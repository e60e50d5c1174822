"""A file as a table: what it is, which columns it has, what was noticed, and its rows."""

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from datasets.reading.delimited import Cutter, Lines, find_layout
from datasets.reading.encodings import Reading, look_through
from datasets.reading.faults import BadRow, Refused, listed
from datasets.reading.headers import FORMATS, Header, Row, find_header, is_hxl, names_of
from datasets.reading.inputs import Input, opened, pieces, recognise, refusing_broken
from datasets.reading.workbook import opened_sheet

# 2.00E+11: what Excel leaves of a long number in a narrow column.
_SHORTENED = re.compile(r"\d([.,]\d+)?[eE]\+?\d+", re.ASCII)
_UNDECODED = re.compile(r"[\udc80-\udcff]")


class RawRow(NamedTuple):
    """A row as it stands: the line (in a workbook the row) where it begins, texts by column."""

    line: int
    values: dict[str, str]


class Table:
    """An open file; iterate over it once. `notes` are complete when the rows have been read."""

    def __init__(self, source: Input, header: Header, rows: Iterator[Row | BadRow], file: BinaryIO):
        """`file` is what lies below the rows; its position tells how far one is."""
        self.size = source.size
        self.sha256 = _sha256(source.path)
        self.encoding: str | None = None
        self.format = header.format
        self.columns = header.columns
        self._header = header
        self._rows = rows
        self._file = file
        self._looks_closely = False
        self._noticed = [*source.notes]
        self._repeated: list[int] = []
        self._blank = 0

    @property
    def notes(self) -> list[str]:
        """Sentences on what was noticed while reading."""
        notes = [*self._noticed, *self._header.notes]
        if self._repeated:
            notes.append(_note_on_repeated(self._repeated))
        if self._blank:
            rows = "1 blank row was" if self._blank == 1 else f"{self._blank:,} blank rows were"
            notes.append(f"{rows} skipped.")
        return notes

    @property
    def position(self) -> int:
        """How many of the file's `size` bytes have been read, to tell how far one is."""
        return min(self._file.tell(), self.size)

    def notice(self, notes: list[str], reading: Reading | None = None) -> None:
        """Take over what was noticed below the rows: of a workbook, or of a text."""
        self._noticed += notes
        if reading:
            self.encoding = reading.encoding.removesuffix("-sig")
            self._noticed += reading.notes()
            self._looks_closely = reading.is_damaged or reading.has_nul

    def __iter__(self) -> Iterator[RawRow | BadRow]:
        columns, key, names = self.columns, self._header.key, set(self.columns)
        has_numbers = self.format in ("ucdp", "gtd")
        with refusing_broken():
            for row in self._rows:
                if isinstance(row, BadRow):
                    yield row
                    continue
                line, cells = row
                if not any(cells):
                    self._blank += 1
                    continue
                mark = cells[key]
                # Most ids are digits alone, and tell at once that the row is an ordinary one.
                if not (has_numbers and mark.isdigit()) and self._is_no_row(
                    line, mark, cells, names
                ):
                    continue
                fault = self._looks_closely and self._unreadable(line, cells)
                yield fault or RawRow(line, dict(zip(columns, cells)))  # noqa: B905 (same length)

    def _is_no_row(self, line: int, mark: str, cells: list[str], names: set[str]) -> bool:
        """Whether a row is to be skipped: the header or its tags once more."""
        if self.format in ("ucdp", "gtd") and _SHORTENED.fullmatch(mark.strip()):
            raise _shortened(line, self.columns[self._header.key], mark)
        if mark[:1] in ("", "#") and is_hxl(cells):
            return True
        if not names.issuperset(names_of([mark], self.format)):
            return False
        again = names_of(cells, self.format)
        if set(again) != names:
            return False
        if again != self.columns:
            raise Refused(
                "The header is repeated here with its columns in another order; bring what follows "
                "as a file of its own.",
                line=line,
            )
        self._repeated.append(line)
        return True

    def _unreadable(self, line: int, cells: list[str]) -> BadRow | None:
        """The fault of a row with a sign that is no letter; asked of files known to hold some."""
        for column, cell in zip(self.columns, cells, strict=True):
            if "\0" in cell:
                return BadRow(line, column, "The cell holds a NUL, which is no letter.")
            if broken := _UNDECODED.search(cell):
                byte = ord(broken[0]) - 0xDC00
                return BadRow(line, column, f"The byte {byte:#04x} here is not UTF-8; the rest is.")
        return None


@contextmanager
def open_table(path: Path, *, format: str | None = None) -> Iterator[Table]:  # noqa: A002
    """The table in a file: CSV plain or packed with gzip or zip, or an Excel workbook (.xlsx).

    `format` is one of FORMATS, or None to recognise it by the names of the columns. Refused for a
    file that cannot be read as one, also while its rows are read.
    """
    if format not in (None, *FORMATS):
        raise Refused(f"“{format}” is no format that can be read; {', '.join(FORMATS)} are.")
    source = recognise(path)
    opened_as = _opened_workbook if source.packing == "xlsx" else _opened_text
    with opened_as(source, format) as table:
        yield table


@contextmanager
def _opened_text(source: Input, asked: str | None) -> Iterator[Table]:
    reading = look_through(lambda: pieces(source))
    layout = find_layout(reading)
    header = find_header(layout.sample, asked)
    before = layout.ends[header.rows_before_data - 1] if header.rows_before_data else 0
    with opened(source) as (stream, file):
        text = io.TextIOWrapper(stream, reading.encoding, reading.errors, newline="")
        lines = Lines(text, before or layout.lines_before)
        table = Table(source, header, Cutter(lines, layout.sign, header.columns).rows(), file)
        table.notice(layout.notes, reading)
        yield table


@contextmanager
def _opened_workbook(source: Input, asked: str | None) -> Iterator[Table]:
    with open(source.path, "rb") as file, opened_sheet(file) as sheet:
        header = find_header(sheet.sample, asked)
        rows = sheet.rows(header.rows_before_data, len(header.columns))
        table = Table(source, header, rows, file)
        table.notice(sheet.notes)
        yield table


def _sha256(path: Path) -> str:
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _shortened(line: int, column: str, mark: str) -> Refused:
    return Refused(
        f"“{mark.strip()}” is not an id any more: Excel has shortened the long number when the "
        "file was saved, and the rest of it is lost. Bring the file as it was downloaded.",
        line=line,
        column=column,
    )


def _note_on_repeated(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"A header row repeated at line {lines[0]} was skipped."
    places = listed([str(line) for line in lines])
    return f"Header rows repeated at lines {places} were skipped."
