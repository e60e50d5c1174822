"""UCDP GED and its Candidate dataset: what one row says. CC BY 4.0, to be cited with the version.

Terms are of the "UCDP GED Codebook" (Högbladh, Uppsala University); every choice made here stands
in docs/decisions/0016-what-a-row-becomes.md. Columns go by name, because releases order them
differently.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from . import days, texts
from .countries import by_gleditsch_ward, by_name
from .entry import Accused, Entry, Flag, Named, Side, Unreadable, Where
from .numbers import as_written_whole, coordinates, whole, whole_number
from .ucdp_counts import GOVERNMENT, count

VERSION = 1
ID_COLUMN = "id"
COLUMNS_NEEDED = frozenset(
    {
        *("id", "type_of_violence", "side_a", "side_b", "date_prec", "date_start", "date_end"),
        *("where_prec", "where_coordinates", "latitude", "longitude", "country"),
        *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    }
)

_TYPES = {1: "state-based conflict", 2: "non-state conflict", 3: "one-sided violence"}
_ONE_SIDED = 3
_SUMMARY_OF_SEVERAL = 2
_WHO = (
    *("type_of_violence", "side_a", "side_a_new_id", "gwnoa"),
    *("side_b", "side_b_new_id", "gwnob"),
)
_WHERE = (
    *("where_coordinates", "adm_1", "adm_2", "country", "country_id"),
    *("where_prec", "latitude", "longitude"),
)

# 1: a known place, which UCDP gives as a town or village. 5: a point that stands for a line or an
# area. 6 and 7: a country's centroid, and waters or airspace.
_PRECISIONS = {
    1: "town",
    2: "near_town",
    3: "district",
    4: "province",
    5: "province",
    6: "country",
    7: "province",
}
_STANDS_FOR = {
    5: "the point stands for a line or an area",
    7: "the point stands for waters or airspace",
}


def read(values: Mapping[str, str]) -> Entry:
    """Return what a row of GED says, its texts by column; Unreadable where it says no incident."""
    flags: list[Flag] = []
    who = _who(*[values.get(column) or "" for column in _WHO])
    several = whole(values, "event_clarity") == _SUMMARY_OF_SEVERAL
    date = _date(values, several, flags)
    where = _where(values, flags)
    counts, included, note = count(values, who.one_sided, who.side_a, who.side_b, flags)
    tags = ("aggregate",) if several else ()
    if unclear := _unclear(values):
        flags.append(unclear)
        tags += ("not yet clear",)
    return Entry(
        external_id=identify(values),
        title=_title(who.words, values.get("where_coordinates") or values.get("country") or ""),
        date=date,
        stated_type=who.stated_type,
        account=_account(values),
        locator=texts.bounded(_locator(values), texts.LOCATOR, "source_article", flags),
        where=where,
        sides=who.parties,
        accused=who.accused,
        counts=counts,
        attackers_included=included,
        count_note=note,
        tags=tags,
        flags=tuple(flags),
    )


def identify(values: Mapping[str, str]) -> str:
    """Return the id of a row's event, the same in every release; Unreadable where it has none."""
    return as_written_whole(values.get(ID_COLUMN) or "", ID_COLUMN)


def _unclear(values: Mapping[str, str]) -> Flag | None:
    status = values.get("code_status") or ""
    if status in ("", "Clear"):
        return None
    return Flag(
        "code_status", f"It is “{texts.line(status)}”: UCDP has not yet cleared this event."
    )


def _date(values: Mapping[str, str], several: bool, flags: list[Flag]) -> str:
    first, last = values.get("date_start") or "", values.get("date_end") or ""
    edtf, sentence = _edtf(first, last, whole(values, "date_prec"), several)
    if sentence:
        flags.append(Flag("date_prec", sentence))
    return edtf


@lru_cache(maxsize=65536)
def _edtf(start: str, end: str, precision: int | None, several: bool) -> tuple[str, str]:
    """Return the EDTF of the bounds, and what is odd about them, if anything is."""
    first, last = days.iso_day(start, "date_start"), days.iso_day(end, "date_end")
    if first is None or last is None:
        raise Unreadable(
            "date_end" if first else "date_start",
            "It is empty, but UCDP gives a first and a last day.",
        )
    if first > last:
        raise Unreadable("date_start", f"{first} is later than the last day, {last}.")
    if precision == 1 and first != last:
        return days.span(first, last, lasted=several), (
            f"It is 1, one known day, but the dates run from {first} to {last}."
        )
    if precision not in (1, 2, 3, 4, 5):
        return days.span(first, last, lasted=several), "It is none of UCDP's codes, 1 to 5."
    if precision != 1 and first == last:
        return f"{first}~", ""
    return days.span(first, last, lasted=several), ""


def _where(values: Mapping[str, str], flags: list[Flag]) -> Where:
    where, found = _place(*[values.get(column) or "" for column in _WHERE])
    flags.extend(found)
    return where


