"""Turning documents into what the page's components take: names, dates, footnotes, statuses."""

import re
from collections.abc import Mapping

from dates.partial import PartialDate
from dates.wording import say_short
from ledger.addresses import page_of
from ledger.identity import kind_of
from ledger.moments import Moment

from .footnotes import Footnotes, Use
from .vocabulary import Reliability

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "el": "Greek",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hu": "Hungarian",
    "ku": "Kurdish",
    "ru": "Russian",
    "tr": "Turkish",
}
# How the name of a publisher says whose report it passes on.
CARRIED_WIRES = (
    re.compile(r"(?P<wire>.+) via (?P<carrier>.+)"),
    re.compile(r"(?P<carrier>.+) \((?P<wire>.+)\)"),
)


class Reading:
    """One page's reading of documents. `names` are the briefs of all records they refer to."""

    def __init__(self, names: Mapping[str, dict], moment: Moment):
        self.names = names
        self.moment = moment
        self.footnotes = Footnotes(names)

    def name(self, public_id: str, on: dict | None = None) -> str:
        """Return what a record is called; an actor, what it was called on the day of a date."""
        brief = self.names.get(public_id, {"name": None})
        day = on and (on["earliest"] or on["latest"])
        for then in brief.get("names_then", []) if day else []:
            if (then["from"] or "") <= day <= (then["until"] or "9999"):
                return then["name"]
        return brief["name"] or f"{public_id} (not public)"

    def url(self, public_id: str) -> str:
        return page_of(public_id, self.moment)

    def link(self, public_id: str, on: dict | None = None) -> dict:
        return {"name": self.name(public_id, on), "url": self.url(public_id)}

    def who(self, who: dict | None, *, role: str = "", on: dict | None = None) -> dict | None:
        """Return what `components/who.html` takes: a record's name, else the words; and via."""
        if who is None:
            return None
        via = who["via"] and self._source(who["via"])
        if not (who["record"] or who["text"]):
            return {"name": via["name"], "url": via["url"], "role": role, "via": None}
        named = {"name": who["text"], "url": "", "role": role}
        if who["record"]:
            named |= {**self._somebody(who["record"], on), "text": who["text"]}
        carried = via and via | {"name": carrier(via["name"], of=who["text"] or named["name"])}
        return named | {"via": carried}

    def says(self, who: dict | None, on: dict | None = None) -> str:
        """Name somebody in plain words: "US military, via Reuters"; "" for nobody."""
        named = self.who(who, on=on)
        if named is None:
            return ""
        return f"{named['name']}, via {named['via']['name']}" if named["via"] else named["name"]

    def date(self, date: dict | None, *, short: bool = False) -> dict:
        """Return what `components/date.html` takes; an unknown date says so."""
        if date is None:
            return {"text": "date not known", "iso": ""}
        one_day = date["precision"] == "day" and not date["approximate"]
        partial = PartialDate(date["edtf"], date["wording"] or "")
        return {
            "text": say_short(partial) if short else date["text"],
            "iso": date["earliest"] if one_day else "",
            "note": date["time"] or "",
        }

    def notes(self, citations: list[dict], use: str, *, side: bool = True) -> list[dict]:
        return self.footnotes.notes(citations, use, side=side)

    def cited_for(self, citations: list[dict], *fields: str | None) -> list[dict]:
        """Pick a record's citations for some of its fields; None: those for all of it."""
        return [one for one in citations if one["field"] in fields]

    def sources(self) -> list[dict]:
        """List what `components/source.html` takes, numbered as the page cites them."""
        return [self._numbered(*entry) for entry in self.footnotes.numbered()]

    def _numbered(self, number: int, public_id: str, uses: list[Use]) -> dict:
        brief = self.names.get(public_id, {"name": None})
        return {
            "number": number,
            "id": f"source-{number}",
            "title": self.name(public_id),
            "lang": brief.get("language") or "",
            "url": self.url(public_id),
            "address": brief.get("address") or "",
            "archive": brief.get("archive") or "",
            "facts": self._facts(brief),
            "derived": self._repeats(brief.get("derived_from")),
            "supports": [{"ref": use.ref, "text": use.text} for use in _once(uses)],
        }

    def _repeats(self, origin: str | None) -> str:
        """Name the source that one repeats; by its id alone where the page reads no name of it."""
        if origin is None:
            return ""
        named = self.name(origin) if origin in self.names else f"another source ({origin})"
        return f"Repeats {named}"

    def _facts(self, brief: dict) -> list[str]:
        language = brief.get("language")
        return [
            fact
            for fact in (
                brief.get("publisher"),
                brief.get("published") or "undated",
                language and LANGUAGES.get(language, language),
                reliability_words(brief.get("reliability")),
            )
            if fact
        ]

    def _somebody(self, public_id: str, on: dict | None) -> dict:
        """Name a record that speaks: a source by its publisher, anybody else as called that day."""
        speaks_as_source = kind_of(public_id) == "source"
        return self._source(public_id) if speaks_as_source else self.link(public_id, on)

    def _source(self, public_id: str) -> dict:
        brief = self.names.get(public_id, {"name": None})
        name = brief.get("publisher") or brief["name"] or f"{public_id} (not public)"
        return {"name": name, "url": self.url(public_id)}


def carrier(publisher: str, *, of: str) -> str:
    """Say through whom somebody's words came, without naming them again.

    "AP via Ahram Online" and "Republic World (AP)" of the AP are Ahram Online and Republic World.
    """
    for wire in CARRIED_WIRES:
        found = wire.fullmatch(publisher)
        if found and re.search(rf"\b{re.escape(found['wire'])}$", of):
            return found["carrier"]
    return publisher


def _once(uses: list[Use]) -> list[Use]:
    """Keep the first of the uses that support the same thing."""
    first: dict[str, Use] = {}
    for use in uses:
        first.setdefault(use.text, use)
    return list(first.values())


def reliability_words(grade: str | None) -> str:
    """Say a source's grade; one that cannot be judged says nothing of the source."""
    if not grade or grade == Reliability.CANNOT_BE_JUDGED:
        return ""
    return f"reliability {Reliability(grade).label}"


def span_of(date: dict | None) -> str:
    """Say how an index draws a date: day, lasted, between or unknown."""
    if date is None:
        return "unknown"
    if date["precision"] == "day" and not date["approximate"]:
        return "day"
    return "lasted" if date["precision"] == "range" and not date["approximate"] else "between"
