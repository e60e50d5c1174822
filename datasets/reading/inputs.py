"""A file's bytes: unpacked by what they are, not by what the file is called, and within bounds."""

import errno
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from datasets.reading.faults import Refused, listed

MOST_BYTES = 4 * 1024**3
# Such text packs to a tenth, a bomb to a thousandth; small files may be as odd as they like.
MOST_PACKED = 200
SMALL = 64 * 1024**2
CHUNK = 256 * 1024

_TABLES = (".csv", ".tsv", ".tab", ".txt")
_SAVE_AS_CSV = "Save it as CSV (UTF-8) and bring that."
_NOT_TABLES = {
    b"\xd0\xcf\x11\xe0": f"This is an old Excel workbook (.xls) or a locked one. {_SAVE_AS_CSV}",
    b"%PDF": "This is a PDF, not a table.",
    b"\x89PNG": "This is a picture (PNG), not a table.",
    b"\xff\xd8\xff": "This is a picture (JPEG), not a table.",
    b"GIF8": "This is a picture (GIF), not a table.",
    b"PAR1": f"This is a Parquet file. {_SAVE_AS_CSV}",
    b"SQLite format 3": f"This is an SQLite database. {_SAVE_AS_CSV}",
    b"RDX": f"This is a file of R. {_SAVE_AS_CSV}",
    b"7z\xbc\xaf": "This is a 7z archive; unpack it, or pack it with zip or gzip.",
    b"Rar!": "This is a RAR archive; unpack it, or pack it with zip or gzip.",
    b"\xfd7zXZ": "This is packed with xz; unpack it, or pack it with zip or gzip.",
    b"BZh": "This is packed with bzip2; unpack it, or pack it with zip or gzip.",
    b"(\xb5/\xfd": "This is packed with Zstandard; unpack it, or pack it with zip or gzip.",
}
# Control bytes that text has none of; where one of so many bytes is such, it is no text.
_CONTROLS = bytes(one for one in range(1, 32) if one not in b"\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f")
_ONE_CONTROL_OF = 50
# UTF-16 and UTF-32 are marked; in them, half of a letter may look like a control byte.
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Input:
    """What a file is (`plain`, `gzip`, `zip` or `xlsx`), the member that holds the table, notes."""

    path: Path
    size: int
    packing: str
    member: str | None
    notes: tuple[str, ...]


def recognise(path: Path) -> Input:
    """What the file is by its first bytes; Refused for one that cannot hold a table."""
    size = path.stat().st_size
    with open(path, "rb") as stream:
        start = stream.read(64)
    if not start:
        raise Refused("The file is empty; a table with a row of names is accepted.")
    if start.startswith(b"\x1f\x8b"):
        return Input(path, size, "gzip", None, ())
    if start.startswith(b"PK"):
        return _recognise_zip(path, size)
    _refuse_what_is_no_table(start)
    return Input(path, size, "plain", None, ())


@contextmanager
def opened(source: Input) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The bytes of the table, unpacked, and the file below, whose position tells how far one is.

    Whoever reads them does so within `refusing_broken`.
    """
    with ExitStack() as stack:
        file = stack.enter_context(open(source.path, "rb"))
        with refusing_broken():
            stream = _unpacked(source, file, stack)
        yield stream, file


@contextmanager
def refusing(faults: tuple[type[Exception], ...], sentence: str) -> Iterator[None]:
    """Refuse with this sentence what a library says of a damaged file."""
    try:
        yield
    except Refused:
        raise
    except (*faults, OSError) as error:
        # What fails in the machine has a number; EINVAL is a seek to before an archive's beginning.
        if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
            raise
        raise Refused(sentence) from error


def refusing_broken() -> AbstractContextManager[None]:
    """Refuse what turns out, on reading, to be packed wrongly."""
    return refusing(_BROKEN, "The packed file is damaged or breaks off; download or pack it again.")


def pieces(source: Input) -> Iterator[bytes]:
    """The bytes of the table, piece by piece; Refused where they are more than a table would be."""
    total = 0
    with opened(source) as (stream, _), refusing_broken():
        while piece := stream.read(CHUNK):
            if not total:
                _refuse_what_is_no_table(piece)
            total += len(piece)
            refuse_too_much(total, source.size)
            yield piece


def refuse_too_much(unpacked: int, packed: int) -> None:
    if unpacked > MOST_BYTES:
        raise Refused(f"The table is longer than {MOST_BYTES // 1024**3} GB; bring it in parts.")
    if unpacked > SMALL and unpacked > MOST_PACKED * packed:
        raise Refused(
            f"The file unpacks to over {MOST_PACKED} times its size, which no table does."
        )


def _unpacked(source: Input, file: BinaryIO, stack: ExitStack) -> BinaryIO:
    if source.packing == "gzip":
        unpacked = stack.enter_context(gzip.GzipFile(fileobj=file))
    elif source.packing == "zip":
        archive = stack.enter_context(zipfile.ZipFile(file))
        unpacked = stack.enter_context(archive.open(source.member))
    else:
        return file
    # Both unpack in Python: few large pieces cost far less than many small ones.
    return io.BufferedReader(unpacked, CHUNK)


def _recognise_zip(path: Path, size: int) -> Input:
    with refusing_broken(), zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not _is_beside_the_point(one.filename)]
    if any(one.flag_bits & 1 for one in members):
        raise Refused("The zip archive has a password; pack it without.")
    if any(one.filename == "xl/workbook.xml" for one in members):
        refuse_too_much(sum(one.file_size for one in members), size)
        return Input(path, size, "xlsx", None, ())
    chosen = _table_among([one.filename for one in members])
    others = [one.filename for one in members if one.filename != chosen]
    note = f"Of the zip archive “{chosen}” was read, and not {listed(others)}."
    return Input(path, size, "zip", chosen, (note,) if others else ())


def _is_beside_the_point(name: str) -> bool:
    parts = name.split("/")
    return name.endswith("/") or "__MACOSX" in parts or parts[-1].startswith(".")


def _table_among(names: list[str]) -> str:
    for endings in ((".csv",), _TABLES):
        tables = [name for name in names if name.lower().endswith(endings)]
        if len(tables) > 1:
            raise Refused(f"The zip archive holds several tables: {listed(tables)}. Pack one.")
        if tables:
            return tables[0]
    if len(names) == 1 and not names[0].lower().endswith((".xlsx", ".xls", ".gz", ".zip")):
        return names[0]
    raise Refused(
        f"The zip archive holds no CSV file, but {listed(names) or 'nothing'}. Pack one CSV file, "
        "or bring the file unpacked."
    )


def _refuse_what_is_no_table(start: bytes) -> None:
    for magic, sentence in _NOT_TABLES.items():
        if start.startswith(magic):
            raise Refused(sentence)
    if start.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise Refused("What is packed is itself packed; unpack it once.")
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise Refused("This is a web page, not a table: perhaps one that asked to log in.")
    if text.startswith((b"{", b'["', b"[{", b"[[")):
        raise Refused(f"This is JSON, not a table. {_SAVE_AS_CSV}")
    if _is_binary(start):
        raise Refused(f"This is no text, but bytes of some program. {_SAVE_AS_CSV}")


def _is_binary(start: bytes) -> bool:
    """Whether there are too many control bytes for a text; one astray is a fault of its row."""
    if start.startswith(_MARKS):
        return False
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return controls > max(1, len(start) // _ONE_CONTROL_OF)
