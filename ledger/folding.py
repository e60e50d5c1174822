"""One way of folding text, so that what is typed meets what is written.

Folding takes away script, case, accents and apostrophes: `Kata’ib`, `Kata'ib` and `kataib` are one.
"""

import re
import unicodedata

from anyascii import anyascii

APOSTROPHES = re.compile(r"['’‘ʼʻ`´ʿʾ]")
NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII words separated by single spaces."""
    if not text.isascii():
        text = anyascii(APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)))
    ascii_text = text.lower()
    return NOT_WORD.sub(" ", APOSTROPHES.sub("", ascii_text)).strip()
