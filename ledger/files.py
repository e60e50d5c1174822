"""Files that are kept as they came in: each under its sha256, never written again."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile

CHUNK = 1_048_576


def sha256_of(upload: UploadedFile) -> str:
    """Return the sha256 of an uploaded file."""
    digest = hashlib.sha256()
    upload.seek(0)
    for chunk in upload.chunks(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def keep(upload: UploadedFile, sha256: str, *, folder: Path) -> str:
    """Keep a file under its hash, and return its path below the folder."""
    name = f"{sha256[:2]}/{sha256}"
    target = folder / name
    if not target.exists():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_whole(upload, target)
    return name


def _write_whole(upload: UploadedFile, target: Path) -> None:
    """Write beside the target and rename: a half-written file never bears the name."""
    upload.seek(0)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as half:
        for chunk in upload.chunks(CHUNK):
            half.write(chunk)
        half.flush()
        os.fsync(half.fileno())
    Path(half.name).replace(target)
