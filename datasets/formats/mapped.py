"""Somebody's own table, read by a mapping: what a row says, by `reader(mapping)(values)`."""

from collections.abc import Callable, Mapping

from actors.countries import country_name

from . import texts
from .countries import by_name
from .entry import Accused, Claimed, Count, Entry, Flag, Named, Side, Unreadable, Where
from .mapped_dates import date_of
from .mapped_row import Row
from .mapping import CONFIDENCES, COUNTED, ESTIMATES, PRECISIONS, TYPES, understand
from .numbers import coordinates, whole_number

VERSION = 1
ID_LENGTH = 60


def reader(mapping: object) -> Callable[[Mapping[str, str]], Entry]:
    """Return what reads rows by a mapping from JSON; BadMapping says what is wrong with it."""
    plan = understand(mapping)
    return lambda values: _entry(Row(plan, values))


def identifier(mapping: object) -> Callable[[Mapping[str, str]], str]:
    """Return what tells a row's id by a mapping; it raises Unreadable where there is none."""
    column = understand(mapping).id_column
    return lambda values: _identify(values, column)


def _entry(row: Row) -> Entry:
    where = _where(row)
    date, wording = date_of(row)
    counts, note = _counts(row)
    of_attackers = any(one.who == "attacker" for one in counts)
    return Entry(
        external_id=_identify(row.values, row.plan.id_column),
        title=_title(row, where),
        date=date,
        wording=wording,
        incident_type=row.word("type", TYPES),
        stated_type=row.bounded(row.raw("type"), texts.STATED_TYPE, "type"),
        account=texts.prose(row.raw("summary")),
        locator=_locator(row),
        where=where,
        sides=_sides(row),
        accused=_accused(row),
        claims=tuple(Claimed(who) for who in _named(row, "claimed_by")),
        counts=counts,
        attackers_included="yes" if of_attackers else "unknown",
        count_note=note,
        tags=tuple(row.bounded(tag, texts.TAG, "tags") for tag in row.several("tags")),
        flags=tuple(row.flags),
    )


def _identify(values: Mapping[str, str], column: str) -> str:
    text = texts.line(values.get(column))
    if not text:
        raise Unreadable(column, "It is empty, but every row needs an id of its own.")
    if len(text) > ID_LENGTH:
        raise Unreadable(
            column, f"An id has {ID_LENGTH} characters at most; this one has {len(text)}."
        )
    return text


def _title(row: Row, where: Where | None) -> str:
    """Return the row's title, or what and where."""
    if title := row.raw("title"):
        return row.bounded(title, texts.TITLE, "title")
    what = row.raw("type") or "Attack"
    country = country_name(where.country) if where and where.country else ""
    spot = ", ".join(filter(None, (row.raw("place") or row.raw("province"), country)))
    return texts.short(f"{what}: {spot}" if spot else what, texts.TITLE)


def _locator(row: Row) -> str:
    said = "; ".join(filter(None, (row.raw("source"), row.raw("url"))))
    return row.bounded(said, texts.LOCATOR, "source")


def _where(row: Row) -> Where | None:
    """Return where it was; None where the row says nothing about it."""
    latitude, longitude = _degrees(row)
    precision = row.only_word("precision", PRECISIONS) or "none"
    if latitude is None or precision in ("country", "none"):
        latitude = longitude = None
        precision = "country" if precision == "country" else "none"
    province = row.bounded(row.raw("province"), texts.PLACE, "province")
    country = _country(row)
    spot = row.bounded(row.raw("place") or province, texts.PLACE, "place")
    spot = spot or country_name(country)
    return Where(spot, province, country, latitude, longitude, precision) if spot else None


def _degrees(row: Row) -> tuple[float | None, float | None]:
    names = ("latitude", "longitude")
    degrees = {row.column(name): row.raw(name) for name in names}
    return coordinates(degrees, *map(row.column, names))


def _country(row: Row) -> str:
    name = row.said("country")
    code = by_name(name)
    if name and not code:
        row.flags.append(
            Flag(row.column("country"), f"“{name}” is no country known here; it stays empty.")
        )
    return code


def _named(row: Row, name: str) -> list[Named]:
    field = row.plan.fields.get(name)
    return [
        Named(row.bounded(one, texts.WHO, name), field.kind, by_name(one))
        for one in row.several(name)
    ]


def _sides(row: Row) -> tuple[Side, ...]:
    targets = [row.bounded(one, texts.WHO, "target") for one in row.several("target")]
    aimed_at = [Side("intended_target", target) for target in targets]
    return tuple(aimed_at + [Side("belligerent", who) for who in _named(row, "party")])


def _accused(row: Row) -> tuple[Accused, ...]:
    confidence = row.only_word("confidence", CONFIDENCES) or "asserted"
    return tuple(Accused(who, confidence) for who in _named(row, "perpetrator"))


def _counts(row: Row) -> tuple[tuple[Count, ...], str]:
    """Return every count of which the row says a number, and what is odd about them."""
    counts, notes = [], []
    for name, (slot, outcome, who) in COUNTED.items():
        numbers = _numbers(row, name)
        if numbers == (None, None, None):
            continue
        odd = _out_of_order(*numbers)
        if odd:
            sentence = f"The numbers of {name.replace('_', ' ')} contradict each other: {odd}."
            row.flags.append(Flag(row.column(f"{name}_low"), sentence))
            notes.append(sentence)
        part = who != "all" and any(one.outcome == outcome and one.who == "all" for one in counts)
        counts.append(
            Count(slot, outcome, *numbers, who=who, part_of_all=part, as_stated=bool(odd))
        )
    return tuple(counts), " ".join(notes)


def _numbers(row: Row, name: str) -> tuple[int | None, ...]:
    """Return low, high and best; one number alone is all three."""
    if name in row.plan.fields:
        return (whole_number(row.raw(name), row.column(name)),) * 3
    names = [f"{name}_{estimate}" for estimate in ESTIMATES]
    return tuple(whole_number(row.raw(name), row.column(name)) for name in names)


def _out_of_order(low: int | None, high: int | None, best: int | None) -> str:
    said = [("low", low), ("best", best), ("high", high)]
    known = [(name, number) for name, number in said if number is not None]
    in_order = sorted(known, key=lambda pair: pair[1])
    return "" if in_order == known else ", ".join(f"{name} {number}" for name, number in known)
