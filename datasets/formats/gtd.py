"""GTD, the Global Terrorism Database: what one row says. Its terms forbid passing rows on.

Terms are of the "GTD Codebook" (START, University of Maryland); every choice made here stands in
docs/decisions/0016-what-a-row-becomes.md. Codes are read by their words (`attacktype1_txt`), which
every release carries beside the numbers.
"""

import re
from collections.abc import Mapping

from . import texts
from .entry import Entry, Flag, Unreadable
from .gtd_counts import count
from .gtd_when_where import date_of, where_of
from .gtd_who import accused_of, claims_of, sides_of
from .gtd_words import code, known, known_of_three
from .numbers import as_written_whole
from .texts import value

VERSION = 1
ID_COLUMN = "eventid"
COLUMNS_NEEDED = frozenset(
    {
        *("eventid", "iyear", "imonth", "iday", "country_txt", "provstate", "city", "latitude"),
        *("longitude", "specificity", "success", "attacktype1_txt", "targtype1_txt", "target1"),
        *("gname", "weaptype1_txt", "nkill", "nwound"),
    }
)

_ID = re.compile(r"(?:19|20)\d{10}", re.ASCII)

_TYPES = {
    "Assassination": "assassination",
    "Armed Assault": "armed_assault",
    "Hostage Taking (Kidnapping)": "abduction",
}
_WEAPONS = {
    "Firearms": "firearm",
    "Incendiary": "incendiary",
    "Melee": "melee",
    "Chemical": "chemical",
}
# Kinds of explosives; a projectile may be a rocket or a mortar shell, and so is neither.
_EXPLOSIVES = {
    "Grenade": "grenade",
    "Vehicle": "car_bomb",
    "Suicide (carried bodily by human being)": "suicide_vest",
    "Letter Bomb": "ied",
    "Pipe Bomb": "ied",
    "Pressure Trigger": "ied",
    "Remote Trigger": "ied",
    "Sticky Bomb": "ied",
    "Time Fuse": "ied",
}


def read(values: Mapping[str, str]) -> Entry:
    """Return what a row of GTD says, its texts by column; Unreadable where it says no incident."""
    flags: list[Flag] = []
    external_id = identify(values)
    date, wording = date_of(values, flags)
    where = where_of(values, flags)
    counts, count_note = count(values, flags)
    weapons = _weapons(values, flags)
    return Entry(
        external_id=external_id,
        title=_title(values),
        date=date,
        wording=wording,
        incident_type=_incident_type(values),
        stated_type=texts.short(
            "; ".join(known_of_three(values, "attacktype", "_txt")), texts.STATED_TYPE
        ),
        outcome="failed" if code(values, "success") == "0" else "unknown",
        account=_account(values),
        locator=texts.bounded(
            "; ".join(known_of_three(values, "scite")), texts.LOCATOR, "scite1", flags
        ),
        where=where,
        sides=sides_of(values, flags),
        accused=accused_of(values, flags),
        claims=claims_of(values),
        counts=counts,
        weapons=weapons,
        attackers_included="yes" if counts else "unknown",
        count_note=count_note,
        tags=_tags(values),
        flags=tuple(flags),
    )


def identify(values: Mapping[str, str]) -> str:
    """Return the id of a row's event, the same in every release; Unreadable where it has none."""
    text = as_written_whole(values.get(ID_COLUMN) or "", ID_COLUMN)
    if not _ID.fullmatch(text):
        raise Unreadable(
            ID_COLUMN, f"“{text[:40]}” is no id of GTD: 12 digits, year, month, day and a number."
        )
    return text


def _title(values: Mapping[str, str]) -> str:
    """Return how, against whom and where, all in GTD's words."""
    what = known(values, "attacktype1_txt") or "Attack"
    if whom := known(values, "targtype1_txt"):
        what += f" against {whom}"
    spot = known(values, "city") or known(values, "provstate")
    where = ", ".join(filter(None, (spot, known(values, "country_txt"))))
    return texts.short(f"{what}: {where}" if where else what, texts.TITLE)


def _incident_type(values: Mapping[str, str]) -> str:
    """Return the one of our types that surely fits, by GTD's first attack and weapon type."""
    attack, weapon = value(values, "attacktype1_txt"), value(values, "weaptype1_txt")
    if attack in _TYPES:
        return _TYPES[attack]
    if weapon == "Chemical":
        return "chemical_attack"
    if attack == "Bombing/Explosion" and code(values, "suicide") == "1":
        return "suicide_bombing"
    if attack == "Bombing/Explosion":
        kind = _EXPLOSIVES.get(value(values, "weapsubtype1_txt"))
        return kind if kind in ("car_bomb", "ied") else ""
    is_fire = value(values, "weapsubtype1_txt") == "Arson/Fire"
    return "arson" if attack == "Facility/Infrastructure Attack" and is_fire else ""


def _weapons(values: Mapping[str, str], flags: list[Flag]) -> tuple[tuple[str, str], ...]:
    """Return each weapon named, the free detail with the first."""
    detail = value(values, "weapdetail")
    found = []
    for number in "1234":
        kind = known(values, f"weaptype{number}_txt")
        subkind = known(values, f"weapsubtype{number}_txt")
        if kind:
            words = "; ".join(filter(None, (subkind or kind, detail)))
            words = texts.bounded(words, texts.WEAPON_DETAIL, "weapdetail", flags)
            found.append((_weapon(kind, subkind), words))
            detail = ""
    return tuple(dict.fromkeys(found))


def _weapon(kind: str, subkind: str) -> str:
    if kind.startswith("Explosives"):
        return _EXPLOSIVES.get(subkind, "other" if subkind.startswith("Projectile") else "unknown")
    return _WEAPONS.get(kind, "other")


def _account(values: Mapping[str, str]) -> str:
    named = (("", "summary"), ("Motive: ", "motive"), ("Notes: ", "addnotes"))
    said = [
        name + texts.paragraphs(values.get(column))
        for name, column in named
        if known(values, column)
    ]
    return texts.prose("\n\n".join(said))


def _tags(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return GTD's own reservations: its criteria of terrorism, doubts, and several attacks."""
    tags = [
        f"criterion {number} not met" for number in "123" if code(values, f"crit{number}") == "0"
    ]
    if code(values, "doubtterr") == "1":
        tags.append("terrorism doubted")
    if other := known(values, "alternative_txt"):
        tags.append(texts.short(f"perhaps {other}", texts.TAG))
    if code(values, "suicide") == "1":
        tags.append("suicide attack")
    if code(values, "multiple") == "1":
        tags.append("one of several attacks")
    return tuple(tags)
