"""New records of an import: into their tables, their first publications staged."""

from collections.abc import Callable, Iterable, Mapping

from ledger.bulk import BulkInsert, New
from ledger.copying import next_ids
from ledger.issuing import Issue, Ready
from ledger.kinds import Around, Kind, Kinds
from ledger.models import Record
from ledger.published import PublishedStates


class Ids(dict):
    """The row ids of records by public id, asked for once."""

    def learn(self, public_ids: Iterable[str]) -> None:
        missing = set(public_ids) - self.keys()
        if missing:
            found = Record.objects.filter(public_id__in=missing)
            self.update(found.values_list("public_id", "pk"))


class Writer:
    """Writes new records of any kind; `issue` holds what will be published of them."""

    def __init__(self, *, kinds: Kinds, issue: Issue, by, reason: str):
        self.kinds, self.issue, self.by, self.reason = kinds, issue, by, reason
        self.ids = Ids()
        self.begun: dict[str, dict] = {}

    def insert(
        self,
        kind: Kind,
        states: Mapping[str, dict],
        *,
        rows_given: int = 0,
        around: Callable[[dict], Around] | None = None,
    ) -> list[New]:
        """Write records by public id; `around` says what rests around one, if that is known."""
        pks = next_ids(Record, len(states))
        made = [
            New(pk, public_id, state, rows_given)
            for pk, (public_id, state) in zip(pks, states.items(), strict=True)
        ]
        self.ids.update((one.public_id, one.pk) for one in made)
        insert = BulkInsert(kind, ids=self.ids, by=self.by, reason=self.reason, published=True)
        saved = insert.add_all(made)
        insert.write()
        arounds = self._arounds(kind, states, around)
        ready = [
            self._ready(kind, one, revision, arounds[one.public_id])
            for one, revision in zip(made, saved, strict=True)
        ]
        self.issue.prepare(kind, ready)
        return made

    def _ready(self, kind: Kind, one: New, revision, around: Around) -> Ready:
        return Ready(
            public_id=one.public_id,
            record_id=one.pk,
            revision_id=revision.revision_id,
            number=1,
            audience=revision.audience,
            state=one.state,
            document=kind.document(one.public_id, one.state, around),
            around=around,
        )

    def _arounds(self, kind: Kind, states: Mapping[str, dict], around) -> dict[str, Around]:
        if around:
            return {public_id: around(state) for public_id, state in states.items()}
        self.begun |= states
        return kind.around(states, PublishedStates(self.begun))
