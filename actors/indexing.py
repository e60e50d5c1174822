"""An actor's line in the index."""

from ledger.folding import fold

from .names import skeleton


def actor_rows(document: dict, around: dict) -> list[dict]:
    bones = {skeleton(name["text"]) for name in document["names"]}
    return [
        {
            "actor_kind": document["type"],
            "country": document["country"] or "",
            "name": document["name"],
            "sort_name": fold(document["name"]),
            "skeletons": "\n".join(sorted(filter(None, bones))),
        }
    ]
