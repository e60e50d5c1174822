"""The lines of incidents and places in the index."""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.exporting.cells import cells
from ledger.folding import fold
from ledger.tallies import Tallied

from .models import PublishedIncident
from .statuses import accused, claimants

INCIDENT_TALLIES = Tallied(
    kind="incident",
    model=PublishedIncident,
    by="country",
    columns={
        "type": "incident_type",
        "country": "countries",
        "weapon": "weapons",
        "claim_status": "claim_status",
        "attribution_status": "attribution_status",
        "perpetrator": "perpetrators",
        "target": "targets",
        "place": "places",
        "actor": "actors",
        "dataset": "dataset",
    },
)


def incident_rows(document: dict, around: dict) -> list[dict]:
    when = document["date"] or {}
    killed = document["casualties"]["killed"] or {}
    injured = document["casualties"]["injured"] or {}
    point = main_point(document["places"])
    return [
        {
            "incident_type": document["type"] or "",
            "outcome": document["outcome"],
            **_dated(when),
            "countries": around["countries"],
            "places": _ids(row["place"] for row in document["places"]),
            "actors": _actors(document),
            "perpetrators": _perpetrators(document, around),
            "targets": _ids(
                (row["who"] or {}).get("record")
                for row in document["parties"]
                if row["role"] == "intended_target"
            ),
            "weapons": sorted({row["weapon"] for row in document["weapons"]}),
            "claim_status": document["claim_status"],
            "attribution_status": document["attribution_status"],
            "killed_low": killed.get("low"),
            "killed_high": killed.get("high"),
            "injured_low": injured.get("low"),
            "injured_high": injured.get("high"),
            "sort_killed": _sort_killed(killed),
            "has_claim": any(row["stance"] != "none_known" for row in document["claims"]),
            "latitude": point and point["latitude"],
            "longitude": point and point["longitude"],
            "precision": point["precision"] if point else "none",
            "part_of": document["part_of"] or "",
            "dataset": document["dataset"] or "",
        }
    ]


def country_rows(document: dict, around: dict) -> list[dict]:
    """Give an incident a line for each of its countries, or one for none known."""
    dated = _dated(document["date"] or {})
    return [{"country": one, **dated} for one in around["countries"] or [""]]


def exported_rows(document: dict, around: dict) -> list[dict]:
    """Return what a flat export shows of an incident beside its line in the index."""
    when = document["date"] or {}
    point = main_point(document["places"]) or {}
    parties = [row["who"] or {} for row in document["parties"] if row["role"] != "attackers"]
    claiming = [row["who"] or {} for row in claimants(document["claims"])]
    blamed = [row["who"] or {} for row in _blamed(document, around)]
    row = {
        "title": document["title"],
        "summary": document["summary"] or "",
        "date_edtf": when.get("edtf", ""),
        "date_text": when.get("text", ""),
        "countries": " ".join(around["countries"]),
        "places": _spelled(row["place"] for row in document["places"]),
        "place_text": _said(row["text"] for row in document["places"]),
        "precision": point.get("precision", ""),
        "weapons": _spelled(row["weapon"] for row in document["weapons"]),
        "parties": _spelled(who.get("record") for who in parties),
        "party_texts": _said(who.get("text") for who in parties),
        "claimed_by": _spelled(who.get("record") for who in claiming),
        "claimed_by_texts": _said(who.get("text") for who in claiming),
        "accused": _spelled(who.get("record") for who in blamed),
        "accused_texts": _said(who.get("text") for who in blamed),
        "killed_best": (document["casualties"]["killed"] or {}).get("best"),
        "injured_best": (document["casualties"]["injured"] or {}).get("best"),
        "dataset_entry": document["dataset_entry"] or "",
        "stated_type": document["stated_type"] or "",
    }
    return [row | {"cells": cells(_own_cells(document, row, point))}]


def _own_cells(document: dict, row: dict, point: dict) -> Iterator[object]:
    """Give the values of `incidents.exports.OWN`, in its order; a test compares."""
    when = document["date"] or {}
    killed, injured = (document["casualties"][one] or {} for one in ("killed", "injured"))
    yield from (document["id"], row["title"], document["type"], document["outcome"])
    yield from (row["date_edtf"], row["date_text"], when.get("earliest"), when.get("latest"))
    yield from (when.get("approximate", False), row["countries"], row["places"])
    yield from (row["place_text"], point.get("latitude"), point.get("longitude"))
    yield from (row["precision"], row["weapons"], row["parties"])
    yield from (document["claim_status"], row["claimed_by"])
    yield from (document["attribution_status"], row["accused"])
    yield from (killed.get("low"), killed.get("best"), killed.get("high"))
    yield from (injured.get("low"), injured.get("best"), injured.get("high"))
    yield from (row["summary"], document["part_of"], document["dataset"])
    yield from (row["dataset_entry"], row["stated_type"])


def _dated(when: dict) -> dict:
    return {
        "date_earliest": when.get("earliest"),
        "date_latest": when.get("latest"),
        "date_approximate": when.get("approximate", False),
        "sort_date": when.get("earliest") or when.get("latest") or date.min,
    }


def main_point(places: list[dict]) -> dict | None:
    """Return the place to draw an incident at: where it struck, else its site; or None."""
    located = [row for row in places if row["latitude"] is not None]
    order = ["struck", "site", "aimed_at", "launched_from"]
    return min(located, key=lambda row: order.index(row["role"]), default=None)


def place_rows(document: dict, around: dict) -> list[dict]:
    return [
        {
            "place_kind": document["type"],
            "name": document["name"],
            "sort_name": fold(document["name"]),
            "country": document["country"] or "",
            "within": around["within"],
        }
    ]


def _sort_killed(killed: dict) -> int:
    known = [killed.get("best"), killed.get("low")]
    return next((number for number in known if number is not None), -1)


def _ids(found) -> list[str]:
    return sorted({one for one in found if one})


def _actors(document: dict) -> list[str]:
    """Every actor with a part in the attack or in what is said of it."""
    whos = [row["who"] for row in document["parties"]]
    for claim in document["claims"]:
        whos += [claim["speaker"], *claim["for"]]
    for row in document["attributions"]:
        whos += [row["by"], row["accused"], *row["accused_with"]]
    whos += [row["by"] for row in document["casualties"]["reports"]]
    found = [(who or {}).get("record") for who in whos]
    return _ids(one for one in found if one and one.startswith("A"))


def _perpetrators(document: dict, around: dict) -> list[str]:
    """Whoever claims the attack now, or is accused of it."""
    claiming = claimants(document["claims"])
    blamed = _blamed(document, around)
    return _ids((row["who"] or {}).get("record") for row in [*claiming, *blamed])


def _blamed(document: dict, around: dict) -> list[dict]:
    return accused(document["attributions"], operation=around["attributions_of_operation"])


def _spelled(found: Iterable[str | None]) -> str:
    """Write words or ids once each, in order, parted by spaces."""
    return " ".join(dict.fromkeys(one for one in found if one))


def _said(found: Iterable[str | None]) -> str:
    """Write texts once each, in order, parted by semicolons."""
    return "; ".join(dict.fromkeys(one for one in found if one))
