"""Publications by the thousand: prepared in temporary tables, issued under the ledger's lock.

Preparing takes as long as it takes and disturbs nobody. Issuing, the last thing before commit,
copies finished publications and lines of the index into their tables, in one edition.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from django.db import connection

from .canonical import sha256, written
from .copying import Filled, Table, encoder_of, next_ids
from .folding import fold
from .indexing import IndexTable, close_past, common_columns, refers_to, tables, tally
from .kinds import Around, Kind, Kinds
from .models import OPEN, Edition, Line, Publication, PublishedRecord

WEIGHTS = ("A", "B", "C")
PUBLICATION = (
    "id", "record_id", "revision_id", "number", "audience", "format", "document", "reason",
    "sha256",
)  # fmt: skip
GIVEN_WHEN_ISSUED = {"id", "since", "until", "search"}


@dataclass(frozen=True, slots=True)
class Ready:
    """A publication ready but for its edition; without a document it is a withdrawal.

    `refs` are the ids that the document refers to, if whoever made it knows them.
    """

    public_id: str
    record_id: int
    revision_id: int
    number: int
    audience: str
    state: dict | None
    document: dict | None
    around: Around
    refs: frozenset[str] | None = None


class Spelling:
    """Spells publications of one kind, and their lines in the index, for temporary tables.

    Nothing is asked of the database, so that another process than the one that writes may spell.
    """

    def __init__(self, kind: Kind, reason: str):
        self.kind, self.reason = kind, reason
        self.publications = Table("staged_publication", PUBLICATION)
        tables_ = (PublishedRecord, *(index.model for index in kind.indexes))
        self.lines = {model: Lines(model) for model in tables_}

    def add(self, one: Ready, publication_id: int) -> None:
        """Gather a publication, and its lines if it is no withdrawal."""
        text = None if one.document is None else written(one.document)
        self.publications.add(
            [
                publication_id, one.record_id, one.revision_id, one.number, one.audience,
                self.kind.document_format, text, self.reason, sha256(text),
            ]
        )  # fmt: skip
        if one.document is not None:
            self._index(one, publication_id)

    def take(self) -> list[Filled]:
        gathered = [self.publications, *(lines.raw for lines in self.lines.values())]
        return [filled for table in gathered for filled in table.take()]

    def _index(self, one: Ready, publication_id: int) -> None:
        kind = self.kind
        shared = {
            "record_id": one.record_id,
            "publication_id": publication_id,
            "audience": one.audience,
            "public_id": one.public_id,
            "refs": refers_to(kind, one.state, one.around)
            if one.refs is None
            else sorted(one.refs),
        }
        common = self.lines[PublishedRecord]
        texts = _by_weight(kind.texts(one.document))
        common.add(shared | common_columns(kind, one.document), texts)
        for index in kind.indexes:
            for own in index.rows(one.document, one.around):
                self.lines[index.model].add(shared | own)


class Issue:
    """Publications of one edition: staged as they are spelled, then issued all together."""

    def __init__(self, kinds: Kinds, reason: str):
        self.kinds, self.reason = kinds, reason
        self.lines = [Lines(model) for model in tables(kinds)]
        self.count = 0
        _create_staged(Publication._meta.db_table, "staged_publication", PUBLICATION)
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE staged_publication ALTER document SET STORAGE EXTERNAL")
        for lines in self.lines:
            lines.create()

    def prepare(self, kind: Kind, ready: list[Ready], *, reason: str = "") -> None:
        """Spell and stage publications of a kind, for a `reason` of their own if one is given."""
        spelling = Spelling(kind, reason or self.reason)
        for one, publication_id in zip(ready, next_ids(Publication, len(ready)), strict=True):
            spelling.add(one, publication_id)
        self.stage(spelling.take(), len(ready))

    def stage(self, spelled: list[Filled], count: int) -> None:
        """Stage publications that were spelled, here or elsewhere."""
        for filled in spelled:
            filled.write()
        written_to = {filled.table for filled in spelled}
        for lines in self.lines:
            if lines.searched and lines.raw.name in written_to:
                lines.make_vectors()
        self.count += count

    def issue(self, edition: Edition) -> None:
        """Publish what was prepared. The caller holds the ledger's lock and commits soon."""
        names = ", ".join(PUBLICATION)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {Publication._meta.db_table} ({names}, edition_id) "  # noqa: S608
                f"SELECT {names}, %s FROM staged_publication ORDER BY id",
                [edition.number],
            )
            for lines in self.lines:
                lines.issue(cursor, edition.number)
        tally(edition.number, self.kinds)
        if edition.closes_past:
            close_past(edition.number, self.kinds)


