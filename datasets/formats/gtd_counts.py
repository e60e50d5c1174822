"""How many a row of GTD counts: killed, injured and abducted, attackers among them.

-99 and empty are not known. GTD divides a total of several incidents among them, so that a number
may have a fraction: its whole neighbours are the bounds.
"""

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from .entry import Count, Flag, Unreadable
from .gtd_words import code
from .texts import value

_NUMBER = re.compile(r"\d{1,9}(?:\.\d+)?", re.ASCII)
_NOT_KNOWN = {"", "-99", "-99.0", "-9", "-9.0"}
_NOTE = "GTD counts attackers among the dead and the injured."
_SHARES = "A number with a fraction is this incident's share of a total of several."


class _Column(NamedTuple):
    """What a column counts; the first of an outcome counts everybody."""

    slot: str
    column: str
    outcome: str
    who: str = "all"
    nationality: str = ""


COLUMNS = (
    _Column("all", "nkill", "killed"),
    _Column("nationality", "nkillus", "killed", nationality="US"),
    _Column("attackers", "nkillter", "killed", "attacker"),
    _Column("injured", "nwound", "injured"),
    _Column("injured_nationality", "nwoundus", "injured", nationality="US"),
    _Column("injured_attackers", "nwoundte", "injured", "attacker"),
)
HOSTAGES = _Column("abducted", "nhostkid", "abducted")


def count(values: Mapping[str, str], flags: list[Flag]) -> tuple[tuple[Count, ...], str]:
    """Return the counts, and a sentence for readers.

    Zero attackers are counted too: they say that the others are none. Zero Americans say nothing.
    """
    totals: dict[str, Count] = {}
    found = []
    for column in COLUMNS:
        one = _count(values, column, totals.get(column.outcome), flags)
        if one and not (column.nationality and not one.high):
            found.append(one)
            totals.setdefault(column.outcome, one)
    found += _hostages(values, flags)
    notes = [_NOTE] if totals else []
    notes += [_SHARES] if any(one.wording for one in found) else []
    return tuple(found), " ".join(notes)


def _count(
    values: Mapping[str, str], column: _Column, whole: Count | None, flags: list[Flag]
) -> Count | None:
    number = _number(values, column.column)
    if number is None:
        return None
    low, high = math.floor(number), math.ceil(number)
    if low != high:
        flags.append(
            Flag(column.column, f"It is {number}, a share of a total of several incidents.")
        )
    if whole and high > whole.high:
        flags.append(
            Flag(column.column, f"It is {number}, but all {column.outcome} are {whole.high}.")
        )
    return Count(
        slot=column.slot,
        outcome=column.outcome,
        low=low,
        high=high,
        best=low if low == high else None,
        who=column.who,
        nationality=column.nationality,
        part_of_all=whole is not None,
        wording="" if low == high else f"{number}",
    )


def _hostages(values: Mapping[str, str], flags: list[Flag]) -> list[Count]:
    """Return how many were held: nothing where nobody was, no number where it is not known."""
    if code(values, "ishostkid") != "1":
        return []
    held = _count(values, HOSTAGES, None, flags)
    return [held or Count("abducted", "abducted")]


def _number(values: Mapping[str, str], column: str) -> float | None:
    text = value(values, column)
    if text in _NOT_KNOWN:
        return None
    if not _NUMBER.fullmatch(text):
        raise Unreadable(
            column, f"“{text[:40]}” is no number of people such as 12; -99 and empty mean unknown."
        )
    number = float(text)
    return int(number) if number.is_integer() else number
