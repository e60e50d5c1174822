"""How statements, promises and links are told: documents become what the components take."""

from datetime import date

from dates.documents import date_document
from dates.partial import PartialDate
from incidents.wording import figure_words
from ledger.wording import capital
from sources.reading import LANGUAGES, Reading

from .definitions import VOCABULARIES
from .standing import commitment_state
from .vocabulary import (
    SYMMETRIC,
    CommitmentKind,
    LinkConfidence,
    LinkKind,
    Provenance,
    RenderingKind,
    StatementKind,
)

NOBODY = {"name": "Speaker not known", "url": "", "role": "", "via": None}

# What a linked record is to the one whose page it stands on: as its cause, as its effect.
HOW = {
    LinkKind.PROVOKED_RETALIATION: ("provoked it", "in retaliation"),
    LinkKind.PROMPTED_RESPONSE: ("prompted it", "in response"),
    LinkKind.LED_TO: ("led to it", "came of it"),
    LinkKind.ENDED: ("ended it", "ended by it"),
    LinkKind.GIVEN_AS_REASON: ("given as the reason for it", "justified with it"),
    LinkKind.PRESSURE_FOR: ("put pressure towards it", "came under its pressure"),
    LinkKind.CONTRADICTED_BY: ("contradicted by it", "contradicts it"),
    LinkKind.RENEWED_BY: ("renewed by it", "renews it"),
    LinkKind.SUCCEEDED_BY: ("succeeded by it", "succeeds it"),
    LinkKind.FOLLOWED: ("came before it", "came after it"),
    LinkKind.SAME_OPERATION: ("one operation with it", "one operation with it"),
    LinkKind.SAME_WAVE: ("of one wave with it", "of one wave with it"),
}


def quote(reading: Reading, document: dict, on: date) -> dict:
    """Return what `components/quote.html` takes of a statement's document, as seen on a day."""
    return {
        "id": document["id"],
        "url": reading.url(document["id"]),
        "speaker": speaker(reading, document),
        "kind": statement_kind(document),
        "date": reading.date(document["date"]),
        "venue": document["venue"] or "",
        "provenance": provenance_words(document),
        "notes": reading.notes(document["citations"], "the statement", side=False),
        "summary": "" if document["renderings"] else document["summary"] or "",
        "texts": [_text(reading, row) for row in in_reading_order(document["renderings"])],
        "missing": "No words of it are recorded.",
        "commitments": [commitment(reading, document, row, on) for row in document["commitments"]],
    }


def commitment(reading: Reading, document: dict, row: dict, on: date) -> dict:
    """Return what `components/commitment.html` and `components/promise.html` take.

    `document` is the statement's, `row` one of its commitments; `on` is the day from which
    pending and overdue are told apart.
    """
    standing = commitment_state(row, on=on)
    said_on = document["date"]
    return {
        "id": row["id"],
        "url": f"{reading.url(document['id'])}#{row['id']}",
        "statement_url": reading.url(document["id"]),
        "what": row["text"],
        "kind": capital(CommitmentKind(row["type"]).label),
        "status": VOCABULARIES["commitment_state"].status(standing["state"], row["id"]),
        "due": due_words(row),
        "checked": _checked_words(standing["last_checked"]),
        "condition": row["condition"] or "",
        "consequence": row["consequence"] or "",
        "target": target_words(row["target"]),
        "note": row["note"] or "",
        "who": _promisor(reading, document, row),
        "to": reading.says(row["addressee"], said_on),
        "must_act": reading.says(row["obliged"], said_on),
        "given": reading.date(said_on),
        "notes": reading.notes(row["citations"], "the promise", side=False),
        "followups": [_follow_up(reading, one) for one in row["follow_ups"]],
    }


def relation(reading: Reading, document: dict, seen_from: str) -> dict:
    """Return what `components/relation.html` takes of a link's document.

    It shows the record at the other end from `seen_from`; `direction` says where it stands from
    there: "before" (a cause), "after" (an effect) or "beside" (one operation, one wave).
    """
    is_cause = document["effect"] == seen_from
    other = document["cause"] if is_cause else document["effect"]
    brief = reading.names.get(other, {"name": None})
    return {
        "direction": _direction(document["type"], is_cause),
        "date": {"text": brief.get("date") or "date not known", "iso": ""},
        "sort": brief.get("sort") or "",
        "url": reading.url(other),
        "title": reading.name(other),
        "how": _how(document, is_cause),
        "by": _asserted(reading, document),
        "notes": reading.notes(document["citations"], "the link", side=False),
    }


