"""Who had to do with an event of ACLED. That one is `actor1` does not say that it attacked.

Only where armed people act against unarmed ones is the armed side accused: in violence against
civilians, where ACLED says that civilians were targeted, and where force was used on protesters.
Unidentified attackers are told as what was seen of them, and are not accused as somebody.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from . import texts
from .countries import by_name
from .entry import Accused, Flag, Named, Side

_KINDS = {
    1: "state_force",
    2: "armed_group",
    3: "militia",
    4: "militia",
    8: "organisation",
}
_CODES = {
    "state forces": 1,
    "rebel group": 2,
    "rebel groups": 2,
    "rebel forces": 2,
    "political militia": 3,
    "political militias": 3,
    "identity militia": 4,
    "identity militias": 4,
    "communal militias": 4,
    "rioters": 5,
    "protesters": 6,
    "civilians": 7,
    "external/other forces": 8,
    "external forces": 8,
    "other forces": 8,
}
_UNARMED = {6, 7}
_PEOPLE = {5, 6, 7}

_FORCES_OF = re.compile(r"(?:Military|Police) Forces of (?:the )?(?P<country>[^()]+?)(?: \(.*)?")
_GOVERNMENT_OF = re.compile(r"Government of (?:the )?(?P<country>[^()]+?)(?: \(.*)?")
_SUFFIX = re.compile(r".*\((?P<country>[^()]*[^()\d-][^()]*)\)")
_UNIDENTIFIED = re.compile(r"unidentified\b", re.IGNORECASE)


class Who(NamedTuple):
    """The parties of an event, whom ACLED accuses, and both in words for the title."""

    words: str
    sides: tuple[Side, ...] = ()
    accused: tuple[Accused, ...] = ()


def who_of(values: Mapping[str, str], kind: str, of_kind: str, flags: list[Flag]) -> Who:
    """Return who had to do with an event of a type and a sub-event type."""
    targeted = (
        kind.lower().startswith("violence against civilians")
        or "excessive force" in of_kind.lower()
        or bool(texts.value(values, "civilian_targeting"))
    )
    columns = ("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2")
    who, found = _who(targeted, *[values.get(column) or "" for column in columns])
    flags.extend(found)
    return who


@lru_cache(maxsize=32768)
def _who(
    targeted: bool, actor1: str, with1: str, inter1: str, actor2: str, with2: str, inter2: str
) -> tuple[Who, tuple[Flag, ...]]:
    flags: list[Flag] = []
    first = _Actor.read(actor1, with1, inter1, "1", flags)
    second = _Actor.read(actor2, with2, inter2, "2", flags)
    for attacker, victim in ((first, second), (second, first)):
        if targeted and attacker.name and not attacker.is_unarmed and victim.is_unarmed:
            words = f"{attacker.name} against {victim.name}"
            sides = attacker.as_attacker() + victim.as_victims()
            return Who(words, sides, attacker.accused()), tuple(flags)
    words = " and ".join(filter(None, (first.name, second.name)))
    return Who(words, first.as_fighter() + second.as_fighter()), tuple(flags)


class _Actor(NamedTuple):
    """One of the two actors, with those who were with it; no name where there was none."""

    name: str
    code: int
    associates: tuple[str, ...]

    @classmethod
    def read(cls, name: str, associates: str, inter: str, number: str, flags: list[Flag]):
        """Return the actor of the columns that end in a number."""
        one = texts.bounded(texts.line(name), texts.WHO, f"actor{number}", flags)
        others = dict.fromkeys(filter(None, map(texts.line, associates.split(";"))))
        column = f"assoc_actor_{number}"
        others = tuple(texts.bounded(other, texts.WHO, column, flags) for other in others)
        return cls(one, _code(texts.line(inter), f"inter{number}", flags), others)

    @property
    def is_unarmed(self) -> bool:
        return self.code in _UNARMED

    def accused(self) -> tuple[Accused, ...]:
        if _UNIDENTIFIED.match(self.name) or self.code in _PEOPLE:
            return ()
        return (Accused(named(self.name, self.code)),)

    def as_attacker(self) -> tuple[Side, ...]:
        unnamed = () if self.accused() else (Side("attackers", self.name),)
        return unnamed + self._sides("belligerent", self.associates)

    def as_victims(self) -> tuple[Side, ...]:
        return self._sides("victim", (self.name, *self.associates))

    def as_fighter(self) -> tuple[Side, ...]:
        role = "victim" if self.code == 7 else "belligerent"
        return self._sides(role, (self.name, *self.associates))

    def _sides(self, role: str, names: tuple[str, ...]) -> tuple[Side, ...]:
        return tuple(Side(role, self._who(name)) for name in names if name)

    def _who(self, name: str) -> Named | str:
        if self.code in _PEOPLE or _UNIDENTIFIED.match(name):
            return name
        return named(name, self.code if name == self.name else 0)


def _code(text: str, column: str, flags: list[Flag]) -> int:
    """Return the number of an actor's type, given as number or in words; 0 for none."""
    number = text.removesuffix(".0")
    if number in ("", "0"):
        return 0
    if number in "12345678" and len(number) == 1:
        return int(number)
    if text.lower() not in _CODES:
        flags.append(Flag(column, f"“{text[:60]}” is no type of actor that ACLED has."))
    return _CODES.get(text.lower(), 0)


def named(name: str, code: int) -> Named:
    """Return an actor as ACLED names it.

    The country is that of a state's forces, or of the suffix, which tells branches apart
    ("Islamic State (Iraq)"); the name keeps its suffix.
    """
    if match := _GOVERNMENT_OF.fullmatch(name):
        return Named(name, "government", by_name(match["country"]))
    if match := _FORCES_OF.fullmatch(name):
        return Named(name, "state_force", by_name(match["country"]))
    suffix = _SUFFIX.fullmatch(name)
    return Named(
        name, _KINDS.get(code, "armed_group"), by_name(suffix["country"]) if suffix else ""
    )
