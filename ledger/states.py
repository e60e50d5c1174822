"""Reading a record's state out of its tables, one query a table for any number of records."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC

from django.db import models

from .models import Record
from .shapes import (
    Date,
    Field,
    Instant,
    Reference,
    References,
    RowReference,
    Rows,
    Shape,
    Value,
    Who,
    map_references,
    references,
)

CITATION_FIELDS = ("field", "source_id", "locator", "quote", "credibility")


def read_states(shape: Shape, record_ids: Iterable[int]) -> dict[int, dict]:
    """Return the states of records of one kind as their tables hold them now, by record id.

    A state holds every field under its own name, rows in order, citations beside what they
    support, and other records by public id. Ids that are not there are left out.
    """
    ids = list(record_ids)
    states = _read_records(shape, ids)
    rows_by_key: dict[tuple[int, str], dict] = {}
    for rows in shape.rows:
        _read_rows(rows, {pk: (pk, state) for pk, state in states.items()}, rows_by_key)
    if shape.citations:
        _attach_citations(shape, states, rows_by_key)
    return _with_public_ids(shape, states)


def _read_records(shape: Shape, ids: list[int]) -> dict[int, dict]:
    found = shape.model.objects.filter(pk__in=ids)
    columns = ["pk", "key", "audience", *columns_of(shape.model, shape.fields)]
    linked = _read_links(shape.model, shape.fields, ids)
    return {
        values["pk"]: {
            "kind": shape.model.KIND,
            "key": values["key"],
            "audience": values["audience"],
            **_held(shape.model, shape.fields, values, linked[values["pk"]]),
        }
        for values in found.values(*columns)
    }


def _read_rows(
    rows: Rows, owners: dict[int, tuple[int, dict]], by_key: dict[tuple[int, str], dict]
) -> None:
    """Read one table of rows into its owners, then what belongs to those rows."""
    for _, owner in owners.values():
        owner[rows.name] = []
    columns = ["pk", "key", f"{rows.owner}_id", *columns_of(rows.model, rows.fields)]
    found = rows.model.objects.filter(**{f"{rows.owner}__in": list(owners)})
    found = list(found.order_by("position", "pk").values(*columns))
    linked = _read_links(rows.model, rows.fields, [values["pk"] for values in found])
    mine = {}
    for values in found:
        record_id, owner = owners[values[f"{rows.owner}_id"]]
        held = _held(rows.model, rows.fields, values, linked[values["pk"]])
        row = {"key": values["key"], **held}
        owner[rows.name].append(row)
        by_key[record_id, values["key"]] = row
        mine[values["pk"]] = (record_id, row)
    for inner in rows.rows:
        _read_rows(inner, mine, by_key)


def _attach_citations(shape: Shape, states: dict[int, dict], rows_by_key: dict) -> None:
    for holder in [*states.values(), *rows_by_key.values()]:
        holder["citations"] = []
    found = shape.citations.objects.filter(record__in=list(states))
    columns = ("record_id", "assertion", *CITATION_FIELDS)
    for record_id, assertion, *values in found.order_by("position", "pk").values_list(*columns):
        holder = rows_by_key.get((record_id, assertion)) if assertion else states[record_id]
        if holder is not None:
            field, source, locator, quote, credibility = values
            holder["citations"].append(
                {
                    "field": field,
                    "source": source,
                    "locator": locator,
                    "quote": quote,
                    "credibility": credibility,
                }
            )


def _with_public_ids(shape: Shape, states: dict[int, dict]) -> dict[int, dict]:
    referred = set().union(*(references(shape, state) for state in states.values()))
    found = Record.objects.filter(pk__in=referred)
    public_ids = dict(found.values_list("pk", "public_id"))
    return {pk: map_references(shape, state, public_ids.get) for pk, state in states.items()}


def columns_of(model: type[models.Model], fields: Iterable[Field]) -> list[str]:
    """Name the columns that hold `fields`; many-to-many fields have none."""
    columns: list[str] = []
    for item in fields:
        columns.extend(_columns(model, item))
    return columns


def _columns(model: type[models.Model], item: Field) -> list[str]:
    if isinstance(item, Value | Instant):
        return [item.name]
    if isinstance(item, Date):
        return [item.name, f"{item.name}_wording", *_time_column(model, item)]
    if isinstance(item, Reference):
        return [f"{item.name}_id"]
    if isinstance(item, RowReference):
        return [f"{item.name}__key"]
    if isinstance(item, Who):
        return [f"{item.name}_record_id", f"{item.name}_text", f"{item.name}_via_id"]
    return []


def _time_column(model: type[models.Model], item: Date) -> list[str]:
    return [f"{item.name}_time"] if model._meta.get_field(item.name).with_time else []


def _read_links(
    model: type[models.Model], fields: Iterable[Field], ids: list[int]
) -> dict[int, dict[str, list[int]]]:
    """Read the many-to-many fields of rows: `{row id: {field: [record ids]}}`."""
    links: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for item in fields:
        if isinstance(item, References):
            relation = model._meta.get_field(item.name)
            mine, other = relation.m2m_column_name(), relation.m2m_reverse_name()
            through = relation.remote_field.through.objects.filter(**{f"{mine}__in": ids})
            for row_id, record_id in through.order_by("pk").values_list(mine, other):
                links[row_id][item.name].append(record_id)
    return links


def _held(
    model: type[models.Model], fields: Iterable[Field], values: dict, linked: dict[str, list[int]]
) -> dict:
    return {item.name: _value(model, item, values, linked) for item in fields}


def _value(model: type[models.Model], item: Field, values: dict, linked: dict[str, list[int]]):
    if isinstance(item, Value):
        return values[item.name]
    if isinstance(item, Date):
        return _date(model, item, values)
    if isinstance(item, Instant):
        moment = values[item.name]
        return moment and moment.astimezone(UTC).isoformat()
    if isinstance(item, Reference):
        return values[f"{item.name}_id"]
    if isinstance(item, References):
        return linked[item.name]
    if isinstance(item, RowReference):
        return values[f"{item.name}__key"]
    return _who(item, values)


def _date(model: type[models.Model], item: Date, values: dict) -> dict | None:
    edtf, wording, *times = (values[name] for name in _columns(model, item))
    if edtf is None:
        return None
    return {"edtf": edtf, "wording": wording, "time": times[0] if times else ""}


def _who(item: Who, values: dict) -> dict | None:
    record, text, via = (values[name] for name in _columns(Record, item))
    if not (record or text or via):
        return None
    return {"record": record, "text": text or None, "via": via}
