"""New records of an import: into their tables, their first publications staged."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from ledger.bulk import BulkInsert, New, rows_to_number
from ledger.copying import next_ids
from ledger.issuing import Issue, Ready
from ledger.kinds import Around, Kind, Kinds
from ledger.models import Record, Revision
from ledger.published import PublishedStates


class Ids(dict):
    """The row ids of records by public id, asked for once."""

    def learn(self, public_ids: Iterable[str]) -> None:
        missing = set(public_ids) - self.keys()
        if missing:
            found = Record.objects.filter(public_id__in=missing)
            self.update(found.values_list("public_id", "pk"))


class Writer:
    """Writes new records of any kind; `issue` holds what will be published of them.

    `reason_gone` is why records are withdrawn, `reason` why all else is written; readers see both.
    """

    def __init__(self, *, kinds: Kinds, issue: Issue, by, reason: str, reason_gone: str):
        self.kinds, self.issue, self.by = kinds, issue, by
        self.reason, self.reason_gone = reason, reason_gone
        self.author_id, self.now = by and by.pk, timezone.now()
        self.ids = Ids()
        self.begun: dict[str, dict] = {}

    def insert(self, kind: Kind, states: Mapping[str, dict], *, rows_given: int = 0) -> None:
        """Write new records, their states by public id, and stage their publications."""
        pks = next_ids(Record, len(states))
        made = [
            New(pk, public_id, state, rows_given)
            for pk, (public_id, state) in zip(pks, states.items(), strict=True)
        ]
        self.ids.update((one.public_id, one.pk) for one in made)
        revisions = next_ids(Revision, len(made))
        self._write(kind, made, revisions)
        self.begun |= states
        arounds = kind.around(states, PublishedStates(self.begun))
        ready = [
            self._ready(kind, one, revision, arounds[one.public_id])
            for one, revision in zip(made, revisions, strict=True)
        ]
        self.issue.prepare(kind, ready)

    def _write(self, kind: Kind, made: list[New], revisions: list[int]) -> None:
        insert = BulkInsert(
            kind, ids=self.ids, author_id=self.author_id, reason=self.reason, now=self.now
        )
        counts = rows_to_number(kind, (one.state for one in made))
        row_ids = {model: iter(next_ids(model, count)) for model, count in counts.items()}
        for one, revision in zip(made, revisions, strict=True):
            insert.add(one, revision, row_ids)
        for filled in insert.take():
            filled.write()

    def _ready(self, kind: Kind, one: New, revision_id: int, around: Around) -> Ready:
        return Ready(
            public_id=one.public_id,
            record_id=one.pk,
            revision_id=revision_id,
            number=1,
            audience=one.state["audience"],
            state=one.state,
            document=kind.document(one.public_id, one.state, around),
            around=around,
        )


def writer_for(release: str, *, kinds: Kinds, by) -> Writer:
    """Return a writer that gives the release as the reason: "Imported: GED, release 23.1"."""
    reason = f"Imported: {release}"
    issue = Issue(kinds, reason)
    reason_gone = f"No longer in {release}"
    return Writer(kinds=kinds, issue=issue, by=by, reason=reason, reason_gone=reason_gone)
