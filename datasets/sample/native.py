"""From the short form, in which the knowledge is written, to a line of the native format.

Short form: a record or row with only the fields that say something. Dates are EDTF texts, other
records are ids of the working file, a *who* is such an id or words, and `cite` lists the sources
that support it (`"rudaw-pm"`, or `{"source", "field"}` where it is one field that they support).
"""

import re

from . import blanks

FORMAT = 1

WHOS = {"by", "who", "speaker", "accused", "promisor", "obliged", "addressee"}
DATES = {
    "date",
    "reported_on",
    "deadline",
    "start",
    "end",
    "announced",
    "signed",
    "effective",
    "founded",
    "dissolved",
    "published",
}
REFERENCES = {
    "place",
    "object",
    "used_by",
    "on_behalf_of",
    "parent",
    "derived_from",
    "cause",
    "effect",
    "entry_record",
}
LISTS = {"claimed_for", "also_covers", "accused_with", "about", "records", "parents"}
PROSE = {"summary", "account", "introduction", "description"}

_CITED = re.compile(r"\[([a-z0-9-]+)\]")


class UnknownField(ValueError):
    """A field that the native format does not have; the message names it and its table."""


class Writer:
    """Writes records: knows every key, and whom the composite speakers of the file stand for.

    `keys` are the records' keys by working id; `speakers` gives, for words such as "us-mil (via
    Reuters)", the record, text and via that they mean, `@` standing for the source first cited.
    """

    def __init__(self, keys: dict[str, str], speakers: dict[str, dict]):
        self.keys = keys
        self.speakers = speakers

    def record(self, kind: str, key: str, short: dict) -> dict:
        """Return one line of the native format, as a dict, from a record in short form."""
        line = {"format": FORMAT, "kind": kind, "key": key, "audience": "public"}
        blank = blanks.RECORDS[kind]
        line.update(self._filled(kind, blank, short, numbers={}))
        if kind != "source":
            line["citations"] = self._citations(short.get("cite", []))
        return line

    def who(self, said: str | dict | None, cited: list | None = None) -> dict | None:
        """Return the who that an id, words, or an object of the three mean; null for nobody."""
        if not said:
            return None
        if isinstance(said, str):
            said = self.speakers.get(said) or self._plain(said)
        record, via = (self._source_or_record(said.get(name), cited) for name in ("record", "via"))
        return {"record": record, "text": said.get("text"), "via": via}

    def _plain(self, said: str) -> dict:
        return {"record": said} if said in self.keys else {"text": said}

    def _source_or_record(self, name: str | None, cited: list | None) -> str | None:
        if name == "@":
            return self._citations(cited or [])[0]["source"]
        return self.keys[name] if name else None

    def _filled(self, table: str, blank: dict, short: dict, numbers: dict) -> dict:
        unknown = short.keys() - blank.keys() - {"cite", blanks.INNER.get(table)}
        if unknown:
            raise UnknownField(f"{table} has no {', '.join(sorted(unknown))}.")
        cited = short.get("cite", [])
        # A `who` that is a word (of the people counted) is blank as a word, and nobody's name.
        words = {name for name, empty in blank.items() if empty is not None}
        return {
            name: self._value(name, short.get(name, empty), cited, numbers)
            if name not in WHOS & words
            else short.get(name, empty)
            for name, empty in blank.items()
        }

    def _value(self, name: str, given, cited: list, numbers: dict):
        if isinstance(given, list) and name in blanks.ROWS:
            return [self._row(name, row, numbers) for row in given]
        if name in WHOS:
            return self.who(given, cited)
        if name in DATES:
            return dated(given)
        if name in REFERENCES:
            return self.keys[given] if given else None
        if name in LISTS:
            return [self.keys[one] for one in given]
        if name in PROSE:
            return _CITED.sub(lambda found: f"[{self.keys[found.group(1)]}]", given)
        return given

    def _row(self, table: str, short: dict, numbers: dict) -> dict:
        numbers[table] = numbers.get(table, 0) + 1
        row = {"key": f"{blanks.PREFIXES[table]}{numbers[table]}"}
        row.update(self._filled(table, blanks.ROWS[table], short, numbers))
        inner = blanks.INNER.get(table)
        if inner:
            row[inner] = [self._row(inner, one, numbers) for one in short.get(inner, [])]
        return {**row, "citations": self._citations(short.get("cite", []))}

    def _citations(self, cited: list) -> list[dict]:
        found = [one if isinstance(one, dict) else {"source": one} for one in cited]
        return [
            {
                "field": one.get("field", ""),
                "source": self.keys[one["source"]],
                "locator": "",
                "quote": "",
                "credibility": None,
            }
            for one in _without_repeats(found)
        ]


def dated(given: str | dict | None) -> dict | None:
    """Return a date of the native format from EDTF text, or from `{"edtf", "wording", "time"}`."""
    if not given:
        return None
    if isinstance(given, str):
        given = {"edtf": given}
    return {
        "edtf": given["edtf"],
        "wording": given.get("wording", ""),
        "time": given.get("time", ""),
    }


def sources_of(holder: dict) -> list[str]:
    """Return the ids of the sources cited in the working file; their snippets are left there."""
    return list(dict.fromkeys(one["source"] for one in holder["sources"]))


def _without_repeats(found: list[dict]) -> list[dict]:
    return [one for number, one in enumerate(found) if one not in found[:number]]
