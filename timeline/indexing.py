"""The lines of events, statements, commitments and chronologies in the index."""

from datetime import date

from .standing import commitment_state


def _dated(date_document: dict | None) -> dict:
    when = date_document or {}
    return {
        "date_earliest": when.get("earliest"),
        "date_latest": when.get("latest"),
        "date_approximate": when.get("approximate", False),
        "sort_date": when.get("earliest") or when.get("latest") or date.min,
    }


def _record(who: dict | None) -> str:
    return (who or {}).get("record") or ""


def event_rows(document: dict, around: dict) -> list[dict]:
    actors = {_record(row["who"]) for row in document["participants"]} - {""}
    return [
        {
            **_dated(document["date"]),
            "event_type": document["type"],
            "actors": sorted(actors),
            "place": document["place"] or "",
        }
    ]


def statement_rows(document: dict, around: dict) -> list[dict]:
    return [
        {
            **_dated(document["date"]),
            "statement_kind": document["type"],
            "provenance": document["provenance"],
            "speaker": _record(document["speaker"]),
            "on_behalf_of": document["on_behalf_of"] or "",
            "about": document["about"],
            "has_commitment": bool(document["commitments"]),
        }
    ]


def commitment_rows(document: dict, around: dict) -> list[dict]:
    return [
        {
            **_dated(document["date"]),
            "number": row["key"],
            "commitment_kind": row["type"],
            "promisor": _record(row["promisor"]) or _record(document["speaker"]),
            "obliged": _record(row["obliged"]),
            "addressee": _record(row["addressee"]),
            "deadline_earliest": (row["deadline"] or {}).get("earliest"),
            "deadline_latest": (row["deadline"] or {}).get("latest"),
            "sort_deadline": (row["deadline"] or {}).get("latest") or date.max,
            "settled": settled_verdict(row),
        }
        for row in document["commitments"]
    ]


def settled_verdict(commitment: dict) -> str:
    """Return the state of a commitment where no day can change it, "" where one can."""
    state = commitment_state(commitment, on=date.min)["state"]
    return "" if state == "pending" else state


def chronology_rows(document: dict, around: dict) -> list[dict]:
    return [{"title": document["title"]}]
