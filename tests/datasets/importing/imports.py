"""Importing invented rows in tests, and what the tables hold afterwards, whatever its numbers."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from config.kinds import KINDS
from datasets.importing.run import Wanted, import_file
from datasets.models import ExternalRecord, ImportRun
from ledger.dumping import dump
from ledger.models import Publication, PublishedRecord, Record
from tests.datasets.dialects import written

NUMBERS = re.compile(r"\b[ACDEILPRS][1-9][0-9]{0,8}\b")


def bring(rows: list[dict] | bytes, *, dialect: str = "", **asked) -> ImportRun:
    """Import rows (or the bytes of a file) as a release of UCDP GED, unless asked otherwise."""
    content = rows if isinstance(rows, bytes) else written(rows, dialect=dialect)
    by = asked.pop("by", None)
    with TemporaryDirectory() as folder:
        path = Path(folder, "rows.csv")
        path.write_bytes(content)
        wanted = Wanted(path=path, file_name="rows.csv", **{"release": "1", **asked})
        return import_file(wanted, kinds=KINDS, by=by)


def changed(row: dict, **values: str) -> dict:
    return {**row, **values}


def everything() -> str:
    """Hash what all tables say, records standing by key, so that two databases can be compared."""
    digest = hashlib.sha256()
    for line in sorted(_lines()):
        digest.update(line.encode())
    return digest.hexdigest()


def _lines() -> Iterable[str]:
    keys = dict(Record.objects.values_list("public_id", "key"))

    def by_key(text: str) -> str:
        return NUMBERS.sub(lambda found: keys.get(found[0], found[0]), text)

    yield from dump(KINDS)
    yield from dump(KINDS, published=True)
    for values in Record.objects.values_list("key", "status", "version", "audience", "rows_given"):
        yield str(values)
    published = Publication.objects.values_list("record__key", "number", "reason", "document")
    for key, number, reason, document in published:
        yield f"{key} {number} {reason} {by_key(document or '')}"
    for *row, refs in PublishedRecord.objects.values_list(
        "record__key", "search", "sort_date", "refs"
    ):
        # They stand in the order of their ids, and A10 before A9.
        yield f"{row} {sorted(map(by_key, refs))}"
    rows = ExternalRecord.objects.values_list("external_id", "sha256", "values", "record__key")
    yield from map(str, rows)
