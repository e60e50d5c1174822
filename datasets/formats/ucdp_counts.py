"""The dead of a row of UCDP: in all, of each side, civilians, and of unknown standing.

`low`, `best` and `high` are of all the dead, and `deaths_*` divide the best estimate. Where all
three agree, the parts are as exact as they; otherwise UCDP states no more than their best.
"""

from collections.abc import Mapping
from functools import lru_cache

from .entry import Count, Flag
from .numbers import whole_number
from .texts import AFFILIATION, short

GOVERNMENT = "Government of "

_CIVILIANS = "Civilians"
_COLUMNS = ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def count(
    values: Mapping[str, str], one_sided: bool, side_a: str, side_b: str, flags: list[Flag]
) -> tuple[tuple[Count, ...], str, str]:
    """Return the counts, whether attackers are among them, and a sentence for readers or ""."""
    numbers = [values.get(column) or "" for column in _COLUMNS]
    counts, included, note, found = _counted(one_sided, side_a, side_b, *numbers)
    flags.extend(found)
    return counts, included, note


@lru_cache(maxsize=65536)
def _counted(
    one_sided: bool, side_a: str, side_b: str, *numbers: str
) -> tuple[tuple[Count, ...], str, str, tuple[Flag, ...]]:
    low, best, high, *deaths = map(whole_number, numbers, _COLUMNS)
    flags = _out_of_order(low, best, high)
    note = " ".join(flag.sentence for flag in flags)
    everybody = ()
    if not low is best is high is None:
        everybody = (Count("all", "killed", low, high, best, as_stated=bool(flags)),)
    parts = _parts(deaths, low == best == high, one_sided, (side_a, side_b), bool(everybody))
    known = [one for one in deaths if one is not None]
    if known and best is not None and sum(known) != best:
        flags.append(Flag("best", f"It is {best}, but the deaths by side add up to {sum(known)}."))
    return everybody + parts, _attackers_included(one_sided, deaths), note, tuple(flags)


def _out_of_order(low: int | None, best: int | None, high: int | None) -> list[Flag]:
    """Flag each estimate that stands above one that should not be less."""
    flags = []
    if best is not None and high is not None and best > high:
        flags.append(Flag("best", f"UCDP's best estimate, {best}, is above its high one, {high}."))
    if low is not None and best is not None and low > best:
        flags.append(Flag("low", f"UCDP's low estimate, {low}, is above its best one, {best}."))
    if best is None and low is not None and high is not None and low > high:
        flags.append(Flag("low", f"UCDP's low estimate, {low}, is above its high one, {high}."))
    return flags


def _parts(
    deaths: list[int | None], exact: bool, one_sided: bool, sides: tuple[str, str], part: bool
) -> tuple[Count, ...]:
    side_a, side_b = sides
    rows = (
        ("side_a", "attacker" if one_sided else _fighter(side_a), side_a),
        ("side_b", _fighter(side_b), side_b),
        ("civilians", "civilian", ""),
        ("unknown", "unknown", ""),
    )
    return tuple(
        Count(
            slot=slot,
            outcome="killed",
            low=dead if exact else None,
            high=dead if exact else None,
            best=dead,
            who=who,
            affiliation=short(name, AFFILIATION),
            part_of_all=part,
        )
        for (slot, who, name), dead in zip(rows, deaths, strict=True)
        if dead
    )


def _fighter(side: str) -> str:
    if side == _CIVILIANS:
        return "civilian"
    return "security_force" if side.startswith(GOVERNMENT) else "combatant"


def _attackers_included(one_sided: bool, deaths: list[int | None]) -> str:
    """Say whether attackers are among the dead: but for one-sided violence that is not known."""
    of_attackers, *_, of_unknown = deaths
    if not one_sided or of_attackers is None:
        return "unknown"
    if of_attackers:
        return "yes"
    return "no" if of_unknown == 0 else "unknown"
