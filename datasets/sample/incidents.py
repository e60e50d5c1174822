"""Incidents with all that is said of them, in short form."""

from . import terms
from .knowledge import patched
from .native import sources_of

TABLES = ("places", "weapons", "parties", "claims", "attributions", "casualty_reports")


def incident(record: dict, where: dict, known: dict, account: list[str]) -> dict:
    """Return an incident.

    `known` changes its fields and rows, `where` are the coordinates of places, and `account` are
    the paragraphs of what happened, each with its sources in brackets.
    """
    rows = {
        "places": [_place(record)],
        "weapons": _weapons(record),
        "parties": [_party(target, record) for target in record["targets"]],
        "claims": [_claim(claim) for claim in record["claims"]],
        "attributions": [_attribution(one) for one in record["attributions"]],
        "casualty_reports": [_report(report) for report in record["casualty_reports"]],
    }
    short = {table: patched(rows[table], known.get(table)) for table in TABLES}
    short["places"] = [_located(row, where) for row in short["places"]]
    short |= {
        "title": terms.spelled_out(record["title"]),
        "incident_type": terms.ours(terms.INCIDENT_TYPES, record["kind"]),
        "date": record["date"],
        "summary": terms.spelled_out(record["summary"]),
        "account": "\n\n".join(account),
        "rivals": known.get("rivals", []),
        "cite": [{"source": one, "field": "summary"} for one in sources_of(record)],
    }
    short["cite"] += known.get("cite", [])
    return short | known.get("fields", {})


def landed_rows(table: str, prefix: str, count: int, known: dict) -> dict[int, str]:
    """Return, by its number in the file, the key of each row of a table that stayed a row."""
    patch = known.get(table) or {}
    order = patch.get("order", range(1, count + 1))
    kept = [number for number in order if patch.get(str(number), {}) is not None]
    return {number: f"{prefix}{position}" for position, number in enumerate(kept, 1)}


def _place(record: dict) -> dict:
    return {"role": "struck", "place": record["place"], "cite": sources_of(record)}


def _located(row: dict, where: dict) -> dict:
    """Fill in the coordinates of the row's place, if it has none of its own."""
    found = where.get(row.get("place") or "", {})
    taken = {name: found[name] for name in ("latitude", "longitude", "precision") if name in found}
    return {**taken, **row}


def _weapons(record: dict) -> list[dict]:
    kinds = [terms.WEAPONS[weapon] for weapon in record["weapons"]]
    return [
        {
            "weapon": weapon,
            "detail": detail,
            "low": record["munitions_low"],
            "high": record["munitions_high"],
            "cite": sources_of(record),
        }
        for weapon, detail in kinds
    ]


def _party(target: dict, record: dict) -> dict:
    role = terms.PARTY_ROLES[target["role"]]
    return {"role": role, "who": target["target"], "cite": sources_of(record)}


def _claim(claim: dict) -> dict:
    medium, detail = terms.MEDIA[claim["medium"]]
    return {
        "stance": terms.ours(terms.STANCES, claim["stance"]),
        "speaker": claim["actor"],
        "date": claim["date"],
        "medium": medium,
        "medium_detail": detail,
        "quote": claim["quote"] or "",
        "quote_language": "en" if claim["quote"] else "",
        "note": claim["note"] or "",
        "cite": sources_of(claim),
    }


def _attribution(attribution: dict) -> dict:
    accused = attribution["accused"]
    return {
        "by": attribution["by"],
        "accused": accused[0] if accused else None,
        "accused_with": accused[1:],
        "confidence": terms.ours(terms.CONFIDENCES, attribution["confidence"]),
        "date": attribution["date"],
        "note": attribution["note"] or "",
        "cite": sources_of(attribution),
    }


def _report(report: dict) -> dict:
    return {
        "by": report["by"],
        "reported_on": report["reported_on"],
        "note": report["note"] or "",
        "counts": [_count(count) for count in report["counts"]],
        "cite": sources_of(report),
    }


def _count(count: dict) -> dict:
    who, group = terms.STANDINGS[count["who"]]
    return {
        "outcome": terms.ours(terms.OUTCOMES, count["outcome"]),
        "who": who,
        "group": group,
        "sex_age": [] if count["sex_age"] == "any" else [count["sex_age"]],
        "low": count["low"],
        "high": count["high"],
    }
