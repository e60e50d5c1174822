"""Rows that are new: interpreted, and written with all that is theirs, by COPY."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping

from datasets.formats.entry import Entry, NotAnIncident, Unreadable, named_in
from datasets.models import ExternalRecord, ImportRun
from incidents.models import Attribution, CasualtyCount, CasualtyReport, Claim
from ledger.copying import Table, next_ids
from ledger.identity import take_public_ids
from ledger.models import Publication, Record, Revision

from .notes import Notes
from .resolving import Resolver, slug
from .spelling import Job, Numbers, Spelled, Spot, speller
from .staging import StagedRow, row_of
from .states import Setting, incident_state
from .writer import Writer

EXTERNAL = ("dataset_id", "external_id", "record_id", "since_id", "sha256", "values")
Interpret = Callable[[Mapping[str, str]], Entry]


class Adding:
    """Turns new rows into records, by a `Writer`."""

    def __init__(
        self,
        *,
        writer: Writer,
        run: ImportRun,
        setting: Setting,
        interpret: Interpret,
        notes: Notes,
        in_processes: bool,
    ):
        self.writer, self.run, self.setting, self.interpret = writer, run, setting, interpret
        self.notes, self.in_processes = notes, in_processes
        self.resolver = Resolver(setting)
        self.dataset = run.dataset
        self.following = Table(ExternalRecord._meta.db_table, EXTERNAL)
        self.with_jobs: deque[Table] = deque()
        self.followed: list[int] = []

    def add_all(self, chunks: Iterable[list[StagedRow]], progress: Callable[[int], None]) -> int:
        """Write new rows; return of how many an incident was made.

        While chunks are being spelled, one before is written and the next one read.
        """
        kind, added = self.writer.kinds["incident"], 0
        with speller(kind, beside=self.in_processes) as spelling:
            for rows in chunks:
                job = self._job(rows)
                spelled = spelling.finish() if spelling.is_full else None
                spelling.begin(job)
                if spelled:
                    self._write(spelled)
                added += len(job.entries)
                progress(len(rows))
            while not spelling.is_empty:
                self._write(spelling.finish())
        return added

    def read(self, row: StagedRow) -> Entry | None:
        """Interpret a row; what cannot be understood, or is no attack, is noted."""
        try:
            entry = self.interpret(row_of(row.values, self.run.columns))
        except Unreadable as error:
            self.notes.error(row.line, row.external_id, error.column, error.sentence)
            return None
        except NotAnIncident as error:
            self.notes.left_out(row.line, row.external_id, error.column, error.sentence)
            return None
        for flag in entry.flags:
            self.notes.warning(row.line, row.external_id, flag.column, flag.sentence)
        return entry

    def write_begun(self) -> None:
        """Write the actors and places that rows named and that were not there."""
        self.writer.ids.learn(self.resolver.known())
        for name in ("place", "actor"):
            begun = self.resolver.take_begun(name)
            if begun:
                self.writer.insert(self.writer.kinds[name], begun, rows_given=1)

    def state(self, entry: Entry, key: str) -> dict:
        place = self.resolver.place(entry.where) if entry.where else None
        return incident_state(
            entry, key=key, setting=self.setting, actors=self.resolver.actors, place=place
        )

    def keep(self, row: StagedRow, record_id: int) -> None:
        """Keep a changed row as it came, beside its record; it follows the one that was."""
        self.followed.append(row.old_id)
        self.following.add(self._kept(row, record_id))

    def write_kept(self) -> None:
        """Write the changed rows that were kept; those that they follow have been ended."""
        self.following.write()

    def key_of(self, entry: Entry) -> str:
        external_id = entry.external_id
        plain = external_id.isdigit() or (external_id.isalnum() and external_id.islower())
        plain = plain and external_id.isascii()
        return f"{self.setting.short_name}-{external_id if plain else slug(external_id)}"

    def _job(self, rows: list[StagedRow]) -> Job:
        """Read rows, look up what they name, and number what will be made of them."""
        read = [(row, entry) for row in rows if (entry := self.read(row))]
        entries = [entry for _, entry in read]
        self.resolver.resolve(entries)
        self.write_begun()
        numbers = self._numbers(entries)
        raw = Table(ExternalRecord._meta.db_table, EXTERNAL)
        for (row, _), given in zip(read, numbers, strict=True):
            raw.add(self._kept(row, given.record))
        self.with_jobs.append(raw)
        spots = [self._spot(entry) for entry in entries]
        actors = {one: self.resolver.actors[one] for entry in entries for one in named_in(entry)}
        referred = {*actors.values(), *(spot.place for spot in spots if spot.place)}
        referred |= {self.setting.dataset, self.setting.source}
        return Job(
            entries=entries,
            numbers=numbers,
            spots=spots,
            actors=actors,
            ids={one: self.writer.ids[one] for one in referred},
            row_ids={model: next_ids(model, n) for model, n in _row_counts(entries).items()},
            setting=self.setting,
            author_id=self.writer.author_id,
            reason=self.writer.reason,
            now=self.writer.now,
        )

    def _numbers(self, entries: list[Entry]) -> list[Numbers]:
        count = len(entries)
        taken = (
            next_ids(Record, count),
            take_public_ids("incident", count),
            next_ids(Revision, count),
            next_ids(Publication, count),
            map(self.key_of, entries),
        )
        return [Numbers(*given) for given in zip(*taken, strict=True)]

    def _spot(self, entry: Entry) -> Spot:
        place = self.resolver.place(entry.where) if entry.where else None
        return Spot(place, self.resolver.country_of[place] if place else "")

    def _kept(self, row: StagedRow, record_id: int) -> tuple:
        return (self.dataset.pk, row.external_id, record_id, self.run.pk, row.sha256, row.values)

    def _write(self, spelled: Spelled) -> None:
        for filled in spelled.rows:
            filled.write()
        self.with_jobs.popleft().write()
        self.writer.issue.stage(spelled.publications, spelled.count)


def _row_counts(entries: list[Entry]) -> dict[type, int]:
    """Count the rows of the incidents to be that need an id beforehand."""
    return {
        Claim: sum(len(entry.claims) for entry in entries),
        Attribution: sum(len(entry.accused) for entry in entries),
        CasualtyReport: sum(bool(entry.counts) for entry in entries),
        CasualtyCount: sum(len(entry.counts) for entry in entries),
    }
