"""Numbers, lists and beginnings as they stand in a sentence."""

from collections.abc import Sequence

_BELOW_TEN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_words(number: int) -> str:
    """Say a number: in words below ten ("no" for nought), in figures from ten on."""
    return _BELOW_TEN[number] if 0 <= number < len(_BELOW_TEN) else f"{number:,}"


def range_words(low: int | None, high: int | None, *, approximate: bool = False) -> str:
    """Say a range before a noun: "two", "between three and seven", "at least four", "up to 22".

    Where neither bound is known: "an unknown number of". Approximate: "between about three and 12".
    """
    about = "about " if approximate else ""
    if low is None and high is None:
        return "an unknown number of"
    if low is None:
        return f"up to {about}{number_words(high)}"
    if high is None:
        return f"at least {about}{number_words(low)}"
    if low == high:
        return f"{about}{number_words(low)}"
    return f"between {about}{number_words(low)} and {number_words(high)}"


def counted(number: int, one: str, many: str) -> str:
    """Say how many there are: "one source", "12 sources"."""
    return f"{number_words(number)} {one if number == 1 else many}"


def listed(phrases: Sequence[str]) -> str:
    """Join phrases: "a, b and c"; "" for none."""
    *first, last = phrases or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence(words: str) -> str:
    """Begin words with a capital and end them with a full stop; "" stays."""
    if not words:
        return ""
    begun = capital(words)
    return begun if begun.endswith((".", "?", "!", "…")) else f"{begun}."


def capital(words: str) -> str:
    """Begin words with a capital and leave the rest as it is: "US military" stays."""
    return words[:1].upper() + words[1:]
