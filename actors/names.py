"""How names written in several scripts and spellings meet.

A skeleton is a name without what transliterations disagree about: vowels, doubled letters, the
article, and the letters that one Arabic or Persian sound is rendered by (q/k/g, z/dh/d, s/c, w/v).
`Kata'ib Hezbollah`, `Kataib Hizballah` and `كتائب حزب الله` have one skeleton.
"""

import re

from ledger.folding import fold

ARTICLES = re.compile(r"\b(?:al|el|as|ash|ad|ar|an|at|az|the|of)\b")
ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")
GOD = re.compile(r"[\s\u200c]+الله\b")
SAME_SOUND = [
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("ph", "f"),
    ("ou", "u"),
]
ONE_LETTER = str.maketrans({"q": "k", "c": "k", "g": "k", "v": "w", "p": "b", "j": "k", "z": "d"})
VOWELS = re.compile(r"[aeiouyw]")
DOUBLED = re.compile(r"(.)\1+")


def skeleton(text: str) -> str:
    """Return the consonants of a name's words, joined by spaces; "" where it has none."""
    text = ARABIC_ARTICLE.sub("", GOD.sub("لله", text))
    words = ARTICLES.sub(" ", fold(text)).split()
    return " ".join(bones for bones in map(_bones, words) if bones)


def _bones(word: str) -> str:
    for written, sound in SAME_SOUND:
        word = word.replace(written, sound)
    word = word.translate(ONE_LETTER)
    return DOUBLED.sub(r"\1", VOWELS.sub("", word).rstrip("h"))
