"""What a file is, told at once: its format, columns, first rows, and what was noticed of it."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from datasets.reading import RawRow, open_table
from datasets.reading.guessing import ROWS


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file as far as its first rows show it; `rows` are lists of texts, by `columns`."""

    format: str
    sha256: str
    size: int
    columns: list[str]
    rows: list[list[str]]
    notes: list[str]


def recognised(path: Path, file_format: str | None) -> Recognised:
    """Open a file and read its first rows; Refused for one that cannot be read."""
    with open_table(path, format=file_format) as table:
        rows = [list(row.values.values()) for row in islice(table, ROWS) if isinstance(row, RawRow)]
        return Recognised(
            format=table.format,
            sha256=table.sha256,
            size=table.size,
            columns=list(table.columns),
            rows=rows,
            notes=table.notes,
        )
