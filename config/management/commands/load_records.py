"""`manage.py load_records FILE` reads the native format; docs/native-format.md describes it."""

import sys
import time
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.kinds import KINDS
from ledger.errors import LedgerError
from ledger.loading import Loaded, load
from ledger.models import Revision

LONGEST_REASON = Revision._meta.get_field("reason").max_length


class Command(BaseCommand):
    help = "Load a file of records and publish what it changed. All of it is loaded, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", help="a file of the native format; - reads standard input")
        parser.add_argument("--reason", help="what the history says; by default, the file's name")
        parser.add_argument(
            "--overwrite", action="store_true", help="change even what a person saved last"
        )
        parser.add_argument("--draft", action="store_true", help="save without publishing")

    def handle(self, *, file, reason, overwrite, draft, **options):
        began = time.monotonic()
        name = "standard input" if file == "-" else Path(file).name
        reason = (reason or f"Loaded from {name}")[:LONGEST_REASON]
        try:
            with nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb") as stream:
                loaded = load(stream, kinds=KINDS, reason=reason, overwrite=overwrite, draft=draft)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except LedgerError as error:
            raise CommandError(str(error)) from error
        self._tell(loaded, time.monotonic() - began)

    def _tell(self, loaded: Loaded, seconds: float) -> None:
        for kind, counts in loaded.counts.items():
            told = ", ".join(f"{counts[what]} {what}" for what in ("new", "changed", "unchanged"))
            self.stdout.write(f"{kind}: {told}")
        if loaded.withdrawn:
            self.stdout.write(f"Changed but still withdrawn: {', '.join(loaded.withdrawn)}.")
        published = f"published in {loaded.edition}" if loaded.edition else "nothing published"
        self.stdout.write(f"Loaded in {seconds:.1f} seconds; {published}.")
