"""Fact by fact, with what others say instead standing beside what is adopted."""

from sources.reading import Reading

NAMES = {
    "title": "Title",
    "summary": "What happened",
    "date": "When",
    "place": "Where",
    "place_text": "Where",
    "event_type": "Type",
    "statement_kind": "Type",
    "speaker": "Speaker",
    "role_held": "Role held",
    "on_behalf_of": "On behalf of",
    "venue": "Where",
    "provenance": "How it became known",
}


class Rivals:
    """What else is said of a record, given out once: beside its field, else at the end."""

    def __init__(self, rows: list[dict], reading: Reading):
        self._rows = [row for row in rows if not row["adopted"]]
        self._reading = reading

    def of(self, field: str, row: str | None = None) -> list[dict]:
        """Take the rivals of a field: `[{"text", "notes"}]`."""
        found = [one for one in self._rows if one["field"] == field and one["row"] == row]
        self._rows = [one for one in self._rows if one not in found]
        return [self._told(one) for one in found]

    def left(self) -> list[dict]:
        """Take all others, as rows of particulars."""
        fields = list(dict.fromkeys((one["field"], one["row"]) for one in self._rows))
        return [
            fact(_name(field), "Others say otherwise", [], self.of(field, row))
            for field, row in fields
        ]

    def _told(self, one: dict) -> dict:
        by, when = self._reading.says(one["by"]), one["reported_on"]
        said = (
            f"{one['text'] or one['value']}, says {by}" if by else f"{one['text'] or one['value']}"
        )
        words = f"{said} ({when['text']})" if when else said
        reason = f"; {one['reason']}" if one["reason"] else ""
        return {
            "text": f"{words}{reason}",
            "notes": self._reading.notes(one["citations"], "another account"),
        }


def fact(term: str, text: str, notes: list[dict], rivals: list[dict], url: str = "") -> dict:
    """Return a row of `timeline/_particulars.html`."""
    return {"term": term, "text": text, "url": url, "notes": notes, "rivals": rivals}


def when_words(date: dict | None) -> str:
    """Say a date with its time: "28 September 2020, evening"."""
    if date is None:
        return "Date not known"
    text = date["text"][:1].upper() + date["text"][1:]
    return f"{text}, {date['time']}" if date["time"] else text


def _name(field: str) -> str:
    return NAMES.get(field, field.replace("_", " ").capitalize())
