"""Spelling new incidents for COPY, in processes beside the one that writes them.

States, documents and lines of the index are pure functions of what was read and looked up; making
them is most of an import's work. The others are copies of the first (forks), are handed jobs
through pipes, never touch the database, and end when the first does, however it ends.
"""

import gc
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from typing import NamedTuple, Protocol

from datasets.formats.entry import Entry, named_in
from ledger.bulk import BulkInsert, New, RowIds
from ledger.copying import Filled
from ledger.issuing import Ready, Spelling
from ledger.kinds import Kind

from .states import ROWS_GIVEN, Actors, Setting, incident_state

PROCESSES = 2
NOTHING_AROUND = {
    "origins": {},
    "parts": [],
    "tolls_of_parts": [],
    "attributions_of_operation": [],
    "claims_from_others": [],
    "also_refers_to": frozenset(),
}


class Numbers(NamedTuple):
    """The identity of one incident to be: its rows' ids, its public id, its key."""

    record: int
    public_id: str
    revision: int
    publication: int
    key: str


class Spot(NamedTuple):
    """The place of an incident and the country that it lies in, by public id and code."""

    place: str | None
    country: str


@dataclass(frozen=True)
class Job:
    """New incidents to be spelled, with all that was looked up for them."""

    entries: list[Entry]
    numbers: list[Numbers]
    spots: list[Spot]
    actors: Actors
    ids: Mapping[str, int]
    row_ids: Mapping[type, list[int]]
    setting: Setting
    author_id: int | None
    reason: str
    now: datetime


class Spelled(NamedTuple):
    """Rows of tables, and publications with their lines."""

    rows: list[Filled]
    publications: list[Filled]
    count: int


class Speller(Protocol):
    """Takes jobs until it `is_full`; `finish` returns what was made of the oldest."""

    @property
    def is_full(self) -> bool: ...

    @property
    def is_empty(self) -> bool: ...

    def begin(self, job: Job) -> None: ...

    def finish(self) -> Spelled: ...


@contextmanager
def speller(kind: Kind, *, beside: bool) -> Iterator[Speller]:
    """Lend a speller: in other processes if `beside`, and where processes can be copied."""
    processors = os.cpu_count() or 1
    if not (beside and sys.platform == "linux" and processors > 1):
        yield _Here(kind)
        return
    with ExitStack() as stack:
        count = min(processors, PROCESSES)
        yield _Beside([stack.enter_context(_process(kind)) for _ in range(count)])


@contextmanager
def _process(kind: Kind) -> Iterator[Connection]:
    """Run a process that spells; yield the pipe to it."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(kind, theirs, ours), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join()


def spell(kind: Kind, job: Job) -> Spelled:
    """Spell a job. Pure."""
    records = BulkInsert(kind, ids=job.ids, author_id=job.author_id, reason=job.reason, now=job.now)
    publications = Spelling(kind, job.reason)
    row_ids: RowIds = {model: iter(taken) for model, taken in job.row_ids.items()}
    for entry, numbers, spot in zip(job.entries, job.numbers, job.spots, strict=True):
        state = incident_state(
            entry, key=numbers.key, setting=job.setting, actors=job.actors, place=spot.place
        )
        new = New(numbers.record, numbers.public_id, state, ROWS_GIVEN)
        records.add(new, numbers.revision, row_ids)
        around = {**NOTHING_AROUND, "countries": [spot.country] if spot.country else []}
        ready = _ready(kind, new, numbers.revision, around, _refs(job, entry, spot))
        publications.add(ready, numbers.publication)
    return Spelled(records.take(), publications.take(), len(job.entries))


def _refs(job: Job, entry: Entry, spot: Spot) -> frozenset[str]:
    """Return the ids of all records that the incident of an entry refers to."""
    named = {job.actors[one] for one in named_in(entry)}
    placed = {spot.place} if spot.place else set()
    return frozenset({job.setting.dataset, job.setting.source, *named, *placed})


def _ready(kind: Kind, new: New, revision_id: int, around: dict, refs: frozenset[str]) -> Ready:
    return Ready(
        public_id=new.public_id,
        record_id=new.pk,
        revision_id=revision_id,
        number=1,
        audience=new.state["audience"],
        state=new.state,
        document=kind.document(new.public_id, new.state, around),
        around=around,
        refs=refs,
    )


class _Here:
    """Spells in this process."""

    def __init__(self, kind: Kind):
        self.kind = kind
        self.jobs: deque[Job] = deque()

    @property
    def is_full(self) -> bool:
        return bool(self.jobs)

    @property
    def is_empty(self) -> bool:
        return not self.jobs

    def begin(self, job: Job) -> None:
        self.jobs.append(job)

    def finish(self) -> Spelled:
        return spell(self.kind, self.jobs.popleft())


class _Beside:
    """Spells in other processes, one job in each, while this one does other things."""

    def __init__(self, pipes: list[Connection]):
        self.idle = deque(pipes)
        self.busy: deque[Connection] = deque()

    @property
    def is_full(self) -> bool:
        return not self.idle

    @property
    def is_empty(self) -> bool:
        return not self.busy

    def begin(self, job: Job) -> None:
        self.idle[0].send(job)
        self.busy.append(self.idle.popleft())

    def finish(self) -> Spelled:
        found = self.busy[0].recv()
        self.idle.append(self.busy.popleft())
        if isinstance(found, Exception):
            raise found
        return found


def _serve(kind: Kind, pipe: Connection, other_end: Connection) -> None:
    """Spell jobs until the process that hands them out is gone."""
    other_end.close()
    gc.disable()  # nothing made here refers to itself
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            os._exit(0)  # nothing of the copied process is to be cleaned up
        try:
            pipe.send(spell(kind, job))
        except Exception as error:  # noqa: BLE001 (told to the process that asked)
            pipe.send(error)
