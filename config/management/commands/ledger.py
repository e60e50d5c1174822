"""`manage.py ledger verify` and `manage.py ledger reindex`."""

from django.core.management.base import BaseCommand, CommandError

from config.kinds import KINDS
from ledger.indexing import merge_pending, reindex
from ledger.verifying import verify


class Command(BaseCommand):
    help = "Verify the ledger against its hashes, states and tables; or make its index anew."

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["verify", "reindex"])

    def handle(self, *, action, **options):
        if action == "reindex":
            count = reindex(KINDS)
            merge_pending()
            self.stdout.write(f"The index was made anew from {count} publications.")
            return
        faults = list(verify(KINDS))
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("The ledger is whole: hashes, documents and tables agree.")
