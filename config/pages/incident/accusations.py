"""Who says that it was somebody else: accusations as a table, in order of time."""

from config.vocabulary import VOCABULARIES
from incidents.statuses import current_attributions
from ledger.wording import capital, listed, sentence

from .material import Material
from .voices import in_time, voice

BASES = {"none_given": "none given"}
SELF_EVIDENT = "carried_out"


def accusations(material: Material) -> list[dict]:
    """Return the rows of the table: the incident's own, and those about its whole operation."""
    own, operation = material.document["attributions"], material.operation_attributions
    return [
        *(_row(material, one, own, "") for one in _in_time(own)),
        *(
            _row(material, one, operation, "Said of the whole operation.")
            for one in _in_time(operation)
        ),
    ]


def _row(material: Material, row: dict, rows: list[dict], about: str) -> dict:
    reading, on = material.reading, row["date"]
    by = reading.who(row["by"], on=on)
    basis = BASES.get(row["basis"], VOCABULARIES["basis"].words[row["basis"]])
    place = f"{'operation' if about else 'own'}-{row['key']}"
    is_current = row in current_attributions(rows)
    return {
        "by": voice(by),
        "accused": _accused(material, row),
        "wording": row["wording"],
        "language": row["wording_language"] or "",
        "part": _part(row),
        "remarks": [one for one in (about, *_remarks(material, row, rows)) if one],
        "status": VOCABULARIES["confidence"].status(row["confidence"], place),
        "basis": capital(basis),
        "date": reading.date(on),
        "state": "current" if is_current else "replaced",
        "notes": reading.notes(
            row["citations"], f"the accusation by {by['name'] if by else 'nobody'}", side=False
        ),
    }


def _accused(material: Material, row: dict) -> list[dict]:
    named = [one for one in (row["accused"], *row["accused_with"]) if one]
    return [material.reading.who(one, on=row["date"]) for one in named]


def _part(row: dict) -> str:
    """Say what the accused is said to have done, where that is not the attack itself."""
    word = VOCABULARIES["responsibility"].words[row["responsibility"]]
    jointly = "jointly" if row["accused_with"] else ""
    done = "" if row["responsibility"] == SELF_EVIDENT else f"as having {word}"
    return listed([one for one in (jointly, done) if one])


def _remarks(material: Material, row: dict, rows: list[dict]) -> list[str]:
    by_key = {one["key"]: one for one in rows}
    claims = {one["key"]: one for one in material.document["claims"]}
    said = [
        _related(material, "Replaces", by_key.get(row["replaces"])),
        _related(material, "Narrows", by_key.get(row["narrows"])),
        _about_claim(material, claims.get(row["about_claim"])),
        "" if row["surely_this"] else "May not concern this attack.",
        sentence(row["note"] or ""),
    ]
    return [one for one in said if one]


def _related(material: Material, verb: str, other: dict | None) -> str:
    if other is None:
        return ""
    by = material.reading.says(other["by"], other["date"])
    day = f" of {other['date']['text']}" if other["date"] else ""
    return f"{verb} the accusation{f' by {by}' if by else ''}{day}."


def _about_claim(material: Material, claim: dict | None) -> str:
    if claim is None:
        return ""
    by = material.reading.says(claim["speaker"], claim["date"])
    return f"About the claim{f' by {by}' if by else ''}, not about the attack."


def _in_time(rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda row: in_time(row["date"]))
