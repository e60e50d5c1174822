"""Many new records at once: their tables and their first revisions, by COPY.

The same states as `saving` and `writing` make, in the same tables, for records that nobody has
begun yet. Everything follows from the kind's shape; a state is whole, with records by public id.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from operator import itemgetter

from django.db import models

from dates.documents import from_state
from dates.fields import companion_values

from .canonical import canonical, sha256
from .copying import Filled, Table, encoder_of
from .fields import DerivedTextField
from .folding import fold
from .kinds import Kind
from .models import Record, Revision
from .shapes import (
    Date,
    Field,
    Instant,
    Reference,
    References,
    RowReference,
    Rows,
    Value,
    Who,
)

Held = Mapping[str, object]
Ids = Mapping[str, int]
RowIds = Mapping[type[models.Model], Iterator[int]]
Taker = Callable[[Held, Ids, Ids], tuple]

PUBLISHED = Record.Status.PUBLISHED.value
RECORD = (
    "id", "key", "public_id", "label", "names", "status", "version", "audience", "rows_given",
    "created_by_id", "created_at", "updated_by_id", "updated_at",
)  # fmt: skip
REVISION = (
    "id", "record_id", "number", "format", "state", "author_id", "reason", "saved_at",
    "previous_sha256", "sha256",
)  # fmt: skip
CITATION = (
    "record_id", "assertion", "position", "field", "source_id", "locator", "quote", "credibility",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class New:
    """A record to be: its row's id, its public id, its state, and the highest row key given."""

    pk: int
    public_id: str
    state: dict
    rows_given: int = 0


@dataclass
class Plan:
    """How the rows of one table follow from what a state holds, compiled once for a shape."""

    model: type[models.Model]
    name: str = ""
    owner: str = ""
    plain: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    takers: list[Taker] = field(default_factory=list)
    links: list[tuple[str, Table]] = field(default_factory=list)
    inner: list["Plan"] = field(default_factory=list)
    numbered: bool = False

    def __post_init__(self):
        head = [f"{self.owner}_id", "key", "position"] if self.owner else ["record_ptr_id"]
        head = ["id", *head] if self.numbered else head
        named = [self.model._meta.get_field(name).column for name in self.plain]
        self.table = Table(self.model._meta.db_table, [*head, *named, *self.columns])
        # With one name, itemgetter gives no tuple.
        self.take = itemgetter(*self.plain) if len(self.plain) > 1 else self._take_each

    def cells(self, held: Held, ids: Ids, keys: Ids) -> list:
        """Return the cells of a row, in the order of the table's columns."""
        cells = [*self.take(held)]
        for take in self.takers:
            cells += take(held, ids, keys)
        return cells

    def _take_each(self, held: Held) -> list:
        return [held[name] for name in self.plain]


