"""What else is said of a field, beside what is adopted."""

from collections.abc import Iterable

from config.pages.wording import capital
from sources.reading import Reading


class Rivals:
    """What else is said of a field, taken by the row of the page that shows the field."""

    def __init__(self, rivals: list[dict], reading: Reading):
        self._rivals, self._reading = rivals, reading
        self._shown: set[str] = set()

    def of_row(self, key: str) -> list[dict]:
        return self._take(one for one in self._rivals if one["row"] == key)

    def of_field(self, name: str) -> list[dict]:
        return self._take(one for one in self._rivals if one["field"] == name and not one["row"])

    def left(self) -> list[dict]:
        """Return a row for each that no other row showed."""
        rest = [one for one in self._rivals if one["key"] not in self._shown]
        return [{"term": _term(one), "lines": [{"rivals": self._take([one])}]} for one in rest]

    def _take(self, rivals: Iterable[dict]) -> list[dict]:
        found = list(rivals)
        self._shown |= {one["key"] for one in found}
        return [self._rival(one) for one in found]

    def _rival(self, one: dict) -> dict:
        """Return the words and notes: "one rocket, says AP on 28 September 2020"."""
        on = one["reported_on"]
        by = self._reading.says(one["by"], on)
        when = f" on {on['text']}" if on else ""
        said_by = f"says {by}{when}" if by else ""
        adopted = "this is what is adopted" if one["adopted"] else ""
        said = ", ".join(part for part in (one["text"], said_by, adopted) if part)
        return {
            "text": f"{said}: {one['reason']}" if one["reason"] else said,
            "notes": self._reading.notes(one["citations"], f"“{one['text']}”"),
        }


def _term(rival: dict) -> str:
    """Name the field of the incident; of a row that stands in another section, only that it is."""
    if rival["row"] or rival["field"] in ("summary", "account"):
        return "Told otherwise"
    return capital(rival["field"].replace("_", " "))