def relations(reading: Reading, links: list[dict], seen_from: str) -> dict[str, list[dict]]:
    """Return links by direction, each side in order of time; undated ones come last."""
    told = [relation(reading, link, seen_from) for link in links]
    told.sort(key=lambda one: one["sort"] or "9999")
    return {
        where: [one for one in told if one["direction"] == where]
        for where in ("before", "after", "beside")
    }


def speaker(reading: Reading, document: dict) -> dict:
    """Return what `components/who.html` takes of who spoke, with the role held and for whom."""
    behalf = document["on_behalf_of"]
    role = ", ".join(
        part
        for part in (
            document["role_held"],
            behalf and f"for {reading.name(behalf, document['date'])}",
        )
        if part
    )
    return reading.who(document["speaker"], role=role, on=document["date"]) or {
        **NOBODY,
        "role": role,
    }


def commitment_status(row: dict, on: date) -> dict:
    """Return what `components/status.html` takes: where a commitment stands on a day."""
    return VOCABULARIES["commitment_state"].status(commitment_state(row, on=on)["state"])


def statement_kind(document: dict) -> str:
    """Return the kind of a statement with a capital: "Ultimatum"."""
    return capital(StatementKind(document["type"]).label)


def provenance_words(document: dict) -> str:
    """Say how a statement became known; "" for what was said in public."""
    if document["provenance"] == Provenance.PUBLIC:
        return ""
    return Provenance(document["provenance"]).label


def in_reading_order(renderings: list[dict]) -> list[dict]:
    """Return a statement's renderings, original words first."""
    return sorted(renderings, key=lambda row: row["type"] != RenderingKind.ORIGINAL)


def due_words(row: dict) -> str:
    """Say by when: "due 2 November 2020, 30 days from the order"; "" without a deadline."""
    deadline = row["deadline"]
    when = ", ".join(
        part for part in (deadline and deadline["text"], row["deadline_relative"]) if part
    )
    return f"due {when}" if when else ""


def target_words(target: dict | None) -> str:
    """Say a measurable target: "2,200 troops", "2,000–2,500 troops"; "" without one."""
    return f"{figure_words(target)} {target['unit'] or ''}".strip() if target else ""


def _text(reading: Reading, row: dict) -> dict:
    return {
        "text": row["text"],
        "lang": row["language"],
        "label": _rendering_label(reading, row),
        "notes": reading.notes(row["citations"], "the words", side=False),
    }


def _rendering_label(reading: Reading, row: dict) -> str:
    language = LANGUAGES.get(row["language"].partition("-")[0], row["language"])
    by = reading.says(row["by"])
    match row["type"]:
        case RenderingKind.ORIGINAL:
            return f"{language}, original, as printed by {by}" if by else f"{language}, original"
        case RenderingKind.TRANSLATION:
            return f"{language}, translated by {by}" if by else f"{language}, a translation"
    return f"{language}, in the words of {by}" if by else f"{language}, a paraphrase"


def _promisor(reading: Reading, document: dict, row: dict) -> dict:
    """Return who gave the word; the role held that day, where it is the speaker."""
    promisor = row["promisor"]
    own = promisor is None or promisor["record"] == (document["speaker"] or {}).get("record")
    return speaker(reading, document) if own else reading.who(promisor, on=document["date"])


def _follow_up(reading: Reading, row: dict) -> dict:
    return {
        "date": reading.date(row["date"], short=True),
        "status": VOCABULARIES["verdict"].status(row["verdict"]),
        "records": [reading.link(one) for one in row["records"]],
        "text": row["note"] or "",
        "by": reading.says(row["by"]),
        "notes": reading.notes(row["citations"], "what became of a promise", side=False),
    }


def _checked_words(day: str | None) -> str:
    return f"last checked {date_document(PartialDate(day))['text']}" if day else ""


def _direction(link_kind: str, is_cause: bool) -> str:
    if link_kind in (*SYMMETRIC, LinkKind.CONTRADICTED_BY):
        return "beside"
    return "before" if is_cause else "after"


def _how(document: dict, is_cause: bool) -> str:
    as_cause, as_effect = HOW[document["type"]]
    words = as_cause if is_cause else as_effect
    if document["confidence"] == LinkConfidence.ASSERTED:
        return words
    return f"{words} ({LinkConfidence(document['confidence']).label})"


def _asserted(reading: Reading, document: dict) -> str:
    by = reading.says(document["by"])
    parts = (f"according to {by}" if by else "", document["note"])
    return ". ".join(part for part in parts if part)