class BulkInsert:
    """New records of one kind, gathered with `add` and handed over with `take`.

    `ids` are the row ids of the records that states refer to, by public id; new records that refer
    to one another are in it too. Nothing is asked of the database, so that another process than the
    one that writes may gather.
    """

    def __init__(self, kind: Kind, *, ids: Ids, author_id: int | None, reason: str, now: datetime):
        self.kind, self.ids, self.reason, self.now = kind, ids, reason, now
        self.author_id = author_id
        self.plan = _plan(kind)
        self.records = Table(Record._meta.db_table, RECORD)
        self.revisions = Table(Revision._meta.db_table, REVISION)
        citations = kind.shape.citations
        self.citations = citations and Table(citations._meta.db_table, CITATION)

    def add(self, one: New, revision_id: int, row_ids: RowIds) -> None:
        """Gather a record. `row_ids` has free ids for the tables that `rows_to_number` counts."""
        state = one.state
        self.records.add(self._record_row(one))
        self.plan.table.add([one.pk, *self.plan.cells(state, self.ids, {})])
        _add_links(self.plan, one.pk, state, self.ids)
        keys: dict[str, int] = {}
        for plan in self.plan.inner:
            if state[plan.name]:
                self._add_rows(plan, one.pk, one.pk, state[plan.name], row_ids, keys)
        self._cite(one.pk, "", state)
        self.revisions.add(self._revision_row(one, revision_id))

    def take(self) -> list[Filled]:
        """Return all that was gathered, owners before what they own."""
        tables = [self.records, *_tables(self.plan), self.citations, self.revisions]
        return [filled for table in tables if table for filled in table.take()]

    def _record_row(self, one: New) -> list:
        state, now = one.state, self.now
        names = "\n".join(filter(None, map(fold, self.kind.names(state))))
        return [
            one.pk, state["key"], one.public_id, self.kind.label(state)[:300], names, PUBLISHED, 1,
            state["audience"], one.rows_given, self.author_id, now, self.author_id, now,
        ]  # fmt: skip

    def _add_rows(
        self, plan: Plan, record: int, owner: int, rows: list[dict], row_ids: RowIds, keys: dict
    ) -> None:
        pks = [next(row_ids[plan.model]) for _ in rows] if plan.numbered else []
        keys.update(zip((row["key"] for row in rows), pks, strict=False))
        for position, row in enumerate(rows):
            head = [owner, row["key"], position]
            pk = pks[position] if plan.numbered else None
            cells = plan.cells(row, self.ids, keys)
            plan.table.add([pk, *head, *cells] if plan.numbered else [*head, *cells])
            if plan.links:
                _add_links(plan, pk, row, self.ids)
            if row.get("citations"):
                self._cite(record, row["key"], row)
            for inner in plan.inner:
                if row[inner.name]:
                    self._add_rows(inner, record, pk, row[inner.name], row_ids, keys)

    def _cite(self, record: int, assertion: str, holder: Held) -> None:
        for position, one in enumerate(holder.get("citations", ())):
            self.citations.add(
                [
                    record, assertion, position, one["field"], self.ids[one["source"]],
                    one["locator"], one["quote"], one["credibility"],
                ]
            )  # fmt: skip

    def _revision_row(self, one: New, revision_id: int) -> list:
        text, state_format = canonical(one.state), self.kind.state_format
        digest = first_hash(one.pk, state_format, self.author_id, self.reason, self.now, text)
        return [
            revision_id, one.pk, 1, state_format, text, self.author_id, self.reason, self.now, "",
            digest,
        ]  # fmt: skip


def rows_to_number(kind: Kind, states: Iterable[dict]) -> dict[type[models.Model], int]:
    """Count the rows of states that need an id beforehand: those that others may point to."""
    counts: dict[type[models.Model], int] = {}
    plans = _plan(kind).inner
    for state in states:
        _count_rows(plans, state, counts)
    return counts


def first_hash(
    record_id: int, state_format: int, author_id: int | None, reason: str, at: datetime, text: str
) -> str:
    """Hash a record's first revision as `saving.hash_of` does."""
    return sha256("", record_id, 1, state_format, author_id, reason, at.isoformat(), text)


def _tables(plan: Plan) -> list[Table]:
    own = [plan.table, *(table for _, table in plan.links)]
    return own + [table for inner in plan.inner for table in _tables(inner)]


def _count_rows(plans: list[Plan], holder: Held, counts: dict) -> None:
    for plan in plans:
        rows = holder[plan.name]
        if plan.numbered:
            counts[plan.model] = counts.get(plan.model, 0) + len(rows)
        if plan.inner:
            for row in rows:
                _count_rows(plan.inner, row, counts)


def _add_links(plan: Plan, pk: int, holder: Held, ids: Ids) -> None:
    for name, table in plan.links:
        for linked in holder[name]:
            table.add([pk, ids[linked]])


