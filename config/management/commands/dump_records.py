"""`manage.py dump_records FILE` writes the native format; docs/native-format.md describes it."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.kinds import KINDS
from ledger.dumping import dump


class Command(BaseCommand):
    help = "Write records to a file of the native format, private fields included."

    def add_arguments(self, parser):
        parser.add_argument("file", help="the file to write; - writes to standard output")
        parser.add_argument(
            "--kind", action="append", choices=list(KINDS), help="this kind alone; may repeat"
        )
        parser.add_argument(
            "--published", action="store_true", help="what is published, not the newest drafts"
        )

    def handle(self, *, file, kind, published, **options):
        lines = dump(KINDS, only=kind or (), published=published)
        if file == "-":
            for line in lines:
                self.stdout.write(line, ending="")
            return
        try:
            count = replace_file(Path(file), lines)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"Wrote {count} records to {file}.")


def replace_file(path: Path, lines: Iterable[str]) -> int:
    """Write lines to a file that appears whole or not at all; return how many there were.

    It can be read by its owner alone.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    count = 0
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            for line in lines:
                stream.write(line)
                count += 1
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink()
        raise
    return count
