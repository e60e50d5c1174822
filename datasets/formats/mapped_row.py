"""One row of somebody's own table, seen through a mapping."""

from collections.abc import Mapping

from . import texts
from .entry import Flag, Unreadable
from .mapping import Plan


class Row:
    """One row as its plan understands it; what needs a human's look gathers in `flags`."""

    def __init__(self, plan: Plan, values: Mapping[str, str]):
        self.plan = plan
        self.values = values
        self.flags: list[Flag] = []

    def column(self, name: str) -> str:
        """Return the column that a field comes from, or the field's own name."""
        field = self.plan.fields.get(name)
        return (field and field.column) or name

    def raw(self, name: str) -> str:
        """Return what stands in the file for a field, "" where that is not known."""
        field = self.plan.fields.get(name)
        if field is None:
            return ""
        text = texts.line(self.values.get(field.column)) if field.column else field.value
        return "" if text.casefold() in self.plan.unknown else text

    def said(self, name: str) -> str:
        """Return what a field says, by the words of the mapping where it has some."""
        text = self.raw(name)
        field = self.plan.fields.get(name)
        return field.words.get(text, text) if field else ""

    def word(self, name: str, accepted: tuple[str, ...]) -> str:
        """Return one of our words, which the file may write with spaces; "" for any other text."""
        text = self.said(name).lower().replace(" ", "_").replace("-", "_")
        return text if text in accepted else ""

    def only_word(self, name: str, accepted: tuple[str, ...]) -> str:
        """Return one of our words, "" where nothing is said; Unreadable for any other text."""
        word = self.word(name, accepted)
        if not word and self.said(name):
            raise Unreadable(
                self.column(name),
                f"“{self.said(name)[:60]}” is none of {', '.join(accepted)}; the mapping’s “words” "
                "can say which it means.",
            )
        return word

    def several(self, name: str) -> list[str]:
        """Return the parts of a list divided by semicolons."""
        parts = (texts.line(part) for part in self.said(name).split(";"))
        return [part for part in dict.fromkeys(parts) if part.casefold() not in self.plan.unknown]

    def bounded(self, text: str, length: int, name: str) -> str:
        """Cut a text that is too long, with a flag on the column of a field."""
        return texts.bounded(text, length, self.column(name), self.flags)
