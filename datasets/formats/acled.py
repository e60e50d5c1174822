"""ACLED: what one row says. Its terms let a user import a copy, and show it to nobody else.

Terms are of the "ACLED Codebook"; every choice made here stands in
docs/decisions/0016-what-a-row-becomes.md. Both spellings of dates and both kinds of `inter` codes
are read.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from . import days, texts
from .acled_who import Who, who_of
from .countries import by_iso_number, by_name
from .entry import Count, Entry, Flag, NotAnIncident, Unreadable, Where
from .numbers import coordinates, whole, whole_number
from .texts import value

VERSION = 1
ID_COLUMN = "event_id_cnty"
COLUMNS_NEEDED = frozenset(
    {
        *("event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type"),
        *("actor1", "inter1", "actor2", "inter2", "country", "location", "latitude", "longitude"),
        *("geo_precision", "source", "notes", "fatalities"),
    }
)

_ID = re.compile(r"[A-Z]{2,4}\d+", re.ASCII)
_PRECISIONS = {1: "town", 2: "near_town", 3: "province"}

# Event types that are armed attacks, also as they were called before 2019.
_ARMED = ("battle", "explosions/remote violence", "remote violence", "violence against civilians")
_OTHERS = ("protests", "riots", "riots/protests", "strategic development", "headquarters or base")
_OTHERS += ("non-violent transfer",)
_ARMED_AMONG_OTHERS = {
    "excessive force against protesters",
    "excessive force against protestors",
    "disrupted weapons use",
}

# Left out, because ACLED's word may mean several of ours: air/drone strike; shelling, artillery or
# missile attack; grenade; sexual violence.
_TYPES = {
    "armed clash": "armed_clash",
    "government regains territory": "armed_clash",
    "non-state actor overtakes territory": "armed_clash",
    "chemical weapon": "chemical_attack",
    "suicide bomb": "suicide_bombing",
    "remote explosive/landmine/ied": "ied",
    "attack": "armed_assault",
    "abduction/forced disappearance": "abduction",
}
_WEAPONS = {
    "chemical weapon": (("chemical", ""),),
    "grenade": (("grenade", ""),),
    "remote explosive/landmine/ied": (("ied", "remote explosive, landmine or IED"),),
}
_COUNT_NOTE = "ACLED gives one number of reported deaths, those of attackers included."


def read(values: Mapping[str, str]) -> Entry:
    """Return what a row of ACLED says; NotAnIncident where it speaks of no armed attack."""
    kind, of_kind = value(values, "event_type"), value(values, "sub_event_type")
    _armed_only(kind, of_kind)
    flags: list[Flag] = []
    who = who_of(values, kind, of_kind, flags)
    date = _date(values, flags)
    where = _where(values, flags)
    counts = _counts(values)
    return Entry(
        external_id=identify(values),
        title=_title(of_kind or kind, who, value(values, "location")),
        date=date,
        incident_type=_TYPES.get(of_kind.lower(), ""),
        stated_type=texts.short(": ".join(filter(None, (kind, of_kind))), texts.STATED_TYPE),
        account=texts.prose(texts.paragraphs(values.get("notes"))),
        locator=texts.bounded(value(values, "source"), texts.LOCATOR, "source", flags),
        where=where,
        sides=who.sides,
        accused=who.accused,
        counts=counts,
        weapons=_WEAPONS.get(of_kind.lower(), ()),
        attackers_included="yes" if counts else "unknown",
        count_note=_COUNT_NOTE if counts else "",
        tags=_tags(values, of_kind, flags),
        flags=tuple(flags),
    )


def identify(values: Mapping[str, str]) -> str:
    """Return the id of a row's event, the same in every release; Unreadable where it has none."""
    text = value(values, ID_COLUMN)
    if not _ID.fullmatch(text):
        raise Unreadable(
            ID_COLUMN, f"“{text[:40]}” is no id of ACLED: letters, then a number, as in IRQ31942."
        )
    return text


