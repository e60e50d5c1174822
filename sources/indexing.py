"""A source's line in the index, and what rests on a source beyond its own document."""

from datetime import date

from ledger.folding import fold
from ledger.published import PublishedStates


def source_rows(document: dict, around: dict) -> list[dict]:
    published = document["published"] or {}
    return [
        {
            "source_kind": document["type"],
            "title": document["title"],
            "publisher": document["publisher"] or "",
            "language": document["language"] or "",
            "reliability": document["reliability"],
            "date_earliest": published.get("earliest"),
            "date_latest": published.get("latest"),
            "date_approximate": published.get("approximate", False),
            "sort_date": published.get("earliest") or published.get("latest") or date.min,
            "sort_title": fold(document["title"]),
        }
    ]


def origins_of(source_ids: set[str], published: PublishedStates) -> dict[str, str]:
    """Map each source to the one it derives from, along the whole chain."""
    chain = published.following(source_ids, "derived_from")
    return {key: state["derived_from"] for key, state in chain.items() if state["derived_from"]}


def resting_on_origin(
    public_id: str, new: dict | None, old: dict | None, published: PublishedStates
) -> set[str]:
    """Name the incidents whose tolls change when a source turns out to derive from another."""
    if (new or {}).get("derived_from") == (old or {}).get("derived_from"):
        return set()
    deriving, fresh = {public_id}, {public_id}
    while fresh:
        states = published.referring_to(fresh, "source")
        fresh = {key for key, one in states.items() if one["derived_from"] in fresh} - deriving
        deriving |= fresh
    return set(published.referring_to(deriving, "incident"))
