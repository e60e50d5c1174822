"""A line of counts cut into tokens."""

import json
import re
from dataclasses import dataclass

MAX_LENGTH = 20_000

_PLAIN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
    r"|(?P<word>[^\W\d_](?:[\w'’.\-/]*\w)?)"
    r"|“(?P<text>[^”]*)”"
    r"|(?P<sign>[-–—><≥≤~+:;,()\[\]])"
)
_SKIPPED = re.compile(r"[\s.]*")
_JSON = json.JSONDecoder()
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class NotCounts(ValueError):
    """A text that is not counts: a sentence with the part not understood and what is accepted."""


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "number" (digits), "word", "text" (in quotes), "fields" (JSON), "sign" or "end"."""

    kind: str
    value: str | dict
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word in lower case; "" for any other kind."""
        return self.value.casefold() if self.kind == "word" else ""


def cut(text: str) -> list[Token]:
    """The tokens of a line, the last one of kind "end"."""
    if len(text) > MAX_LENGTH:
        raise NotCounts(f"Counts are a line of at most {MAX_LENGTH} characters.")
    if _UNWRITABLE.search(text):
        raise NotCounts("Counts are written in ordinary characters, without control codes.")
    tokens = []
    at = _SKIPPED.match(text).end()
    while at < len(text):
        token = _token(text, at)
        tokens.append(token)
        at = _SKIPPED.match(text, token.end).end()
    return [*tokens, Token("end", "", at, at)]


def refuse_unwritable(value: str) -> None:
    """Refuse a text that no database holds: escapes in quotes may say what the line may not."""
    if _UNWRITABLE.search(value):
        raise NotCounts("Counts are written in ordinary characters, without control codes.")


def _token(text: str, at: int) -> Token:
    if text[at] in '"{':
        return _json_token(text, at)
    found = _PLAIN.match(text, at)
    if not found:
        raise NotCounts(f"“{text[at]}” has no meaning among counts. {EXAMPLES}")
    return Token(found.lastgroup, found[found.lastgroup], at, found.end())


def _json_token(text: str, at: int) -> Token:
    try:
        value, end = _JSON.raw_decode(text, at)
    except (ValueError, RecursionError) as error:
        raise NotCounts(
            f"“{text[at : at + 40]}” is not closed as it was opened: quotes hold a text "
            '("family"), braces hold JSON ({"best": 5}).'
        ) from error
    if isinstance(value, str):
        refuse_unwritable(value)
        return Token("text", value, at, end)
    return Token("fields", value, at, end)


EXAMPLES = "Write for example: killed: 2 women, 3 children; injured: at least 4 soldiers [IQ]."
