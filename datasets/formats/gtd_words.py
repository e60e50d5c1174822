"""GTD's ways to say nothing and to say yes, in one place."""

from collections.abc import Mapping

from .texts import value

_NOTHING = {"", "unknown", "not applicable", "."}


def known(values: Mapping[str, str], column: str) -> str:
    """Return a column's text, "" where it is one of GTD's words for nothing."""
    text = value(values, column)
    return "" if text.lower() in _NOTHING else text


def known_of_three(values: Mapping[str, str], stem: str, ending: str = "") -> list[str]:
    """Return what `stem1ending` to `stem3ending` say, without those that say nothing."""
    texts = [known(values, f"{stem}{number}{ending}") for number in "123"]
    return [text for text in texts if text]


def code(values: Mapping[str, str], column: str) -> str:
    """Return a column's code: "1", "0", "-9" for unknown; "" where it is empty."""
    return value(values, column).removesuffix(".0")
