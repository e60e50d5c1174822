"""When and where a row of GTD was.

A day or month of 0 is not known. Since 2012 GTD writes the middle of a span into `iday` and the
span in words into `approxdate`, so that the words win where they can be read. GTD writes the
month of a day first.
"""

import re
from collections.abc import Mapping
from datetime import date

from dates.edtf import NotADate
from dates.partial import PartialDate
from dates.reading import read as read_words

from . import days, texts
from .countries import by_name
from .entry import Flag, Unreadable, Where
from .gtd_words import code, known
from .numbers import coordinates, whole
from .texts import value

_TWO_DAYS = re.compile(
    r"(\d{1,2}/\d{1,2}/\d{4})\s*(?:-|–|to|and)\s*(\d{1,2}/\d{1,2}/\d{4})", re.ASCII
)
_PRECISIONS = {1: "town", 2: "district", 3: "district", 4: "province"}


def date_of(values: Mapping[str, str], flags: list[Flag]) -> tuple[str, str]:
    """Return the EDTF of a row's date and GTD's words for it, "" where they say no more."""
    coded = _coded(values)
    end = _end(values, coded, flags)
    if end:
        return f"{coded}/{end}", ""
    words = value(values, "approxdate")
    if not words:
        return coded, ""
    return _approximate(coded, words, flags)


def _coded(values: Mapping[str, str]) -> str:
    """Return the year, the month or the day that the three numbers say."""
    year, month, day = (whole(values, column) for column in ("iyear", "imonth", "iday"))
    if not year or not 1900 <= year <= 2100:
        raise Unreadable("iyear", "It must be a year of four digits, such as 2014.")
    if not month:
        return f"{year}"
    try:
        return date(year, month, day).isoformat() if day else date(year, month, 1).isoformat()[:7]
    except ValueError as error:
        raise Unreadable("iday", f"{year}-{month}-{day} is not in the calendar.") from error


def _end(values: Mapping[str, str], coded: str, flags: list[Flag]) -> str:
    """Return the day on which an incident of more than a day ended, "" for any other."""
    resolution = value(values, "resolution")
    if not resolution:
        return ""
    try:
        end = days.american_day(resolution, "resolution")
    except Unreadable as error:
        flags.append(Flag("resolution", error.sentence))
        return ""
    if end.isoformat() < coded:
        flags.append(Flag("resolution", f"{end} is before the incident began, {coded}."))
        return ""
    return end.isoformat() if end.isoformat() != coded else ""


def _approximate(coded: str, words: str, flags: list[Flag]) -> tuple[str, str]:
    """Return the date that words say, or "about" the coded day beside words not understood."""
    wording = texts.bounded(words, texts.DATE_WORDING, "approxdate", flags)
    said = _said(words)
    if said and _holds(said, coded):
        return said.edtf, said.wording
    reason = f"“{wording}” is not {coded}" if said else f"“{wording}” could not be read as a date"
    flags.append(Flag("approxdate", f"{reason}; the coded date stands, as approximate."))
    return f"{coded}~", wording if wording.isprintable() else ""


def _said(words: str) -> PartialDate | None:
    try:
        if two := _TWO_DAYS.fullmatch(words):
            first, last = (days.american_day(day, "approxdate") for day in two.groups())
            return PartialDate(days.span(first, last, lasted=False))
        if day := _one_day(words):
            return PartialDate(day.isoformat())
        return read_words(words)
    except (NotADate, Unreadable):
        return None


def _one_day(words: str) -> date | None:
    try:
        return days.american_day(words, "approxdate")
    except Unreadable:
        return None


def _holds(said: PartialDate, coded: str) -> bool:
    """Whether the days said include one of the coded ones."""
    days_coded = PartialDate(coded)
    starts_in_time = said.earliest is None or said.earliest <= days_coded.latest
    return starts_in_time and (said.latest is None or said.latest >= days_coded.earliest)


def where_of(values: Mapping[str, str], flags: list[Flag]) -> Where:
    """Return a row's place as exactly as `specificity` and `vicinity` say."""
    latitude, longitude = coordinates(values, "latitude", "longitude")
    precision = _PRECISIONS.get(whole(values, "specificity"), "none")
    if precision == "town" and code(values, "vicinity") == "1":
        precision = "near_town"
    if precision == "none" or latitude is None:
        precision, latitude, longitude = "none", None, None
    country = value(values, "country_txt")
    alpha_2 = by_name(country)
    if not alpha_2:
        flags.append(Flag("country_txt", f"“{country}” is no country known here; it stays empty."))
    return Where(
        text=texts.bounded(_words(values, country), texts.PLACE, "location", flags),
        province=texts.bounded(known(values, "provstate"), texts.PLACE, "provstate", flags),
        country=alpha_2,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
    )


def _words(values: Mapping[str, str], country: str) -> str:
    spot = ": ".join(filter(None, (known(values, "city"), known(values, "location"))))
    return spot or known(values, "provstate") or country
