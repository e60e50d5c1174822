"""Releases: what is public at an edition, frozen into dated files that never change.

A release is a folder below RELEASES_DIR: tables, documents, the codebook, what it is in words, and
a manifest with the sha256 of every file. It appears whole or not at all, and is read-only then.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from incidents.models import PublishedIncident
from ledger import moments
from ledger.canonical import written
from ledger.errors import LedgerError
from ledger.exporting import formats
from ledger.exporting.asking import CSV, GEOJSON, NDJSON, Asked
from ledger.exporting.describing import SITE, about
from ledger.exporting.licensing import licence_of, with_rows_of
from ledger.exporting.tables import Takeaway
from ledger.filters import StrictFilterSet
from ledger.listing import Listing
from ledger.moments import Moment

from .models import PublishedDataset

NAME = re.compile(r"[0-9a-z][0-9a-z.-]{0,39}", re.ASCII)
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
NOBODY = None  # the reader for whom a release is made: anybody


class ReleaseRefused(LedgerError):
    """A release that cannot be made, or is not what its manifest says."""


@dataclass(frozen=True)
class Frozen:
    """A list that goes into a release: its files' name, what leaves of it, its filters."""

    name: str
    takeaway: Takeaway
    filters: type[StrictFilterSet]


@dataclass(frozen=True)
class Release:
    """A release as its manifest says."""

    name: str
    manifest: dict

    @property
    def folder(self) -> Path:
        return settings.RELEASES_DIR / self.name

    def file(self, name: str) -> dict | None:
        """Return what the manifest says of a file; None for one that is not in it."""
        return next((one for one in self.manifest["files"] if one["name"] == name), None)


def releases() -> list[Release]:
    """List the releases, the newest first."""
    folder: Path = settings.RELEASES_DIR
    names = [one.parent.name for one in folder.glob(f"*/{MANIFEST}")] if folder.is_dir() else []
    found = [release for name in names if (release := find_release(name))]
    return sorted(found, key=lambda one: (one.manifest["made_at"], one.name), reverse=True)


def find_release(name: str) -> Release | None:
    """Return the release of a name; None where there is none."""
    if not NAME.fullmatch(name):
        return None
    path = settings.RELEASES_DIR / name / MANIFEST
    return Release(name, json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def make_release(*, name: str, lists: Sequence[Frozen], codebook: dict, site: str = "") -> Release:
    """Freeze what is public now. ReleaseRefused, with a sentence, leaves nothing behind.

    `site` is the address of the site, https://example.org, before which its pages have none.
    """
    if not NAME.fullmatch(name):
        raise ReleaseRefused(
            "A release’s name is small letters, digits, dots and hyphens: 2026-11."
        )
    with _alone(name) as folder:
        moment = moments.now()
        _refuse_what_may_not_leave(moment)
        with _appearing_whole(folder) as provisional:
            _write(provisional, name, lists, codebook, moment, f"{site}{address_of(name)}")
    return find_release(name)


def differences(release: Release) -> list[str]:
    """Say what in a release's folder is not as its manifest says; nothing, if all is."""
    stated = {one["name"]: one for one in release.manifest["files"]}
    there = {one.name for one in release.folder.iterdir()} - {MANIFEST, SUMS}
    found = [f"{one} is missing." for one in sorted(stated.keys() - there)]
    found += [f"{one} is not in the manifest." for one in sorted(there - stated.keys())]
    for name in sorted(there & stated.keys()):
        size, sha256 = _measured(release.folder / name)
        if (size, sha256) != (stated[name]["bytes"], stated[name]["sha256"]):
            found.append(f"{name} was changed: its sha256 is {sha256}.")
    return found


@contextmanager
def _alone(name: str) -> Iterator[Path]:
    """Let one release be made at a time, and none under a name that is taken."""
    folder: Path = settings.RELEASES_DIR
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / name).exists():
            raise ReleaseRefused(
                f"There is a release {name} already, and it never changes; give another name."
            )
        yield folder / name


@contextmanager
def _appearing_whole(folder: Path) -> Iterator[Path]:
    """Give a provisional folder that gets its name when all is written, or goes away."""
    provisional = Path(tempfile.mkdtemp(prefix=".provisional-", dir=folder.parent))
    try:
        yield provisional
        for file in provisional.iterdir():
            file.chmod(0o444)
        provisional.chmod(0o755)
        provisional.rename(folder)
        folder.chmod(0o555)
        _sync(folder.parent)
    except BaseException:
        shutil.rmtree(provisional, ignore_errors=True)
        raise


