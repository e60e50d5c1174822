"""What readers get of a source, and the parts that every document is made of."""

from functools import lru_cache

from dates.documents import date_document, from_state


def said(text: str) -> str | None:
    """Return the text, or None where nothing is said."""
    return text or None


def day(state: dict | None) -> dict | None:
    """Turn a state's date into a document's."""
    return None if state is None else dict(_day(state["edtf"], state["wording"], state["time"]))


@lru_cache(maxsize=16384)
def _day(edtf: str, wording: str, time: str) -> dict:
    """Make a date's document; the same days come again and again."""
    return date_document(*from_state({"edtf": edtf, "wording": wording, "time": time}))


def cited(citations: list[dict]) -> list[dict]:
    """Turn a state's citations into a document's."""
    return [
        {
            "field": said(citation["field"]),
            "source": citation["source"],
            "locator": said(citation["locator"]),
            "quote": said(citation["quote"]),
            "credibility": citation["credibility"],
        }
        for citation in citations
    ]


def rivals(rows: list[dict]) -> list[dict]:
    """What else is said of fields of a record: see RivalAssertion."""
    return [
        {
            "key": row["key"],
            "row": said(row["row"]),
            "field": row["field"],
            "value": row["value"],
            "text": row["wording"],
            "by": row["by"],
            "reported_on": day(row["reported_on"]),
            "adopted": row["adopted"],
            "reason": said(row["reason"]),
            "citations": cited(row["citations"]),
        }
        for row in rows
    ]


def source_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "source",
        "title": state["title"],
        "type": state["source_kind"],
        "publisher": said(state["publisher"]),
        "author": said(state["author"]),
        "language": said(state["language"]),
        "published": day(state["published"]),
        "address": said(state["address"]),
        "reliability": state["reliability"],
        "derived_from": state["derived_from"],
        "note": said(state["note"]),
        "captures": [
            {
                "key": row["key"],
                "address": said(row["address"]),
                "accessed_at": row["accessed_at"],
                "sha256": said(row["sha256"]),
            }
            for row in state["captures"]
        ],
    }


def brief_source(document: dict) -> dict:
    published = document["published"]
    return {
        "name": document["title"],
        "publisher": document["publisher"],
        "published": published and published["text"],
        "language": document["language"],
        "address": document["address"],
        "reliability": document["reliability"],
        "archive": next((one["address"] for one in document["captures"] if one["address"]), None),
        "derived_from": document["derived_from"],
    }


def source_texts(document: dict) -> list[tuple[str, str]]:
    return [
        ("A", document["title"]),
        ("B", document["publisher"] or ""),
        ("B", document["author"] or ""),
        ("C", document["note"] or ""),
    ]
