"""What readers get of an actor: names in every script, and relations as sources assert them."""

from sources.documents import cited, day, rivals, said


def actor_document(public_id: str, state: dict, around: dict) -> dict:
    names = state["actor_names"]
    return {
        "id": public_id,
        "kind": "actor",
        "name": preferred_name(names) or public_id,
        "type": state["actor_kind"],
        "country": said(state["country"]),
        "description": said(state["description"]),
        "names": [_name(row) for row in names],
        "founded": day(state["founded"]),
        "dissolved": day(state["dissolved"]),
        "external_ids": {
            "wikidata": said(state["wikidata"]),
            "ucdp": state["ucdp"],
            "gleditsch_ward": state["gleditsch_ward"],
        },
        "relationships": [_relationship(row) for row in state["relationships"]],
        "rivals": rivals(state["rivals"]),
        "citations": cited(state["citations"]),
    }


def preferred_name(names: list[dict]) -> str:
    """Return the preferred name, else the first; "" where there is none."""
    return next(
        (row["text"] for row in names if row["preferred"]), names[0]["text"] if names else ""
    )


def _name(row: dict) -> dict:
    return {
        "key": row["key"],
        "text": row["text"],
        "language": said(row["language"]),
        "script": said(row["script"]),
        "type": row["name_kind"],
        "preferred": row["preferred"],
        "from": day(row["start"]),
        "until": day(row["end"]),
        "citations": cited(row["citations"]),
    }


def _relationship(row: dict) -> dict:
    return {
        "key": row["key"],
        "relation": row["relation"],
        "object": row["object"],
        "role_title": said(row["role_title"]),
        "start": day(row["start"]),
        "start_is_first_cited": row["start_is_first_cited"],
        "end": day(row["end"]),
        "end_is_last_cited": row["end_is_last_cited"],
        "announced": day(row["announced"]),
        "signed": day(row["signed"]),
        "effective": day(row["effective"]),
        "by": row["by"],
        "confidence": row["confidence"],
        "contested": row["contested"],
        "note": said(row["note"]),
        "citations": cited(row["citations"]),
    }


def brief_actor(document: dict) -> dict:
    """What others show of an actor; `names_then` says what it was called when, if that changed."""
    then = [
        {
            "name": name["text"],
            "from": name["from"] and name["from"]["earliest"],
            "until": name["until"] and name["until"]["latest"],
        }
        for name in document["names"]
        if name["from"] or name["until"]
    ]
    brief = {"name": document["name"], "type": document["type"]}
    return brief | ({"names_then": then} if then else {})


def actor_texts(document: dict) -> list[tuple[str, str]]:
    names = [("A", name["text"]) for name in document["names"]]
    return [*names, ("C", document["description"] or "")]
