"""Checking a state before it is written. Each problem has the path of a field and a sentence.

What the database alone can tell (a check constraint, a unique one) is left to it: `violations.py`
turns its refusals into problems of the same form.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import models

from dates.documents import from_state
from dates.edtf import ACCEPTED
from dates.partial import NotADate

from .columns import SHOWN, refusals, shown
from .defaults import CITATION, WHO, default_of, whole
from .identity import KEY, kind_of
from .kinds import Kind
from .models import Record
from .shapes import Date, Field, Instant, Reference, References, RowReference, Rows, Shape, Value

DEPTH = 20
LONGEST_TEXT = 100_000
EDTF = (
    "Write EDTF: 2020-09-28, 2020-06, 2020~, 2020-06-01/2020-06-10, [2020-06-03..2020-06-05] or "
    "[2020-08-14,2020-08-21]."
)
HEAD = ("kind", "key", "audience")
UNSOUND = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Problem:
    """What is wrong with a state: where (`claims[0].stance`, "" for all of it), and a sentence."""

    path: str
    sentence: str

    def __str__(self):
        return f"{self.path}: {self.sentence}" if self.path else self.sentence


@dataclass(frozen=True)
class Named:
    """Another record that a state names, and the kind it has to be of (None: any)."""

    path: str
    name: str
    kind: str | None


@dataclass
class Findings:
    """What was found in a state. `named` is left to whoever knows which records there are."""

    problems: list[Problem] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)


def check_state(kind: Kind, state: object) -> list[Problem]:
    """Return all that is wrong with a state, in which others stand by public id; [] if nothing is.

    Fields that are missing count as their defaults. The database is asked for one thing: which of
    the records named there are.
    """
    found = examine(kind, state)
    names = {named.name for named in found.named}
    known = Record.objects.filter(public_id__in=names).values_list("public_id", flat=True)
    return found.problems + unknown_names(found.named, {one: kind_of(one) for one in known})


def unknown_names(named: list[Named], kinds: Mapping[str, str]) -> list[Problem]:
    """Return problems for records that are not in `kinds` (names to kinds), or of a wrong kind."""
    problems = []
    for one in named:
        kind = kinds.get(one.name)
        if kind is None:
            problems.append(Problem(one.path, f"there is no record {shown(one.name)}."))
        elif one.kind not in (None, kind):
            sentence = f"{shown(one.name)} is of the kind {kind}; name one of the kind {one.kind}."
            problems.append(Problem(one.path, sentence))
    return problems


def examine(kind: Kind, state: object) -> Findings:
    """Check a state in every respect for which no other record is needed."""
    found = Findings(list(unsound(state)))
    if found.problems:
        return found
    if not isinstance(state, dict):
        found.problems.append(Problem("", f"a record is an object, not {shown(state)}."))
        return found
    _Examination(kind, state, found).run()
    if not found.problems:
        found.problems += [Problem("", one) for one in kind.refuse(whole(kind.shape, state))]
    return found


def unsound(value: object, path: str = "", depth: int = 0) -> Iterator[Problem]:
    """Yield problems for what no field may hold: bad characters, infinity, depth without end."""
    if depth > DEPTH:
        yield Problem(path, f"it is nested more than {DEPTH} deep.")
    elif isinstance(value, str):
        yield from _unsound_text(value, path)
    elif isinstance(value, float) and not math.isfinite(value):
        yield Problem(path, "a number is needed, neither infinite nor NaN; null if not known.")
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from unsound(one, f"{path}[{index}]", depth + 1)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _unsound_text(name, path)
            yield from unsound(one, _join(path, name), depth + 1)


def _unsound_text(text: str, path: str) -> Iterator[Problem]:
    if UNSOUND.search(text):
        yield Problem(path, "a text may hold neither NUL (\\u0000) nor half of a surrogate pair.")
    if len(text) > LONGEST_TEXT:
        yield Problem(path, f"a text may have {LONGEST_TEXT:,} characters at most.")


def _join(path: str, name: str) -> str:
    name = name if len(name) <= SHOWN else f"{name[:SHOWN]}…"
    return f"{path}.{name}" if path else name


class _Examination:
    """One walk through one state, which collects what it finds."""

    def __init__(self, kind: Kind, state: dict, found: Findings):
        self.kind, self.shape, self.state, self.found = kind, kind.shape, state, found
        self.row_keys: dict[type[models.Model], set[str]] = defaultdict(set)
        self.seen: set[str] = set()

    def run(self) -> None:
        self._head()
        self._collect_row_keys(self.shape.rows, self.state)
        self._holder(self.shape, self.state, "", HEAD)

    def refuse(self, path: str, sentence: str) -> None:
        self.found.problems.append(Problem(path, sentence))

    def _head(self) -> None:
        if self.state.get("kind") != self.kind.name:
            self.refuse("kind", f"{self.kind.name} is needed.")
        key = self.state.get("key")
        if not isinstance(key, str) or not KEY.fullmatch(key):
            self.refuse(
                "key",
                "a key is needed: up to 100 of a-z, 0-9, dot, hyphen and underscore, beginning "
                "with a letter or digit.",
            )
        self._column(self.shape.model, "audience", self.state, "audience")

    def _collect_row_keys(self, tables: tuple[Rows, ...], holder: dict) -> None:
        for rows in tables:
            for row in _listed(holder, rows.name):
                if isinstance(row, dict) and isinstance(row.get("key"), str):
                    self.row_keys[rows.model].add(row["key"])
                if isinstance(row, dict):
                    self._collect_row_keys(rows.rows, row)

    def _holder(self, place: Shape | Rows, holder: dict, path: str, own: tuple[str, ...]) -> None:
        """Check a record or a row: its names, its fields, its rows, its citations."""
        names = [one.name for one in (*place.fields, *place.rows)]
        if self.shape.citations:
            self._citations(holder, path, names)
            names.append("citations")
        self._only(holder, path, [*own, *names])
        for item in place.fields:
            self._field(place.model, item, holder, _join(path, item.name))
        for rows in place.rows:
            self._rows(rows, holder, _join(path, rows.name))

    def _only(self, holder: dict, path: str, names: list[str]) -> None:
        for name in holder:
            if name not in names:
                self.refuse(path, f"{shown(name)} is no field here; there are {', '.join(names)}.")

    def _rows(self, rows: Rows, holder: dict, path: str) -> None:
        for row, at in self._objects(holder, rows.name, path):
            self._row_key(rows, row.get("key"), _join(at, "key"))
            self._holder(rows, row, at, ("key",))

    def _objects(self, holder: dict, name: str, path: str) -> Iterator[tuple[dict, str]]:
        """Yield the objects of a list with their paths; refuse whatever is none."""
        if not isinstance(holder.get(name, []), list):
            self.refuse(path, f"a list is needed instead of {shown(holder[name])}.")
        for index, one in enumerate(_listed(holder, name)):
            if isinstance(one, dict):
                yield one, f"{path}[{index}]"
            else:
                self.refuse(f"{path}[{index}]", f"an object is needed instead of {shown(one)}.")

    def _row_key(self, rows: Rows, key: object, path: str) -> None:
        prefix = rows.model.PREFIX
        if not isinstance(key, str) or not re.fullmatch(f"{prefix}[1-9][0-9]{{0,5}}", key):
            self.refuse(
                path, f"a key that stays the row's own is needed: {prefix}1, {prefix}2 and so on."
            )
        elif key in self.seen:
            self.refuse(path, f"{shown(key)} is the key of another row too; each has its own.")
        else:
            self.seen.add(key)

    def _citations(self, holder: dict, path: str, names: list[str]) -> None:
        for citation, at in self._objects(holder, "citations", _join(path, "citations")):
            self._only(citation, at, list(CITATION))
            self._record(self.shape.citations, "source", citation.get("source"), f"{at}.source")
            for name in ("field", "locator", "quote", "credibility"):
                self._column(self.shape.citations, name, citation, f"{at}.{name}")
            if citation.get("field", "") not in ("", *names):
                self.refuse(f"{at}.field", f"one of {', '.join(names)} is needed, or nothing.")

    def _field(self, model: type[models.Model], item: Field, holder: dict, path: str) -> None:
        if isinstance(item, Value):
            self._column(model, item.name, holder, path)
            return
        value = holder.get(item.name)
        if isinstance(item, Reference):
            self._record(model, item.name, value, path)
        elif isinstance(item, References):
            self._records(model, item.name, holder, path)
        elif value is None:
            return
        elif isinstance(item, Date):
            self._date(model, item.name, value, path)
        elif isinstance(item, Instant):
            self._instant(value, path)
        elif isinstance(item, RowReference):
            self._row_reference(model, item.name, value, path)
        else:
            self._who(model, item.name, value, path)

    def _column(self, model: type[models.Model], name: str, holder: dict, path: str) -> None:
        value = holder.get(name, default_of(model, name))
        for sentence in refusals(model._meta.get_field(name), value):
            self.refuse(path, sentence)

    def _date(self, model: type[models.Model], name: str, value: object, path: str) -> None:
        try:
            _, time = from_state(value)
        except NotADate as error:
            self.refuse(path, str(error).replace(ACCEPTED, EDTF))
            return
        if model._meta.get_field(name).with_time:
            self._column(model, f"{name}_time", {f"{name}_time": time}, _join(path, "time"))
        elif time:
            self.refuse(_join(path, "time"), "this date has no time of day; leave it out.")

    def _instant(self, value: object, path: str) -> None:
        try:
            if datetime.fromisoformat(value).utcoffset() is not None:
                datetime.fromisoformat(value).astimezone(UTC)
                return
        except (TypeError, ValueError, OverflowError):
            pass
        self.refuse(path, f"{shown(value)} is no time with its zone: 2020-09-28T12:00:00Z.")

    def _record(self, model: type[models.Model], name: str, value: object, path: str) -> None:
        column = model._meta.get_field(name)
        kind = getattr(column.related_model, "KIND", None)
        if value is None and column.null:
            return
        if isinstance(value, str):
            self.found.named.append(Named(path, value, kind))
        else:
            self.refuse(path, f"one {kind or 'record'} is needed instead of {shown(value)}.")

    def _records(self, model: type[models.Model], name: str, holder: dict, path: str) -> None:
        if not isinstance(holder.get(name, []), list):
            self.refuse(path, f"a list is needed instead of {shown(holder[name])}.")
        listed = _listed(holder, name)
        for index, one in enumerate(listed):
            at = f"{path}[{index}]"
            if one in listed[:index]:
                self.refuse(at, f"{shown(one)} stands in the list twice.")
            elif isinstance(one, str):
                self._record(model, name, one, at)
            else:
                self.refuse(at, f"one record is needed instead of {shown(one)}.")

    def _row_reference(
        self, model: type[models.Model], name: str, value: object, path: str
    ) -> None:
        keys = self.row_keys[model._meta.get_field(name).related_model]
        if not isinstance(value, str) or value not in keys:
            there = f"there are {', '.join(sorted(keys))}" if keys else "there are none"
            self.refuse(path, f"{shown(value)} is no such row of this record; {there}.")

    def _who(self, model: type[models.Model], name: str, value: object, path: str) -> None:
        if not isinstance(value, dict):
            self.refuse(path, 'somebody is null or {"record": …, "text": …, "via": …}.')
            return
        self._only(value, path, list(WHO))
        for part, kind in (("record", None), ("via", "source")):
            if isinstance(value.get(part), str):
                self.found.named.append(Named(_join(path, part), value[part], kind))
            elif value.get(part) is not None:
                self.refuse(_join(path, part), f"one record is needed, not {shown(value[part])}.")
        text = {f"{name}_text": "" if value.get("text") is None else value["text"]}
        self._column(model, f"{name}_text", text, _join(path, "text"))


def _listed(holder: dict, name: str) -> list:
    listed = holder.get(name)
    return listed if isinstance(listed, list) else []
