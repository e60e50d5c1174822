"""Sources, actors, their names and relations, and places, in short form."""

from actors.names import skeleton

from . import terms
from .native import sources_of

LONGEST_ACRONYM = 5

TITLE_BASES = {
    "url": "The title was taken from the page's address.",
    "excerpt": "The title describes an excerpt of the page.",
}


def source(record: dict, known: dict) -> dict:
    """Return a source; `known` gives its kind and what it derives from, where that is known."""
    notes = [TITLE_BASES.get(record["title_basis"], ""), _sentence(record.get("note"))]
    return {
        "title": record["title"],
        "publisher": record["publisher"] or "",
        "address": record["url"] or "",
        "published": record["published"],
        "language": record["language"] or "",
        "note": " ".join([note for note in notes if note] + known.get("notes", [])),
        "source_kind": known.get("kind", "news"),
        "derived_from": known.get("derived_from"),
    }


def _sentence(note: str | None) -> str:
    return f"{note[0].upper()}{note[1:].rstrip('.')}." if note else ""


def actor(record: dict, relationships: list[dict], known: dict) -> dict:
    """Return an actor with its names and relations, and what the file has no field for."""
    return {
        "actor_kind": terms.ours(terms.ACTOR_KINDS, record["kind"]),
        "country": record["country"] or "",
        "description": terms.spelled_out(record["description"] or ""),
        "actor_names": _names(record, known.get("name_kinds", {})),
        "relationships": relationships + known.get("relationships", []),
        "rivals": known.get("rivals", []),
        "cite": sources_of(record),
    }


def _names(record: dict, kinds: dict[str, str]) -> list[dict]:
    names = list(record["names"])
    if record["name"] not in [name["text"] for name in names]:
        names.insert(0, {"text": record["name"], "lang": "en", "script": "Latn"})
    names.sort(key=lambda name: name["text"] != record["name"])
    return [
        {
            "text": name["text"],
            "language": name["lang"],
            "script": name["script"],
            "name_kind": kinds.get(name["text"]) or _name_kind(name, record["name"]),
            "preferred": name["text"] == record["name"],
        }
        for name in names
    ]


def _name_kind(name: dict, preferred: str) -> str:
    text = name["text"]
    if text == preferred or name["script"] == "Arab":
        return "official"
    if text.isupper() and len(text) <= LONGEST_ACRONYM:
        return "acronym"
    return "transliteration" if skeleton(text) == skeleton(preferred) else "alias"


def relationship(record: dict, known: dict) -> tuple[str, dict]:
    """Return the id of the actor to whom a relation belongs, and the relation.

    The file says "A designated B"; here B is designated by A, and the relation is B's.
    """
    subject, other = record["subject"], record["object"]
    if record["kind"] == "designated_terrorist":
        subject, other = other, subject
    row = {
        "relation": terms.ours(terms.RELATIONS, record["kind"]),
        "object": other,
        "role_title": record["role"] or "",
        "start": record["start"],
        "end": record["end"],
        "confidence": record["confidence"],
        "cite": sources_of(record),
    }
    return subject, {**row, **known}


def place(record: dict, country: str, where: dict, known: dict) -> dict:
    """Return a place; `where` holds its point, precision and where from, empty if unknown."""
    dropped = known.get("not_names", [])
    others = [name for name in record["alt_names"] if name not in dropped]
    notes = [known.get("note"), where and f"Point: {where['from']}."]
    names = [_short_name(record["name"]), *known.get("more_names", []), *others]
    return {
        "place_kind": record["kind"],
        "country": country,
        "parents": [record["parent"]] if record["parent"] else [],
        "latitude": where.get("latitude"),
        "longitude": where.get("longitude"),
        "precision": where.get("precision", "none"),
        "note": " ".join(note for note in notes if note),
        "place_names": [
            {
                "text": text,
                "language": "ar" if _is_arabic(text) else "en",
                "preferred": number == 0,
            }
            for number, text in enumerate(names)
        ],
        "cite": sources_of(record),
    }


def _short_name(name: str) -> str:
    """Leave out what only tells the place apart: "Albu Amer (Radwaniyah)"."""
    return name.split(" (")[0]


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)
