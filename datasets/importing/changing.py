"""Rows that changed with a release, and rows that are gone: records brought to it, or withdrawn."""

import json
from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef

from datasets.models import ExternalRecord
from ledger.issuing import Ready
from ledger.models import Publication, Record, Revision
from ledger.publishing import Draft, drafts_of, numbers_given, published_revisions
from ledger.saving import newest_revisions, state_of

from .adding import Adding
from .merging import merge
from .saving import Batch, save_states, waiting_for_people
from .staging import Gone, StagedRow, row_of

WAITS = (
    "People edited or withdrew this record and have not published it since: what the release "
    "changes is saved there and waits for them to publish it."
)


class Changing:
    """Brings records to a new release, keeping what people wrote."""

    def __init__(self, adding: Adding, *, batch: Batch):
        """`batch` are other records that changed along: their states and revisions."""
        self.adding = adding
        self.kind = adding.writer.kinds["incident"]
        self.batch: dict[str, dict | None] = {one: state for one, (state, _) in batch.items()}
        self.revisions = {one: revision for one, (_, revision) in batch.items()}
        self.waiting: set[int] = set()

    def change(self, rows: list[StagedRow]) -> None:
        """Write what changed of records; rows that say the same in other words change nothing."""
        read = [(row, entry) for row in rows if (entry := self.adding.read(row))]
        entries = [entry for _, entry in read]
        before = [self._entry_before(row) for row, _ in read]
        self.adding.resolver.resolve([*entries, *filter(None, before)])
        self.adding.write_begun()
        newest = newest_revisions(row.record_id for row, _ in read)
        self._see_what_waits(read, newest)
        states, as_they_were = {}, []
        for (row, entry), was in zip(read, before, strict=True):
            state = self._merged(row, entry, was, newest[row.record_id])
            self.adding.keep(row, row.record_id)
            self._note(row, state)
            if state is not None:
                states[row.record_id] = state
            elif row.returns and row.record_id not in self.waiting:
                as_they_were.append(newest[row.record_id])
        self._publish_again(as_they_were)
        self._save(states)

    def withdraw(self, gone: list[Gone]) -> None:
        """Stage the withdrawal of records whose rows are gone, but for what people withdrew."""
        records = Record.objects.filter(public_id__in=[one.public_id for one in gone])
        there = records.filter(status=Record.Status.PUBLISHED)
        current = published_revisions(there.values_list("public_id", flat=True))
        for one in gone:
            if one.public_id in current:
                self.batch[one.public_id] = None
                self.revisions[one.public_id] = current[one.public_id]
            self.adding.notes.withdrawn(one.external_id, f"{one.public_id} is withdrawn.")
        there.update(status=Record.Status.WITHDRAWN)

    def stage(self) -> None:
        """Stage the publications of what changed, of what is withdrawn, and of what rests on it."""
        writer = self.adding.writer
        drafts = drafts_of(self.batch, self.revisions, writer.kinds)
        numbers = numbers_given(drafts)
        for name, kind in writer.kinds.items():
            mine = [_ready(draft, numbers) for draft in drafts if draft.kind == name]
            gone = [one for one in mine if one.document is None]
            there = [one for one in mine if one.document is not None]
            if there:
                writer.issue.prepare(kind, there)
            if gone:
                writer.issue.prepare(kind, gone, reason=writer.reason_gone)

    def _entry_before(self, row: StagedRow):
        """Interpret the row as it was; None where today's reading cannot."""
        try:
            return self.adding.interpret(row_of(row.old_values, row.old_columns))
        except ValueError:
            return None

    def _merged(self, row: StagedRow, entry, was, newest: Revision) -> dict | None:
        """Return the state that a record should have, or None if it has it already."""
        mine = state_of(self.kind, newest)
        new = self.adding.state(entry, mine["key"])
        base = self.adding.state(was, mine["key"]) if was else mine
        merged, kept = merge(base, mine, new)
        if kept:
            self.adding.notes.kept_as_edited(
                row.line,
                row.external_id,
                f"The release changes {', '.join(kept)}, which people changed too: theirs stays.",
            )
        return None if merged == mine else merged

    def _told(self, row: StagedRow) -> str:
        """Say field by field what a release changed in a row."""
        old = row_of(row.old_values, row.old_columns)
        new = row_of(row.values, self.adding.run.columns)
        told = [
            f"{name}: {old.get(name) or 'empty'} → {new.get(name) or 'empty'}"
            for name in dict.fromkeys([*new, *old])
            if (old.get(name) or "") != (new.get(name) or "")
        ]
        return "; ".join(told)

    def _note(self, row: StagedRow, state: dict | None) -> None:
        """Note a row that came back, or changed; one that says what it said is unchanged."""
        told = self._told(row)
        if row.returns:
            self.adding.notes.returned(row.line, row.external_id, told or "As it was.")
        elif told or state is not None:
            self.adding.notes.changed(row.line, row.external_id, told or "Read anew.")

    def _publish_again(self, revisions: list[Revision]) -> None:
        """Publish records whose rows were gone and are there again, as they were."""
        records = Record.objects.in_bulk([one.record_id for one in revisions])
        for revision in revisions:
            public_id = records[revision.record_id].public_id
            self.batch[public_id] = state_of(self.kind, revision)
            self.revisions[public_id] = revision
        Record.objects.filter(pk__in=records).update(status=Record.Status.PUBLISHED)

    def _see_what_waits(self, read: list, newest: Mapping[int, Revision]) -> None:
        """Note the records that only people may publish: with edits of theirs, or withdrawn."""
        returning = _withdrawn_by_releases(row.old_id for row, _ in read if row.returns)
        self.waiting |= waiting_for_people(newest, returning=returning)
        for row, _ in read:
            if row.record_id in self.waiting:
                self.adding.notes.kept_as_edited(row.line, row.external_id, WAITS)

    def _save(self, states: Mapping[int, dict]) -> None:
        _, batch = save_states(self.adding.writer, self.kind, states, waiting=self.waiting)
        self.batch |= {one: state for one, (state, _) in batch.items()}
        self.revisions |= {one: revision for one, (_, revision) in batch.items()}


def _withdrawn_by_releases(ended: Iterable[int]) -> frozenset[int]:
    """Return the records of ended rows that the runs which ended them withdrew, not people."""
    withdrawn = Publication.objects.filter(
        record=OuterRef("record"), edition=OuterRef("until__edition")
    )
    rows = ExternalRecord.objects.filter(Exists(withdrawn), pk__in=list(ended))
    return frozenset(rows.values_list("record_id", flat=True))


def _ready(draft: Draft, numbers: Mapping[int, int]) -> Ready:
    state = json.loads(draft.revision.state)
    record_id = draft.revision.record_id
    return Ready(
        public_id=draft.public_id,
        record_id=record_id,
        revision_id=draft.revision.pk,
        number=numbers.get(record_id, 0) + 1,
        audience=state["audience"],
        state=state,
        document=draft.document,
        around=draft.around,
    )
