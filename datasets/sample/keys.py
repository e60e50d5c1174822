"""The keys of the sample's records: readable, and the same on every run."""

import re
import unicodedata

KINDS = {
    "sources": "source",
    "actors": "actor",
    "places": "place",
    "incidents": "incident",
    "events": "event",
    "statements": "statement",
}
LONGEST_KEY = 100
WORDS_OF_A_TITLE = 6

_DATED = re.compile(r"i-(\d{4})(\d{2})(\d{2})?-(.+)", re.ASCII)


class NotUnique(ValueError):
    """Two records would have one key, or one id of the working file would land twice."""


def keys_of(working: dict, given: dict[str, str]) -> dict[str, str]:
    """Return the key of each record of the working file by its id; `given` are chosen by hand."""
    keys = {
        record["id"]: given.get(record["id"]) or _MAKERS[table](record)
        for table in KINDS
        for record in working[table]
    }
    if len(set(keys.values())) < len(keys):
        twice = {key for key in keys.values() if list(keys.values()).count(key) > 1}
        raise NotUnique(f"Several records would have the key {', '.join(sorted(twice))}.")
    return keys


def slug(text: str) -> str:
    """Return text in small letters, digits and hyphens: `slug("Kata'ib Hezbollah")`."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "").replace(".", ""))
    plain = plain.encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _source(record: dict) -> str:
    if not record["publisher"]:
        return "article-" + slug(record["title"])[:40].rsplit("-", 1)[0]
    words = slug(record["title"]).split("-")[:WORDS_OF_A_TITLE]
    title = "-".join(words) if record["language"] == "en" else record["id"]
    parts = [slug(record["publisher"].split(" (")[0]), record["published"] or "", title]
    return "-".join(part for part in parts if part)[:LONGEST_KEY].strip("-")


def _actor(record: dict) -> str:
    return slug(record["name"].split(" (")[0])


def _place(record: dict) -> str:
    return "place-" + slug(record["name"].split(" (")[0])


def _incident(record: dict) -> str:
    year, month, day, rest = _DATED.fullmatch(record["id"]).groups()
    return "-".join(part for part in ("incident", year, month, day, rest) if part)


def _prefixed(prefix: str):
    return lambda record: prefix + record["id"].split("-", 1)[1]


_MAKERS = {
    "sources": _source,
    "actors": _actor,
    "places": _place,
    "incidents": _incident,
    "events": _prefixed("event-"),
    "statements": _prefixed("statement-"),
}


def link_key(link: dict, keys: dict[str, str], kind: str) -> str:
    """Return a link's key, made of the keys of what it joins."""
    cause, effect = (keys[link[end]].split("-", 1)[1] for end in ("cause", "effect"))
    return f"link-{cause}-{kind.replace('_', '-')}-{effect}"[:LONGEST_KEY]