class Lines:
    """The lines of one table of the index, on their way there."""

    def __init__(self, model: IndexTable):
        self.model = model
        self.name = model._meta.db_table
        # What has no window is reached through a line alone, and needs not wait for its edition.
        self.waits = issubclass(model, Line)
        self.staged = f"staged_{self.name}" if self.waits else self.name
        fields = [one for one in model._meta.concrete_fields if one.name not in GIVEN_WHEN_ISSUED]
        self.take = itemgetter(*(one.attname for one in fields))
        spelled = ((place, encoder_of(one)) for place, one in enumerate(fields))
        self.spelled = [(place, spell) for place, spell in spelled if spell]
        self.columns = [one.column for one in fields]
        self.searched = any(one.name == "search" for one in model._meta.concrete_fields)
        texts = [f"text_{weight.lower()}" for weight in WEIGHTS] if self.searched else []
        raw = f"{self.staged}_raw" if self.searched else self.staged
        self.raw = Table(raw, [*self.columns, *texts])

    def add(self, values: dict, texts: Iterable[str] = ()) -> None:
        cells = [*self.take(values), *texts]
        for place, spell in self.spelled:
            cells[place] = spell(cells[place])
        self.raw.add(cells)

    def create(self) -> None:
        """Make the temporary tables."""
        if not self.waits:
            return
        search = ["search"] if self.searched else []
        _create_staged(self.name, self.staged, [*self.columns, *search])
        if self.searched:
            _create_staged(self.name, self.raw.name, self.columns)
            added = ", ".join(f"ADD text_{weight.lower()} text" for weight in WEIGHTS)
            with connection.cursor() as cursor:
                cursor.execute(f"ALTER TABLE {self.raw.name} {added}")

    def make_vectors(self) -> None:
        """Make the search vectors of the lines staged last, while nobody waits."""
        names = ", ".join(self.columns)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {self.staged} ({names}, search) "  # noqa: S608
                f"SELECT {names}, {_vector()} FROM {self.raw.name}"
            )
            cursor.execute(f"TRUNCATE {self.raw.name}")

    def issue(self, cursor, edition: int) -> None:
        """End the lines of records that were published before; begin the new ones."""
        if not self.waits:
            return
        names = ", ".join([*self.columns, *(["search"] if self.searched else [])])
        cursor.execute(
            f"UPDATE {self.name} SET until = %s WHERE until = %s AND record_id IN "  # noqa: S608
            "(SELECT record_id FROM staged_publication WHERE number > 1)",
            [edition, OPEN],
        )
        cursor.execute(
            f"INSERT INTO {self.name} ({names}, since, until) "  # noqa: S608
            f"SELECT {names}, %s, %s FROM {self.staged}",
            [edition, OPEN],
        )


def _create_staged(table: str, staged: str, columns: Iterable[str]) -> None:
    """Make an empty temporary table with some columns of a table, for this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{staged}")
        cursor.execute(
            f"CREATE TEMPORARY TABLE {staged} ON COMMIT DROP AS "  # noqa: S608
            f"SELECT {', '.join(columns)} FROM {table} WHERE false"
        )


def _by_weight(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Fold what a search finds, a text for each weight."""
    found: dict[str, list[str]] = {weight: [] for weight in WEIGHTS}
    for weight, text in texts:
        if text:
            found[weight].append(fold(text))
    return [" . ".join(found[weight]) for weight in WEIGHTS]


def _vector() -> str:
    return " || ".join(
        f"setweight(to_tsvector('english', text_{weight.lower()}), '{weight}')"
        for weight in WEIGHTS
    )
