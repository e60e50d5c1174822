"""Statements and commitments as seen from a day: where each commitment stands then. Pure."""

from datetime import date

from .standing import commitment_state

SAID = ("speaker", "role_held", "on_behalf_of", "date", "venue", "provenance", "about")


def seen_from(document: dict, *, on: date) -> dict:
    """Return a document as seen from a day: that of a statement says where its promises stand."""
    if document["kind"] != "statement":
        return document
    commitments = [standing(one, on=on) for one in document["commitments"]]
    return {**document, "commitments": commitments}


def standing(commitment: dict, *, on: date) -> dict:
    """Add to a commitment where it stands on a day."""
    found = commitment_state(commitment, on=on)
    return {
        **commitment,
        "state": found["state"],
        "state_since": found["since"],
        "last_checked": found["last_checked"],
        "decided_by": found["by"],
    }


def commitment_document(statement: dict, key: str) -> dict | None:
    """Return a commitment of a statement seen from a day, with who said it and when; or None."""
    own = next((one for one in statement["commitments"] if one["key"] == key), None)
    if own is None:
        return None
    head = {"id": own["id"], "kind": "commitment", "statement": statement["id"]}
    return head | {name: statement[name] for name in SAID} | own
