from django.core.management import BaseCommand, call_command

from ledger.models import Record

# The API's documentation is Swagger's; Redoc comes with the same package.
UNUSED_FILES = ["redoc"]

SAMPLE_REASON = "The sample: the confrontation in Iraq, 2019–2021, as it comes with the software."


class Command(BaseCommand):
    help = "Bring the database and the static files up to date; repeating it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--sample", metavar="FILE", help="load it if there are no records")

    def handle(self, *, sample, **options):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED_FILES)
        call_command("make_editor", stdout=self.stdout)
        if sample and not Record.objects.exists():
            self.stdout.write(f"Loading the sample {sample} …")
            call_command("load_records", sample, reason=SAMPLE_REASON, stdout=self.stdout)
