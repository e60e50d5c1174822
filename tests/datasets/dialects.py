"""Files of rows in every dialect in which people bring them.

    written(ucdp_rows(3))                                    the bytes of a plain CSV
    written(ucdp_rows(3), dialect="old-columns hxl")         several dialects at once
    written(acled_rows(3), dialect="semicolon bom crlf zip")

DIALECTS lists them with what they do. Rows are dicts of text with one set of keys, such as
`tests.datasets.invented` makes.
"""

import csv
import gzip
import io
import zipfile

import openpyxl

from tests.datasets.invented import UCDP_19_COLUMNS, acled_rows, gtd_rows, ucdp_rows

__all__ = ["DIALECTS", "acled_rows", "gtd_rows", "ucdp_rows", "written"]

Cells = list[list[str]]

DIALECTS = {
    # the cells
    "floats": "whole numbers are written with “.0”",
    "datetimes": "days are written as ISO times at midnight",
    "newlines": "the second row has a line end inside its longest cell",
    "shortened-ids": "Excel has shortened the ids to 2.00E+11",
    # the columns
    "old-columns": "UCDP: the 45 columns of version 19.1, low before best",
    "backwards": "the columns stand in the opposite order",
    "odd-header": "names have spaces, capitals, no-break spaces and a line end",
    "spare-columns": "three empty columns follow the last",
    "twice-named": "the last column has the name of the first",
    # the rows
    "hxl": "a row of HXL tags follows the header",
    "no-header": "the first row is the first event",
    "preamble": "three lines of prose stand before the header",
    "repeated-header": "the header stands once more in the middle",
    "blank-rows": "a blank row follows each row",
    "truncated": "the file breaks off in the middle of the last row",
    "unclosed": "a quotation mark in the second row is never closed",
    # the text
    "semicolon": "cells are parted by semicolons",
    "tab": "cells are parted by tabs",
    "bar": "cells are parted by vertical bars",
    "sep": "the first line says which sign parts cells",
    "quoted": "all cells have quotation marks",
    "cr": "lines end with CR alone",
    "crlf": "lines end with CR LF",
    # the bytes
    "bom": "UTF-8 with its mark",
    "utf-16": "UTF-16 with its mark",
    "cp1252": "the code of Western Windows; letters that it lacks become question marks",
    "nul": "the second row has a NUL",
    "damaged": "one letter of the second row is broken UTF-8",
    # the packing
    "gzip": "packed with gzip",
    "zip": "packed with zip",
    "xlsx": "an Excel workbook instead of CSV",
}
SIGNS = {"semicolon": ";", "tab": "\t", "bar": "|"}
LINE_ENDS = {"cr": "\r", "crlf": "\r\n"}
ENCODINGS = {"bom": "utf-8-sig", "utf-16": "utf-16", "cp1252": "cp1252"}
TAGS = {
    "year": "#date+year",
    "side_a": "#group+name+first",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "country": "#country+name",
    "date_start": "#date+start",
    "event_date": "#date+occurred",
    "best": "#affected+killed",
    "fatalities": "#affected+killed",
}
PREAMBLE = ("Invented events of Nowhere", "Downloaded, so to say, on 3 May", "")


def written(rows: list[dict[str, str]], *, dialect: str = "") -> bytes:
    """The bytes of a file of these rows; `dialect` holds words of DIALECTS."""
    words = set(dialect.split())
    unknown = words - DIALECTS.keys()
    assert not unknown, f"no such dialect: {unknown}"
    header, *body = _columns(rows, words)
    table = _rows(header, _cells(header, body, words), words)
    if "xlsx" in words:
        return _workbook(table)
    text = _text(table, words)
    return _packed(_bytes(text, words), words)


def _columns(rows: list[dict[str, str]], words: set[str]) -> Cells:
    names = list(rows[0])
    if "old-columns" in words:
        added = {"start_year": "1989", "end_year": "2018", "iso3": "IRQ"}
        rows, names = [{**row, **added} for row in rows], list(UCDP_19_COLUMNS)
    if "backwards" in words:
        names.reverse()
    return [names, *([row[name] for name in names] for row in rows)]


def _cells(header: list[str], body: Cells, words: set[str]) -> Cells:
    if "floats" in words:
        body = [[_as_float(cell) for cell in row] for row in body]
    if "datetimes" in words:
        body = [[_as_datetime(cell) for cell in row] for row in body]
    if "shortened-ids" in words:
        body = [[f"{float(row[0]):.2E}", *row[1:]] for row in body]
    if "newlines" in words:
        longest = max(range(len(header)), key=lambda place: len(body[1][place]))
        body[1][longest] = body[1][longest].replace(" ", _line_end(words), 1)
    if "nul" in words:
        body[1][-1] = "nul: \0"
    if "damaged" in words:
        body[1][1] = "broken: \udce9t\udce9"
    return body


def _as_float(cell: str) -> str:
    return f"{cell}.0" if cell.lstrip("-").isdigit() and len(cell) < 10 else cell


def _as_datetime(cell: str) -> str:
    is_day = len(cell) == 10 and cell[4] == cell[7] == "-"
    return f"{cell}T00:00:00" if is_day else cell


def _rows(header: list[str], body: Cells, words: set[str]) -> Cells:
    """Header and rows in the order in which the file has them."""
    spare = [""] * 3 if "spare-columns" in words else []
    names = [_odd(name, place) for place, name in enumerate(header)]
    names = [*(names if "odd-header" in words else header), *spare]
    if "twice-named" in words:
        names[-1] = names[0]
    rows = [[*row, *spare] for row in body]
    if "repeated-header" in words:
        rows.insert(len(rows) // 2, names)
    if "blank-rows" in words:
        rows = [line for row in rows for line in (row, [])]
    before = [[line] for line in PREAMBLE] if "preamble" in words else []
    tags = [[TAGS.get(name, "") for name in header] + spare] if "hxl" in words else []
    return [*before, *([] if "no-header" in words else [names]), *tags, *rows]


def _odd(name: str, place: int) -> str:
    """The name, written as spreadsheets and web pages spoil it."""
    return (f" {name} ", name.upper(), f"{name}\xa0", name.replace("_", "\n"))[place % 4]


def _line_end(words: set[str]) -> str:
    return next((LINE_ENDS[word] for word in words & LINE_ENDS.keys()), "\n")


def _text(table: Cells, words: set[str]) -> str:
    sign = next((SIGNS[word] for word in words & SIGNS.keys()), ",")
    end = _line_end(words)
    quoting = csv.QUOTE_ALL if "quoted" in words else csv.QUOTE_MINIMAL
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=sign, lineterminator=end, quoting=quoting).writerows(table)
    text = stream.getvalue()
    if "unclosed" in words:
        first, second, *rest = text.split(end, 2)
        text = end.join([first, f'"{second}', *rest])
    if "truncated" in words:
        text = text[: -len(text.rstrip(end).rsplit(end, 1)[-1]) // 2]
    return f"sep={sign}{end}{text}" if "sep" in words else text


def _bytes(text: str, words: set[str]) -> bytes:
    encoding = next((ENCODINGS[word] for word in words & ENCODINGS.keys()), "utf-8")
    return text.encode(encoding, "replace" if encoding == "cp1252" else "surrogateescape")


def _packed(content: bytes, words: set[str]) -> bytes:
    if "gzip" in words:
        return gzip.compress(content)
    if "zip" in words:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("events.csv", content)
        return stream.getvalue()
    return content


def _workbook(table: Cells) -> bytes:
    """A workbook whose cells are numbers where they look so, as Excel itself would have them."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("events")
    for row in table:
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
