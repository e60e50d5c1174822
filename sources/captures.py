"""Archived files of sources: what is accepted, and where it is kept.

A file is known by what it holds, never by its name: its type is read from its first bytes, and it
lies under its sha256 outside every web root. What is there already is never written again.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

CHUNK = 1_048_576
# SVG and HTML are left out on purpose: a browser runs what is in them.
EXTENSIONS = {
    "application/pdf": ".pdf",
    "application/warc": ".warc",
    "application/gzip": ".warc.gz",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "video/mp4": ".mp4",
}
ACCEPTED = "A PDF, JPEG, PNG, WebP, MP4 or WARC file is accepted"


class NotAccepted(ValueError):
    """A file that is not kept; the message says what would be."""


def read_upload(upload: UploadedFile) -> tuple[str, str]:
    """Return the media type and the sha256 of a file; NotAccepted where it is not to be kept."""
    largest = settings.CAPTURE_LARGEST
    if upload.size > largest:
        raise NotAccepted(f"{ACCEPTED}, of {largest // CHUNK} MB at most.")
    upload.seek(0)
    media_type = _media_type(upload.read(64))
    if media_type is None:
        raise NotAccepted(f"{ACCEPTED}; print a page to PDF, or save it as a web archive.")
    return media_type, _sha256(upload)


def store(upload: UploadedFile, sha256: str) -> str:
    """Keep a file under its hash, and return its path in the folder of captures."""
    name = f"{sha256[:2]}/{sha256}"
    target = settings.CAPTURES_DIR / name
    if not target.exists():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_whole(upload, target)
    return name


def path_of(name: str) -> Path:
    """Return where the file of a capture lies."""
    return settings.CAPTURES_DIR / name


def _write_whole(upload: UploadedFile, target: Path) -> None:
    """Write beside the target and rename: a half-written file never bears the name."""
    upload.seek(0)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as half:
        for chunk in upload.chunks(CHUNK):
            half.write(chunk)
        half.flush()
        os.fsync(half.fileno())
    Path(half.name).replace(target)


def _sha256(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    upload.seek(0)
    for chunk in upload.chunks(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _media_type(start: bytes) -> str | None:
    beginnings = {
        b"%PDF-": "application/pdf",
        b"\xff\xd8\xff": "image/jpeg",
        b"\x89PNG\r\n\x1a\n": "image/png",
        b"WARC/": "application/warc",
        b"\x1f\x8b\x08": "application/gzip",
    }
    for beginning, media_type in beginnings.items():
        if start.startswith(beginning):
            return media_type
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return "video/mp4" if start[4:8] == b"ftyp" else None
