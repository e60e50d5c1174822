"""Importing a file: one transaction, of which everything remains or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.db import OperationalError, transaction
from django.utils import timezone

from datasets.models import Dataset, ImportRun
from datasets.reading.faults import Refused
from datasets.reading.table import Table, open_table
from ledger.editions import lock_ledger, newest_number, take_edition
from ledger.errors import LedgerError
from ledger.indexing import merge_pending
from ledger.kinds import Kinds
from ledger.models import Edition, Publication

from .adding import Adding
from .changing import Changing
from .errors import (
    ImportRefused,
    MovedMeanwhile,
    are_many_gone,
    refuse_empty,
    refuse_errors,
    refuse_many_gone,
)
from .foretelling import foretell
from .formats import Format, format_of
from .named import describe_dataset, find_dataset, name_release
from .notes import Notes
from .staging import Staging
from .turns import WAITING, check_keys_at_once, wait_for_turn
from .writer import writer_for

ATTEMPTS = 3
DISK_FULL = "53100"
WORTH_A_PROCESS = 4000  # new rows
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Wanted:
    """What is asked of an import. `about` overrides what is known of the dataset (see known.py)."""

    path: Path
    file_name: str
    format: str | None = None
    mapping: Mapping | None = None
    dataset: str = ""
    release: str = ""
    about: Mapping[str, object] = field(default_factory=dict)
    dry_run: bool = False
    skip_bad_rows: bool = False
    partial: bool = False
    allow_withdrawals: bool = False


class _OnlyChecked(Exception):
    """Ends the transaction of a dry run."""


def import_file(
    wanted: Wanted,
    *,
    kinds: Kinds,
    by=None,
    run: ImportRun | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> ImportRun:
    """Import a file and return the run, finished, or checked if it was a dry run.

    ImportRefused for what cannot be imported: nothing is written but the run, which says why.
    `progress(stage, done, total)` is called now and then.
    """
    for attempt in range(ATTEMPTS):
        one = _Import(wanted, kinds=kinds, by=by, run=run, progress=progress)
        try:
            return one.run_once()
        except LedgerError as refusal:
            if isinstance(refusal, MovedMeanwhile) and attempt + 1 < ATTEMPTS:
                continue
            one.keep_refusal(refusal)
            raise
    raise AssertionError("an attempt returns or raises")


class _Import:
    """One attempt at one import."""

    def __init__(self, wanted: Wanted, *, kinds: Kinds, by, run, progress: Progress):
        self.wanted, self.kinds, self.by, self.progress = wanted, kinds, by, progress
        self.run, self.pk_before = run, run and run.pk
        self.notes = Notes()
        self.counts: dict[str, int] = {}
        self.repeated: set[str] = set()
        self.done = 0

    def run_once(self) -> ImportRun:
        try:
            with transaction.atomic():
                run = self._import()
                if self.wanted.dry_run:
                    raise _OnlyChecked
        except _OnlyChecked:
            return self._keep(ImportRun.Status.CHECKED)
        except Refused as error:
            raise ImportRefused(f"Nothing was imported. {error}") from error
        except OperationalError as error:
            if getattr(error.__cause__, "pgcode", None) == DISK_FULL:
                raise ImportRefused(
                    "Nothing was imported: the database's disk is full. An import needs about "
                    "thirty times the room of its file."
                ) from error
            raise
        if run.edition:
            merge_pending()
        return run

    def _import(self) -> ImportRun:
        wait_for_turn(lambda: self.progress(WAITING, 0, 0))
        check_keys_at_once()
        with open_table(self.wanted.path, format=self.wanted.format) as table:
            self._begin(table)
            self._stage(table)
            self.run.said = [*table.notes, *self.found.sentences]
        self.counts = {"read": self.staging.read}
        self._compare()
        self._add_and_change()
        self._refuse_errors()
        self._publish()
        self._finish()
        return self.run

    def _begin(self, table: Table) -> None:
        """Find or begin the dataset, and the run."""
        wanted = self.wanted
        self.format: Format = format_of(table.format, wanted.mapping)
        self.table_size = table.size
        about = describe_dataset(self.format.name, wanted)
        self.built_at = newest_number()
        self.writer = writer_for(name_release(about), kinds=self.kinds, by=self.by)
        self.found = find_dataset(about, self.writer)
        self.run = self.run or ImportRun(by=self.by, file_name=wanted.file_name)
        self.run.dataset, self.run.release = self.found.dataset, about.release
        self.run.file_sha256, self.run.file_size = table.sha256, table.size
        self.run.columns = list(table.columns)
        self.run.status = ImportRun.Status.RUNNING
        self.run.options |= {"format": self.format.name, **options_of(wanted)}
        self.run.options["of_dataset"] = self.found.said
        if self.pk_before is None:
            self.run.save()  # the row of one begun before is left to whoever tells how far it is

    def _stage(self, table: Table) -> None:
        self.staging = Staging(self.run.dataset, table.columns, self.format.stamp)
        self.staging.fill(
            table,
            self.format.identify,
            self.notes.error,
            lambda read: self.progress("reading", table.position, table.size),
        )
        if not self.staging.read:
            refuse_empty()
        for external_id, lines in self.staging.repeated():
            told = ", ".join(map(str, lines[:5]))
            sentence = f"The id stands in several rows ({told}); each row needs its own."
            for line in lines:
                self.notes.error(line, external_id, self.format.id_column, sentence)
            self.repeated.add(external_id)
        self.staging.drop_repeated()

    def _compare(self) -> None:
        self.staging.compare()
        self.new, self.changed = self.staging.counts()
        gone = [] if self.wanted.partial else self.staging.gone()
        self.gone = [one for one in gone if one.external_id not in self.repeated]
        self.adding = Adding(
            writer=self.writer,
            run=self.run,
            setting=self.found.setting,
            interpret=self.format.read,
            notes=self.notes,
            in_processes=self.new >= WORTH_A_PROCESS,
        )
        held = self.staging.held()
        if are_many_gone(len(self.gone), held) and not self.wanted.allow_withdrawals:
            self._read_all()
            with_errors = not self.wanted.skip_bad_rows
            refuse_many_gone(len(self.gone), held, self.notes, with_errors=with_errors)

    def _read_all(self) -> None:
        """Read the rows that differ, to tell which cannot be understood."""
        for new in (False, True):
            for rows in self.staging.differing(new=new):
                for row in rows:
                    self.adding.read(row)

    def _add_and_change(self) -> None:
        self.changing = Changing(self.adding, batch=self.found.changed)
        for rows in self.staging.differing(new=False):
            self.changing.change(rows)
            self._told(len(rows))
        added = self.adding.add_all(self.staging.differing(new=True), self._told)
        self.changing.withdraw(self.gone)
        self.changing.stage()
        self.staging.end_rows(self.run.pk, changed=self.adding.followed, gone=self.gone)
        self.adding.write_kept()
        self.counts = self.notes.counted(read=self.staging.read, new=added)

    def _told(self, rows: int) -> None:
        """Tell that so many rows more are done."""
        self.done += rows
        self.progress("writing", self.done, self.new + self.changed)

    def _refuse_errors(self) -> None:
        if self.notes.counts["error"] and not self.wanted.skip_bad_rows and not self.wanted.dry_run:
            refuse_errors(self.notes)

    def _publish(self) -> None:
        """Issue what was prepared, under the ledger's lock, as the last thing before commit."""
        self.edition: Edition | None = None
        if not self.writer.issue.count:
            return
        self.progress("publishing", 0, self.writer.issue.count)
        lock_ledger()
        self._refuse_if_moved()
        self.edition = take_edition()
        self.writer.issue.issue(self.edition)

    def _refuse_if_moved(self) -> None:
        """Look whether anything that documents rest on was published meanwhile."""
        since = Publication.objects.filter(edition__gt=self.built_at)
        setting = self.found.setting
        rested_on = (
            self.adding.resolver.known()
            | {setting.source, setting.dataset}
            | self.changing.batch.keys()
        )
        if since.filter(record__public_id__in=rested_on).exists():
            raise MovedMeanwhile

    def _finish(self) -> None:
        self.run.counts = self.counts
        resolver = self.adding.resolver
        self.run.said = [*self.run.said, *resolver.matched]
        if self.wanted.dry_run:
            asked = {"audience": self.found.setting.audience, "begun": resolver.begun_names}
            self.run.said[:0] = foretell(self.run.dataset, self.run.release, **asked)
        self.run.edition = self.edition
        self.run.status = ImportRun.Status.FINISHED
        self.run.done = self.run.total = self.counts["read"]
        self.run.ended_at = timezone.now()
        self.run.save()
        self.notes.write(self.run)

    def keep_refusal(self, refusal: LedgerError) -> None:
        """Keep why nothing was imported, and what of which rows, if it was known of which file."""
        if self.run is None:
            return
        self.run.message = str(refusal)
        self.run.counts = {**self.counts, "bad": self.notes.counts["error"]}
        self.run.ended_at = timezone.now()
        self._keep(ImportRun.Status.REFUSED)

    def _keep(self, status: str) -> ImportRun:
        """Keep a run whose transaction was undone, without the dataset and edition undone too."""
        run = self.run
        run.pk = self.pk_before
        run._state.adding = run.pk is None
        for note in self.notes.kept:
            note.pk = None
            note._state.adding = True
        run.edition = None
        if not Dataset.objects.filter(pk=run.dataset_id).exists():
            run.dataset = None
        run.status = status
        with transaction.atomic():
            run.save()
            self.notes.write(run)
        return run


def options_of(wanted: Wanted) -> dict:
    """Return what was asked for, as a run keeps it."""
    return {
        "mapping": wanted.mapping and dict(wanted.mapping),
        "dry_run": wanted.dry_run,
        "skip_bad_rows": wanted.skip_bad_rows,
        "partial": wanted.partial,
        "allow_withdrawals": wanted.allow_withdrawals,
    }
