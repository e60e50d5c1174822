"""Loading a file of the native format: all of it in one transaction, or none.

Everything that can be checked is checked before anything is written. What the database refuses
nevertheless is found record by record and told like the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO

from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone

from .canonical import canonical
from .errors import LedgerError
from .identity import kind_of, take_public_ids
from .kinds import Kind, Kinds
from .models import Edition, Record, Revision
from .native import Entry, Fault, Reading, RefusedFile, read_file
from .prose import map_prose
from .publishing import publish
from .saving import append_revisions, newest_revisions, state_of
from .shapes import Shape, map_references, references
from .violations import problem_of
from .writing import columns_for, write_states

LOCK = 0x4C4F4144  # "LOAD": the advisory lock under which one load runs at a time
BUSY = {"55P03", "40P01"}  # lock not available, deadlock detected

Status = Record.Status


class SavedByPeople(LedgerError):
    """A file that would change what people saved last. `keys` names those records."""

    def __init__(self, keys: list[str]):
        self.keys = keys
        super().__init__(
            "Nothing was loaded. People saved these records last, and the file says otherwise: "
            f"{', '.join(keys)}. Take them out of the file, or load it with --overwrite."
        )


class LoadingBusy(LedgerError):
    """Somebody else loads, saves or publishes the same records just now."""

    def __init__(self):
        super().__init__(
            "Nothing was loaded: others load, save or publish the same records just now. Try "
            "again in a moment."
        )


@dataclass
class Loaded:
    """What a load did: counts of new, changed and unchanged records by kind, and the edition.

    `withdrawn` are the keys of records that were changed and stay withdrawn.
    """

    counts: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    edition: Edition | None = None
    withdrawn: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Incoming:
    """An entry of the file, the record that it is of, and its state by public ids."""

    entry: Entry
    record: Record
    state: dict
    is_new: bool

    @property
    def kind(self) -> Kind:
        return self.entry.kind


def load(
    stream: BinaryIO, *, kinds: Kinds, reason: str, overwrite: bool = False, draft: bool = False
) -> Loaded:
    """Load a file and publish what it changed, in one edition; or leave drafts.

    RefusedFile for a file with faults; SavedByPeople unless `overwrite`; LoadingBusy; and
    RefersToUnpublished where the file names drafts that it does not hold.
    """
    reading = read_file(stream, kinds)
    with _one_load_at_a_time():
        incoming = _meet_records(reading)
        newest = newest_revisions(one.record.pk for one in incoming)
        changed = [one for one in incoming if _differs(one, newest.get(one.record.pk))]
        if not overwrite:
            _refuse_people(changed, newest)
        _save(changed, reason)
        loaded = _counted(incoming, changed)
        ready = [] if draft else _to_publish(incoming, changed, newest)
        if ready:
            loaded.edition = publish(record_ids=ready, by=None, reason=reason, kinds=kinds)
    return loaded


@contextmanager
def _one_load_at_a_time() -> Iterator[None]:
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            yield
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) in BUSY:
            raise LoadingBusy from error
        raise


def _meet_records(reading: Reading) -> list[Incoming]:
    """Find or begin the record of each entry, and turn the keys in its state into public ids."""
    there = _records_named(reading)
    reading.check_names({key: record.kind for key, record in there.items()})
    begun = _begin(entry for entry in reading.entries if entry.key not in there)
    records = there | begun
    public_ids = {key: record.public_id for key, record in records.items()}
    sources = {key: one for key, one in public_ids.items() if kind_of(one) == "source"}
    return [
        Incoming(
            entry=entry,
            record=records[entry.key],
            state=_by_public_id(entry, public_ids, sources),
            is_new=entry.key in begun,
        )
        for entry in reading.entries
    ]


def _records_named(reading: Reading) -> dict[str, Record]:
    """Return the records there are, by key; those that the file holds stay locked until the end."""
    columns = ("key", "public_id", "status")
    held = Record.objects.select_for_update().filter(key__in=reading.kinds).order_by("pk")
    named = Record.objects.filter(key__in=reading.names() - reading.kinds.keys())
    return {record.key: record for found in (held, named) for record in found.only(*columns)}


def _begin(entries: Iterable[Entry]) -> dict[str, Record]:
    """Make the records of entries, numbered in the order of the file; their tables come later."""
    by_kind: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_kind[entry.kind.name].append(entry)
    records = [
        Record(key=entry.key, public_id=public_id, audience=entry.state["audience"])
        for name, mine in by_kind.items()
        for entry, public_id in zip(mine, take_public_ids(name, len(mine)), strict=True)
    ]
    return {record.key: record for record in Record.objects.bulk_create(records)}


def _by_public_id(entry: Entry, public_ids: Mapping[str, str], sources: Mapping[str, str]) -> dict:
    shape = entry.kind.shape
    return map_prose(shape, map_references(shape, entry.state, public_ids.__getitem__), sources.get)


def _differs(one: Incoming, newest: Revision | None) -> bool:
    return newest is None or canonical(state_of(one.kind, newest)) != canonical(one.state)


def _refuse_people(changed: list[Incoming], newest: Mapping[int, Revision]) -> None:
    keys = [
        one.entry.key
        for one in changed
        if one.record.pk in newest and newest[one.record.pk].author_id
    ]
    if keys:
        raise SavedByPeople(keys)


def _save(changed: list[Incoming], reason: str) -> None:
    """Write the tables, count the save, and append a revision of each."""
    by_kind: dict[str, list[Incoming]] = defaultdict(list)
    for one in changed:
        by_kind[one.kind.name].append(one)
    for mine in by_kind.values():
        _write_or_find_faults(mine)
        written = [one.record.pk for one in mine]
        Record.objects.filter(pk__in=written).update(
            version=F("version") + 1, updated_by=None, updated_at=timezone.now()
        )
        append_revisions(kind=mine[0].kind, record_ids=written, by=None, reason=reason)


def _write_or_find_faults(mine: list[Incoming]) -> None:
    """Write records of one kind together; RefusedFile names each one that the database refuses."""
    try:
        with transaction.atomic():
            _write(mine)
    except (IntegrityError, DataError) as error:
        faults = [fault for one in mine for fault in _fault_of(one)]
        raise RefusedFile(faults) from error


def _fault_of(one: Incoming) -> list[Fault]:
    try:
        with transaction.atomic():
            _write([one])
    except (IntegrityError, DataError) as error:
        return [Fault(one.entry.line, problem_of(error, one.kind.shape))]
    return []


def _write(mine: list[Incoming]) -> None:
    shape = mine[0].kind.shape
    _insert_own_rows(shape, [one for one in mine if one.is_new])
    write_states(shape, {one.record.pk: one.state for one in mine})


def _insert_own_rows(shape: Shape, begun: list[Incoming]) -> None:
    """Give records just begun their row in their kind's own table, which `write_states` expects.

    Django inserts no rows of a child table in bulk; saving them raw leaves the parent's row alone.
    """
    referred = set().union(*(references(shape, one.state) for one in begun))
    found = Record.objects.filter(public_id__in=referred).values_list("public_id", "pk")
    ids = dict(found)
    for one in begun:
        held = map_references(shape, one.state, ids.__getitem__)
        columns = columns_for(shape.model, shape.fields, held)
        shape.model(record_ptr_id=one.record.pk, **columns).save_base(raw=True, force_insert=True)


def _counted(incoming: list[Incoming], changed: list[Incoming]) -> Loaded:
    loaded = Loaded()
    saved = {one.record.pk for one in changed}
    for one in incoming:
        what = "new" if one.is_new else "changed" if one.record.pk in saved else "unchanged"
        loaded.counts[one.kind.name][what] += 1
        if what == "changed" and one.record.status == Status.WITHDRAWN:
            loaded.withdrawn.append(one.entry.key)
    return loaded


def _to_publish(
    incoming: list[Incoming], changed: list[Incoming], newest: Mapping[int, Revision]
) -> list[int]:
    """Return what the file changed, and the drafts of an earlier load; never what was withdrawn."""
    drafts = [
        one
        for one in incoming
        if one.record.status == Status.DRAFT
        and one.record.pk in newest
        and newest[one.record.pk].author_id is None
    ]
    wanted = {one.record.pk: one.record for one in (*changed, *drafts)}
    return [pk for pk, record in wanted.items() if record.status != Status.WITHDRAWN]
