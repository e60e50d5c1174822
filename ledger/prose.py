"""Citations within prose: `[R12 p. 4]`, `[R12 p. 4; R3]`. In files, keys stand for the ids."""

import re
from collections.abc import Callable
from typing import NamedTuple

from .shapes import Shape

BRACKET = re.compile(r"\[([^\[\]]+)\]")
SOURCE_ID = re.compile(r"R[1-9][0-9]{0,8}", re.ASCII)


class Cited(NamedTuple):
    """A source cited in prose, and where in it."""

    source: str
    locator: str


def read_bracket(inside: str) -> list[Cited]:
    """Read `R12 p. 4; R3` into its citations; [] where a part does not begin with a source's id."""
    cited = []
    for part in inside.split(";"):
        source, _, locator = part.strip().partition(" ")
        if not SOURCE_ID.fullmatch(source):
            return []
        cited.append(Cited(source, locator.strip()))
    return cited


def sources_in(text: str) -> list[str]:
    """List the ids of sources cited in prose, in order."""
    return [one.source for found in BRACKET.finditer(text) for one in read_bracket(found[1])]


def prose_sources(shape: Shape, state: dict) -> set[str]:
    """Return the sources that a state's prose cites."""
    return {source for name in shape.prose for source in sources_in(state[name])}


def map_prose(shape: Shape, state: dict, change: Callable[[str], str | None]) -> dict:
    """Return a copy of `state` whose prose cites `change(name)` in place of each first word.

    A bracket in which `change` knows not every first word (returns None) is no citation, and stays.
    """

    def bracket(found: re.Match) -> str:
        parts = found[1].split(";")
        words = [part.split(maxsplit=1)[0] if part.strip() else "" for part in parts]
        changed = [change(word) for word in words]
        if None in changed:
            return found[0]
        spelt = [
            part.replace(word, new, 1)
            for part, word, new in zip(parts, words, changed, strict=True)
        ]
        return f"[{';'.join(spelt)}]"

    return state | {name: BRACKET.sub(bracket, state[name]) for name in shape.prose}
