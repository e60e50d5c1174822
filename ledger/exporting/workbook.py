"""A list as an Excel workbook: the rows in one sheet, what they are in a second.

A workbook is whole only when it is closed, so it is written to a temporary file first.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import BinaryIO

from django.conf import settings
from django.db import connection, transaction
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.writer.excel import ExcelWriter

from ledger.filters import BadParameters
from ledger.listing import Listing

from .archive import SteadyZip
from .asking import Asked
from .columns import Column, as_value
from .copying import PIECE, SESSION
from .describing import About
from .selecting import statement

ROWS_AT_MOST = 1_048_576  # Excel's own bound, the line of names included
TEXT_AT_MOST = 32_767  # of one cell, Excel's too
FIRST_YEAR = 1900  # Excel knows no earlier day
AT_ONCE = 2000
LOOK_AT_THE_CLOCK_EACH = 10_000


def xlsx(listing: Listing, asked: Asked, about: About) -> Iterator[bytes]:
    """Yield a workbook. BadParameters, before anything is yielded, for what no workbook holds."""
    with tempfile.TemporaryFile() as file:
        book = Workbook(write_only=True)
        _write_rows(book, listing, asked)
        _write_about(book, asked, about)
        _save(book, file, listing.moment.at)
        file.seek(0)
        yield from iter(lambda: file.read(PIECE), b"")


def _save(book: Workbook, file: BinaryIO, at: datetime | None) -> None:
    """Save a workbook as of its edition, so that one question gives the same bytes again."""
    moment = (at or datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)).replace(tzinfo=None)
    book.properties.created = book.properties.modified = moment
    ExcelWriter(book, SteadyZip(file, "w")).save()


def _write_rows(book: Workbook, listing: Listing, asked: Asked) -> None:
    sheet = book.create_sheet(asked.table.name)
    sheet.freeze_panes = "B2"
    columns = asked.table.columns
    heads = [[column.name for column in columns]]
    if asked.hxl:
        heads.append([column.hxl for column in columns])
    for head in heads:
        sheet.append(head)
    until = time.monotonic() + settings.EXPORT_TIMEOUT / 1000
    select = statement(listing, asked.table, _values, asked.limit)
    for number, row in enumerate(_fetched(select), start=len(heads) + 1):
        if number > ROWS_AT_MOST:
            raise _refused("holds more rows than the 1,048,576 that a sheet may have")
        if number % LOOK_AT_THE_CLOCK_EACH == 0 and time.monotonic() > until:
            raise _refused("takes too long to write")
        sheet.append([_cell(sheet, value) for value in row])


def _write_about(book: Workbook, asked: Asked, about: About) -> None:
    sheet = book.create_sheet("About")
    for line in about.lines:
        head, _, text = line.partition(": ")
        sheet.append([_cell(sheet, head), _cell(sheet, text)])
    sheet.append([])
    sheet.append(["column", "meaning", "form", "unit"])
    for column in asked.table.columns:
        sheet.append([column.name, column.meaning, column.form.value, column.unit])


def _fetched(select: str) -> Iterator[tuple]:
    """Fetch rows a part at a time, through a cursor that stays in the database."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(SESSION.format(timeout=int(settings.EXPORT_TIMEOUT)))
        with connection.wrap_database_errors, connection.connection.cursor("export") as rows:
            rows.itersize = AT_ONCE
            rows.execute(select)
            yield from rows


def _values(columns: Sequence[Column]) -> str:
    return ", ".join(as_value(column) for column in columns)


def _cell(sheet, value: object) -> object:
    """Return what a cell takes: text that looks like a formula as text, old days as text."""
    if isinstance(value, date) and value.year < FIRST_YEAR:
        return value.isoformat()
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)[:TEXT_AT_MOST]
    if not text.startswith("="):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell


def _refused(why: str) -> BadParameters:
    return BadParameters({"format": f"The list {why}: narrow it, or take csv, which has no end."})
