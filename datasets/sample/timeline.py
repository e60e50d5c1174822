"""Events, statements with their commitments, and links, in short form."""

from . import terms
from .knowledge import patched
from .native import sources_of

EDITORS = {"text": "the editors"}

# Speakers whose "role" in the file is where or how they spoke.
NOT_ROLES = ("statement", "text", "letter")


def event(record: dict, known: dict) -> dict:
    """Return an event; `known` gives roles of who took part, numbers, rivals and other fields."""
    roles = known.get("roles", {})
    short = {
        "title": terms.spelled_out(record["title"]),
        "event_type": terms.ours(terms.EVENT_TYPES, record["kind"]),
        "summary": terms.spelled_out(record["summary"]),
        "date": record["date"],
        "place": record["place"],
        "participants": [{"who": who, "role": roles.get(who, "")} for who in record["actors"]],
        "numbers": known.get("numbers", []),
        "rivals": known.get("rivals", []),
        "cite": [{"source": one, "field": "summary"} for one in sources_of(record)],
    }
    short["participants"] += known.get("participants", [])
    return short | known.get("fields", {})


def statement(record: dict, commitments: list[dict], known: dict) -> dict:
    """Return a statement; `known` gives its summary, provenance and other wordings."""
    spoken = any(word in (record["role"] or "") for word in NOT_ROLES)
    short = {
        "statement_kind": terms.ours(terms.STATEMENT_KINDS, record["kind"]),
        "speaker": record["speaker"],
        "role_held": "" if spoken else terms.spelled_out(record["role"] or ""),
        "venue": record["role"] if spoken else "",
        "on_behalf_of": _principal(record),
        "date": record["date"],
        "about": record["about"],
        "renderings": patched(_renderings(record), known.get("renderings")),
        "commitments": commitments,
        "rivals": known.get("rivals", []),
        "cite": [{"source": one, "field": "summary"} for one in sources_of(record)],
    }
    return short | known.get("fields", {})


def _renderings(record: dict) -> list[dict]:
    """Return the one wording of a statement that the file gives, if it gives any."""
    if not record["quote"]:
        return []
    return [{"text": record["quote"], "language": record["lang"], "cite": sources_of(record)}]


def _principal(record: dict) -> str | None:
    principal = record["on_behalf_of"]
    return principal if principal != record["speaker"] else None


def commitment(record: dict, speaker: str, known: dict) -> dict:
    """Return a commitment with what the editors found became of it."""
    short = {
        "text": record["text"],
        "commitment_kind": terms.ours(terms.COMMITMENT_KINDS, record["kind"]),
        "promisor": speaker,
        "condition": record["conditions"] or "",
        "deadline": record["deadline"],
        "follow_ups": patched(
            [_follow_up(one) for one in record["followups"]], known.get("follow_ups")
        ),
        "cite": sources_of(record),
    }
    return short | known.get("fields", {})


def _follow_up(record: dict) -> dict:
    return {
        "date": record["date"],
        "by": EDITORS,
        "verdict": terms.VERDICTS[record["verdict"]],
        "records": record["evidence"],
        "cite": sources_of(record),
    }


def link(record: dict, known: dict) -> dict:
    """Return a link, read from cause to effect."""
    kind, confidence = terms.LINKS.get(record["kind"], (record["kind"], "asserted"))
    short = {
        "cause": record["cause"],
        "effect": record["effect"],
        "link_kind": kind,
        "confidence": confidence,
        "note": record["note"] or "",
        "cite": sources_of(record),
    }
    return short | known
