"""What else is said of a field, beside what is adopted."""

from collections.abc import Iterable, Mapping

from dates.partial import PartialDate
from dates.wording import prepositional
from ledger.wording import capital

from .reading import Reading

TOLD_OTHERWISE = "Told otherwise"


class Rivals:
    """A record's rival assertions, each given out once: beside what it rivals, else at the end.

    Each is `{"text", "notes"}`. `side`: a source's first note may stand in the margin.
    """

    def __init__(self, rows: list[dict], reading: Reading, *, side: bool = True):
        self._rows, self._reading, self._side = rows, reading, side
        self._shown: set[str] = set()

    def of_row(self, key: str, field: str | None = None) -> list[dict]:
        """Take what is said of a row of the record; of one of its fields, if one is named."""
        return self._take(
            one for one in self._rows if one["row"] == key and field in (None, one["field"])
        )

    def of_field(self, *fields: str) -> list[dict]:
        """Take what is said of fields of the record itself."""
        return self._take(one for one in self._rows if one["field"] in fields and not one["row"])

    def all(self) -> list[dict]:
        """Take what is said of anything and was not yet given out."""
        return self._take(self._rows)

    def left(self, terms: Mapping[str, str]) -> list[tuple[str, list[dict]]]:
        """Take all others, under what their fields are called: `terms`, else their own names."""
        rest = [one for one in self._rows if one["key"] not in self._shown]
        grouped: dict[str, list[dict]] = {}
        for one in rest:
            grouped.setdefault(_term(one, terms), []).append(one)
        return [(term, self._take(group)) for term, group in grouped.items()]

    def _take(self, rows: Iterable[dict]) -> list[dict]:
        found = [one for one in rows if one["key"] not in self._shown]
        self._shown |= {one["key"] for one in found}
        return [self._told(one) for one in found]

    def _told(self, one: dict) -> dict:
        notes = self._reading.notes(one["citations"], f"“{one['text']}”", side=self._side)
        return {"text": rival_words(one, self._reading), "notes": notes}


def also_said(document: dict, reading: Reading) -> list[dict]:
    """Return rows `{"term", "text", "notes"}` of all that else is said of a record."""
    told = Rivals(document["rivals"], reading, side=False).all()
    return [{"term": "Also said", **one, "text": capital(one["text"])} for one in told]


def rival_words(one: dict, reading: Reading) -> str:
    """Say a rival assertion: "one rocket, says AP on 28 September 2020: only one was found"."""
    day = one["reported_on"]
    when = prepositional(PartialDate(day["edtf"], day["wording"] or "")) if day else ""
    by = reading.says(one["by"], day)
    said_by = " ".join(part for part in ("says" if by else "said", by, when) if part)
    adopted = "this is what is adopted" if one["adopted"] else ""
    said = ", ".join(part for part in (one["text"], said_by if by or when else "", adopted) if part)
    return f"{said}: {one['reason']}" if one["reason"] else said


def _term(one: dict, terms: Mapping[str, str]) -> str:
    """Name the field; of a row that stands in another section, only that it is told otherwise."""
    if one["row"]:
        return TOLD_OTHERWISE
    return terms.get(one["field"], capital(one["field"].replace("_", " ")))
