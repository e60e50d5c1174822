"""A promise, ultimatum, threat or order under the words that gave it, and what became of it."""

from datetime import date

from config.pages.wording import capital, range_words, sentence
from config.vocabulary import VOCABULARIES
from dates.documents import date_document
from dates.partial import PartialDate
from sources.reading import Reading
from timeline.standing import commitment_state
from timeline.vocabulary import CommitmentKind

SETTLED = {"kept", "partly_kept", "broken", "withdrawn", "superseded", "not_triggered"}


def commitment(reading: Reading, statement: dict, row: dict, on: date) -> dict:
    """Return what `components/commitment.html` takes, with the state as seen from the day `on`."""
    state = commitment_state(row, on=on)
    place = row["id"].replace(".", "-")
    return {
        "id": place,
        "url": "",
        "what": row["text"],
        "kind": CommitmentKind(row["type"]).label.capitalize(),
        "status": VOCABULARIES["commitment_state"].status(state["state"], place),
        "due": _due(row, state["state"]),
        "condition": row["condition"] or "",
        "facts": _facts(reading, statement, row),
        "checked": _checked(state["last_checked"]),
        "note": sentence(row["note"] or ""),
        "notes": reading.notes(row["citations"], "a promise", side=False),
        "followups": [_follow_up(reading, one) for one in row["follow_ups"]],
    }


def _due(row: dict, state: str) -> str:
    verb = "was due" if state in SETTLED or state == "overdue" else "due"
    relative = row["deadline_relative"]
    if row["deadline"]:
        clock = f", {row['deadline']['time']}" if row["deadline"]["time"] else ""
        words = f" ({relative})" if relative else ""
        return f"{verb} {row['deadline']['text']}{clock}{words}"
    return f"{verb} {relative}" if relative else "no deadline given"


def _facts(reading: Reading, statement: dict, row: dict) -> list[str]:
    on = statement["date"]
    is_other = row["promisor"] and row["promisor"] != statement["speaker"]
    facts = [
        f"given by {reading.says(row['promisor'], on)}" if is_other else "",
        f"to {reading.says(row['addressee'], on)}" if row["addressee"] else "",
        f"to be done by {reading.says(row['obliged'], on)}" if row["obliged"] else "",
        f"else {row['consequence']}" if row["consequence"] else "",
        _target(row["target"]),
    ]
    return [fact for fact in facts if fact]


def _target(target: dict | None) -> str:
    if target is None:
        return ""
    return f"target: {range_words(target['low'], target['high'])} {target['unit'] or ''}".rstrip()


def _checked(day: str | None) -> str:
    return f"last checked {date_document(PartialDate(day))['text']}" if day else ""


def _follow_up(reading: Reading, row: dict) -> dict:
    by = reading.says(row["by"], row["date"])
    return {
        "date": reading.date(row["date"], short=True),
        "status": VOCABULARIES["verdict"].status(row["verdict"]),
        "text": capital(row["note"] or ""),
        "by": f"according to {by}" if by else "",
        "url": "",
        "links": [reading.link(one, row["date"]) for one in row["records"]],
        "notes": reading.notes(row["citations"], "a follow-up", side=False),
    }
