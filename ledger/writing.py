"""Writing states into their tables: what load, revert and conflict handling do."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import models

from dates.documents import from_state

from .identity import number_in
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

RowIds = dict[tuple[type[models.Model], int], dict[str, int]]


def write_states(shape: Shape, states: dict[int, dict]) -> None:
    """Make the tables of existing records say what `states` (by record id) say, and no more.

    Rows keep their identity by key: those no longer named are deleted. Nothing is checked here
    that the database does not check; see `checking.py` for the sentences.
    """
    states = _with_record_ids(shape, states)
    _write_records(shape, states)
    written: RowIds = defaultdict(dict)
    for rows in shape.rows:
        owners = [(pk, pk, state) for pk, state in states.items()]
        _write_rows(rows, owners, written)
    if shape.citations:
        _write_citations(shape, states)


def _with_record_ids(shape: Shape, states: dict[int, dict]) -> dict[int, dict]:
    referred = set().union(*(references(shape, state) for state in states.values()))
    found = Record.objects.filter(public_id__in=referred)
    ids = dict(found.values_list("public_id", "pk"))
    return {pk: map_references(shape, state, ids.__getitem__) for pk, state in states.items()}


def _write_records(shape: Shape, states: dict[int, dict]) -> None:
    records = shape.model.objects.in_bulk(list(states))
    for pk, state in states.items():
        record = records[pk]
        record.audience = state["audience"]
        for name, value in columns_for(shape.model, shape.fields, state).items():
            setattr(record, name, value)
        record.save()
        Record.objects.filter(pk=pk, rows_given__lt=_highest_number(shape, state)).update(
            rows_given=_highest_number(shape, state)
        )
    _write_links(shape.model, shape.fields, list(states.items()))


def _highest_number(shape: Shape, state: dict) -> int:
    """Return the highest number in a row's key, so that no key is given twice."""
    numbers = [0]
    holders = [(shape.rows, state)]
    for tables, holder in holders:
        for rows in tables:
            numbers.extend(number_in(row["key"]) for row in holder[rows.name])
            holders.extend((rows.rows, row) for row in holder[rows.name])
    return max(numbers)


def columns_for(model: type[models.Model], fields: Iterable[Field], held: dict) -> dict:
    """Turn what a state holds into attributes of a model; row references come later."""
    columns: dict = {}
    for item in fields:
        columns.update(_columns(model, item, held[item.name]))
    return columns


def _columns(model: type[models.Model], item: Field, value) -> dict:
    if isinstance(item, Value):
        return {item.name: value}
    if isinstance(item, Date):
        return _date_columns(model, item.name, value)
    if isinstance(item, Instant):
        return {item.name: value and datetime.fromisoformat(value)}
    if isinstance(item, Reference):
        return {f"{item.name}_id": value}
    if isinstance(item, Who):
        value = value or {"record": None, "text": None, "via": None}
        return {
            f"{item.name}_record_id": value["record"],
            f"{item.name}_text": value["text"] or "",
            f"{item.name}_via_id": value["via"],
        }
    return {}


def _date_columns(model: type[models.Model], name: str, value: dict | None) -> dict:
    date, time = from_state(value)
    columns: dict = {name: date}
    if model._meta.get_field(name).with_time:
        columns[f"{name}_time"] = time
    return columns


def _write_rows(rows: Rows, owners: list[tuple[int, int, dict]], written: RowIds) -> None:
    """Write one table of rows. `owners` are (record id, owner's row id, what the owner holds)."""
    made = [
        (record_id, row, _row(rows, owner_id, position, row))
        for record_id, owner_id, holder in owners
        for position, row in enumerate(holder[rows.name])
    ]
    mine = rows.model.objects.filter(**{f"{rows.owner}__in": [owner for _, owner, _ in owners]})
    _unmark(mine)
    if made:
        _upsert(rows, [instance for _, _, instance in made])
    for record_id, row, instance in made:
        written[rows.model, record_id][row["key"]] = instance.pk
    mine.exclude(pk__in=[instance.pk for _, _, instance in made]).delete()
    _write_links(rows.model, rows.fields, [(instance.pk, row) for _, row, instance in made])
    _write_row_references(rows, made, written)
    for inner in rows.rows:
        inner_owners = [(record_id, instance.pk, row) for record_id, row, instance in made]
        _write_rows(inner, inner_owners, written)


def _row(rows: Rows, owner_id: int, position: int, row: dict) -> models.Model:
    columns = columns_for(rows.model, rows.fields, row)
    return rows.model(
        **{f"{rows.owner}_id": owner_id}, key=row["key"], position=position, **columns
    )


def _unmark(mine: models.QuerySet) -> None:
    """Take away the marks that one row alone may bear, so that they can pass to another row."""
    marks = {
        name: False
        for constraint in mine.model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition
        for name, _ in constraint.condition.children
    }
    if marks:
        mine.update(**marks)


def _upsert(rows: Rows, instances: list[models.Model]) -> None:
    identity = {"id", "key", rows.owner}
    columns = [field.name for field in rows.model._meta.concrete_fields]
    rows.model.objects.bulk_create(
        instances,
        update_conflicts=True,
        unique_fields=[rows.owner, "key"],
        update_fields=[name for name in columns if name not in identity],
    )


def _write_row_references(rows: Rows, made: list, written: RowIds) -> None:
    for item in rows.fields:
        if isinstance(item, RowReference):
            target = rows.model._meta.get_field(item.name).related_model
            pointing = [entry for entry in made if entry[1][item.name]]
            for record_id, row, instance in pointing:
                setattr(instance, f"{item.name}_id", written[target, record_id][row[item.name]])
            rows.model.objects.bulk_update([entry[2] for entry in pointing], [item.name])


def _write_links(model: type[models.Model], fields: Iterable[Field], holders: list) -> None:
    """Write many-to-many fields. `holders` are (row id, what the row holds)."""
    for item in fields:
        if isinstance(item, References):
            relation = model._meta.get_field(item.name)
            mine, other = relation.m2m_column_name(), relation.m2m_reverse_name()
            through = relation.remote_field.through
            through.objects.filter(**{f"{mine}__in": [pk for pk, _ in holders]}).delete()
            through.objects.bulk_create(
                through(**{mine: pk, other: linked})
                for pk, held in holders
                for linked in held[item.name]
            )


def _write_citations(shape: Shape, states: dict[int, dict]) -> None:
    shape.citations.objects.filter(record__in=list(states)).delete()
    shape.citations.objects.bulk_create(
        shape.citations(
            record_id=pk,
            assertion=assertion,
            position=position,
            field=citation["field"],
            source_id=citation["source"],
            locator=citation["locator"],
            quote=citation["quote"],
            credibility=citation["credibility"],
        )
        for pk, state in states.items()
        for assertion, citations in _cited(shape, state)
        for position, citation in enumerate(citations)
    )


def _cited(shape: Shape, state: dict) -> list[tuple[str, list[dict]]]:
    """List what a state cites: `("", …)` for the record itself, then (row key, …) for each row."""
    cited = [("", state["citations"])]
    holders = [(shape.rows, state)]
    for tables, holder in holders:
        for rows in tables:
            cited.extend((row["key"], row["citations"]) for row in holder[rows.name])
            holders.extend((rows.rows, row) for row in holder[rows.name])
    return cited