def _plan(kind: Kind) -> Plan:
    shape = kind.shape
    pointed_at = {
        rows.model._meta.get_field(item.name).related_model
        for rows in shape.all_rows()
        for item in rows.fields
        if isinstance(item, RowReference)
    }
    plan = _compiled(Plan(shape.model), shape.fields)
    plan.inner = [_plan_of(rows, pointed_at) for rows in shape.rows]
    return plan


def _plan_of(rows: Rows, pointed_at: set[type[models.Model]]) -> Plan:
    plan = Plan(rows.model, rows.name, rows.owner)
    linked = any(isinstance(item, References) for item in rows.fields)
    plan.numbered = bool(rows.rows) or linked or rows.model in pointed_at
    _compiled(plan, rows.fields)
    plan.inner = [_plan_of(inner, pointed_at) for inner in rows.rows]
    return plan


def _compiled(plan: Plan, fields: Iterable[Field]) -> Plan:
    for item in fields:
        if isinstance(item, References):
            plan.links.append((item.name, _link_table(plan.model, item)))
        elif isinstance(item, Value) and encoder_of(plan.model._meta.get_field(item.name)) is None:
            plan.plain.append(item.name)
        else:
            columns, taker = _taker(plan.model, item)
            plan.columns += columns
            plan.takers.append(taker)
    for derived in plan.model._meta.concrete_fields:
        if isinstance(derived, DerivedTextField):
            plan.columns.append(derived.column)
            plan.takers.append(_derive(derived))
    plan.__post_init__()
    return plan


def _link_table(model: type[models.Model], item: References) -> Table:
    relation = model._meta.get_field(item.name)
    through = relation.remote_field.through
    columns = [
        through._meta.get_field(name).column
        for name in (relation.m2m_field_name(), relation.m2m_reverse_field_name())
    ]
    return Table(through._meta.db_table, columns)


def _taker(model: type[models.Model], item: Field) -> tuple[list[str], Taker]:
    """Return the columns of a field, and what takes its cells out of a state."""
    name = item.name
    if isinstance(item, Value):
        column = model._meta.get_field(name)
        spell = encoder_of(column)
        return [column.column], lambda held, ids, keys: (spell(held[name]),)
    if isinstance(item, Date):
        with_time = model._meta.get_field(name).with_time
        columns = [name, *companion_values(name, None), *([f"{name}_time"] if with_time else [])]
        return columns, lambda held, ids, keys: _date_cells(held[name], with_time)
    if isinstance(item, Instant):
        return [name], lambda held, ids, keys: (held[name],)
    if isinstance(item, Reference):
        return [f"{name}_id"], lambda held, ids, keys: (_id(held[name], ids),)
    if isinstance(item, RowReference):
        return [f"{name}_id"], lambda held, ids, keys: (_id(held[name], keys),)
    if isinstance(item, Who):
        columns = [f"{name}_record_id", f"{name}_text", f"{name}_via_id"]
        return columns, lambda held, ids, keys: _who_cells(held[name], ids)
    raise TypeError(f"{item} has no cells of its own.")


def _derive(derived: DerivedTextField) -> Taker:
    return lambda held, ids, keys: (derived.derive(held[derived.of]),)


def _id(name: str | None, ids: Ids) -> int | None:
    return None if name is None else ids[name]


def _who_cells(who: dict | None, ids: Ids) -> tuple:
    if who is None:
        return None, "", None
    return _id(who["record"], ids), who["text"] or "", _id(who["via"], ids)


def _date_cells(state: dict | None, with_time: bool) -> tuple:
    if state is None:
        return _cells_of_date(None, "", "", with_time)
    return _cells_of_date(state["edtf"], state["wording"], state["time"], with_time)


@lru_cache(maxsize=32768)
def _cells_of_date(edtf: str | None, wording: str, time: str, with_time: bool) -> tuple:
    state = edtf and {"edtf": edtf, "wording": wording, "time": time}
    date, said = from_state(state or None)
    return edtf, *companion_values("date", date).values(), *([said] if with_time else [])
