"""Walking through the tokens of a line, and saying where it was not understood."""

from collections.abc import Mapping
from typing import TypeVar

from incidents.counts.tokens import EXAMPLES, NotCounts, Token, cut

Meaning = TypeVar("Meaning")

_LONGEST_PHRASE = 4
_LONGEST_QUOTE = 60


class Cursor:
    """A place in a line of counts."""

    def __init__(self, text: str):
        self.text = text
        self.tokens = cut(text)
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        """The present token; the cursor moves on."""
        token = self.token
        self.at += 1
        return token

    def is_sign(self, signs: str) -> bool:
        """Whether the present token is one of these signs."""
        return self.token.kind == "sign" and self.token.value in signs

    def take_sign(self, signs: str) -> str:
        """Take one of these signs; "" if the present token is none of them."""
        return self.take().value if self.is_sign(signs) else ""

    def take_phrase(self, phrases: Mapping[tuple[str, ...], Meaning]) -> Meaning | None:
        """Take the longest of these phrases that stands here, and return what it means."""
        for length in range(_LONGEST_PHRASE, 0, -1):
            words = tuple(token.folded for token in self.tokens[self.at : self.at + length])
            if all(words) and words in phrases:
                self.at += len(words)
                return phrases[words]
        return None

    def take_word(self, *words: str) -> bool:
        """Take one of these words; False if the present token is none of them."""
        found = self.token.folded in words
        self.at += found
        return found

    def since(self, start: int) -> str:
        """The text from the token at `start` up to the present one, evenly spaced."""
        if start == self.at:
            return ""
        text = self.text[self.tokens[start].start : self.tokens[self.at - 1].end]
        return " ".join(text.split())

    def refuse(self, why: str, start: int | None = None) -> NotCounts:
        """The error that quotes what was not understood, from the token at `start`."""
        first = self.tokens[self.at if start is None else start]
        last = self.tokens[max(self.at - 1, 0)] if start is not None else first
        quoted = self.text[first.start : max(first.end, last.end)].strip()
        if len(quoted) > _LONGEST_QUOTE:
            quoted = f"{quoted[:_LONGEST_QUOTE]}…"
        where = f"“{quoted}” " if quoted else "The end of the line "
        return NotCounts(f"{where}{why} {EXAMPLES}")
