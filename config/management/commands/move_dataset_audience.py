"""`manage.py move_dataset_audience NAME members|public` moves a dataset and its rows."""

import sys

from django.core.management.base import BaseCommand, CommandError

from config.kinds import KINDS
from datasets.importing.moving import RELEASES_STAY, move_dataset
from datasets.models import Dataset
from ledger.errors import LedgerError

REASONS = {
    "members": "The dataset may not be passed on (any more).",
    "public": "The dataset may be passed on.",
}


class Command(BaseCommand):
    help = "Show a dataset and its rows to members alone, or to everybody. All of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("dataset", help="its short name, for example ucdp-ged")
        parser.add_argument("audience", choices=list(REASONS))
        parser.add_argument("--reason", default="", help="why; readers are shown it")
        parser.add_argument(
            "--may-be-passed-on",
            action="store_true",
            help="its terms allow that everybody sees its rows; needed to show them to everybody",
        )

    def handle(self, *, dataset, audience, reason, may_be_passed_on, **options):
        found = _dataset(dataset)
        if audience == "public" and not may_be_passed_on:
            raise CommandError(
                "Everybody would see every row of it. Read its terms; if they allow that its rows "
                "are passed on, say so with --may-be-passed-on."
            )
        try:
            moved = move_dataset(
                found,
                audience,
                kinds=KINDS,
                reason=reason or REASONS[audience],
                tell=self._tell if sys.stderr.isatty() else lambda done, total: None,
            )
        except LedgerError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(moved.sentence())
        if audience == "members":
            self.stdout.write(RELEASES_STAY)

    def _tell(self, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        self.stderr.write(f"\r{done:,} of {total:,} records moved", ending=end)


def _dataset(name: str) -> Dataset:
    names = Dataset.objects.in_bulk(field_name="short_name")
    if name not in names:
        known = ", ".join(sorted(names)) or "none yet"
        raise CommandError(f"There is no dataset “{name}”. There are: {known}.")
    return names[name]
