"""Who says that it was them: claims, denials and retractions as a thread."""

from config.vocabulary import VOCABULARIES
from ledger.wording import capital, listed, sentence
from sources.reading import Reading

from .material import Material
from .voices import in_time, voice

ANSWERS = {
    "claims": "the claim",
    "implies": "the implied claim",
    "denies": "the denial",
    "denies_intent": "the denial of intent",
    "denies_event": "the denial",
    "retracts": "the retraction",
    "corrects": "the correction",
    "none_known": "the note that no claim was known",
}
AUTHENTICITY = {
    "verified": "Verified as theirs.",
    "forged": "Forged: it does not count.",
    "disowned": "Disowned by those in whose name it was made.",
}
CREDIBILITY = {
    "credible": "Held to be credible.",
    "doubtful": "Held to be doubtful.",
    "refuted": "Refuted: it does not count.",
}


def claims(material: Material) -> list[dict]:
    """Return the thread, as `components/claim.html` takes it: each claim with what answers it."""
    rows = sorted(material.document["claims"], key=lambda row: in_time(row["date"]))
    own = {row["key"] for row in rows}
    roots = [row for row in rows if row["replies_to"] not in own or row["replies_to"] == row["key"]]
    shown: set[str] = set()
    thread = [_claim(material.reading, row, rows, shown) for row in roots]
    in_circles = [row for row in rows if row["key"] not in shown]
    return thread + [_claim(material.reading, row, [], shown) for row in in_circles]


def _claim(reading: Reading, row: dict, rows: list[dict], shown: set[str]) -> dict:
    shown.add(row["key"])
    on = row["date"]
    speaker = reading.who(row["speaker"], on=on)
    use = f"what {speaker['name']} said" if speaker else "that no claim was known"
    notes = reading.notes(row["citations"], use)
    by_key = {one["key"]: one for one in rows}
    return {
        "id": f"claim-{row['key'].replace('.', '-')}",
        "speaker": speaker and voice(speaker),
        "status": VOCABULARIES["stance"].status(row["stance"], f"claim-{row['key']}"),
        "date": _date(reading, row),
        "medium": _medium(row),
        "on_behalf_of": _for(reading, row),
        "answers": _answers(reading, row, by_key.get(row["replies_to"])),
        "quote": _quote(row),
        "remarks": _remarks(row),
        "covers": [reading.link(one) for one in row["also_covers"] or []],
        "elsewhere": [reading.link(one) for one in (row["recorded_at"],) if one],
        "note": sentence(row["note"] or ""),
        "notes": notes,
        "replies": [
            _claim(reading, one, rows, shown)
            for one in rows
            if one["replies_to"] == row["key"] and one["key"] not in shown
        ],
    }


def _date(reading: Reading, row: dict) -> dict:
    date = reading.date(row["date"])
    if row["stance"] != "none_known" or not row["date"]:
        return date
    return {**date, "text": f"as of {date['text']}", "iso": ""}


def _medium(row: dict) -> str:
    medium = VOCABULARIES["medium"].words.get(row["medium"] or "", "")
    detail = row["medium_detail"] or ""
    return f"{medium} ({detail})" if medium and detail else medium or detail


def _for(reading: Reading, row: dict) -> str:
    """Name those in whose name it is said, where that is not the speaker alone."""
    names = [reading.says(one, row["date"]) for one in row["for"]]
    if not names or names == [reading.says(row["speaker"], row["date"])]:
        return ""
    return f"{listed(names)}, jointly" if len(names) > 1 else names[0]


def _answers(reading: Reading, row: dict, answered: dict | None) -> str:
    if answered is None:
        return sentence(row["reason"] or "")
    by = reading.says(answered["speaker"], answered["date"])
    day = f" of {answered['date']['text']}" if answered["date"] else ""
    what = f"Answers {ANSWERS[answered['stance']]}{f' by {by}' if by else ''}{day}"
    return sentence(f"{what}: {row['reason']}" if row["reason"] else what)


def _quote(row: dict) -> dict | None:
    if not row["quote"]:
        translation = row["translation"]
        return translation and {"text": translation, "lang": "en", "translation": ""}
    return {
        "text": row["quote"],
        "lang": row["quote_language"] or "",
        "translation": row["translation"] or "",
    }


def _remarks(row: dict) -> list[str]:
    said = [
        f"Says of its effect: {row['claimed_effect']}" if row["claimed_effect"] else "",
        AUTHENTICITY.get(row["authenticity"] or "", ""),
        CREDIBILITY.get(row["credibility"] or "", ""),
    ]
    return [sentence(capital(one)) for one in said if one]
