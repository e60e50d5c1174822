"""`manage.py match_datasets` proposes which records of different datasets tell of one attack."""

import sys
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from datasets.matching.proposing import EVER, propose
from datasets.models import Dataset


class Command(BaseCommand):
    help = "Propose which records of different datasets tell of one attack; decisions stay."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dataset", action="append", default=[], help="pairs with this dataset; may repeat"
        )
        parser.add_argument("--since", default="", help="attacks on this day or after: 2020-01-31")
        parser.add_argument(
            "--least",
            type=float,
            default=0.5,
            help="least score of a proposal, between 0 and 1",
        )

    def handle(self, *, dataset, since, least, **options):
        if not 0 < least < 1:
            raise CommandError("Give a least score between 0 and 1, for example 0.5.")
        done = propose(
            datasets=[public_id(name) for name in dataset],
            since=day(since) if since else EVER,
            least=least,
            tell=self._tell if sys.stderr.isatty() else lambda done, total: None,
        )
        self.stdout.write(
            f"Compared {done.compared:,} pairs in {done.seconds:.1f} seconds. Proposals: "
            f"{done.new:,} new, {done.changed:,} changed, {done.unchanged:,} unchanged, "
            f"{done.gone:,} gone."
        )

    def _tell(self, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        self.stderr.write(f"\r{done:,} of {total:,} pairs compared", ending=end)


def public_id(short_name: str) -> str:
    """Return the id of the dataset called so; CommandError names those that there are."""
    names = dict(Dataset.objects.values_list("short_name", "public_id"))
    if short_name not in names:
        known = ", ".join(sorted(names)) or "none yet"
        raise CommandError(f"There is no dataset “{short_name}”. There are: {known}.")
    return names[short_name]


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is not a day; give it as 2020-01-31.") from error
