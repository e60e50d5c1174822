"""A part of a score: what was compared, what it weighs, and why, in a sentence."""

from typing import NamedTuple


class Part(NamedTuple):
    """Points above nought speak for one attack, below it against; nought is no evidence."""

    name: str
    points: float
    sentence: str


def missing(first: bool, second: bool, one: str, neither: str) -> str:
    """Say which of two records has nothing to compare: the words for one, or for neither."""
    return one if first or second else neither
