"""What changed between two documents of one record, field by field, in readers' words. Pure."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import NamedTuple

from ledger.diff import differences
from ledger.identity import PUBLIC_ID
from ledger.wording import capital

from .field_words import REFERS_TO, ROWS, field_word, value_word

Name = Callable[[str], str]

ROW_KEY = re.compile(r"[a-z]?([0-9]+)", re.ASCII)
SHORT = 60


class Change(NamedTuple):
    """A field that changed, and its words before and after, "" where nothing is said."""

    field: str
    before: str
    after: str

    @property
    def pieces(self) -> list[dict]:
        """Return the words of both, in order: `{"kind": "same", "del" or "ins", "text"}`."""
        if self.before and self.after and len(self.before) + len(self.after) > SHORT:
            return _word_by_word(self.before.split(), self.after.split())
        sides = (("del", self.before), ("ins", self.after))
        return [{"kind": kind, "text": text} for kind, text in sides if text]


def changes(before: dict, after: dict, name: Name) -> list[Change]:
    """List what differs between two documents. `name(public_id)` says what a record is called."""
    found = differences(plain(before, name), plain(after, name))
    return [_change(*one) for one in found]


def _change(path: str, before, after) -> Change:
    """Say a difference; the innermost table on its path says what its fields are called."""
    table = next((part for part in reversed(path.split(".")) if part in ROWS), "")
    return Change(_field(path), _said(before, table), _said(after, table))


def records_in(value) -> set[str]:
    """Collect the ids of records that a document names."""
    if isinstance(value, dict):
        return set().union(*map(records_in, value.values()))
    if isinstance(value, list):
        return set().union(*map(records_in, value))
    return {value} if _is_record(value) else set()


def plain(value, name: Name, table: str = "", field: str = ""):
    """Turn dates, people, references and numbers into words; rows and nested fields stay.

    `table` and `field` are where the value stands: the record itself is the table "".
    """
    if isinstance(value, dict):
        return _plain_object(value, name, table)
    if isinstance(value, list) and all(_is_row(one) for one in value):
        return [plain(one, name, field) | {"key": one["key"]} for one in value]
    if isinstance(value, list):
        return "; ".join(_said(plain(one, name, table, field), table) for one in value)
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    return _plain_text(str(value), name, table, field)


def _plain_object(value: dict, name: Name, table: str):
    if "edtf" in value:
        return ", ".join(part for part in (value["text"], value["time"]) if part)
    if "via" in value:
        named = name(value["record"]) if value["record"] else value["text"] or ""
        return f"{named}, via {name(value['via'])}" if value["via"] else named
    if "locator" in value:
        return _cited(value, name)
    fields = ((field, one) for field, one in value.items() if field not in ("id", "key"))
    return {field: plain(one, name, table, field) for field, one in fields}


def _plain_text(value: str, name: Name, table: str, field: str) -> str:
    if _is_record(value):
        return name(value)
    if field in REFERS_TO and (number := ROW_KEY.fullmatch(value)):
        return f"{REFERS_TO[field]} {number[1]}"
    return value_word(table, field, value)


def _cited(citation: dict, name: Name) -> str:
    """Say a citation: "The paper, p. 4 (for the title)"."""
    parts = [name(citation["source"]), citation["locator"], citation.get("quote")]
    if grade := citation.get("credibility"):
        parts.append(f"credibility {grade}")
    field = citation.get("field")
    aim = f" (for the {field_word('', field)})" if field else ""
    return ", ".join(part for part in parts if part) + aim


def _said(value, table: str) -> str:
    """Say a plain value: a row by its fields, without those of which nothing is said."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_said(one, table) for one in value)
    if isinstance(value, dict):
        fields = ((field, _said(one, field)) for field, one in value.items() if field != "key")
        return ", ".join(f"{field_word(table, field)}: {words}" for field, words in fields if words)
    return value.replace("_", " ") if value.islower() and "_" in value else value


def _field(path: str) -> str:
    """Say a path: `reports.c1.counts.n2.low` is "Casualty report 1, count 2, at least"."""
    words: list[str] = []
    table = ""
    for part in path.split("."):
        number = ROW_KEY.fullmatch(part)
        if number and words:
            words[-1] = f"{words[-1]} {number[1]}"
        elif part in ROWS:
            table = part
            words.append(ROWS[part])
        elif not (part == "casualties" and "reports" in path):
            words.append(field_word(table, part))
    return capital(", ".join(words))


def _is_row(value) -> bool:
    return isinstance(value, dict) and "key" in value


def _is_record(value) -> bool:
    return isinstance(value, str) and bool(PUBLIC_ID.fullmatch(value))


def _word_by_word(before: list[str], after: list[str]) -> list[dict]:
    pieces = []
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[a:b] == after[c:d]:
            pieces.append({"kind": "same", "text": " ".join(before[a:b])})
            continue
        sides = (("del", before[a:b]), ("ins", after[c:d]))
        pieces += [{"kind": kind, "text": " ".join(words)} for kind, words in sides if words]
    return pieces
