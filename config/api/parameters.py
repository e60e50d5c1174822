"""How OpenAPI describes parameters: their form from the filters, their meaning from here."""

import django_filters

from ledger.exporting.asking import GEOJSON, MEDIA_TYPES
from ledger.exporting.tables import Takeaway
from ledger.filters import (
    LONGEST,
    UNSET,
    AnyCountry,
    AnyId,
    AnyOf,
    StrictFilterSet,
    Words,
)
from ledger.parameters import COUNTRY
from ledger.schemas import DAY, TEXT, Schema, words

ID_OR_UNSET = rf"^([ACDEILPRS][1-9][0-9]{{0,8}}|{UNSET})$"

MEANINGS = {
    "q": "Words that it says, in any spelling or script; or the name of an actor or place in it.",
    "id": "These records alone.",
    "date_from": "On this day or after it.",
    "date_to": "On this day or before it.",
    "certainty": "Whether an imprecise date or number need only possibly fit, or surely.",
    "type": "Of any of these types.",
    "place": "At any of these places, or in them.",
    "within": "These places, and what lies in them.",
    "country": "In any of these countries (ISO 3166-1 alpha-2).",
    "actor": "In which any of these actors has a part.",
    "actor_all": "In which every one of these actors has a part.",
    "perpetrator": "Claimed by, or attributed to, any of these actors.",
    "target": "Meant for any of these actors.",
    "weapon": "With any of these weapons.",
    "claim_status": "Whether and how it is claimed.",
    "attribution_status": "Whether and how it is attributed.",
    "killed_min": "At least so many killed; see certainty.",
    "killed_max": "At most so many killed; see certainty.",
    "injured_min": "At least so many injured; see certainty.",
    "has": "What has any of these.",
    "dataset": "From any of these datasets.",
    "part_of": "Part of any of these operations.",
    "bbox": "West, south, east and north in degrees; west of east may cross the date line.",
    "near": "Latitude, longitude and a distance in kilometres.",
    "speaker": "Said by any of these actors.",
    "on_behalf_of": "Said on behalf of any of these actors.",
    "about": "About any of these records.",
    "provenance": "How it is known that it was said.",
    "state": "Where it stands, seen from today or from the day of as_of.",
    "promisor": "Promised by any of these actors.",
    "obliged": "Binding any of these actors to act.",
    "addressee": "For any of these actors.",
    "statement": "Of any of these statements.",
    "deadline_from": "Due, possibly, on this day or after it.",
    "deadline_to": "Due, possibly, on this day or before it.",
    "publisher": "Published by any of these, spelled as it is.",
    "language": "In any of these languages, for example en.",
    "reliability": "Of any of these grades.",
    "supports": "To which any of these records refers.",
    "kind": "Of any of these kinds.",
}


def filter_parameters(filters: type[StrictFilterSet]) -> list[dict]:
    """Describe the parameters of a filter set."""
    return [_filter(name, chosen) for name, chosen in filters.base_filters.items()]


def list_parameters(
    filters: type[StrictFilterSet], fields: list[str] | None, takeaway: Takeaway | None = None
) -> list[dict]:
    """Describe what every list takes beside its filters; `fields` are those that it knows."""
    found = [
        *filter_parameters(filters),
        described("changed_since", TEXT, "Changed after a moment, given as for as_of."),
        described(
            "ordering",
            {**words(filters.orderings), "default": next(iter(filters.orderings))},
            "What stands first; with a minus, the greatest does.",
        ),
        described(
            "limit",
            {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100},
            "How many a page may hold.",
        ),
        described(
            "cursor",
            {**TEXT, "maxLength": LONGEST},
            "Where the page begins: part of the address in next, never made by hand.",
        ),
        as_of(),
        *(file_parameters(takeaway) if takeaway else [form()]),
    ]
    if filters.facets:
        found.append(listing("facets", filters.facets, "Count the values of these parameters."))
    if fields:
        found.append(listing("fields", fields, "Answer with the id and these alone."))
    return found


def as_of() -> dict:
    return described(
        "as_of",
        TEXT,
        "What was published at a time (2020-09-28T12:00:00Z), by the end of a day (2020-09-28) or "
        "in an edition (edition:12).",
    )


def form() -> dict:
    return described("format", {"type": "string", "const": "json"}, "The one format there is.")


def file_parameters(takeaway: Takeaway) -> list[dict]:
    """Describe what a list takes that can be taken away as a file."""
    formats = [name for name in MEDIA_TYPES if name != GEOJSON or takeaway.tables[0].latitude]
    yes = {"type": "string", "enum": ["0", "1"]}
    return [
        described(
            "format",
            {**words(["json", *formats]), "default": "json"},
            "The format; all but json give the whole list, or as much of it as limit says.",
        ),
        described(
            "table",
            words(one.name for one in takeaway.tables),
            "Which table, of csv and xlsx; see the codebook.",
        ),
        described("hxl", yes, "Whether a second line has HXL tags, in csv and xlsx."),
        described("header", yes, "Whether a csv says what it is in lines before the names."),
        described("metadata", yes, "Whether to describe the file (CSVW) instead of giving it."),
    ]


def listing(name: str, known: list[str], meaning: str) -> dict:
    """Describe a parameter that holds words, separated by commas."""
    schema = {"type": "array", "items": words(known)}
    return described(name, schema, meaning) | {"style": "form", "explode": False}


def described(name: str, schema: Schema, meaning: str = "") -> dict:
    parameter = {"name": name, "in": "query", "schema": schema}
    return parameter | ({"description": meaning} if meaning else {})


def _filter(name: str, chosen: django_filters.Filter) -> dict:
    meaning = MEANINGS[name.removeprefix("not_")]
    if name.startswith("not_"):
        meaning = f"Leave out: {meaning[0].lower()}{meaning[1:]}"
    if not isinstance(chosen, AnyOf):
        return described(name, _single(chosen), meaning)
    schema = {"type": "array", "items": _item(chosen)}
    return described(name, schema, meaning) | {"style": "form", "explode": True}


def _item(chosen: AnyOf) -> Schema:
    if choices := chosen.extra.get("choices"):
        return words([*(word for word, _ in choices), UNSET])
    if isinstance(chosen, AnyId):
        return {"type": "string", "pattern": ID_OR_UNSET}
    if isinstance(chosen, AnyCountry):
        return {"type": "string", "pattern": f"^({COUNTRY.pattern}|{UNSET})$"}
    return TEXT


def _single(chosen: django_filters.Filter) -> Schema:
    if isinstance(chosen, django_filters.DateFilter):
        return DAY
    if isinstance(chosen, django_filters.ChoiceFilter):
        return words([word for word, _ in chosen.extra["choices"]])
    return {**TEXT, "maxLength": chosen.extra["max_length"]} if isinstance(chosen, Words) else TEXT
