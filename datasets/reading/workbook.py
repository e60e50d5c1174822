"""The rows of an Excel workbook (.xlsx), as the texts that a CSV of it would hold."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from datasets.reading.delimited import LONGEST_CELL, SAMPLED_ROWS
from datasets.reading.faults import BadRow, Refused, listed
from datasets.reading.headers import MOST_COLUMNS, Row, filled, known_format
from datasets.reading.inputs import refusing

MOST_ROWS = 1_048_576
MOST_SHARED_TEXT = 1024**3

_BROKEN = (
    *(InvalidFileException, zipfile.BadZipFile, zlib.error, EOFError, ParseError, KeyError),
    *(IndexError, AttributeError, OverflowError, ValueError, TypeError),
)
_MIDNIGHT = time()


class Sheet:
    """The one sheet of a workbook that holds a table."""

    def __init__(self, sheet, sample: list[Row], notes: list[str]):
        self._sheet = sheet
        self.sample = sample
        self.notes = notes

    def rows(self, after: int, width: int) -> Iterator[Row | BadRow]:
        """The rows after the first `after`, each of `width` cells; blank ones too."""
        with _refusing_broken():
            for line, cells in _rows(self._sheet, after + 1):
                yield _fault(line, cells, width) or (line, cells + [""] * (width - len(cells)))


@contextmanager
def opened_sheet(file: BinaryIO) -> Iterator[Sheet]:
    """The sheet with the table; Refused where there is none, or more than one."""
    with _refusing_broken():
        _refuse_unreasonable(file)
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions, on which no row depends.
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        with _refusing_broken():
            sheet = _chosen(book)
        yield sheet
    finally:
        book.close()


def _fault(line: int, cells: list[str], width: int) -> BadRow | None:
    if len(cells) > width:
        sentence = f"The row has {len(cells):,} cells, but the header has {width:,}."
        return BadRow(line, None, sentence)
    if max(map(len, cells), default=0) > LONGEST_CELL:
        return BadRow(line, None, f"A cell is longer than {LONGEST_CELL:,} characters.")
    return None


def _refusing_broken() -> AbstractContextManager[None]:
    return refusing(
        _BROKEN, "The workbook is damaged, or not as Excel writes them; save it as CSV (UTF-8)."
    )


def _refuse_unreasonable(file: BinaryIO) -> None:
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if member.filename == "xl/sharedStrings.xml" and member.file_size > MOST_SHARED_TEXT:
                raise Refused("The workbook holds over 1 GB of text; save it as CSV (UTF-8).")
            if member.filename.endswith(".xml"):
                with archive.open(member) as part:
                    start = part.read(1024)
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise Refused("The workbook declares a document type, which Excel never does.")
    file.seek(0)


def _chosen(book) -> Sheet:
    samples = {sheet.title: _sample(sheet) for sheet in book.worksheets}
    tables = [title for title, rows in samples.items() if any(filled(cells) for _, cells in rows)]
    known = [title for title in tables if any(known_format(cells) for _, cells in samples[title])]
    candidates = known or tables
    if not candidates:
        raise Refused("The workbook is empty; a sheet with a row of names is accepted.")
    if len(candidates) > 1:
        raise Refused(f"The workbook holds several tables: {listed(candidates)}. Keep one sheet.")
    others = [title for title in tables if title != candidates[0]]
    notes = [f"Of the workbook the sheet “{candidates[0]}” was read, and not {listed(others)}."]
    return Sheet(book[candidates[0]], samples[candidates[0]], notes if others else [])


def _sample(sheet) -> list[Row]:
    return list(islice(_rows(sheet, 1), SAMPLED_ROWS))


def _rows(sheet, first: int) -> Iterator[Row]:
    # What a sheet says of its own size is often wrong.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(min_row=first, max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    for line, values in enumerate(rows, first):
        yield line, _trimmed([_text(value) for value in values])


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: object) -> str:
    """What a CSV would hold: whole numbers without “.0”, days without midnight."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return str(value.date() if value.time() == _MIDNIGHT else value)
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)
