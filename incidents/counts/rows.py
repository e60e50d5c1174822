"""A row of counts as a record's state holds it: its fields, what they may hold, what is usual."""

from collections.abc import Callable

from incidents.counts.tokens import NotCounts, refuse_unwritable
from incidents.counts.words import LARGEST


def empty_row(key: str, part_of: str | None) -> dict:
    """A row of which nothing is known yet; its outcome is "" and its status null until it is."""
    return {
        "key": key,
        "outcome": "",
        "who": None,
        "sex_age": [],
        "group": "",
        "affiliation": "",
        "nationality": "",
        "harm_from": "unknown",
        "low": None,
        "high": None,
        "best": None,
        "approximate": False,
        "wording": "",
        "part_of": part_of,
    }


def usual_status(row: dict) -> str:
    """The status of a count that names none: everybody, or unknown where it says whom it counts."""
    narrowed = (row[field] for field in ("sex_age", "group", "affiliation", "nationality"))
    return "unknown" if any(narrowed) else "all"


def checked_fields(fields: dict) -> dict:
    """The fields written in braces; NotCounts for an unknown field or a value it cannot hold."""
    for name, value in fields.items():
        if name not in _ACCEPTED:
            raise NotCounts(f"“{name}” is no field of a count; there are {', '.join(_ACCEPTED)}.")
        accepts, described = _ACCEPTED[name]
        if not accepts(value):
            raise NotCounts(f"The field “{name}” of a count is {described}.")
    return fields


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    refuse_unwritable(value)
    return True


def _is_number(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


_TEXT = (_is_text, "a text in quotes")
_NUMBER = (_is_number, f"a number from 0 to {LARGEST:,}, or null")
_ACCEPTED: dict[str, tuple[Callable[[object], bool], str]] = {
    "key": _TEXT,
    "outcome": _TEXT,
    "who": _TEXT,
    "sex_age": (_is_list, "a list of texts in quotes"),
    "group": _TEXT,
    "affiliation": _TEXT,
    "nationality": _TEXT,
    "harm_from": _TEXT,
    "low": _NUMBER,
    "high": _NUMBER,
    "best": _NUMBER,
    "approximate": (lambda value: isinstance(value, bool), "true or false"),
    "wording": _TEXT,
    "part_of": (lambda value: value is None or _is_text(value), "the key of another row, or null"),
}
