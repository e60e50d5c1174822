"""Runs as they stand after an upload, made without the pages."""

import csv
import hashlib
import io

from config.kinds import KINDS
from datasets.importing.asked import carry_out
from datasets.models import ImportRun
from tests.datasets.formats.ucdp_rows import COLUMNS, make_ucdp_row

OPTIONS = {
    "format": "ucdp",
    "mapping": None,
    "dataset": "",
    "about": {},
    "dry_run": False,
    "skip_bad_rows": False,
    "partial": False,
    "allow_withdrawals": False,
}


def ucdp_file(*rows: dict[str, str]) -> bytes:
    """Return a file in UCDP's form; without rows it has three."""
    rows = rows or tuple(make_ucdp_row(id=str(number)) for number in (1, 2, 3))
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def make_run(content: bytes, settings, tmp_path, *, by=None, **options) -> ImportRun:
    """Keep a file as an upload does, and return the run that waits to be asked for."""
    settings.IMPORTS_DIR = tmp_path
    sha256 = hashlib.sha256(content).hexdigest()
    (tmp_path / sha256).write_bytes(content)
    return ImportRun.objects.create(
        status=ImportRun.Status.UPLOADED,
        by=by,
        file_name="ged.csv",
        file_sha256=sha256,
        file_size=len(content),
        stored_file=sha256,
        release=options.pop("release", "23.1"),
        options=OPTIONS | options,
    )


def imported(content: bytes, settings, tmp_path, **options) -> ImportRun:
    """Import a file, and return the run that did."""
    run = make_run(content, settings, tmp_path, **options)
    carry_out(run, kinds=KINDS)
    assert run.status == ImportRun.Status.FINISHED, run.message
    return run
