"""Writing rows of counts as a line that reads back as the same rows."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from incidents.counts import words
from incidents.counts.quantities import quantity_of
from incidents.counts.reading import DEEPEST, read_counts
from incidents.counts.rows import empty_row
from incidents.counts.tokens import NotCounts

_SAID_BY_PLACE = ("key", "part_of", "outcome")
_BEFORE_A_GROUP = {"adult": "adult", "male": "male", "female": "female"}


@dataclass
class _Node:
    """A row, the key that it gets by its place, and the rows written in brackets behind it."""

    row: dict
    key_by_place: str
    within: str | None
    parts: list["_Node"] = field(default_factory=list)


def write_counts(counts: Sequence[dict], *, with_keys: bool = True) -> str:
    """A line from which `read_counts` makes these rows again, whatever they hold.

    The words of the grammar first; what they cannot say in braces. Keys other than n1, n2… stand in
    braces too, unless `with_keys` is false (see `keep_keys`).
    """
    return _write_block(_nest(counts), "", with_keys)


def _nest(counts: Sequence[dict]) -> list[_Node]:
    """The rows as a tree, as far as a row directly follows what it is part of."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for number, row in enumerate(counts, 1):
        while path and path[-1].row["key"] != row.get("part_of"):
            path.pop()
        path = path[:DEEPEST]
        within = path[-1].row["key"] if path else None
        node = _Node(row, f"n{number}", within)
        (path[-1].parts if path else roots).append(node)
        path.append(node)
    return roots


def _write_block(nodes: list[_Node], outcome: str, with_keys: bool) -> str:
    written = ""
    for node in nodes:
        separator = ", " if node.row["outcome"] == outcome else "; "
        written += separator if written else ""
        if node.row["outcome"] != outcome:
            outcome = node.row["outcome"]
            written += f"{words.OUTCOME_NAMES[outcome]}: "
        written += _write_node(node, with_keys)
    return written


def _write_node(node: _Node, with_keys: bool) -> str:
    text, unsaid = _describe(node.row)
    if with_keys and node.row["key"] != node.key_by_place:
        unsaid["key"] = node.row["key"]
    if node.row.get("part_of") != node.within:
        unsaid["part_of"] = node.row["part_of"]
    if unsaid:
        text += f" {json.dumps(unsaid, ensure_ascii=False)}"
    if node.parts:
        text += f" ({_write_block(node.parts, node.row['outcome'], with_keys)})"
    return text


def _describe(row: dict) -> tuple[str, dict]:
    """The words for a row, and the fields that they leave unsaid or say otherwise."""
    meant = {
        name: row.get(name, usual)
        for name, usual in empty_row("", None).items()
        if name not in _SAID_BY_PLACE
    }
    found = []
    for text in _wordings(meant):
        said = _read_one(text, row["outcome"])
        if said:
            unsaid = {name: value for name, value in meant.items() if said[name] != value}
            found.append((text, unsaid))
            if not unsaid:
                break
    return min(found, key=lambda wording: len(wording[1]))


def _read_one(text: str, outcome: str) -> dict | None:
    """The row that a wording reads back as, or null if it makes no row of this outcome."""
    try:
        rows = read_counts(f"{words.OUTCOME_NAMES[outcome]}: {text}")
    except NotCounts:
        return None
    return rows[0] if len(rows) == 1 and rows[0]["outcome"] == outcome else None


def _wordings(row: dict) -> Iterator[str]:
    """Ways to word a row, the plainest first; the last, bounds alone, always reads back."""
    names = product(_plain_and_quoted(row["group"]), _plain_and_quoted(row["affiliation"]))
    for group, affiliation in names:
        described = " ".join(_description(row, group, affiliation))
        yield " ".join(part for part in (_quantity(row, described), described) if part)
    yield _bounds(row["low"], row["high"], row["approximate"], "")


def _plain_and_quoted(name: str) -> list[str]:
    return [name, json.dumps(name, ensure_ascii=False)] if name else [""]


def _description(row: dict, group: str, affiliation: str) -> Iterator[str]:
    one = row["low"] == row["high"] == 1
    known = words.KNOWN_GROUPS.get((row["who"], group))
    if row["who"] in words.STATUS_NAMES and not known:
        singular, plural = words.STATUS_NAMES[row["who"]]
        yield singular if one or group or row["sex_age"] else plural
    names = (
        dict(zip(words.SEX_AGE_PLURALS, words.SEX_AGE_PLURALS, strict=True))
        if one
        else (words.SEX_AGE_PLURALS | (_BEFORE_A_GROUP if group else {}))
    )
    if row["sex_age"]:
        yield " and ".join(names.get(name, "") for name in row["sex_age"])
    if group:
        yield known if known and one else group
    if row["nationality"]:
        yield f"[{row['nationality']}]"
    if affiliation:
        yield f"of {affiliation}"
    if row["harm_from"] != "unknown":
        yield f"from {row['harm_from']}"


def _quantity(row: dict, described: str) -> str:
    worded = quantity_of(row["wording"]) if row["wording"] else None
    if worded and all(
        worded[name] == row[name] for name in ("low", "high", "approximate", "wording")
    ):
        text = row["wording"]
    else:
        text = _bounds(row["low"], row["high"], row["approximate"], described)
    return text if row["best"] is None else f"{text} best {row['best']}"


def _bounds(low: int | None, high: int | None, approximate: bool, described: str) -> str:
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        return "unknown number of"
    about = "about " if approximate else ""
    if low is None:
        return f"{about}up to {high}"
    if high is None:
        return f"{about}at least {low}"
    if low != high:
        return f"{about}{low}–{high}"
    if low == 0 and not approximate:
        return "no" if described else "none"
    return f"{about}{low}"
