"""A partial date in plain English, for pages, list margins and sentences."""

import re
from calendar import month_name
from datetime import date, timedelta

from dates.edtf import Unit
from dates.partial import PartialDate

_PART = re.compile(r"(the )?(early|mid|late|first half|second half)\b", re.IGNORECASE)
_WANTS_ARTICLE = re.compile(r"(first|second) half|(?!the ).*\d0s$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_LONG_MONTH = re.compile("|".join(name for name in month_name if len(name) > 3))


def say(partial: PartialDate) -> str:
    """The source's words where there are any, else plain English.

    Words that leave the year out are followed by the date in brackets.
    """
    if not partial.wording:
        return _plain(partial)
    if _YEAR.search(partial.wording):
        return partial.wording
    return f"{partial.wording} ({_plain(partial)})"


def say_short(partial: PartialDate) -> str:
    """`say` for a narrow margin: months of three letters, "c." for about."""
    text = partial.wording if _YEAR.search(partial.wording) else _plain(partial)
    return _LONG_MONTH.sub(lambda month: month[0][:3], text).replace("about ", "c. ")


def prepositional(partial: PartialDate) -> str:
    """The date as it stands in a sentence: "on 28 September 2020", "in early June 2020"."""
    if _PART.match(partial.wording):
        article = "the " if _WANTS_ARTICLE.match(partial.wording) else ""
        return f"in {article}{say(partial)}"
    units = partial.expression.units
    if partial.approximate or partial.uncertain or None in units:
        return _plain(partial)
    match partial.expression.form:
        case "lasted" if units[0] != units[1]:
            return "from {} to {}".format(*_elided(units))
        case "unit" | "one_of" | "lasted":
            return f"{_preposition(units[-1])} {_plain(partial)}"
    return _plain(partial)


def explain(partial: PartialDate) -> str:
    """How a date is understood, by the days it may mean: "some day from 1 to 10 June 2020"."""
    marks = [("approximate", partial.approximate), ("uncertain", partial.uncertain)]
    marked = "".join(f", {name}" for name, holds in marks if holds)
    wording = f" ({partial.wording})" if partial.wording else ""
    return f"{_explained(partial)}{marked}{wording}"


def _explained(partial: PartialDate) -> str:
    first, last = partial.earliest, partial.latest
    lasted = partial.precision == "range"
    if first is None and last is None:
        return "open on both sides"
    if partial.precision == "one_of" and partial.expression.form == "one_of":
        return f"either {_plain(partial)}"
    if first is None:
        return f"{'lasted' if lasted else 'some day'} up to {_day(last)}"
    if last is None:
        return f"{'lasted' if lasted else 'some day'} from {_day(first)} on"
    if first == last:
        return _day(first)
    days = [Unit(day, day, "day") for day in (first, last)]
    return f"{'lasted' if lasted else 'some day'} from {' to '.join(_elided(days))}"


def _plain(partial: PartialDate) -> str:
    form, units = partial.expression.form, partial.expression.units
    match form:
        case "unit":
            return _unit(units[0])
        case "open":
            return "open-ended"
        case "one_of":
            *others, last = _elided(units)
            return f"{', '.join(others)} or {last}"
        case "lasted":
            return _lasted(units, unknown_end=partial.edtf[0] == "/" or partial.edtf[-1] == "/")
    return _between(units)


def _lasted(units: tuple[Unit | None, ...], unknown_end: bool) -> str:
    first, last = units
    if first is None:
        return f"from an unknown date to {_unit(last)}" if unknown_end else f"until {_unit(last)}"
    if last is None:
        return f"from {_unit(first)} to an unknown date" if unknown_end else f"since {_unit(first)}"
    if first == last:
        return _unit(first)
    start, end = _elided(units)
    tight = " " not in start and (start != _unit(first) or " " not in end)
    return f"{start}–{end}" if tight else f"{start} – {end}"


def _between(units: tuple[Unit | None, ...]) -> str:
    first, last = units
    if first and last:
        return "between {} and {}".format(*_elided(units))
    if last:
        return _beyond(last, "before", last.latest, 1) or f"{_unit(last)} or earlier"
    return _beyond(first, "after", first.earliest, -1) or f"{_unit(first)} or later"


def _beyond(unit: Unit, word: str, edge: date, step: int) -> str | None:
    """ "before 2015" for up to 2014; None at the edge of the calendar."""
    if edge in (date.min, date.max):
        return None
    day = edge + timedelta(days=step)
    precision = "year" if unit.precision == "decade" else unit.precision
    return f"{word} {_unit(Unit(day, day, precision, unit.approximate, unit.uncertain))}"


def _elided(units: tuple[Unit, ...] | list[Unit]) -> list[str]:
    """The words of dates said together: month and year once, with the last."""
    last = units[-1]
    return [_beside(unit, last) for unit in units[:-1]] + [_unit(last)]


def _beside(unit: Unit, last: Unit) -> str:
    marked = unit.approximate or unit.uncertain or last.approximate or last.uncertain
    day, other = unit.earliest, last.earliest
    if marked or unit.precision != last.precision or day.year != other.year:
        return _unit(unit)
    if unit.precision == "month":
        return month_name[day.month]
    if unit.precision != "day":
        return _unit(unit)
    return str(day.day) if day.month == other.month else f"{day.day} {month_name[day.month]}"


def _unit(unit: Unit) -> str:
    uncertain = "possibly " if unit.uncertain else ""
    approximate = "about " if unit.approximate else ""
    return f"{uncertain}{approximate}{_name(unit)}"


def _name(unit: Unit) -> str:
    day = unit.earliest
    match unit.precision:
        case "day":
            return _day(day)
        case "month":
            return f"{month_name[day.month]} {day.year:04}"
        case "decade":
            return f"{day.year:04}s"
    return f"{day.year:04}"


def _day(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year:04}"


def _preposition(unit: Unit) -> str:
    return {"day": "on", "decade": "in the"}.get(unit.precision, "in")
