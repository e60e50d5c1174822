"""Who did it, in a few words: those who claim an attack now and those whom others accuse."""

from collections.abc import Iterable, Sequence

from ledger.wording import counted, listed
from sources.reading import Reading

from .definitions import VOCABULARIES
from .statuses import accused, claimants, current_attributions

NAMED_AT_MOST = 2
# How the word of a status goes on where somebody is named.
NAMING = {
    ("claim_status", "claimed"): " by {}",
    ("claim_status", "contested"): ": {}",
    ("claim_status", "implied"): " by {}",
    ("attribution_status", "confirmed"): ": {}",
    ("attribution_status", "contested"): ": {}",
    ("attribution_status", "suspected"): ": {}",
}


def claiming(document: dict) -> list[dict]:
    """Who claims or implies the attack now and is named."""
    return [one["who"] for one in claimants(document["claims"]) if one["who"]]


def blamed(attributions: Sequence[dict], *, operation: Sequence[dict] = ()) -> list[dict]:
    """Who is accused now, without those whom a narrower accusation names more exactly."""
    found = accused(attributions, operation=operation)
    counting = {one["attribution"] for one in found}
    rows = current_attributions([*attributions, *operation])
    narrowed = {row["narrows"] for row in rows if row["key"] in counting}
    return [one["who"] for one in found if one["attribution"] not in narrowed]


def first_names(names: Sequence[str]) -> str:
    """Name two at most, and say how many others there are; "" for nobody."""
    once = list(dict.fromkeys(names))
    if len(once) <= NAMED_AT_MOST:
        return listed(once)
    shown, left = once[:NAMED_AT_MOST], len(once) - NAMED_AT_MOST
    return f"{', '.join(shown)} and {counted(left, 'other', 'others')}"


def statuses_naming(reading: Reading, document: dict) -> list[dict]:
    """Return the statuses as `components/status.html` takes them: "Suspected: outlaws"."""
    return [
        _naming(reading, name, document[name], who)
        for name, who in _doers(document).items()
        if document[name] != "none"
    ]


def doers_in(documents: Iterable[dict]) -> set[str]:
    """Name the records that `statuses_naming` speaks of."""
    everybody = (who for one in documents for found in _doers(one).values() for who in found)
    return {public_id for who in everybody for public_id in _ids(who)}


def _doers(document: dict) -> dict[str, list[dict]]:
    return {
        "claim_status": claiming(document),
        "attribution_status": blamed(document["attributions"]),
    }


def _naming(reading: Reading, name: str, value: str, who: list[dict]) -> dict:
    status = VOCABULARIES[name].status(value)
    names = first_names([reading.who(one)["name"] for one in who])
    if names and (words := NAMING.get((name, value))):
        status["of"] = words.format(names)
    return status


def _ids(who: dict) -> set[str]:
    """The record that gives somebody a name: their own, or that which speaks of them unnamed."""
    if who["record"] or who["text"]:
        return {who["record"]} - {None}
    return {who["via"]} - {None}
