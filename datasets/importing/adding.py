"""Rows that are new: interpreted, and written with all that is theirs, by COPY."""

from collections.abc import Callable, Mapping

from datasets.formats.entry import Entry, NotAnIncident, Unreadable
from datasets.models import ExternalRecord, ImportRun
from ledger.copying import Table, escaped
from ledger.identity import take_public_ids

from .notes import Notes
from .resolving import Resolver, slug
from .staging import StagedRow, row_of
from .states import ROWS_GIVEN, Setting, incident_state
from .writer import Writer

EXTERNAL = ("dataset_id", "external_id", "record_id", "since_id", "sha256", "values")
NOTHING_AROUND = {
    "origins": {},
    "parts": [],
    "tolls_of_parts": [],
    "attributions_of_operation": [],
    "claims_from_others": [],
    "also_refers_to": frozenset(),
}
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
    ):
        self.writer, self.run, self.setting, self.interpret = writer, run, setting, interpret
        self.notes = notes
        self.resolver = Resolver(setting)
        self.external = Table(ExternalRecord._meta.db_table, EXTERNAL)
        self.dataset = run.dataset

    def add(self, rows: list[StagedRow]) -> int:
        """Write new rows; return of how many an incident was made."""
        read = [(row, entry) for row in rows if (entry := self.read(row))]
        self.resolver.resolve(entry for _, entry in read)
        self.write_begun()
        self._add_incidents(read)
        return len(read)

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
        """Keep a row as it came, beside the record made of it."""
        self.external.rows.append(
            f"{self.dataset.pk}\t{escaped(row.external_id)}\t{record_id}\t{self.run.pk}\t"
            f"{row.sha256}\t{escaped(row.values)}"
        )

    def write_kept(self) -> None:
        """Write the rows that were kept; those that they follow have been ended."""
        self.external.write()

    def _add_incidents(self, read: list[tuple[StagedRow, Entry]]) -> None:
        kind = self.writer.kinds["incident"]
        states = dict(
            zip(
                take_public_ids(kind.name, len(read)),
                (self.state(entry, self.key_of(entry)) for _, entry in read),
                strict=True,
            )
        )
        made = self.writer.insert(kind, states, rows_given=ROWS_GIVEN, around=self._around)
        for (row, _), new in zip(read, made, strict=True):
            self.keep(row, new.pk)

    def key_of(self, entry: Entry) -> str:
        external_id = entry.external_id
        plain = external_id.isascii() and external_id.isalnum() and external_id.islower()
        plain = plain or external_id.isdigit()
        return f"{self.setting.short_name}-{external_id if plain else slug(external_id)}"

    def _around(self, state: dict) -> dict:
        countries = {
            self.resolver.country_of[row["place"]] for row in state["places"] if row["place"]
        }
        return {**NOTHING_AROUND, "countries": sorted(filter(None, countries))}
