"""A list in each format: what is selected of its rows, and what stands before and after them."""

import json
from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction

from ledger.canonical import written
from ledger.listing import Listing

from .asking import GEOJSON, Asked
from .cells import AS_IT_IS, arrived, sql_cell
from .columns import Column, as_cell, as_json
from .copying import Copying
from .selecting import records, statement
from .tables import DOCUMENTS, Table, Takeaway

AT_ONCE = 500
ARGUMENTS_AT_MOST = 90  # PostgreSQL takes a hundred


def csv(listing: Listing, asked: Asked, about: Sequence[str]) -> Iterator[bytes]:
    """A line of names and one for each row; before them, if asked, what it is and HXL tags."""
    columns = asked.table.columns
    lines = [f"# {' '.join(line.split())}" for line in about] if asked.header else []
    lines.append(",".join(column.name for column in columns))
    if asked.hxl:
        lines.append(",".join(column.hxl for column in columns))
    head = "".join(f"{line}\n" for line in lines)
    pieces = _around(head, *selected(listing, asked))
    return _all_arrived(pieces) if asked.table.ready else pieces


def geojson(listing: Listing, asked: Asked, members: Mapping[str, object]) -> Iterator[bytes]:
    """A FeatureCollection (RFC 7946) with further members; what has no point has no geometry."""
    head = f'{{"type":"FeatureCollection",{written(members)[1:-1]},"features":['
    return _around(head, *selected(listing, asked), separated=True, tail="\n]}\n")


def selected(listing: Listing, asked: Asked) -> tuple[str, str]:
    """Return the SELECT of a CSV's or GeoJSON's rows, and the options by which COPY spells them."""
    table, limit = asked.table, asked.limit
    if asked.format == GEOJSON:
        return statement(listing, table, lambda found: _feature(table, found), limit), AS_IT_IS
    if not table.ready:
        return statement(listing, table, _cells, limit), "FORMAT csv"
    select = statement(
        listing, table, lambda found: _ready_line(table, found), limit, each_name=sql_cell
    )
    return select, AS_IT_IS


def ndjson(listing: Listing, takeaway: Takeaway, asked: Asked) -> Iterator[bytes]:
    """The finished documents, one a line, as the list itself has them."""
    if takeaway.seen is None:
        select = statement(listing, DOCUMENTS, lambda columns: "p.document", asked.limit)
        return _around("", select, AS_IT_IS)
    return _seen(listing, takeaway, asked.limit)


def _seen(listing: Listing, takeaway: Takeaway, limit: int | None) -> Iterator[bytes]:
    """Spell documents that are seen from a day: there are far fewer of them than of incidents."""
    with transaction.atomic():
        for row in records(listing, limit).iterator(AT_ONCE):
            document = json.loads(row.publication.document)
            line = written(takeaway.seen(document, row, listing.moment.on))
            yield f"{line}\n".encode()


def _around(
    head: str, select: str, options: str, *, separated: bool = False, tail: str = ""
) -> Iterator[bytes]:
    """Yield a head, the rows and a tail, the head not before there is a first row or none.

    Rows that are `separated` each begin with a comma, of which the first is taken away.
    """
    rows = iter(Copying(select, options))
    try:
        first = next(rows, b"")
        yield head.encode() + (b"\n" + first[1:] if separated and first else first)
        yield from rows
    finally:
        rows.close()
    if tail:
        yield tail.encode()


def _all_arrived(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces of lines that were spelled when they were published."""
    try:
        yield from map(arrived, pieces)
    finally:
        pieces.close()


def _ready_line(table: Table, columns: Sequence[Column]) -> str:
    """Spell the expression of a line of cells that were spelled when they were published."""
    rest = columns[table.ready_count :]
    return _concatenated([table.ready, *(part for one in rest for part in ("','", one.sql))])


def _cells(columns: Sequence[Column]) -> str:
    return ", ".join(as_cell(column) for column in columns)


def _feature(table: Table, columns: Sequence[Column]) -> str:
    """Spell the expression of a feature: its properties are the columns, but for id and point."""
    found = {column.name: column for column in columns}
    latitude, longitude = found[table.latitude].sql, found[table.longitude].sql
    apart = {"id", table.latitude, table.longitude}
    point = (
        f"""CASE WHEN {latitude} IS NULL OR {longitude} IS NULL THEN ',"geometry":null' """
        f"""ELSE concat(',"geometry":{{"type":"Point","coordinates":[', {longitude}, ',', """
        f"""{latitude}, ']}}') END"""
    )
    parts = ["""',{"type":"Feature","id":'""", as_json(found["id"]), point, """',"properties":{'"""]
    separator = ""
    for column in columns:
        if column.name not in apart:
            parts += [f"""'{separator}"{column.name}":'""", as_json(column)]
            separator = ","
    return _concatenated([*parts, "'}}'"])


def _concatenated(parts: Sequence[str]) -> str:
    groups = [
        f"concat({', '.join(parts[start : start + ARGUMENTS_AT_MOST])})"
        for start in range(0, len(parts), ARGUMENTS_AT_MOST)
    ]
    return " || ".join(groups)
