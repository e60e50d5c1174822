"""Where a casualty report stands among the others, and what must be known to read it."""

import re

from incidents.origins import identity
from ledger.wording import capital, sentence

from .material import Material

KEY = re.compile(r"\bc[0-9]+\b")
RELATIONS = {"replaces": "Replaces", "adds_to": "Adds to", "contradicts": "Contradicts"}


def standing(material: Material, report: dict) -> dict:
    """Return the state (adopted, current or replaced), its mark, and why it is so."""
    if report["current"]:
        mark = "Adopted" if report["adopted"] else ""
        state = "adopted" if report["adopted"] else "current"
        return {"state": state, "mark": mark, "why": report["why"] or ""}
    why = KEY.sub(lambda found: _named(material, found[0], report), report["why_not_current"])
    mark = f"Adopted, but {why}" if report["adopted"] else capital(why)
    return {"state": "replaced", "mark": mark, "why": _reason_of_replacing(material, report)}


def remarks(material: Material, report: dict, figures: dict) -> list[str]:
    """Say what a report is about, how it relates to others, and what it may include."""
    said = [
        f"About {report['scope']} only." if report["scope"] else "",
        "Conceded by a party to the attack." if report["conceded"] else "",
        _relation(material, report),
        _attackers(report, figures),
        _contradicting(report),
        sentence(report["note"] or ""),
    ]
    return [one for one in said if one]


def _relation(material: Material, report: dict) -> str:
    if not report["relation"]:
        return ""
    related = report["related"]
    to = _named(material, related, report) if related else "other reports"
    reason = f": {report['relation_reason']}" if report["relation_reason"] else ""
    return sentence(f"{RELATIONS[report['relation']]} {to}{reason}")


def _attackers(report: dict, figures: dict) -> str:
    if report["attackers_included"] == "yes":
        return "Attackers are among those counted."
    if any(figure and figure["may_include_attackers"] for figure in figures.values()):
        return "May include attackers."
    return ""


def _contradicting(report: dict) -> str:
    """Say of a dataset's numbers that they are not in order, and that nobody put them so."""
    if not any(count["as_stated"] for count in report["counts"]):
        return ""
    return "Its numbers contradict each other; they are kept as it states them."


def _reason_of_replacing(material: Material, report: dict) -> str:
    """Give the reason of the report that replaces this one, if it names this one."""
    for other in material.document["casualties"]["reports"]:
        if other["relation"] == "replaces" and other["related"] == report["key"]:
            return sentence(other["relation_reason"] or "")
    return ""


def _named(material: Material, key: str, beside: dict) -> str:
    """Name another report: "its report of 28 January 2020", "the report by AP of …"."""
    reports = {one["key"]: one for one in material.document["casualties"]["reports"]}
    other = reports.get(key)
    if other is None:
        return "another report"
    day = f" of {other['reported_on']['text']}" if other["reported_on"] else ", undated"
    if identity(other["by"], material.origins) == identity(beside["by"], material.origins):
        return f"its report{day}"
    by = material.reading.says(other["by"], other["reported_on"])
    return f"the report{day}{f' by {by}' if by else ''}"
