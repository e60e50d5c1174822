"""What differs between two states of a record, field by field."""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Difference(NamedTuple):
    """A field, as a dotted path through row keys (`claims.k1.date.edtf`), and its two values.

    A row that is in one state alone is one difference, None on the other side.
    """

    path: str
    before: Any
    after: Any


def differences(before: dict | None, after: dict | None) -> list[Difference]:
    """Return all that differs between two states, in the order of the later one."""
    return list(_compare("", before, after))


def _compare(path: str, before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _compare_fields(path, before, after)
    elif _are_rows(before) and _are_rows(after) and (before or after):
        yield from _compare_rows(path, before, after)
    else:
        yield Difference(path, before, after)


def _compare_fields(path: str, before: dict, after: dict) -> Iterator[Difference]:
    for name in [*after, *(name for name in before if name not in after)]:
        yield from _compare(_join(path, name), before.get(name), after.get(name))


def _compare_rows(path: str, before: list[dict], after: list[dict]) -> Iterator[Difference]:
    """Compare rows by key; that those in both stand in another order is a difference too."""
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    yield from _compare_fields(path, old, new)
    order_before = [key for key in old if key in new]
    order_after = [key for key in new if key in old]
    if order_before != order_after:
        yield Difference(_join(path, "order"), order_before, order_after)


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and "key" in one for one in value)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
