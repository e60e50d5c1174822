"""How a kind of record lies over tables: the declaration by which states are read and written.

A `Shape` names a record's own fields and the rows that belong to it. `states.py` does the work.
Names in a state are the names of the model's fields.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.db import models


@dataclass(frozen=True)
class Value:
    """A plain column: text, number, truth, list or JSON; the state holds it as it is."""

    name: str


@dataclass(frozen=True)
class Date:
    """A `PartialDateField`; `{"edtf", "wording", "time"}` or null in a state."""

    name: str


@dataclass(frozen=True)
class Instant:
    """A point in time; ISO 8601 text in UTC, or null, in a state."""

    name: str


@dataclass(frozen=True)
class Reference:
    """A foreign key to another record; its public id or null in a state."""

    name: str


@dataclass(frozen=True)
class References:
    """A many-to-many to other records; a list of public ids in a state."""

    name: str


@dataclass(frozen=True)
class RowReference:
    """A foreign key to a row of the same record; that row's key or null in a state."""

    name: str


@dataclass(frozen=True)
class Who:
    """Somebody who says, or is said of: `{"record", "text", "via"}`, or null when all are empty."""

    name: str


Field = Value | Date | Instant | Reference | References | RowReference | Who


@dataclass(frozen=True)
class Rows:
    """A table whose rows belong to a record (or to a row of it), by the foreign key `owner`."""

    name: str
    model: type[models.Model]
    owner: str
    fields: tuple[Field, ...]
    rows: tuple["Rows", ...] = ()


@dataclass(frozen=True)
class Shape:
    """A record's table, its fields and its rows.

    `citations` is the table of citations, if the kind is cited; `prose` names the fields in which
    sources are cited in brackets.
    """

    model: type[models.Model]
    fields: tuple[Field, ...]
    rows: tuple[Rows, ...] = ()
    citations: type[models.Model] | None = None
    prose: tuple[str, ...] = ()

    def all_rows(self) -> list[Rows]:
        """Return every table of rows, an owner before what it owns."""
        found = list(self.rows)
        for rows in found:
            found.extend(rows.rows)
        return found


Change = Callable[[str], str]


def map_references(shape: Shape, state: dict, change: Change) -> dict:
    """Return a copy of `state` in which `change` was applied to every id of another record."""
    changed = _map_fields(shape.fields, state, change)
    changed.update(_map_rows(shape.rows, state, change))
    if "citations" in state:
        changed["citations"] = _map_citations(state["citations"], change)
    return {name: changed[name] for name in state}


def _map_rows(tables: tuple[Rows, ...], state: dict, change: Change) -> dict:
    return {
        rows.name: [_map_row(rows, row, change) for row in state[rows.name]]
        for rows in tables
        if rows.name in state
    }


def _map_row(rows: Rows, row: dict, change: Change) -> dict:
    changed = _map_fields(rows.fields, row, change)
    changed.update(_map_rows(rows.rows, row, change))
    if "citations" in row:
        changed["citations"] = _map_citations(row["citations"], change)
    return {name: changed[name] for name in row}


def _map_citations(citations: list[dict], change: Change) -> list[dict]:
    return [{**citation, "source": change(citation["source"])} for citation in citations]


def _map_fields(fields: tuple[Field, ...], holder: dict, change: Change) -> dict:
    changed = dict(holder)
    for item in fields:
        value = holder.get(item.name)
        if not value:
            continue
        if isinstance(item, Reference):
            changed[item.name] = change(value)
        elif isinstance(item, References):
            changed[item.name] = [change(one) for one in value]
        elif isinstance(item, Who):
            changed[item.name] = {
                **value,
                "record": value["record"] and change(value["record"]),
                "via": value["via"] and change(value["via"]),
            }
    return changed


def references(shape: Shape, state: dict) -> set[str]:
    """Return the ids of all other records that a state refers to."""
    found: set[str] = set()
    _note_references(_pointing(shape.fields), shape.rows, state, found)
    found.discard(None)
    return found


def _note_references(
    pointing: tuple[Field, ...], tables: tuple[Rows, ...], holder: dict, found: set
) -> None:
    for item in pointing:
        value = holder.get(item.name)
        if not value:
            continue
        if isinstance(item, Reference):
            found.add(value)
        elif isinstance(item, References):
            found.update(value)
        else:
            found.update((value["record"], value["via"]))
    for citation in holder.get("citations", ()):
        found.add(citation["source"])
    for rows in tables:
        held = holder.get(rows.name)
        if held:
            own = _pointing(rows.fields)
            for row in held:
                _note_references(own, rows.rows, row, found)


@cache
def _pointing(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return those of the fields that name other records."""
    return tuple(item for item in fields if isinstance(item, Reference | References | Who))
