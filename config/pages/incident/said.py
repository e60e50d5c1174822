"""What officials said about the attack, and what became of their promises."""

from datetime import date

from timeline.telling import quote

from .material import Material
from .offices import office_held


def said(material: Material, *, on: date) -> list[dict]:
    """Return each statement as `components/quote.html` takes it, in order of time."""
    return [quote(material.reading, _with_office(material, one), on) for one in material.said]


def _with_office(material: Material, statement: dict) -> dict:
    """Add the office that the speaker held that day, where the statement names no role."""
    if statement["role_held"]:
        return statement
    held = office_held(material, statement["speaker"], statement["date"])
    return {**statement, "role_held": held or None}
