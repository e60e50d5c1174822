"""Which text a file's bytes are.

All of a file is looked through once before its rows are read, because one byte at its end can show
that the whole is not UTF-8, and what is read wrongly until there would already be somebody's name.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from datasets.reading.faults import Refused

HEAD = 256 * 1024
LONGEST_LINE = 16 * 1024 * 1024

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SPOKEN = {"utf-16": "UTF-16", "utf-32": "UTF-32", "cp1252": "cp1252", "latin-1": "Latin-1"}
_ACCENTED = re.compile(r"\w*[^\W\x00-\x7f]\w*")
_UNDECODED = re.compile(r"[\udc80-\udcff]")


@dataclass(slots=True)
class Reading:
    """How a file's bytes are read as text, its beginning, and whether rows need a closer look."""

    encoding: str
    head: str = ""
    is_whole: bool = True
    is_damaged: bool = False
    has_nul: bool = False
    has_lost_letters: bool = False
    _since_line_end: int = 0

    @property
    def errors(self) -> str:
        return "surrogateescape" if self.encoding == "utf-8-sig" else "strict"

    def look_at(self, text: str) -> None:
        """Take note of the next piece of text."""
        self.is_whole = self.is_whole and len(self.head) + len(text) <= HEAD
        if len(self.head) < HEAD:
            self.head += text[: HEAD - len(self.head)]
        self.has_nul = self.has_nul or "\0" in text
        self.has_lost_letters = self.has_lost_letters or "\ufffd" in text
        self._refuse_endless_line(text)

    def notes(self) -> list[str]:
        notes = []
        if self.encoding in _SPOKEN:
            notes.append(f"Read as {_SPOKEN[self.encoding]}{self._because()}.")
        if self.has_lost_letters:
            notes.append("Letters were lost before the file came here: it holds the sign “\ufffd”.")
        return notes

    def _because(self) -> str:
        if self.encoding not in ("cp1252", "latin-1"):
            return ""
        example = _ACCENTED.search(self.head)
        look = f"; see whether “{example[0][:40]}” is right" if example else ""
        return f", because it is not UTF-8{look}"

    def _refuse_endless_line(self, text: str) -> None:
        if "\n" in text or "\r" in text:
            self._since_line_end = 0
            return
        self._since_line_end += len(text)
        if self._since_line_end > LONGEST_LINE:
            raise Refused("The file goes on and on without the end of a line; it is not a table.")


def look_through(pieces: Callable[[], Iterator[bytes]]) -> Reading:
    """Look at all pieces of a file, from their beginning, and say how they are to be read."""
    start = next(pieces(), b"")
    marked = next((name for mark, name in _MARKED if start.startswith(mark)), None)
    reading = _read_as(marked, pieces()) if marked else _as_utf_8(pieces) or _as_older(pieces)
    if reading is None:
        raise Refused(f"The file begins as {_SPOKEN[marked]} and is not. Save it as CSV (UTF-8).")
    if reading.has_nul and reading.head.count("\0") > len(reading.head) // 8:
        raise Refused(
            "The file is not text, or it is UTF-16 that does not say so. Save it as CSV (UTF-8)."
        )
    return reading


def _as_utf_8(pieces: Callable[[], Iterator[bytes]]) -> Reading | None:
    """The reading as UTF-8: few broken letters among many good ones are damage, no other code."""
    reading = Reading("utf-8-sig")
    decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
    broken = continued = 0
    for piece in _with_end(pieces()):
        text = decoder.decode(piece, final=not piece)
        reading.look_at(text)
        continued += len(piece) - len(text)
        broken += 0 if text.isascii() or _is_sound(text) else len(_UNDECODED.findall(text))
    reading.is_damaged = broken > 0
    return reading if continued > broken or not broken else None


def _is_sound(text: str) -> bool:
    """Whether every byte was understood; encoding again is far faster than looking for signs."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _as_older(pieces: Callable[[], Iterator[bytes]]) -> Reading:
    """The reading in the code of Western Windows, or in Latin-1, which knows every byte."""
    return _read_as("cp1252", pieces()) or _read_as("latin-1", pieces())


def _read_as(encoding: str, pieces: Iterator[bytes]) -> Reading | None:
    reading = Reading(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _with_end(pieces):
            reading.look_at(decoder.decode(piece, final=not piece))
    except UnicodeDecodeError:
        return None
    return reading


def _with_end(pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield from pieces
    yield b""
