"""Archived files of sources: what is accepted, and where it is kept.

A file is known by what it holds, never by its name: its type is read from its first bytes, and it
lies under its sha256 outside every web root. What is there already is never written again.
"""

from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from ledger.files import CHUNK, keep, sha256_of

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
    return media_type, sha256_of(upload)


def store(upload: UploadedFile, sha256: str) -> str:
    """Keep a file under its hash, and return its path in the folder of captures."""
    return keep(upload, sha256, folder=settings.CAPTURES_DIR)


def path_of(name: str) -> Path:
    """Return where the file of a capture lies."""
    return settings.CAPTURES_DIR / name


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
