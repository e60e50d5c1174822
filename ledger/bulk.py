"""Many new records at once: their tables and their first revisions, by COPY.

The same states as `saving` and `writing` make, in the same tables, for records that nobody has
begun yet. Everything follows from the kind's shape; a state is whole, with records by public id.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from django.db import models
from django.utils import timezone

from dates.documents import from_state
from dates.fields import companion_values

from .canonical import canonical, sha256
from .copying import NULL, Table, encode, encoder_of, escaped, next_ids
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
Taker = Callable[[Held, Ids, Ids], str]

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


@dataclass(frozen=True, slots=True)
class Saved:
    """The first revision of a new record, as far as a publication needs it."""

    record_id: int
    revision_id: int
    audience: str


@dataclass
class Plan:
    """How the rows of one table follow from what a state holds, compiled once for a shape."""

    model: type[models.Model]
    name: str = ""
    owner: str = ""
    columns: list[str] = field(default_factory=list)
    takers: list[Taker] = field(default_factory=list)
    links: list[tuple[str, Table, type[models.Model]]] = field(default_factory=list)
    inner: list["Plan"] = field(default_factory=list)

    def __post_init__(self):
        head = ["id", f"{self.owner}_id", "key", "position"] if self.owner else ["record_ptr_id"]
        self.table = Table(self.model._meta.db_table, [*head, *self.columns])


class BulkInsert:
    """New records of one kind, gathered with `add` and written with `write`.

    `ids` are the row ids of the records that states refer to, by public id; new records that refer
    to one another are in it too. Nothing is written before `write`.
    """

    def __init__(self, kind: Kind, *, ids: Ids, by, reason: str, published: bool):
        self.kind, self.ids, self.reason = kind, ids, reason
        self.author = encode(by and by.pk)
        self.now = timezone.now()
        self.status = Record.Status.PUBLISHED if published else Record.Status.DRAFT
        self.plan = _plan(kind)
        self.records = Table(Record._meta.db_table, RECORD)
        self.revisions = Table(Revision._meta.db_table, REVISION)
        citations = kind.shape.citations
        self.citations = citations and Table(citations._meta.db_table, CITATION)

    def add_all(self, records: list[New]) -> list[Saved]:
        """Gather records; return their revisions, in order."""
        revision_ids = next_ids(Revision, len(records))
        row_ids = self._take_row_ids(records)
        return [
            self._add(one, revision_id, row_ids)
            for one, revision_id in zip(records, revision_ids, strict=True)
        ]

    def write(self) -> None:
        """Write all that was gathered, owners before what they own."""
        self.records.write()
        _write(self.plan)
        if self.citations:
            self.citations.write()
        self.revisions.write()

    def _take_row_ids(self, records: list[New]) -> dict[type[models.Model], Iterable[int]]:
        """Take ids for all rows of all records at once."""
        counts: dict[type[models.Model], int] = {}
        for one in records:
            _count_rows(self.plan.inner, one.state, counts)
        return {model: iter(next_ids(model, count)) for model, count in counts.items()}

    def _add(self, one: New, revision_id: int, row_ids: Mapping) -> Saved:
        state = one.state
        self.records.add(self._record_cells(one))
        own = "\t".join([str(one.pk), *(take(state, self.ids, {}) for take in self.plan.takers)])
        self.plan.table.rows.append(own)
        _add_links(self.plan, one.pk, state, self.ids)
        keys: dict[str, int] = {}
        for plan in self.plan.inner:
            self._add_rows(plan, one.pk, one.pk, state, row_ids, keys)
        self._cite(one.pk, "", state)
        self.revisions.rows.append(self._revision_line(one, revision_id))
        return Saved(one.pk, revision_id, state["audience"])

    def _record_cells(self, one: New) -> list[str]:
        state, now = one.state, self.now.isoformat()
        names = "\n".join(filter(None, map(fold, self.kind.names(state))))
        return [
            str(one.pk), escaped(state["key"]), one.public_id,
            escaped(self.kind.label(state)[:300]), escaped(names), self.status, "1",
            state["audience"], str(one.rows_given), self.author, now, self.author, now,
        ]  # fmt: skip

    def _add_rows(
        self, plan: Plan, record: int, owner: int, holder: Held, row_ids: Mapping, keys: dict
    ) -> None:
        rows, given = holder[plan.name], row_ids.get(plan.model)
        taken = [next(given) for _ in rows]
        keys.update(zip((row["key"] for row in rows), taken, strict=True))
        for position, (pk, row) in enumerate(zip(taken, rows, strict=True)):
            head = f"{pk}\t{owner}\t{row['key']}\t{position}"
            cells = [take(row, self.ids, keys) for take in plan.takers]
            plan.table.rows.append("\t".join([head, *cells]))
            _add_links(plan, pk, row, self.ids)
            self._cite(record, row["key"], row)
            for inner in plan.inner:
                self._add_rows(inner, record, pk, row, row_ids, keys)

    def _cite(self, record: int, assertion: str, holder: Held) -> None:
        for position, one in enumerate(holder.get("citations", ())):
            self.citations.add(
                [
                    str(record), assertion, str(position), escaped(one["field"]),
                    str(self.ids[one["source"]]), escaped(one["locator"]),
                    escaped(one["quote"]), encode(one["credibility"]),
                ]
            )  # fmt: skip

    def _revision_line(self, one: New, revision_id: int) -> str:
        text = canonical(one.state)
        author = None if self.author == NULL else int(self.author)
        digest = first_hash(one.pk, self.kind.state_format, author, self.reason, self.now, text)
        return "\t".join(
            [
                str(revision_id), str(one.pk), "1", str(self.kind.state_format), escaped(text),
                self.author, escaped(self.reason), self.now.isoformat(), "", digest,
            ]
        )  # fmt: skip


def first_hash(
    record_id: int, state_format: int, author_id: int | None, reason: str, at: datetime, text: str
) -> str:
    """Hash a record's first revision as `saving.hash_of` does."""
    return sha256("", record_id, 1, state_format, author_id, reason, at.isoformat(), text)


