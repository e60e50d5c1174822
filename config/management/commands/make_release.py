"""`manage.py make_release` freezes what is public into dated files; see docs/exports.md."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.api.served import SERVED
from config.pages.codebook import codebook
from datasets.releases import Frozen, ReleaseRefused, differences, find_release, make_release

LISTS = tuple(Frozen(served.path, served.takeaway, served.filters) for served in SERVED)


class Command(BaseCommand):
    help = "Freeze what is public into files that never change, or see whether such are unchanged."

    def add_arguments(self, parser):
        parser.add_argument("--name", help="what it is called; otherwise this month: 2026-11")
        parser.add_argument(
            "--site", default="", help="the site’s address, for citations: https://example.org"
        )
        parser.add_argument("--verify", metavar="NAME", help="hash the files of a release again")

    def handle(self, *, name, site, verify, **options):
        if verify:
            self.verify(verify)
            return
        try:
            release = make_release(
                name=name or f"{timezone.now():%Y-%m}",
                lists=LISTS,
                codebook=codebook(),
                site=site.rstrip("/"),
            )
        except (ReleaseRefused, OSError) as error:
            raise CommandError(str(error)) from error
        count, edition = len(release.manifest["files"]), release.manifest["edition"]
        self.stdout.write(f"Release {release.name}: {count} files of edition {edition}.")
        self.stdout.write(f"They stand in {release.folder} and at /datasets/releases/.")

    def verify(self, name: str) -> None:
        release = find_release(name)
        if release is None:
            raise CommandError(f"There is no release {name}.")
        if found := differences(release):
            raise CommandError("\n".join(found))
        count = len(release.manifest["files"])
        self.stdout.write(f"Release {name} is as it was made: {count} files.")
