"""What an incident's document rests on beyond its own state, and whose documents rest on it.

An operation without reports of its own is the sum of its parts; parts use the operation's
attributions; a claim that covers several incidents stands in each; sources that derive from one
origin are one author. A public document rests on public material alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ledger.identity import sort_key
from ledger.models import Record
from ledger.published import PublishedStates
from ledger.shapes import references
from sources.indexing import origins_of

from .shapes import INCIDENT
from .tolls import toll


def around_incidents(states: Mapping[str, dict], published: PublishedStates) -> dict[str, dict]:
    """Return, for each incident: origins, parts and their tolls, what others say, countries."""
    neighbours = published.referring_to(states, "incident") if states else {}
    parents = published.many({state["parent"] for state in states.values() if state["parent"]})
    everything = [*states.values(), *neighbours.values()]
    cited = set().union(*(references(INCIDENT, state) for state in everything))
    origins = origins_of({key for key in cited if key.startswith("R")}, published)
    countries = _countries(states, published)
    near = _by_whom_they_concern(neighbours)
    return {
        key: {
            **_from_neighbours(key, _open_to_readers_of(state, near.get(key, {})), origins),
            "attributions_of_operation": _attributions(
                _open_to_readers_of(state, _some(parents, [state["parent"]])).get(state["parent"])
            ),
            "countries": countries[key],
        }
        for key, state in states.items()
    }


def resting_on_incident(
    public_id: str, new: dict | None, old: dict | None, published: PublishedStates
) -> set[str]:
    """Name the operation, the parts and the incidents covered by its claims, new and old."""
    found = {state["parent"] for state in (new, old) if state and state["parent"]}
    for state in filter(None, (new, old)):
        found |= {covered for claim in state["claims"] for covered in claim["also_covers"]}
    return found | _parts(public_id, published.referring_to([public_id], "incident")).keys()


def around_places(states: Mapping[str, dict], published: PublishedStates) -> dict[str, dict]:
    """Return, for each place, itself and all that it lies in."""
    found = published.following(states, "parents")
    return {key: {"within": _within(key, found)} for key in states}


def resting_on_place(
    public_id: str, new: dict | None, old: dict | None, published: PublishedStates
) -> set[str]:
    """Name the incidents at a place whose country changed, the places in one that moved."""
    moved = not (new and old) or new["parents"] != old["parents"]
    other_country = not (new and old) or any(
        new[field] != old[field] for field in ("country", "audience")
    )
    found: set[str] = set()
    if other_country:
        found |= published.referring_to([public_id], "incident").keys()
    if moved:
        within = published.referring_to([public_id], "place")
        found |= {key for key, state in within.items() if public_id in state["parents"]}
    return found


def _from_neighbours(
    public_id: str, neighbours: dict[str, dict], origins: Mapping[str, str]
) -> dict:
    """Return what an incident's document takes from its parts and from claims that cover it."""
    parts = _parts(public_id, neighbours)
    return {
        "origins": origins,
        "parts": sorted(parts, key=lambda part: int(part[1:])),
        "tolls_of_parts": [
            toll(part["casualty_reports"], origins=origins) for part in parts.values()
        ],
        "claims_from_others": _claims_covering(public_id, neighbours),
        "also_refers_to": _from_others(public_id, neighbours),
    }


def _open_to_readers_of(state: dict, others: Mapping[str, dict]) -> dict[str, dict]:
    """Keep what all who may read a state may read too: of members' material, members alone."""
    if state["audience"] == Record.Audience.MEMBERS:
        return dict(others)
    return {key: other for key, other in others.items() if other["audience"] == state["audience"]}


def _some(states: Mapping[str, dict], public_ids: Iterable[str | None]) -> dict[str, dict]:
    return {one: states[one] for one in public_ids if one in states}


def _by_whom_they_concern(neighbours: Mapping[str, dict]) -> dict[str, dict[str, dict]]:
    """Group incidents by the operations that they are parts of and the incidents they claim."""
    near: dict[str, dict[str, dict]] = defaultdict(dict)
    for key in sorted(neighbours, key=sort_key):  # so that a document is the same however made
        state = neighbours[key]
        covered = {one for claim in state["claims"] for one in claim["also_covers"]}
        for one in covered | {state["parent"]}:
            near[one][key] = state
    return near


def _parts(public_id: str, neighbours: dict[str, dict]) -> dict[str, dict]:
    return {key: state for key, state in neighbours.items() if state["parent"] == public_id}


def _claims_covering(public_id: str, neighbours: dict[str, dict]) -> list[dict]:
    """Claims recorded elsewhere; their keys name where, so that none stands twice here."""
    return [
        {**claim, "key": f"{key}.{claim['key']}", "replies_to": None, "recorded_at": key}
        for key, state in neighbours.items()
        for claim in state["claims"]
        if public_id in claim["also_covers"]
    ]


def _from_others(public_id: str, neighbours: dict[str, dict]) -> set[str]:
    """Return the ids that an incident's document shows because others' states name it."""
    covering = _claims_covering(public_id, neighbours)
    shown = references(INCIDENT, {"claims": covering})
    return (
        shown | {claim["recorded_at"] for claim in covering} | _parts(public_id, neighbours).keys()
    )


def _attributions(operation: dict | None) -> list[dict]:
    return [
        {**row, "accused_with": [{"record": actor} for actor in row["accused_with"]]}
        for row in (operation["attributions"] if operation else [])
    ]


def _countries(states: Mapping[str, dict], published: PublishedStates) -> dict[str, list[str]]:
    places = published.many(
        {row["place"] for state in states.values() for row in state["places"] if row["place"]}
    )
    return {key: _countries_of(state, places) for key, state in states.items()}


def _countries_of(state: dict, places: Mapping[str, dict]) -> list[str]:
    mine = _some(places, [row["place"] for row in state["places"]])
    found = _open_to_readers_of(state, mine).values()
    return sorted({place["country"] for place in found if place["country"]})


def _within(public_id: str, found: dict[str, dict]) -> list[str]:
    within, fresh = {public_id}, {public_id}
    while fresh:
        fresh = {up for key in fresh if key in found for up in found[key]["parents"]} - within
        within |= fresh
    return sorted(within)
