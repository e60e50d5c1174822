"""`manage.py import_dataset FILE` brings in a release of a dataset; see docs/importing.md."""

import json
import sys
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.kinds import KINDS
from datasets.importing.notes import COUNTED
from datasets.importing.run import Wanted, import_file
from datasets.importing.turns import WAITING
from datasets.models import ImportRun
from ledger.errors import LedgerError

MATCH = (
    "An import looks for no matches: manage.py match_datasets --dataset {name} proposes which "
    "records of other datasets tell of the same attacks, and editors decide at /admin/matching/."
)


class Command(BaseCommand):
    requires_system_checks = ()  # they read every page's code, which an import does not need
    help = "Import a file of a dataset and publish what it changes. All of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="CSV, plain or packed, or an Excel workbook")
        parser.add_argument("--format", choices=["ucdp", "acled", "gtd", "csv"])
        parser.add_argument("--mapping", type=Path, help="which column says what, for other CSVs")
        parser.add_argument("--dataset", default="", help="its short name, for example ucdp-ged")
        parser.add_argument("--release", default="", help="for example 23.1")
        parser.add_argument("--title", help="the dataset's name in full")
        parser.add_argument("--publisher")
        parser.add_argument("--licence", help="for example CC BY 4.0")
        parser.add_argument("--attribution", help="the words that go with every export")
        parser.add_argument(
            "--may-be-passed-on",
            action="store_true",
            default=None,
            help="show its rows to everybody, which a new dataset does not unless this is said",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        parser.add_argument(
            "--skip-bad-rows", action="store_true", help="import the others, and list these"
        )
        parser.add_argument(
            "--partial", action="store_true", help="leave alone what the file does not have"
        )
        parser.add_argument(
            "--allow-withdrawals",
            action="store_true",
            help="withdraw what the file does not have, however much that is",
        )

    def handle(self, *, file, **options):
        began = time.monotonic()
        wanted = self._wanted(file, options)
        progress = Progress(self.stderr)
        try:
            run = import_file(wanted, kinds=KINDS, progress=progress)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except LedgerError as error:
            raise CommandError(str(error)) from error
        finally:
            progress.end()
        self._tell(run, time.monotonic() - began)

    def _wanted(self, file: Path, options: dict) -> Wanted:
        about = {
            name: options[name]
            for name in ("title", "publisher", "licence", "attribution", "may_be_passed_on")
            if options[name] is not None
        }
        asked = ("format", "dataset", "release", "dry_run", "skip_bad_rows", "partial")
        return Wanted(
            path=file,
            file_name=file.name,
            mapping=_mapping(options["mapping"]),
            about=about,
            allow_withdrawals=options["allow_withdrawals"],
            **{name: options[name] for name in asked},
        )

    def _tell(self, run: ImportRun, seconds: float) -> None:
        told = [
            f"{run.counts[name]:,} {words}"
            for name, words in COUNTED.items()
            if run.counts[name] or name in ("read", "new", "changed", "unchanged")
        ]
        for sentence in run.said:
            self.stdout.write(sentence)
        self.stdout.write(", ".join(told) + ".")
        for note in run.notes.filter(kind="error")[:20]:
            self.stdout.write(f"Line {note.line}, {note.column}: {note.sentence}")
        rate = run.counts["read"] / max(seconds, 0.001)
        done = "published in " + str(run.edition) if run.edition else "nothing published"
        done = "a dry run: nothing was written" if run.status == "checked" else done
        self.stdout.write(f"{seconds:.1f} seconds, {rate:,.0f} rows a second; {done}.")
        if run.edition:
            self.stdout.write(MATCH.format(name=run.dataset.short_name))


class Progress:
    """Tells how far an import is, on one line of a terminal; elsewhere only that it waits."""

    def __init__(self, stream):
        self.stream, self.began, self.stage = stream, time.monotonic(), ""
        self.shown = sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self.stage:
            self.stage, self.began = stage, time.monotonic()
        if stage == WAITING:
            self.stream.write("Another import is under way; this one waits for it to end.")
            return
        if not self.shown:
            return
        seconds = time.monotonic() - self.began
        rate = done / seconds if seconds else 0
        left = f", {(total - done) / rate:,.0f} s left" if rate else ""
        per = f" ({rate:,.0f} a second{left})" if stage == "writing" else left
        self.stream.write(f"\r{stage}: {done:,} of {total:,}{per}      ", ending="")

    def end(self) -> None:
        if self.shown:
            self.stream.write("")


def _mapping(path: Path | None) -> dict | None:
    if path is None:
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"The mapping {path} cannot be read as JSON: {error}.") from error
