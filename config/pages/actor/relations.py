"""Relations of an actor in both directions: all their spells, or those of one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from actors.vocabulary import INVERSE, RelationConfidence, RelationKind
from dates.overlap import possibly_in
from dates.partial import PartialDate
from ledger.wording import capital
from sources.reading import Reading

OFFICES = (RelationKind.HOLDS_OFFICE, RelationKind.LEADS, RelationKind.SPOKESPERSON_OF)


@dataclass(frozen=True)
class Relation:
    """A spell of a relation as one actor sees it: its row, who is at the other end, the word."""

    row: dict
    other: str
    word: str
    own: bool

    @property
    def is_office(self) -> bool:
        return self.own and self.row["relation"] in OFFICES


def relations_of(public_id: str, document: dict, others: Iterable[dict]) -> list[Relation]:
    """List an actor's own relations, then those that other actors' documents have to it."""
    own = [
        Relation(row, row["object"], RelationKind(row["relation"]).label, own=True)
        for row in document["relationships"]
    ]
    inverse = [
        Relation(row, other["id"], INVERSE[row["relation"]], own=False)
        for other in others
        for row in other["relationships"]
        if row["object"] == public_id
    ]
    return [*own, *inverse]


def held_on(relations: list[Relation], on: PartialDate | None) -> list[Relation]:
    """Keep the relations that possibly held on a day; all without one.

    A bound that is only the first or last that anybody cited does not leave a relation out.
    """
    if on is None:
        return relations
    return [one for one in relations if _possibly_held(one.row, on)]


def _possibly_held(row: dict, on: PartialDate) -> bool:
    start = None if row["start_is_first_cited"] else _day(row["start"], "earliest")
    end = None if row["end_is_last_cited"] else _day(row["end"], "latest")
    return not (start or end) or possibly_in(start, end, on.earliest, on.latest)


def _day(when: dict | None, edge: str) -> date | None:
    return date.fromisoformat(when[edge]) if when and when[edge] else None


def by_word(reading: Reading, relations: list[Relation], on: PartialDate | None) -> list[dict]:
    """Return `[{"word": "Led by", "spells": […]}]`, spells in order of time."""
    when = on and on.earliest and {"earliest": on.earliest.isoformat(), "latest": None}
    grouped: dict[str, list[Relation]] = {}
    for one in relations:
        grouped.setdefault(one.word, []).append(one)
    return [
        {
            "word": capital(word),
            "spells": [told(reading, one, when) for one in sorted(group, key=_begins)],
        }
        for word, group in grouped.items()
    ]


def told(reading: Reading, relation: Relation, on: dict | None = None) -> dict:
    """Return one spell in words: who, as what, when, how sure, by whom."""
    row = relation.row
    return {
        **reading.link(relation.other, on or row["start"]),
        "role": row["role_title"] or "",
        "when": "; ".join(_when(row)),
        "sure": ", ".join(_sure(reading, row)),
        "note": row["note"] or "",
        "notes": reading.notes(row["citations"], _use(reading, relation), side=False),
    }


def _use(reading: Reading, relation: Relation) -> str:
    return f"{relation.word} {reading.name(relation.other)}"


def _when(row: dict) -> list[str]:
    start, end = row["start"], row["end"]
    said = [
        start and f"{'first cited' if row['start_is_first_cited'] else 'from'} {start['text']}",
        end and f"{'last cited' if row['end_is_last_cited'] else 'until'} {end['text']}",
    ]
    spell = [" ".join(filter(None, said))] if not _cited_alone(row) else list(filter(None, said))
    steps = [
        f"{name} {row[name]['text']}" for name in ("announced", "signed", "effective") if row[name]
    ]
    return [*filter(None, spell), *steps]


def _cited_alone(row: dict) -> bool:
    return row["start_is_first_cited"] or row["end_is_last_cited"]


def _sure(reading: Reading, row: dict) -> list[str]:
    stated = row["confidence"] == RelationConfidence.STATED
    by = reading.says(row["by"])
    said = [
        "" if stated else RelationConfidence(row["confidence"]).label,
        f"says {by}" if by else "",
        "contested" if row["contested"] else "",
    ]
    return [one for one in said if one]


def _begins(relation: Relation) -> str:
    return (relation.row["start"] or {}).get("earliest") or ""
