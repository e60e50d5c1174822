"""From what a row says to the state of an incident. Pure; what is looked up comes as arguments.

Each row of a state has a key that means the same in every release (`c30`: the dataset's report), so
that a newer release changes that row and an editor's own rows, numbered from 101, stay.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from datasets.formats.entry import Accused, Claimed, Count, Entry, Named, Side, Where

ROWS_GIVEN = 100
PLACE = "p1"
REPORT = "c30"
FIRST_CLAIM, FIRST_ATTRIBUTION, FIRST_COUNT, FIRST_WEAPON, FIRST_PARTY = 10, 20, 31, 50, 60
SLOTS = (
    "all", "side_a", "side_b", "civilians", "unknown", "attackers", "nationality",
    "injured", "injured_attackers", "injured_nationality", "abducted", "missing", "detained",
    "women", "children", "injured_civilians", "indirect",
)  # fmt: skip
ADOPTED_BECAUSE = "The dataset's own figure."


@dataclass(frozen=True, slots=True)
class Setting:
    """What all rows of an import have in common; ids are public ids."""

    short_name: str
    dataset: str
    source: str
    audience: str


Actors = Mapping[Named, str]


def incident_state(
    entry: Entry, *, key: str, setting: Setting, actors: Actors, place: str | None
) -> dict:
    """Make the whole state of an incident. `place` is the smallest place known of, or None."""
    return {
        "kind": "incident",
        "key": key,
        "audience": setting.audience,
        "title": entry.title,
        "incident_type": entry.incident_type,
        "summary": "",
        "account": entry.account,
        "date": _date(entry),
        "outcome": entry.outcome,
        "parent": None,
        "tags": list(entry.tags),
        "dataset": setting.dataset,
        "dataset_entry": entry.external_id,
        "stated_type": entry.stated_type,
        "places": _places(entry.where, place),
        "weapons": _numbered("w", FIRST_WEAPON, entry.weapons, _weapon),
        "parties": _numbered("t", FIRST_PARTY, entry.sides, lambda one: _party(one, actors)),
        "claims": _numbered("k", FIRST_CLAIM, entry.claims, lambda one: _claim(one, actors)),
        "attributions": _numbered(
            "a",
            FIRST_ATTRIBUTION,
            entry.accused,
            lambda one: _attribution(one, actors, setting),
        ),
        "casualty_reports": _reports(entry, setting),
        "rivals": [],
        "citations": [_citation(setting.source, entry.locator)],
    }


def _date(entry: Entry) -> dict | None:
    return {"edtf": entry.date, "wording": entry.wording, "time": ""} if entry.date else None


def _citation(source: str, locator: str) -> dict:
    return {
        "field": "",
        "source": source,
        "locator": locator,
        "quote": "",
        "credibility": None,
    }


def _numbered(prefix: str, first: int, things, row) -> list[dict]:
    return [
        {"key": f"{prefix}{first + index}", **row(one), "citations": []}
        for index, one in enumerate(things)
    ]


def _places(where: Where | None, place: str | None) -> list[dict]:
    if where is None or not (place or where.text):
        return []
    return [
        {
            "key": PLACE,
            "role": "site",
            "place": place,
            "text": where.text,
            "latitude": where.latitude,
            "longitude": where.longitude,
            "precision": where.precision,
            "disputed": False,
            "citations": [],
        }
    ]


def _weapon(weapon: tuple[str, str]) -> dict:
    word, detail = weapon
    return {"weapon": word, "detail": detail, "low": None, "high": None, "fate": "unknown"}


def _who(who: Named | str | None, actors: Actors) -> dict | None:
    if not who:
        return None
    if isinstance(who, str):
        return {"record": None, "text": who, "via": None}
    return {"record": actors[who], "text": None, "via": None}


def _party(side: Side, actors: Actors) -> dict:
    return {
        "role": side.role,
        "who": _who(side.who, actors),
        "low": side.low,
        "high": side.high,
        "damage": side.damage,
        "disputed": False,
    }


def _claim(claim: Claimed, actors: Actors) -> dict:
    return {
        "stance": claim.stance,
        "speaker": _who(claim.who, actors),
        "claimed_for": [],
        "date": None,
        "medium": claim.medium,
        "medium_detail": claim.medium_detail,
        "quote": "",
        "quote_language": "",
        "translation": "",
        "claimed_effect": "",
        "authenticity": "unverified",
        "credibility": "unassessed",
        "replies_to": None,
        "reason": "",
        "also_covers": [],
        "note": claim.note,
    }


def _attribution(accused: Accused, actors: Actors, setting: Setting) -> dict:
    return {
        "by": {"record": setting.source, "text": None, "via": None},
        "accused": _who(accused.who, actors),
        "accused_with": [],
        "about_claim": None,
        "responsibility": "carried_out",
        "confidence": accused.confidence,
        "basis": "none_given",
        "wording": "",
        "wording_language": "",
        "date": None,
        "replaces": None,
        "narrows": None,
        "surely_this": True,
        "note": accused.note,
    }


def _reports(entry: Entry, setting: Setting) -> list[dict]:
    if not entry.counts:
        return []
    return [
        {
            "key": REPORT,
            "by": {"record": setting.source, "text": None, "via": None},
            "reported_on": None,
            "conceded": False,
            "scope": "",
            "relation": "",
            "related": None,
            "relation_reason": "",
            "withdrawn": False,
            "attackers_included": entry.attackers_included,
            "adopted": True,
            "adopted_reason": ADOPTED_BECAUSE,
            "note": entry.count_note,
            "citations": [],
            "counts": _counts(entry.counts),
        }
    ]


def _counts(counts: tuple[Count, ...]) -> list[dict]:
    """Make the rows of a report; a part is part of the whole of its own outcome."""
    wholes = {one.outcome: _count_key(one) for one in counts if not one.part_of_all}
    return [_count(one, wholes) for one in counts]


def _count_key(count: Count) -> str:
    return f"n{FIRST_COUNT + SLOTS.index(count.slot)}"


def _count(count: Count, wholes: Mapping[str, str]) -> dict:
    return {
        "key": _count_key(count),
        "outcome": count.outcome,
        "who": count.who,
        "sex_age": [],
        "group": "",
        "affiliation": count.affiliation,
        "nationality": count.nationality,
        "harm_from": "unknown",
        "low": count.low,
        "high": count.high,
        "best": count.best,
        "approximate": False,
        "as_stated": count.as_stated,
        "wording": count.wording,
        "part_of": wholes.get(count.outcome) if count.part_of_all else None,
        "citations": [],
    }
