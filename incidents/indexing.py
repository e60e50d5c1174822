"""The lines of incidents and places in the index."""

from datetime import date

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
    line = {
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
    return [INCIDENT_TALLIES.profiled(line)]


def country_rows(document: dict, around: dict) -> list[dict]:
    """Give an incident a line for each of its countries, or one for none known."""
    dated = _dated(document["date"] or {})
    return [{"country": one, **dated} for one in around["countries"] or [""]]


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
    blamed = blamed_in(document, around)
    return _ids((row["who"] or {}).get("record") for row in [*claiming, *blamed])


def blamed_in(document: dict, around: dict) -> list[dict]:
    """Return the accusations that name who did it now, those of the operation among them."""
    return accused(document["attributions"], operation=around["attributions_of_operation"])
