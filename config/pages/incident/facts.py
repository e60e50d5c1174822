"""The line of fact: killed, injured, claimed by, attributed to, and on what each rests."""

from config.vocabulary import VOCABULARIES
from incidents.doers import blamed, first_names
from incidents.origins import independent_origins
from incidents.statuses import accused, claimants, current_attributions, current_claims
from incidents.wording import toll_words
from ledger.wording import capital, counted

from .material import Material

LONG = 14


def facts(material: Material) -> list[dict]:
    """Return the four cells of `components/facts.html`."""
    return [
        _toll(material, "killed", "Killed"),
        _toll(material, "injured", "Injured"),
        _claimed(material),
        _attributed(material),
    ]


def _toll(material: Material, outcome: str, label: str) -> dict:
    casualties = material.document["casualties"]
    figure = casualties[outcome]
    words = toll_words(figure)
    value = words["figure"] or "Not known"
    rests_on = [one for one in casualties["reports"] if figure and one["key"] in figure["rests_on"]]
    return {
        "label": label,
        "href": "#hurt",
        "value": capital(value),
        "long": len(value) > LONG or not words["figure"],
        "detail": words["range"] or (_no_best(figure) if words["figure"] else words["unknown"]),
        "basis": _toll_basis(material, figure, rests_on),
    }


def _no_best(figure: dict) -> str:
    """Say that the range is all there is, where no report is adopted."""
    if figure["best"] is not None or figure["low"] == figure["high"]:
        return ""
    return "no report is adopted"


def _toll_basis(material: Material, figure: dict | None, rests_on: list[dict]) -> str:
    if figure is None:
        return ""
    if not rests_on:
        return f"the sum of its {counted(len(material.document['parts']), 'part', 'parts')}"
    return _rests_on(rests_on, material)


def _rests_on(rows: list[dict], material: Material) -> str:
    found = independent_origins(rows, material.origins)
    if not found:
        return "no source is named"
    return f"rests on {counted(found, 'source', 'independent sources')}"


def _claimed(material: Material) -> dict:
    claims = material.document["claims"]
    found = claimants(claims)
    status = material.document["claim_status"]
    names = [
        material.reading.says(one["who"]) if one["who"] else "An unnamed claimant" for one in found
    ]
    value = first_names(names) or ("Nobody" if status == "unclaimed" else "Not known")
    return {
        "label": "Claimed by",
        "href": "#claims",
        "value": value,
        "long": len(value) > LONG,
        "status": VOCABULARIES["claim_status"].status(status),
        "detail": _as_of(claims) if status == "unclaimed" else "",
        "basis": _rests_on(current_claims(claims), material) if claims else "",
    }


def _as_of(claims: list[dict]) -> str:
    days = [row["date"] for row in claims if row["stance"] == "none_known" and row["date"]]
    return f"as of {days[-1]['text']}" if days else ""


def _attributed(material: Material) -> dict:
    own, operation = material.document["attributions"], material.operation_attributions
    found = accused(own, operation=operation)
    keys = {one["attribution"] for one in found}
    rows = [row for row in current_attributions([*own, *operation]) if row["key"] in keys]
    named = [material.reading.says(who) for who in blamed(own, operation=operation)]
    value = capital(first_names(named)) or "Not known"
    return {
        "label": "Attributed to",
        "href": "#accusations",
        "value": value,
        "long": len(value) > LONG,
        "status": VOCABULARIES["attribution_status"].status(
            material.document["attribution_status"]
        ),
        "detail": "" if found or not own else "no accusation counts",
        "basis": _rests_on(rows, material) if rows else "",
    }
