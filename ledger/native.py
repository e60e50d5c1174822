"""The native format: JSON Lines, a record's state a line; docs/native-format.md describes it.

A line is a short state (see `defaults.py`) with its `format`, in which records stand by key.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from .checking import Named, Problem, examine, unknown_names
from .columns import printable, shown
from .defaults import short, whole
from .errors import LedgerError
from .kinds import Kind, Kinds
from .lines import Line, read_lines
from .prose import map_prose, sources_in

REPORTED = 50


@dataclass(frozen=True)
class Fault:
    """A problem, and the line of the file that has it."""

    line: int
    problem: Problem

    def __str__(self):
        separator = ", " if self.problem.path else ": "
        return printable(f"line {self.line}{separator}{self.problem}")


class RefusedFile(LedgerError):
    """A file with faults, of which nothing was written. `faults` are all that were found."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = sorted(faults, key=lambda fault: fault.line)
        told = [str(fault) for fault in islice(self.faults, REPORTED)]
        if len(self.faults) > REPORTED:
            told.append(f"… and {len(self.faults) - REPORTED:,} more.")
        super().__init__("\n".join(["Nothing was loaded.", *told]))


@dataclass(frozen=True)
class Entry:
    """A sound line: its number, its kind, its whole state by keys, and the records it names."""

    line: int
    kind: Kind
    state: dict
    named: list[Named]

    @property
    def key(self) -> str:
        return self.state["key"]


@dataclass
class Reading:
    """A file that was read: what is sound, what is not, and which kind each key is of.

    `bracketed` are the words in prose that may be the keys of sources. `has_every_key` is false
    where a line's own key cannot be made out, so that what others name may well be there.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    named: list[tuple[int, list[Named]]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    bracketed: set[str] = field(default_factory=set)
    has_every_key: bool = True

    def names(self) -> set[str]:
        """Return the keys of all records in the file, and of all that these name or may name."""
        named = {one.name for _, named in self.named for one in named}
        return self.kinds.keys() | named | self.bracketed

    def check_names(self, known: Mapping[str, str]) -> None:
        """Raise RefusedFile for any fault, given the kinds of those keys that the database has."""
        faults = [
            Fault(self.lines[key], Problem("key", f"{shown(key)} is the key of a {other} already."))
            for key, kind in self.kinds.items()
            if (other := known.get(key, kind)) != kind
        ]
        if self.has_every_key:
            kinds = {**known, **self.kinds}
            for line, named in self.named:
                faults += [Fault(line, problem) for problem in unknown_names(named, kinds)]
        if faults or self.faults:
            raise RefusedFile(self.faults + faults)


def read_file(stream: BinaryIO, kinds: Kinds) -> Reading:
    """Read and check a file in every respect for which the database is not needed."""
    reading = Reading()
    for line in read_lines(stream):
        problem = _unreadable(line, kinds)
        if problem:
            reading.faults.append(Fault(line.number, problem))
            reading.has_every_key = False
        else:
            _read_entry(line, kinds[line.value["kind"]], reading)
    return reading


def written_line(kind: Kind, state: dict) -> str:
    """Spell a whole state, in which records stand by key, as a line; one spelling for one state."""
    line = {"format": kind.state_format, **short(kind.shape, state)}
    return json.dumps(line, ensure_ascii=False) + "\n"


def _unreadable(line: Line, kinds: Kinds) -> Problem | None:
    """Return why nothing can be made of a line, if that is so."""
    if line.refusal:
        return Problem("", line.refusal)
    if not isinstance(line.value, dict):
        return Problem("", f"a record is an object, not {shown(line.value)}.")
    name = line.value.get("kind")
    if not isinstance(name, str) or name not in kinds:
        return Problem("kind", f"one of {', '.join(kinds)} is needed.")
    written_in, newest = line.value.get("format"), kinds[name].state_format
    if type(written_in) is not int or not 1 <= written_in <= newest:
        known = "1" if newest == 1 else f"a number from 1 to {newest}"
        return Problem("format", f"{known} is needed: the format that the line is written in.")
    return None


def _read_entry(line: Line, kind: Kind, reading: Reading) -> None:
    given = {name: value for name, value in line.value.items() if name != "format"}
    state = kind.todays_state(given, line.value["format"])
    found = examine(kind, state)
    problems = found.problems + _take_key(line.number, kind, state, reading)
    if not problems:
        state = whole(kind.shape, state)
        problems = _cited_by_id(kind, state)
        map_prose(kind.shape, state, reading.bracketed.add)
        reading.entries.append(Entry(line.number, kind, state, found.named))
    reading.faults += [Fault(line.number, problem) for problem in problems]
    reading.named.append((line.number, found.named))


def _take_key(number: int, kind: Kind, state: dict, reading: Reading) -> list[Problem]:
    key = state.get("key")
    if not isinstance(key, str):
        reading.has_every_key = False
        return []
    if key in reading.lines:
        where = f"line {reading.lines[key]}"
        return [Problem("key", f"{shown(key)} is the key of {where} too; each record has its own.")]
    reading.lines[key], reading.kinds[key] = number, kind.name
    return []


def _cited_by_id(kind: Kind, state: dict) -> list[Problem]:
    return [
        Problem(
            name,
            f"[{public_id}] cites by a number that every database gives anew; cite by "
            "the source's key.",
        )
        for name in kind.shape.prose
        for public_id in sources_in(state[name])
    ]
