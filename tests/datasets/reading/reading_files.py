"""How the tests of this folder read a file: its bytes in, and all that was read of it out."""

from dataclasses import dataclass
from pathlib import Path

from datasets.reading import BadRow, RawRow, open_table


@dataclass
class Read:
    format: str
    columns: tuple[str, ...]
    encoding: str | None
    notes: list[str]
    rows: list[RawRow]
    bad: list[BadRow]

    @property
    def values(self) -> list[dict[str, str]]:
        return [row.values for row in self.rows]

    def column(self, name: str) -> list[str]:
        return [row.values[name] for row in self.rows]


def read(folder: Path, content: bytes | str, asked: str | None = None) -> Read:
    path = folder / "events"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with open_table(path, format=asked) as table:
        items = list(table)
        bad = [item for item in items if isinstance(item, BadRow)]
        rows = [item for item in items if isinstance(item, RawRow)]
        return Read(table.format, table.columns, table.encoding, table.notes, rows, bad)