def _refuse_what_may_not_leave(moment: Moment) -> None:
    if moment.edition == 0:
        raise ReleaseRefused("Nothing is published yet, so there is nothing to release.")
    free = PublishedDataset.objects.as_of(moment.edition).visible_to(NOBODY)
    free = free.filter(redistributable=True).values("public_id")
    held = PublishedIncident.objects.as_of(moment.edition).visible_to(NOBODY)
    held = held.exclude(dataset="").exclude(dataset__in=free)
    if one := held.first():
        raise ReleaseRefused(
            f"{one.public_id} is public and comes from {one.dataset}, which may not be passed on: "
            "make it members’ material first."
        )


def _write(
    folder: Path,
    name: str,
    lists: Sequence[Frozen],
    codebook: dict,
    moment: Moment,
    address: str,
) -> None:
    files, datasets = [], {}
    for one in lists:
        usual = next(iter(one.filters.orderings))
        question = QueryDict(f"as_of=edition:{moment.edition}&ordering={usual}")
        listing = Listing(question, filters=one.filters, user=NOBODY)
        told = about(listing, one.takeaway, user=NOBODY, address=address)
        datasets |= {found["id"]: found for found in told.datasets}
        for file, what, pieces in _files_of(one, listing, told.members):
            files.append({"name": file, "what": what} | _written(folder / file, pieces))
    text = written(codebook).encode()
    files.append({"name": "codebook.json", "what": "What the columns mean."})
    files[-1] |= _written(folder / "codebook.json", [text])
    manifest = _manifest(name, moment, files, list(datasets.values()), address)
    read_me = _words(manifest).encode()
    files.append({"name": "README.txt", "what": "What this is, in words."})
    files[-1] |= _written(folder / "README.txt", [read_me])
    sums = "".join(f"{one['sha256']}  {one['name']}\n" for one in files)
    _written(folder / SUMS, [sums.encode()])
    _written(folder / MANIFEST, [json.dumps(manifest, ensure_ascii=False, indent=1).encode()])


def _files_of(
    one: Frozen, listing: Listing, members: dict
) -> Iterator[tuple[str, str, Iterator[bytes]]]:
    """Give each file of a list: its name, what it holds, its bytes."""
    usual, *further = one.takeaway.tables
    yield (
        f"{one.name}.csv",
        f"One row is {usual.row}.",
        formats.csv(listing, Asked(CSV, usual), ()),
    )
    for table in further:
        pieces = formats.csv(listing, Asked(CSV, table), ())
        yield f"{one.name}-{table.name}.csv", f"One row is {table.row}.", pieces
    if usual.latitude:
        pieces = formats.geojson(listing, Asked(GEOJSON, usual), members)
        yield f"{one.name}.geojson", "The same as features (RFC 7946).", pieces
    pieces = formats.ndjson(listing, one.takeaway, Asked(NDJSON, usual))
    yield f"{one.name}.ndjson", "The documents, whole, one a line.", pieces


def _manifest(
    name: str, moment: Moment, files: list[dict], datasets: list[dict], address: str
) -> dict:
    cited = f"{SITE}, release {name} (edition {moment.edition}, {moment.at:%-d %B %Y})."
    return {
        "name": name,
        "made_at": timezone.now().isoformat(timespec="seconds").replace("+00:00", "Z"),
        "edition": moment.edition,
        "published_at": moment.at.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "address": address,
        "licence": licence_of(datasets, own=True),
        "citation": f"{cited} {address}",
        "datasets": datasets,
        "files": files,
    }


def _words(manifest: dict) -> str:
    """Say what a release is, in words."""
    lines = [
        f"{SITE}, release {manifest['name']}",
        "",
        f"What was public in edition {manifest['edition']}, published {manifest['published_at']}.",
        f"Licence: {manifest['licence']}",
        f"Cite as: {manifest['citation']}",
        "Words that are quoted remain those of whoever said or wrote them.",
        "",
    ]
    lines += map(with_rows_of, manifest["datasets"])
    lines += ["", "Empty cells and null mean “not known”, never zero. The files:", ""]
    lines += [f"{one['name']}: {one['what']}" for one in manifest["files"]]
    lines += ["", f"`sha256sum --check {SUMS}` tells whether they are as they were made.", ""]
    return "\n".join(lines)


def address_of(name: str) -> str:
    """Return the path of a release's page."""
    return f"/datasets/releases/{name}/"


def _written(path: Path, pieces: Iterable[bytes]) -> dict:
    """Write a file to the disk and return its size and sha256."""
    digest, size = hashlib.sha256(), 0
    with open(path, "wb") as stream:
        for piece in pieces:
            stream.write(piece)
            digest.update(piece)
            size += len(piece)
        stream.flush()
        os.fsync(stream.fileno())
    return {"bytes": size, "sha256": digest.hexdigest()}


def _measured(path: Path) -> tuple[int, str]:
    with open(path, "rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
    return path.stat().st_size, digest.hexdigest()


def _sync(folder: Path) -> None:
    """See to it that the folder's new name outlives a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
