"""Text cut into rows of cells: which sign parts them, where rows begin, which are broken.

A row whose quotation mark is never closed would swallow those after it. Lines are therefore kept
until their row is understood, and reading goes on at the first of them that is a row by itself.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from datasets.reading.encodings import Reading
from datasets.reading.faults import BadRow, Refused
from datasets.reading.headers import Row, filled, known_format

LONGEST_CELL = 1_000_000
SAMPLED_ROWS = 60

_SIGNS = (",", ";", "\t", "|")
_SPOKEN = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_SEPARATOR_LINE = re.compile(r'"?sep=(?P<sign>[^\r\n])"?[ ,;\t]*(\r\n|\r|\n)')
_OFTEN_SEEN = {
    "unexpected end of data": "The file ends inside a quoted cell: it breaks off, or a quotation "
    "mark is never closed.",
    "expected after": "A quotation mark inside a quoted cell is not doubled, or the cell is closed "
    "too early.",
    "field larger": f"A cell is longer than {LONGEST_CELL:,} characters: most likely its quotation "
    "mark is never closed.",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is cut: the sign between cells, the lines before the first row, the first rows."""

    sign: str
    lines_before: int
    sample: list[Row]
    ends: list[int]
    notes: list[str]


def find_layout(reading: Reading) -> Layout:
    """The layout that the beginning of a text speaks for; Refused where it is no table."""
    csv.field_size_limit(LONGEST_CELL)
    if not reading.head.strip():
        raise Refused("The file holds no text; a table with a row of names is accepted.")
    told = _SEPARATOR_LINE.match(reading.head)
    text = reading.head[told.end() :] if told else reading.head
    signs = [told["sign"]] if told else list(_SIGNS)
    cut = {sign: _sampled(text, sign, bool(told), reading.is_whole) for sign in signs}
    sign = max(signs, key=lambda one: _merit([cells for (_, cells), _ in cut[one]]))
    if max((len(cells) for (_, cells), _ in cut[sign]), default=0) < 2:
        raise Refused(
            "The lines of the file are not parted into cells by commas, semicolons, tabs or "
            "vertical bars; it is not a table.",
            line=1,
        )
    notes = [f"Cells are parted by {_SPOKEN[sign]}."] if sign in _SPOKEN else []
    rows = [row for row, _ in cut[sign]]
    return Layout(sign, int(bool(told)), rows, [end for _, end in cut[sign]], notes)


def _sampled(text: str, sign: str, is_told: bool, is_whole: bool) -> list[tuple[Row, int]]:
    """The first rows as this sign cuts them, with the lines where they begin and end."""
    found = []
    reader = csv.reader(_lines(text), delimiter=sign)
    end = 0
    try:
        for cells in reader:
            found.append(((end + 1 + is_told, cells), reader.line_num + is_told))
            end = reader.line_num
            if len(found) > SAMPLED_ROWS:
                break
    except csv.Error:
        return found
    # The last row of a beginning may be cut short.
    return found if is_whole and len(found) <= SAMPLED_ROWS else found[:-1] or found


def _lines(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text))


def _merit(rows: list[list[str]]) -> tuple:
    """How well a sign cuts: a known header, then the share of rows that are as wide as most."""
    widths = Counter(len(cells) for cells in rows if filled(cells))
    usual = max((width for width in widths if width > 1), key=widths.get, default=1)
    share = widths[usual] / max(sum(widths.values()), 1) if usual > 1 else 0
    return any(known_format(cells) for cells in rows), round(share, 1), usual


class Lines:
    """The lines of a text; those since `settle` can be given back and read again."""

    def __init__(self, stream: Iterator[str], skipped: int):
        self._stream = stream
        self._given_back: list[str] = []
        self.held: list[str] = []
        self.number = 0
        for _ in range(skipped):
            next(self, None)
        self.settle()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._given_back.pop() if self._given_back else next(self._stream)
        self.number += 1
        self.held.append(line)
        return line

    def settle(self) -> None:
        self.held.clear()

    def give_back(self, count: int) -> None:
        """Let the last `count` lines be read once more."""
        self._given_back.extend(reversed(self.held[len(self.held) - count :]))
        self.number -= count


class Cutter:
    """Cuts lines into rows of as many cells as there are columns."""

    def __init__(self, lines: Lines, sign: str, columns: tuple[str, ...]):
        self.lines = lines
        self.sign = sign
        self.columns = columns
        self.width = len(columns)

    def rows(self) -> Iterator[Row | BadRow]:
        """Each row with the line where it begins, blank ones too; BadRow for one not understood."""
        lines, width, held = self.lines, self.width, self.lines.held
        reader = csv.reader(lines, delimiter=self.sign, strict=True)
        while True:
            begin = lines.number + 1
            try:
                for cells in reader:
                    if len(cells) == width:
                        yield begin, cells
                    else:
                        yield self._of_other_width(begin, cells)
                    held.clear()
                    begin = lines.number + 1
                return
            except csv.Error as error:
                yield self._broken(begin, str(error))
                held.clear()

    def _of_other_width(self, begin: int, cells: list[str]) -> Row | BadRow:
        """The row without what is empty after the last column, or as a blank row; else BadRow."""
        if not filled(cells[self.width :]) and (len(cells) > self.width or not filled(cells)):
            return begin, cells[: self.width]
        values = dict(zip(self.columns, cells, strict=False))
        ends_file = not self.lines.held[-1].endswith(("\n", "\r"))
        sentence = f"The row has {len(cells):,} cells, but the header has {self.width:,}."
        if len(cells) > self.width:
            hint = "Perhaps a cell that holds the separating sign stands without quotation marks."
            return BadRow(begin, None, f"{sentence} {hint}{self._lost(begin)}", values)
        hint = " The file breaks off here." if ends_file else ""
        place = min(len(cells), len(self.columns) - 1)
        return BadRow(begin, self.columns[place], f"{sentence}{hint}{self._lost(begin)}", values)

    def _broken(self, begin: int, message: str) -> BadRow:
        said = (sentence for part, sentence in _OFTEN_SEEN.items() if part in message)
        sentence = next(said, f"The row cannot be read as CSV: {message}.")
        column = self._column_of_fault("".join(self.lines.held))
        return BadRow(begin, column, f"{sentence}{self._lost(begin)}")

    def _lost(self, begin: int) -> str:
        """Give back the lines from the next row on; how many lines went with the broken one."""
        held = self.lines.held
        rows = (index for index in range(1, len(held)) if self._is_row(held[index]))
        lost = next(rows, len(held))
        self.lines.give_back(len(held) - lost)
        return f" Lines {begin} to {begin + lost - 1} belong to it." if lost > 1 else ""

    def _is_row(self, line: str) -> bool:
        try:
            cells = next(csv.reader([line], delimiter=self.sign, strict=True), [])
        except csv.Error:
            return False
        return len(cells) >= self.width and not filled(cells[self.width :])

    def _column_of_fault(self, text: str) -> str | None:
        """The column of the first cell that is too long, or that nothing closes."""
        sign = re.escape(self.sign)
        cell = re.compile(rf'"[^"]*(?:""[^"]*)*"|[^{sign}"\r\n][^{sign}\r\n]*|')
        at = place = 0
        while (end := cell.match(text, at).end()) < at + LONGEST_CELL and end < len(text):
            if text[end] != self.sign:
                break
            at = end + 1
            place += 1
        return self.columns[place] if place < len(self.columns) else None