@lru_cache(maxsize=1024)
def _armed_only(kind: str, of_kind: str) -> None:
    if kind.lower().startswith(_ARMED) or of_kind.lower() in _ARMED_AMONG_OTHERS:
        return
    if kind.lower().startswith(_OTHERS):
        raise NotAnIncident("event_type", f"“{kind}: {of_kind}” is no armed attack.")
    raise Unreadable(
        "event_type",
        f"“{kind[:60]}” is no event type of ACLED: Battles, Explosions/Remote violence, Violence "
        "against civilians, Protests, Riots or Strategic developments.",
    )


def _date(values: Mapping[str, str], flags: list[Flag]) -> str:
    day = days.written_day(values.get("event_date") or "", "event_date")
    if day is None:
        raise Unreadable("event_date", "It is empty, but every event of ACLED has a day.")
    precision = whole(values, "time_precision")
    if precision == 1:
        return day.isoformat()
    if precision == 3:
        return day.isoformat()[:7]
    if precision != 2:
        flags.append(Flag("time_precision", "It is none of ACLED's codes, 1 to 3."))
    return f"{day}~"


def _where(values: Mapping[str, str], flags: list[Flag]) -> Where:
    columns = ("location", "admin3", "admin2", "admin1", "country", "iso", "geo_precision")
    texts_of = [values.get(column) or "" for column in (*columns, "latitude", "longitude")]
    where, found = _place(*texts_of)
    flags.extend(found)
    return where


@lru_cache(maxsize=65536)
def _place(
    spot: str,
    admin3: str,
    admin2: str,
    admin1: str,
    country: str,
    iso: str,
    exact: str,
    north: str,
    east: str,
) -> tuple[Where, tuple[Flag, ...]]:
    flags: list[Flag] = []
    degrees = {"latitude": north, "longitude": east}
    latitude, longitude = coordinates(degrees, "latitude", "longitude")
    precision = _PRECISIONS.get(whole_number(exact, "geo_precision"), "none")
    if precision == "none":
        flags.append(
            Flag("geo_precision", "It is none of ACLED's codes, 1 to 3: nothing is drawn.")
        )
        latitude = longitude = None
    elif latitude is None:
        flags.append(Flag("latitude", "It is empty, though geo_precision speaks of a point."))
        precision = "none"
    names = dict.fromkeys(filter(None, map(texts.line, (spot, admin3, admin2))))
    code = by_iso_number(whole_number(iso, "iso")) or by_name(texts.line(country))
    if not code:
        flags.append(
            Flag("country", f"“{texts.line(country)}” is no country known here; it stays empty.")
        )
    words = ", ".join(names) or texts.line(country)
    where = Where(
        text=texts.bounded(words, texts.PLACE, "location", flags),
        province=texts.bounded(texts.line(admin1), texts.PLACE, "admin1", flags),
        country=code,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
    )
    return where, tuple(flags)


def _title(stated: str, who: Who, spot: str) -> str:
    """Return what, who and where; of what is too long the names of the sides are cut."""
    where = texts.short(spot, texts.TITLE // 3)
    what = texts.short(stated, texts.TITLE // 6)
    room = texts.TITLE - len(where) - len(what) - 4
    said = ", ".join(filter(None, (what, texts.short(who.words, room))))
    return f"{said}: {where}" if where else said


def _counts(values: Mapping[str, str]) -> tuple[Count, ...]:
    dead = whole(values, "fatalities")
    return () if dead is None else (Count("all", "killed", dead, dead, dead),)


def _tags(values: Mapping[str, str], of_kind: str, flags: list[Flag]) -> tuple[str, ...]:
    tags = value(values, "tags").split(";")
    tags.append(value(values, "civilian_targeting"))
    if of_kind.lower() == "disrupted weapons use":
        tags.append(of_kind)
    kept = dict.fromkeys(filter(None, map(texts.line, tags)))
    return tuple(texts.bounded(tag, texts.TAG, "tags", flags) for tag in kept)
