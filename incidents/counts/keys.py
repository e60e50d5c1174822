"""Keeping the keys of rows whose line of counts was edited."""

import re
from collections.abc import Sequence

_DESCRIPTION = ("outcome", "who", "sex_age", "group", "affiliation", "nationality", "harm_from")
_NUMBERS = ("low", "high", "best", "approximate", "wording")


def keep_keys(counts: Sequence[dict], *, before: Sequence[dict]) -> list[dict]:
    """These rows with the keys that they had before, so that an edit is a change and not a new row.

    A row takes the key, and what a line does not hold (its citations), of the row before that says
    the same, or else of one that describes the same people in other numbers. Others get a number
    above all numbers before.
    """
    matched = _match(counts, before, (*_DESCRIPTION, *_NUMBERS), {})
    matched = _match(counts, before, _DESCRIPTION, matched)
    unused = max((_number(row["key"]) for row in before), default=0)
    keys = {}
    for row in counts:
        if row["key"] not in matched:
            unused += 1
        keys[row["key"]] = matched.get(row["key"], {"key": f"n{unused}"})["key"]
    return [
        matched.get(row["key"], {})
        | row
        | {"key": keys[row["key"]], "part_of": keys.get(row["part_of"], row["part_of"])}
        for row in counts
    ]


def _match(
    counts: Sequence[dict],
    before: Sequence[dict],
    fields: tuple[str, ...],
    matched: dict[str, dict],
) -> dict[str, dict]:
    """`matched`, and for each other key the first free row before that is equal in these fields."""
    matched = dict(matched)
    free = [old for old in before if old not in matched.values()]
    for row in counts:
        if row["key"] in matched:
            continue
        same = (old for old in free if all(old[name] == row[name] for name in fields))
        if old := next(same, None):
            free.remove(old)
            matched[row["key"]] = old
    return matched


def _number(key: str) -> int:
    found = re.search(r"[0-9]{1,6}$", key, re.ASCII)
    return int(found.group()) if found else 0
