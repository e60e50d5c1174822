"""Rows on their way into tables by COPY, the fastest road into PostgreSQL.

A `Table` gathers rows as text and hands them over at once, as `Filled`. What is a row's own (ids,
keys) is given by the caller; nothing is checked here that the database does not check.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

NULL = "\\N"
Encode = Callable[[object], str]


def escaped(text: str) -> str:
    """Spell a text so that COPY reads it back as it is."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if text.isprintable():
        return text
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def encode(value: object) -> str:
    """Spell a plain value: null, truth, number, text or time."""
    spell = SPELLED.get(value.__class__)
    if spell:
        return spell(value)
    return escaped(value) if isinstance(value, str) else str(value)


SPELLED: dict[type, Encode] = {
    str: escaped,
    type(None): lambda _: NULL,
    bool: lambda value: "t" if value else "f",
    int: str,
    float: repr,
    date: date.isoformat,
    datetime: datetime.isoformat,
}


def encode_array(values: Sequence[str] | None) -> str:
    """Spell a list of texts as an array."""
    if values is None:
        return NULL
    if not values:
        return "{}"
    return escaped("{" + ",".join(map(_element, values)) + "}")


def encode_json(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))


def _element(text: str) -> str:
    if text.isalnum():
        return f'"{text}"'
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def encoder_of(field: models.Field) -> Encode:
    """Return how values of a column are spelled."""
    if isinstance(field, ArrayField):
        return encode_array
    return encode_json if isinstance(field, models.JSONField) else encode


class Filled(NamedTuple):
    """Rows for a table, spelled; they can be made in one process and written by another."""

    table: str
    columns: tuple[str, ...]
    lines: bytes

    def write(self) -> None:
        """Hand the rows over to the database."""
        quote = connection.ops.quote_name
        names = ", ".join(map(quote, self.columns))
        with connection.cursor() as cursor, connection.wrap_database_errors:
            cursor.copy_expert(
                f"COPY {quote(self.table)} ({names}) FROM STDIN", BytesIO(self.lines)
            )


class Table:
    """Rows being gathered for one table, each a line of cells in the order of `columns`."""

    def __init__(self, name: str, columns: Iterable[str]):
        self.name = name
        self.columns = tuple(columns)
        self.rows: list[str] = []

    def add(self, cells: Iterable[str]) -> None:
        """Add a row of cells that are spelled already."""
        self.rows.append("\t".join(cells))

    def take(self) -> list[Filled]:
        """Return the rows gathered, if there are any, and forget them."""
        if not self.rows:
            return []
        lines = "\n".join(self.rows).encode()
        self.rows.clear()
        return [Filled(self.name, self.columns, lines)]

    def write(self) -> None:
        for filled in self.take():
            filled.write()


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """Take the next `count` ids of a table."""
    if not count:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)::regclass) FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, count],
        )
        return [number for (number,) in cursor.fetchall()]
