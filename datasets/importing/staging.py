"""The rows of a file in a temporary table, and what of them is new, changed or no longer there.

Rows are compared by a hash over their texts by column, so that another order of columns, another
packing or another encoding changes nothing.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.db import connection

from datasets.formats.entry import Unreadable
from datasets.models import Dataset, ExternalRecord
from datasets.reading.faults import BadRow
from ledger.canonical import sha256
from ledger.copying import Table

CHUNK = 1000
COPIED_AT_ONCE = 5000
STAGED = ("line", "external_id", "sha256", "texts")


@dataclass(frozen=True, slots=True)
class StagedRow:
    """A row that differs: as it comes, and as it was (`old_…`: None for a new one).

    `returns`: it was gone in between.
    """

    line: int
    external_id: str
    sha256: str
    values: str
    old_id: int | None
    old_values: str | None
    old_columns: list[str] | None
    record_id: int | None
    returns: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that the file no longer has, and its record."""

    external_id: str
    record_id: int
    public_id: str


class Staging:
    """A file's rows, staged for one transaction."""

    def __init__(self, dataset: Dataset, columns: tuple[str, ...], version: str):
        self.dataset, self.columns = dataset, columns
        self.read = 0
        in_order = sorted(range(len(columns)), key=columns.__getitem__)
        self.hashed = [columns[index] for index in in_order]
        self.version = version
        self.table = Table("staged_row", STAGED)
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS pg_temp.staged_row, pg_temp.differing")
            cursor.execute(
                "CREATE TEMPORARY TABLE staged_row (line integer, external_id text, sha256 text, "
                "texts text) ON COMMIT DROP"
            )

    def fill(self, rows: Iterable, identify: Callable, refuse: Callable, progress: Callable):
        """Stage rows. `identify(values)` gives a row's id; `refuse` takes what a bad one lacks.

        `progress(number)` is called now and then with the rows read.
        """
        for row in rows:
            self.read += 1
            if isinstance(row, BadRow):
                refuse(row.line, "", row.column or "", row.sentence)
            else:
                self._stage(row, identify, refuse)
            if self.read % COPIED_AT_ONCE == 0:
                self.table.write()
                progress(self.read)
        self.table.write()
        with connection.cursor() as cursor:
            cursor.execute("CREATE INDEX ON staged_row (external_id)")
            cursor.execute("ANALYZE staged_row")

    def _stage(self, row, identify: Callable, refuse: Callable) -> None:
        values = row.values
        try:
            external_id = identify(values)
        except Unreadable as fault:
            refuse(row.line, "", fault.column, fault.sentence)
            return
        texts = json.dumps(list(values.values()), ensure_ascii=False)
        said = "\n".join([f"{one}={values[one]}" for one in self.hashed if values[one]])
        digest = sha256(self.version, said)
        self.table.add((row.line, external_id, digest, texts))

    def repeated(self) -> list[tuple[str, list[int]]]:
        """Return the ids that stand in the file more than once, with their lines."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT external_id, array_agg(line ORDER BY line) FROM staged_row "
                "GROUP BY external_id HAVING count(*) > 1 ORDER BY min(line)"
            )
            return cursor.fetchall()

    def drop_repeated(self) -> None:
        """Leave out every row whose id is not its own."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM staged_row WHERE external_id IN (SELECT external_id FROM staged_row "
                "GROUP BY external_id HAVING count(*) > 1)"
            )

    def compare(self) -> None:
        """Find what differs from the rows held now; a row that was gone and returns has changed."""
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TEMPORARY TABLE differing ON COMMIT DROP AS "
                "SELECT staged.line, staged.external_id, staged.sha256, staged.texts, "
                "held.id AS old_id, held.record_id FROM staged_row staged "
                "LEFT JOIN datasets_externalrecord held ON held.external_id = staged.external_id "
                "AND held.dataset_id = %s AND held.until_id IS NULL "
                "WHERE held.id IS NULL OR held.sha256 <> staged.sha256",
                [self.dataset.pk],
            )
            cursor.execute(
                "UPDATE differing SET old_id = ended.id, record_id = ended.record_id FROM "
                "(SELECT DISTINCT ON (external_id) external_id, id, record_id "
                "FROM datasets_externalrecord WHERE dataset_id = %s AND until_id IS NOT NULL "
                "ORDER BY external_id, id DESC) ended "
                "WHERE differing.old_id IS NULL AND differing.external_id = ended.external_id",
                [self.dataset.pk],
            )
            cursor.execute("CREATE INDEX ON differing (line)")
            cursor.execute("ANALYZE differing")

    def held(self) -> int:
        """Return how many rows of the dataset are held now."""
        return ExternalRecord.objects.filter(dataset=self.dataset, until=None).count()

    def counts(self) -> tuple[int, int]:
        """Return how many rows are new, and how many changed."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) - count(old_id), count(old_id) FROM differing")
            return cursor.fetchone()

    def differing(self, *, new: bool) -> Iterator[list[StagedRow]]:
        """Yield the new rows, or the changed ones, in order, CHUNK at a time."""
        which = "IS NULL" if new else "IS NOT NULL"
        last = -1
        while True:
            chunk = self._chunk(which, last)
            if not chunk:
                return
            yield chunk
            last = chunk[-1].line

    def gone(self) -> list[Gone]:
        """Return the rows held now that the file does not have."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT held.external_id, held.record_id, record.public_id "
                "FROM datasets_externalrecord held JOIN ledger_record record "
                "ON record.id = held.record_id "
                "WHERE held.dataset_id = %s AND held.until_id IS NULL "
                "AND NOT EXISTS (SELECT FROM staged_row staged "
                "WHERE staged.external_id = held.external_id) ORDER BY held.id",
                [self.dataset.pk],
            )
            return [Gone(*row) for row in cursor.fetchall()]

    def end_rows(self, run_id: int, *, changed: list[int], gone: list[Gone]) -> None:
        """End, with a run, the rows that others follow now (by id), and those that are gone."""
        current = ExternalRecord.objects.filter(dataset=self.dataset, until=None)
        current.filter(pk__in=changed).update(until=run_id)
        current.filter(record__in=[one.record_id for one in gone]).update(until=run_id)

    def _chunk(self, which: str, last: int) -> list[StagedRow]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT line, differing.external_id, differing.sha256, texts, old_id, "  # noqa: S608
                "held.values, run.columns, differing.record_id, held.until_id IS NOT NULL "
                "FROM differing "
                "LEFT JOIN datasets_externalrecord held ON held.id = old_id "
                "LEFT JOIN datasets_importrun run ON run.id = held.since_id "
                f"WHERE old_id {which} AND line > %s ORDER BY line LIMIT %s",
                [last, CHUNK],
            )
            return [_staged(*row) for row in cursor.fetchall()]


def _staged(*cells) -> StagedRow:
    line, external_id, digest, texts, old_id, old_texts, old_columns, record_id, returns = cells
    columns = old_columns and _columns(old_columns)
    return StagedRow(
        line, external_id, digest, texts, old_id, old_texts, columns, record_id, bool(returns)
    )


@cache
def _columns(texts: str) -> list[str]:
    """Read the columns of a run, which thousands of its rows share."""
    return json.loads(texts)


def row_of(texts: str, columns: Iterable[str]) -> Mapping[str, str]:
    """Return the texts of a kept row by column."""
    return dict(zip(columns, json.loads(texts), strict=True))
