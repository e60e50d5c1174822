"""The committed sample, read once: its records by key, and their rows."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "datasets" / "sample"


@cache
def records() -> dict[str, dict]:
    """Return every record of the sample by its key."""
    text = (FOLDER / "iraq_2019_2021.jsonl").read_text(encoding="utf-8")
    return {line["key"]: line for line in map(json.loads, text.splitlines())}


def of_kind(kind: str) -> list[dict]:
    return [record for record in records().values() if record["kind"] == kind]


def rows_of(record: dict) -> Iterator[dict]:
    """Yield every row of a record, also those that belong to another row."""
    for value in record.values():
        for row in value if isinstance(value, list) else []:
            if isinstance(row, dict) and "key" in row:
                yield row
                yield from rows_of(row)


def row(place: str) -> dict:
    """Return a row, or a record, by `key#row` or `key`."""
    key, _, row_key = place.partition("#")
    found = [one for one in rows_of(records()[key]) if one["key"] == row_key]
    return found[0] if row_key else records()[key]


def holders(record: dict) -> list[dict]:
    """Return a record and its rows: whatever may refer to others and be cited."""
    return [record, *rows_of(record)]
