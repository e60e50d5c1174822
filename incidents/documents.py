"""What readers get of an incident and of a place. Pure: states in, documents out."""

from actors.documents import preferred_name
from sources.documents import cited, day, rivals, said

from .statuses import attribution_status, claim_status
from .tolls import current_reports, toll


def incident_document(public_id: str, state: dict, around: dict) -> dict:
    """Make an incident's document. `around` is what `incidents.around.around_incidents` returns."""
    claims = [_claim(row) for row in [*state["claims"], *around["claims_from_others"]]]
    attributions = [_attribution(row) for row in state["attributions"]]
    return {
        "id": public_id,
        "kind": "incident",
        "title": state["title"],
        "summary": said(state["summary"]),
        "account": said(state["account"]),
        "type": said(state["incident_type"]),
        "outcome": state["outcome"],
        "part_of": state["parent"],
        "parts": around["parts"],
        "date": day(state["date"]),
        "places": [_place(row) for row in state["places"]],
        "weapons": [_weapon(row) for row in state["weapons"]],
        "parties": [_party(row) for row in state["parties"]],
        "claim_status": claim_status(claims),
        "claims": claims,
        "attribution_status": attribution_status(
            attributions, claims, operation=around["attributions_of_operation"]
        ),
        "attributions": attributions,
        "casualties": _casualties(state["casualty_reports"], around),
        "rivals": rivals(state["rivals"]),
        "tags": state["tags"],
        "citations": cited(state["citations"]),
        "dataset": state["dataset"],
        "dataset_entry": said(state["dataset_entry"]),
        "stated_type": said(state["stated_type"]),
    }


def _place(row: dict) -> dict:
    return {
        "key": row["key"],
        "role": row["role"],
        "place": row["place"],
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "precision": row["precision"],
        "text": said(row["text"]),
        "disputed": row["disputed"],
        "citations": cited(row["citations"]),
    }


def _weapon(row: dict) -> dict:
    return {
        "key": row["key"],
        "weapon": row["weapon"],
        "detail": said(row["detail"]),
        "low": row["low"],
        "high": row["high"],
        "fate": row["fate"],
        "citations": cited(row["citations"]),
    }


def _party(row: dict) -> dict:
    return {
        "key": row["key"],
        "role": row["role"],
        "who": row["who"],
        "low": row["low"],
        "high": row["high"],
        "damage": said(row["damage"]),
        "disputed": row["disputed"],
        "citations": cited(row["citations"]),
    }


def _claim(row: dict) -> dict:
    """A claim; one made in another incident's record carries that incident as `recorded_at`."""
    return {
        "key": row["key"],
        "stance": row["stance"],
        "speaker": row["speaker"],
        "for": _actors(row["claimed_for"]),
        "date": day(row["date"]),
        "medium": said(row["medium"]),
        "medium_detail": said(row["medium_detail"]),
        "quote": said(row["quote"]),
        "quote_language": said(row["quote_language"]),
        "translation": said(row["translation"]),
        "claimed_effect": said(row["claimed_effect"]),
        "authenticity": row["authenticity"],
        "credibility": row["credibility"],
        "replies_to": row["replies_to"],
        "reason": said(row["reason"]),
        "also_covers": row["also_covers"],
        "recorded_at": row.get("recorded_at"),
        "note": said(row["note"]),
        "citations": cited(row["citations"]),
    }


def _attribution(row: dict) -> dict:
    return {
        "key": row["key"],
        "by": row["by"],
        "accused": row["accused"],
        "accused_with": _actors(row["accused_with"]),
        "about_claim": row["about_claim"],
        "responsibility": row["responsibility"],
        "confidence": row["confidence"],
        "basis": row["basis"],
        "wording": said(row["wording"]),
        "wording_language": said(row["wording_language"]),
        "date": day(row["date"]),
        "replaces": row["replaces"],
        "narrows": row["narrows"],
        "surely_this": row["surely_this"],
        "note": said(row["note"]),
        "citations": cited(row["citations"]),
    }


def _actors(public_ids: list[str]) -> list[dict]:
    return [{"record": actor, "text": None, "via": None} for actor in public_ids]


def _casualties(reports: list[dict], around: dict) -> dict:
    standing = current_reports(reports, origins=around["origins"])
    return {
        **toll(reports, origins=around["origins"], parts=around["tolls_of_parts"]),
        "reports": [_report(row, standing.why.get(row["key"])) for row in reports],
    }


def _report(row: dict, why_not_current: str | None) -> dict:
    return {
        "key": row["key"],
        "by": row["by"],
        "reported_on": day(row["reported_on"]),
        "conceded": row["conceded"],
        "scope": said(row["scope"]),
        "relation": said(row["relation"]),
        "related": row["related"],
        "relation_reason": said(row["relation_reason"]),
        "withdrawn": row["withdrawn"],
        "attackers_included": row["attackers_included"],
        "adopted": row["adopted"],
        "why": said(row["adopted_reason"]),
        "current": why_not_current is None,
        "why_not_current": why_not_current,
        "note": said(row["note"]),
        "citations": cited(row["citations"]),
        "counts": [_count(count) for count in row["counts"]],
    }


def _count(row: dict) -> dict:
    return {
        "key": row["key"],
        "outcome": row["outcome"],
        "who": row["who"],
        "sex_age": row["sex_age"],
        "group": said(row["group"]),
        "affiliation": said(row["affiliation"]),
        "nationality": said(row["nationality"]),
        "harm_from": row["harm_from"],
        "low": row["low"],
        "high": row["high"],
        "best": row["best"],
        "approximate": row["approximate"],
        "as_stated": row["as_stated"],
        "wording": said(row["wording"]),
        "part_of": row["part_of"],
        "citations": cited(row["citations"]),
    }


def brief_incident(document: dict) -> dict:
    date = document["date"]
    return {
        "name": document["title"],
        "type": document["type"],
        "date": date and date["text"],
        "sort": date and date["earliest"],
    }


def incident_texts(document: dict) -> list[tuple[str, str]]:
    return [
        ("A", document["title"]),
        ("B", document["summary"] or ""),
        ("C", document["account"] or ""),
        *(("B", row["text"] or "") for row in document["places"]),
        *(("C", (row["who"] or {}).get("text") or "") for row in document["parties"]),
        *(("C", row["quote"] or "") for row in document["claims"]),
        *(("C", row["translation"] or "") for row in document["claims"]),
        *(("C", row["detail"] or "") for row in document["weapons"]),
        *(("B", tag) for tag in document["tags"]),
    ]


def place_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "place",
        "name": preferred_name(state["place_names"]) or public_id,
        "type": state["place_kind"],
        "country": said(state["country"]),
        "country_disputed": state["country_disputed"],
        "names": [
            {
                "key": row["key"],
                "text": row["text"],
                "language": said(row["language"]),
                "used_by": row["used_by"],
                "preferred": row["preferred"],
                "citations": cited(row["citations"]),
            }
            for row in state["place_names"]
        ],
        "parents": state["parents"],
        "latitude": state["latitude"],
        "longitude": state["longitude"],
        "precision": state["precision"],
        "note": said(state["note"]),
        "rivals": rivals(state["rivals"]),
        "citations": cited(state["citations"]),
    }


def brief_place(document: dict) -> dict:
    return {
        "name": document["name"],
        "type": document["type"],
        "country": document["country"],
        "within": document["parents"],
    }


def place_texts(document: dict) -> list[tuple[str, str]]:
    return [*(("A", name["text"]) for name in document["names"]), ("C", document["note"] or "")]
