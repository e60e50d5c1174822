"""What readers get of events, statements, links and chronologies. Pure."""

from sources.documents import cited, day, rivals, said

from .vocabulary import LinkKind, StatementKind


def event_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "event",
        "title": state["title"],
        "type": state["event_type"],
        "summary": said(state["summary"]),
        "date": day(state["date"]),
        "place": state["place"],
        "place_text": said(state["place_text"]),
        "participants": [
            {
                "key": row["key"],
                "who": row["who"],
                "role": said(row["role"]),
                "citations": cited(row["citations"]),
            }
            for row in state["participants"]
        ],
        "numbers": [
            {
                "key": row["key"],
                "what": row["what"],
                "low": row["low"],
                "high": row["high"],
                "wording": said(row["wording"]),
                "by": row["by"],
                "citations": cited(row["citations"]),
            }
            for row in state["numbers"]
        ],
        "rivals": rivals(state["rivals"]),
        "citations": cited(state["citations"]),
    }


def brief_event(document: dict) -> dict:
    date = document["date"]
    return {
        "name": document["title"],
        "type": document["type"],
        "date": date and date["text"],
        "sort": date and date["earliest"],
    }


def event_texts(document: dict) -> list[tuple[str, str]]:
    return [
        ("A", document["title"]),
        ("B", document["summary"] or ""),
        ("B", document["place_text"] or ""),
        *(("C", (row["who"] or {}).get("text") or "") for row in document["participants"]),
    ]


def statement_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "statement",
        "type": state["statement_kind"],
        "speaker": state["speaker"],
        "role_held": said(state["role_held"]),
        "on_behalf_of": state["on_behalf_of"],
        "date": day(state["date"]),
        "venue": said(state["venue"]),
        "provenance": state["provenance"],
        "summary": said(state["summary"]),
        "about": state["about"],
        "renderings": [
            {
                "key": row["key"],
                "text": row["text"],
                "language": row["language"],
                "type": row["rendering_kind"],
                "by": row["by"],
                "citations": cited(row["citations"]),
            }
            for row in state["renderings"]
        ],
        "commitments": [_commitment(public_id, row) for row in state["commitments"]],
        "rivals": rivals(state["rivals"]),
        "citations": cited(state["citations"]),
    }


def _commitment(statement: str, row: dict) -> dict:
    return {
        "id": f"{statement}.{row['key']}",
        "key": row["key"],
        "text": row["text"],
        "type": row["commitment_kind"],
        "promisor": row["promisor"],
        "obliged": row["obliged"],
        "addressee": row["addressee"],
        "condition": said(row["condition"]),
        "consequence": said(row["consequence"]),
        "deadline": day(row["deadline"]),
        "deadline_relative": said(row["deadline_relative"]),
        "target": _target(row),
        "note": said(row["note"]),
        "citations": cited(row["citations"]),
        "follow_ups": [
            {
                "key": follow_up["key"],
                "date": day(follow_up["date"]),
                "by": follow_up["by"],
                "verdict": follow_up["verdict"],
                "records": follow_up["records"],
                "note": said(follow_up["note"]),
                "citations": cited(follow_up["citations"]),
            }
            for follow_up in row["follow_ups"]
        ],
    }


def _target(row: dict) -> dict | None:
    if row["target_low"] is None and row["target_high"] is None:
        return None
    return {"low": row["target_low"], "high": row["target_high"], "unit": said(row["target_unit"])}


def statement_name(document: dict) -> str:
    """Name a statement: what it is, and how it begins."""
    words = document["summary"] or next((row["text"] for row in document["renderings"]), "")
    kind = StatementKind(document["type"]).label.capitalize()
    return f"{kind}: {shortened(words)}" if words else kind


def shortened(words: str, length: int = 120) -> str:
    """Cut words at a space before `length`, marking the cut."""
    if len(words) <= length:
        return words
    return f"{words[:length].rsplit(' ', 1)[0]} …"


def brief_statement(document: dict) -> dict:
    date = document["date"]
    return {
        "name": statement_name(document),
        "type": document["type"],
        "speaker": document["speaker"],
        "date": date and date["text"],
        "sort": date and date["earliest"],
        "commitments": len(document["commitments"]),
    }


def statement_texts(document: dict) -> list[tuple[str, str]]:
    return [
        ("A", document["summary"] or ""),
        *(("A", row["text"]) for row in document["renderings"]),
        ("B", document["role_held"] or ""),
        ("B", (document["speaker"] or {}).get("text") or ""),
        *(("B", row["text"]) for row in document["commitments"]),
        *(("C", row["condition"] or "") for row in document["commitments"]),
    ]


def link_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "link",
        "type": state["link_kind"],
        "cause": state["cause"],
        "effect": state["effect"],
        "by": state["by"],
        "confidence": state["confidence"],
        "note": said(state["note"]),
        "citations": cited(state["citations"]),
    }


def brief_link(document: dict) -> dict:
    kind = LinkKind(document["type"]).label
    return {"name": f"{document['cause']} {kind} {document['effect']}", "type": document["type"]}


def link_texts(document: dict) -> list[tuple[str, str]]:
    return [("C", document["note"] or "")]


def chronology_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "chronology",
        "title": state["title"],
        "introduction": said(state["introduction"]),
        "entries": [
            {
                "key": row["key"],
                "record": row["entry_record"],
                "note": said(row["note"]),
                "citations": cited(row["citations"]),
            }
            for row in state["entries"]
        ],
        "citations": cited(state["citations"]),
    }


def brief_chronology(document: dict) -> dict:
    return {"name": document["title"]}


def chronology_texts(document: dict) -> list[tuple[str, str]]:
    return [
        ("A", document["title"]),
        ("B", document["introduction"] or ""),
        *(("C", row["note"] or "") for row in document["entries"]),
    ]
