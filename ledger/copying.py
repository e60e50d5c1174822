"""Rows on their way into tables by COPY, the fastest road into PostgreSQL.

A `Table` gathers rows as plain values and hands them over at once, as `Filled`. What is a row's own
(ids, keys) is given by the caller; nothing is checked here that the database does not check.
"""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO, StringIO
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

# Characters that no text of ours holds, so that hardly a cell needs quotation marks.
NULL, QUOTE, DELIMITER = "\x01", "\x02", "\t"
OPTIONS = r"(FORMAT csv, NULL E'\x01', QUOTE E'\x02', DELIMITER E'\t')"
Encode = Callable[[object], object]


def encode_array(values: Sequence[str] | None) -> str | None:
    """Spell a list of texts as an array."""
    if values is None:
        return None
    return "{" + ",".join(map(_element, values)) + "}" if values else "{}"


def encode_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _element(text: str) -> str:
    if text.isalnum():
        return f'"{text}"'
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def encoder_of(field: models.Field) -> Encode | None:
    """Return how values of a column are spelled; None where they go as they are."""
    if isinstance(field, ArrayField):
        return encode_array
    return encode_json if isinstance(field, models.JSONField) else None


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
                f"COPY {quote(self.table)} ({names}) FROM STDIN {OPTIONS}", BytesIO(self.lines)
            )


class Table:
    """Rows being gathered for one table, each a sequence of values in the order of `columns`."""

    def __init__(self, name: str, columns: Iterable[str]):
        self.name = name
        self.columns = tuple(columns)
        self.rows: list[Sequence] = []
        self.add = self.rows.append

    def take(self) -> list[Filled]:
        """Return the rows gathered, if there are any, and forget them."""
        if not self.rows:
            return []
        buffer = StringIO(newline="")
        # A line end of two characters has a cell quoted that holds either of them.
        writer = csv.writer(buffer, delimiter=DELIMITER, quotechar=QUOTE, lineterminator="\r\n")
        writer.writerows([NULL if one is None else one for one in row] for row in self.rows)
        self.rows.clear()
        return [Filled(self.name, self.columns, buffer.getvalue().encode())]

    def write(self) -> None:
        for filled in self.take():
            filled.write()


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """Take the next `count` ids of a table."""
    if not count:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            # In a query of its own the sequence is looked up once, not for each id.
            "SELECT nextval((SELECT pg_get_serial_sequence(%s, %s)::regclass)) "
            "FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, count],
        )
        return [number for (number,) in cursor.fetchall()]