def _write(plan: Plan) -> None:
    plan.table.write()
    for _, table, _ in plan.links:
        table.write()
    for inner in plan.inner:
        _write(inner)


def _count_rows(plans: list[Plan], holder: Held, counts: dict) -> None:
    for plan in plans:
        rows = holder[plan.name]
        counts[plan.model] = counts.get(plan.model, 0) + len(rows)
        if plan.inner:
            for row in rows:
                _count_rows(plan.inner, row, counts)


def _add_links(plan: Plan, pk: int, holder: Held, ids: Ids) -> None:
    for name, table, _ in plan.links:
        table.rows.extend(f"{pk}\t{ids[linked]}" for linked in holder[name])


def _plan(kind: Kind) -> Plan:
    shape = kind.shape
    plan = _compiled(Plan(shape.model), shape.fields)
    plan.inner = [_plan_of(rows) for rows in shape.rows]
    return plan


def _plan_of(rows: Rows) -> Plan:
    plan = _compiled(Plan(rows.model, rows.name, rows.owner), rows.fields)
    plan.inner = [_plan_of(inner) for inner in rows.rows]
    return plan


def _compiled(plan: Plan, fields: Iterable[Field]) -> Plan:
    for item in fields:
        if isinstance(item, References):
            plan.links.append((item.name, _link_table(plan.model, item), plan.model))
            continue
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
        return [column.column], lambda held, ids, keys: spell(held[name])
    if isinstance(item, Date):
        with_time = model._meta.get_field(name).with_time
        columns = [name, *companion_values(name, None), *([f"{name}_time"] if with_time else [])]
        return columns, lambda held, ids, keys: _date_cells(held[name], with_time)
    if isinstance(item, Instant):
        return [name], lambda held, ids, keys: encode(held[name])
    if isinstance(item, Reference):
        return [f"{name}_id"], lambda held, ids, keys: _id(held[name], ids)
    if isinstance(item, RowReference):
        return [f"{name}_id"], lambda held, ids, keys: _id(held[name], keys)
    if isinstance(item, Who):
        columns = [f"{name}_record_id", f"{name}_text", f"{name}_via_id"]
        return columns, lambda held, ids, keys: _who_cells(held[name], ids)
    raise TypeError(f"{item} has no cells of its own.")


def _derive(derived: DerivedTextField) -> Taker:
    return lambda held, ids, keys: escaped(derived.derive(held[derived.of]))


def _id(name: str | None, ids: Ids) -> str:
    return NULL if name is None else str(ids[name])


def _who_cells(who: dict | None, ids: Ids) -> str:
    if who is None:
        return f"{NULL}\t\t{NULL}"
    return f"{_id(who['record'], ids)}\t{escaped(who['text'] or '')}\t{_id(who['via'], ids)}"


def _date_cells(state: dict | None, with_time: bool) -> str:
    if state is None:
        return _cells_of_date(None, "", "", with_time)
    return _cells_of_date(state["edtf"], state["wording"], state["time"], with_time)


@lru_cache(maxsize=32768)
def _cells_of_date(edtf: str | None, wording: str, time: str, with_time: bool) -> str:
    state = edtf and {"edtf": edtf, "wording": wording, "time": time}
    date, said = from_state(state or None)
    cells = [edtf, *companion_values("date", date).values(), *([said] if with_time else [])]
    return "\t".join(map(encode, cells))
