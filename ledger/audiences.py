"""Records given other readers by the hundred thousand, in one edition: states, publications, lines.

Each gets a revision more and a publication more. An edit that nobody has published stays one: what
is published is continued first, and the edit once more behind it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from .canonical import written
from .editions import lock_ledger, newest_number, take_edition
from .identity import kind_of, sort_key
from .issuing import Issue, Ready
from .kinds import Kind, Kinds
from .models import OPEN, Edition, Publication, PublishedRecord, Record, Revision
from .published import PublishedStates
from .saving import continue_revisions, newest_revisions, state_of

CHUNK = 1000
Lay = Callable[[dict], dict]


@dataclass(frozen=True, slots=True)
class Current:
    """What readers have of a record: a revision, in its so manieth publication, or nothing more."""

    revision: Revision
    number: int
    withdrawn: bool


class MovedStates(PublishedStates):
    """Published states as they will be: with `lay` over those of the records that move.

    The batch is those that are being moved now. Of `left_out` it is not said what they refer to.
    """

    def __init__(
        self,
        batch: Mapping[str, dict],
        moving: Mapping[str, Lay],
        *,
        left_out: Collection[str] = frozenset(),
    ):
        super().__init__(batch)
        self._moving, self._left_out = moving, left_out

    def many(self, public_ids: Iterable[str]) -> dict[str, dict]:
        found = super().many(public_ids)
        return {
            one: self._moving[one](state) if one in self._moving else state
            for one, state in found.items()
        }

    def asked_for(self, referring: set[str]) -> set[str]:
        return referring - self._left_out


class Moving:
    """One move, within a transaction: `move` the records of each kind, then `issue`.

    `laying` says, by public id, how the state of each record that moves becomes what it should be.
    """

    def __init__(self, laying: Mapping[str, Lay], *, audience: str, kinds: Kinds, by, reason: str):
        self.laying, self.audience, self.kinds = laying, audience, kinds
        self.by, self.reason = by, reason
        self.built_at = newest_number()
        self.publications = Issue(kinds, reason)
        self.resting: set[str] = set()

    def move(self, kind: Kind, record_ids: list[int]) -> Iterator[int]:
        """Move records of a kind, yielding how many more are done."""
        for chunk in _chunks(record_ids):
            self._move(kind, chunk)
            yield len(chunk)

    def issue(self) -> Edition | None:
        """Publish all of it, with what rests on it; None where nothing of it was ever published.

        Moved away from everybody, it is gone from what they read of earlier editions too.
        """
        self._prepare_resting()
        if not self.publications.count:
            return None
        lock_ledger()
        edition = take_edition(closes_past=self.audience == Record.Audience.MEMBERS)
        self.publications.issue(edition)
        return edition

    def published_meanwhile(self, *, before: Edition) -> set[str]:
        """Return what others published between the move's beginning and its edition."""
        since = Publication.objects.filter(edition__gt=self.built_at, edition__lt=before.number)
        return set(since.values_list("record__public_id", flat=True))

    def _move(self, kind: Kind, chunk: list[int]) -> None:
        records = Record.objects.filter(pk__in=chunk)
        records.update(  # first, so that whoever saves one of them waits
            audience=self.audience,
            version=F("version") + 1,
            updated_by=self.by,
            updated_at=timezone.now(),
        )
        public_ids = dict(records.values_list("pk", "public_id"))
        current = current_publications(chunk)
        saved = newest_revisions(chunk)
        made = self._continue_published(kind, public_ids, current, saved)
        self._continue_saved(kind, public_ids, saved | made, saved)
        revisions = {pk: one.revision for pk, one in current.items()} | made
        self._prepare(kind, public_ids, current, revisions)

    def _continue_published(
        self, kind: Kind, public_ids: Mapping, current: Mapping, saved: Mapping
    ) -> dict[int, Revision]:
        """Append the states that readers are to have, where these are others; return them."""
        changed = []
        for pk, one in current.items():
            state = state_of(kind, one.revision)
            moved = self.laying[public_ids[pk]](state)
            if moved != state:
                changed.append((moved, saved[pk]))
        return self._append(kind, changed)

    def _continue_saved(
        self, kind: Kind, public_ids: Mapping, newest: Mapping, saved: Mapping
    ) -> None:
        """Append what was saved last, with its new readers, where the newest says otherwise."""
        changed = []
        for pk, revision in saved.items():
            moved = self.laying[public_ids[pk]](state_of(kind, revision))
            if moved != state_of(kind, newest[pk]):
                changed.append((moved, newest[pk]))
        self._append(kind, changed)

    def _append(self, kind: Kind, changed: list[tuple[dict, Revision]]) -> dict[int, Revision]:
        made = continue_revisions(kind, changed, by=self.by, reason=self.reason)
        return {one.record_id: one for one in made}

    def _prepare(
        self, kind: Kind, public_ids: Mapping, current: Mapping, revisions: Mapping
    ) -> None:
        states = {
            public_ids[pk]: state_of(kind, revisions[pk])
            for pk, one in current.items()
            if not one.withdrawn
        }
        published = self._states(states, kind)
        around = kind.around(states, published)
        self._see_what_rests(kind, states, published)
        ready = [
            _ready(kind, public_ids[pk], revisions[pk], one, states, around)
            for pk, one in current.items()
        ]
        self.publications.prepare(kind, ready)

    def _see_what_rests(self, kind: Kind, states: Mapping, published: PublishedStates) -> None:
        before = PublishedStates().many(states)
        for public_id, state in states.items():
            old = before.get(public_id)
            resting = kind.dependents(public_id, state, old, published)
            self.resting |= {one for one in resting if one not in self.laying}

    def _states(self, batch: Mapping[str, dict], kind: Kind) -> MovedStates:
        """Return the states around a batch. Incidents look at one another, others at the rest."""
        left_out = frozenset() if kind.name == "incident" else self.laying.keys()
        return MovedStates(batch, self.laying, left_out=left_out)

    def _prepare_resting(self) -> None:
        by_kind: dict[str, list[str]] = defaultdict(list)
        for public_id in sorted(self.resting, key=sort_key):
            by_kind[kind_of(public_id)].append(public_id)
        for name, public_ids in by_kind.items():
            for chunk in _chunks(public_ids):
                self._prepare_again(self.kinds[name], chunk)

    def _prepare_again(self, kind: Kind, public_ids: list[str]) -> None:
        """Prepare the publications of what rests on the move, where its document changes."""
        published = self._states({}, kind)
        states = published.many(public_ids)
        around = kind.around(states, published)
        records = dict(Record.objects.filter(public_id__in=states).values_list("public_id", "pk"))
        current = current_publications(records.values())
        lines = PublishedRecord.objects.filter(until=OPEN, public_id__in=states)
        documents = dict(lines.values_list("public_id", "publication__document"))
        ready = []
        for public_id in states:
            one = current[records[public_id]]
            made = _ready(kind, public_id, one.revision, one, states, around)
            if written(made.document) != documents[public_id]:
                ready.append(made)
        self.publications.prepare(kind, ready)


def current_publications(record_ids: Iterable[int]) -> dict[int, Current]:
    """Return what readers have of records, or had when they were withdrawn, by record id."""
    found = Publication.objects.filter(record__in=list(record_ids))
    newest = found.order_by("record_id", "-number").distinct("record_id")
    withdrawn = set(
        Publication.objects.filter(pk__in=newest.values("pk"), document=None).values_list(
            "record_id", flat=True
        )
    )
    return {
        one.record_id: Current(one.revision, one.number, one.record_id in withdrawn)
        for one in newest.select_related("revision").defer("document")
    }


def _ready(
    kind: Kind,
    public_id: str,
    revision: Revision,
    current: Current,
    states: Mapping,
    around: Mapping,
) -> Ready:
    state = states.get(public_id)
    return Ready(
        public_id=public_id,
        record_id=revision.record_id,
        revision_id=revision.pk,
        number=current.number + 1,
        audience=(state or state_of(kind, revision))["audience"],
        state=state,
        document=state and kind.document(public_id, state, around[public_id]),
        around=around.get(public_id, {}),
    )


def _chunks(ids: list) -> Iterator[list]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