@lru_cache(maxsize=65536)
def _place(
    spot: str, adm_1: str, adm_2: str, country: str, number: str, exact: str, north: str, east: str
) -> tuple[Where, tuple[Flag, ...]]:
    """Return a place with its flags; cached, because events lie where others lay."""
    flags: list[Flag] = []
    code = whole_number(exact, "where_prec")
    degrees = {"latitude": north, "longitude": east}
    latitude, longitude = coordinates(degrees, "latitude", "longitude")
    precision = _PRECISIONS.get(code, "none")
    if precision == "none":
        flags.append(Flag("where_prec", "It is none of UCDP's codes, 1 to 7: no point is drawn."))
    if precision in ("country", "none"):
        latitude = longitude = None
    elif latitude is None:
        flags.append(Flag("latitude", "It is empty, though where_prec speaks of a point."))
        precision = "none"
    where = Where(
        text=texts.bounded(
            _place_words(spot, adm_2, country, code), texts.PLACE, "where_coordinates", flags
        ),
        province=texts.bounded(texts.line(adm_1), texts.PLACE, "adm_1", flags),
        country=_country(texts.line(country), number, flags),
        latitude=latitude,
        longitude=longitude,
        precision=precision,
    )
    return where, tuple(flags)


def _place_words(spot: str, adm_2: str, country: str, code: int | None) -> str:
    names = [one for one in (texts.line(spot), texts.line(adm_2)) if one]
    words = ", ".join(dict.fromkeys(names)) or texts.line(country)
    return f"{words} ({_STANDS_FOR[code]})" if code in _STANDS_FOR else words


def _country(name: str, number: str, flags: list[Flag]) -> str:
    code = by_gleditsch_ward(whole_number(number, "country_id")) or by_name(name)
    if not code:
        flags.append(
            Flag("country", f"“{name}” is no country known here; the country stays empty.")
        )
    return code


class _Who(NamedTuple):
    """Both sides and what UCDP says of them; `words` are those of the title."""

    stated_type: str
    one_sided: bool
    side_a: str
    side_b: str
    words: str
    parties: tuple[Side, ...]
    accused: tuple[Accused, ...]


@lru_cache(maxsize=32768)
def _who(
    violence: str,
    side_a: str,
    number_a: str,
    state_a: str,
    side_b: str,
    number_b: str,
    state_b: str,
) -> _Who:
    """Return who had to do with it; only of one-sided violence does UCDP say who attacked."""
    code = whole_number(violence, "type_of_violence")
    if code not in _TYPES:
        raise Unreadable(
            "type_of_violence", "It must be 1 (state-based), 2 (non-state) or 3 (one-sided)."
        )
    one = _named(side_a, number_a, state_a, "side_a")
    other = _named(side_b, number_b, state_b, "side_b")
    if code == _ONE_SIDED:
        words = f"{one.name} against {other.name[:1].lower()}{other.name[1:]}"
        parties, accused = (Side("victim", other.name),), (Accused(one),)
    else:
        words = f"{one.name} and {other.name}"
        parties, accused = (Side("belligerent", one), Side("belligerent", other)), ()
    return _Who(_TYPES[code], code == _ONE_SIDED, one.name, other.name, words, parties, accused)


def _named(text: str, number: str, state: str, column: str) -> Named:
    """Return a side: a government, several who act as one, or a group; Unreadable if nobody."""
    name = texts.short(texts.line(text), texts.WHO)
    if not name:
        raise Unreadable(column, "It is empty, but UCDP names both sides.")
    ucdp = whole_number(number, f"{column}_new_id")
    if "," in name:
        return Named(name, kind="coalition", ucdp=ucdp)
    if not name.startswith(GOVERNMENT):
        return Named(name, ucdp=ucdp)
    gleditsch_ward = whole_number(state, "gwnoa" if column == "side_a" else "gwnob")
    country = by_gleditsch_ward(gleditsch_ward) or by_name(name.removeprefix(GOVERNMENT))
    return Named(name, "government", country, ucdp, gleditsch_ward)


@lru_cache(maxsize=65536)
def _title(who: str, spot: str) -> str:
    """Return who and where; of what is too long the sides are cut, not the place."""
    where = texts.short(texts.line(spot), texts.TITLE // 3)
    if not where:
        return texts.short(who, texts.TITLE)
    return f"{texts.short(who, texts.TITLE - len(where) - 2)}: {where}"


def _account(values: Mapping[str, str]) -> str:
    """Return where it was in UCDP's words, and the headlines, both for the full-text search."""
    where = texts.line(values.get("where_description"))
    headlines = texts.line(values.get("source_headline"))
    said = []
    if where and where != values.get("where_coordinates"):
        said.append(f"Where: {where}")
    if headlines:
        said.append(f"Headlines: {headlines}")
    return texts.prose("\n\n".join(said))


def _locator(values: Mapping[str, str]) -> str:
    """Return the reports that a row rests on, and who told the reporters."""
    reports = _reports(values.get("source_office") or "", values.get("source_date") or "")
    reports = reports or texts.line(values.get("source_article"))
    told = texts.line(values.get("source_original"))
    return "; ".join([one for one in (reports, told and f"told by: {told}") if one])


def _reports(offices: str, dates: str) -> str:
    """Pair offices with days, two lists of one length divided by semicolons."""
    by = [texts.line(one) for one in offices.split(";")]
    on = dates.split(";")
    if len(by) != len(on) or not any(by):
        return texts.line(offices)
    days_of = [texts.line(one)[:10] for one in on]
    pairs = zip(by, days_of, strict=True)
    return "; ".join(
        [f"{office}, {day}" if office and day else office or day for office, day in pairs]
    )
