"""What officials said about the attack, and what became of their promises."""

from datetime import date

from sources.reading import LANGUAGES, Reading
from timeline.vocabulary import Provenance, RenderingKind, StatementKind

from .material import Material
from .offices import office_held
from .promises import commitment

PUBLIC = Provenance.PUBLIC
ORDER = {RenderingKind.ORIGINAL: 0, RenderingKind.TRANSLATION: 1, RenderingKind.PARAPHRASE: 2}


def said(material: Material, *, on: date) -> list[dict]:
    """Return each statement as `components/quote.html` takes it, in order of time."""
    return [_quote(material, one, on) for one in material.said]


def _quote(material: Material, statement: dict, on: date) -> dict:
    reading, day = material.reading, statement["date"]
    role = statement["role_held"] or office_held(material, statement["speaker"], day)
    speaker = reading.who(statement["speaker"], role=role, on=day)
    texts = [_text(reading, statement, one) for one in _in_order(statement["renderings"])]
    summary = statement["summary"]
    return {
        "id": statement["id"],
        "url": reading.url(statement["id"]),
        "speaker": speaker or {"name": "A speaker who is not named", "url": ""},
        "behalf": _behalf(reading, statement),
        "kind": StatementKind(statement["type"]).label,
        "provenance": "" if statement["provenance"] == PUBLIC else _provenance(statement),
        "date": reading.date(day),
        "venue": statement["venue"] or "",
        "summary": reading.footnotes.prose(summary, "what was said") if summary else [],
        "notes": reading.notes(_of_statement(statement), f"{_whose(reading, statement)} words"),
        "texts": texts,
        "missing": "" if summary else "No words of it are known.",
        "commitments": [
            commitment(reading, statement, row, on) for row in statement["commitments"]
        ],
    }


def _of_statement(statement: dict) -> list[dict]:
    """Pick the citations of the statement that none of its renderings repeats."""
    repeated = {one["source"] for row in statement["renderings"] for one in row["citations"]}
    return [one for one in statement["citations"] if one["source"] not in repeated]


def _whose(reading: Reading, statement: dict) -> str:
    name = reading.says(statement["speaker"], statement["date"])
    return f"{name}’s" if name else "unnamed"


def _behalf(reading: Reading, statement: dict) -> str:
    if not statement["on_behalf_of"]:
        return ""
    return f"for {reading.name(statement['on_behalf_of'], statement['date'])}"


def _provenance(statement: dict) -> str:
    return Provenance(statement["provenance"]).label


def _in_order(renderings: list[dict]) -> list[dict]:
    return sorted(renderings, key=lambda row: ORDER[row["type"]])


def _text(reading: Reading, statement: dict, row: dict) -> dict:
    language = LANGUAGES.get(row["language"], row["language"] or "Language not known")
    by = reading.says(row["by"], statement["date"])
    kind = RenderingKind(row["type"]).label
    use = f"{_whose(reading, statement)} words"
    return {
        "text": row["text"],
        "lang": row["language"] or "",
        "label": f"{language}, {kind}{f' by {by}' if by else ''}",
        "notes": reading.notes(row["citations"], use, side=False),
    }
