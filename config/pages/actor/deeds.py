"""What an actor has to do with incidents, by role: claimed, accused, aimed at, struck, speaking."""

from incidents.entries import incident_entry
from incidents.vocabulary import Confidence, PartyRole, Stance
from sources.reading import Reading

CLAIMING = (Stance.CLAIMS, Stance.IMPLIES, Stance.CORRECTS)
DENYING = (Stance.DENIES, Stance.DENIES_INTENT, Stance.DENIES_EVENT, Stance.RETRACTS)
HARMED = (PartyRole.STRUCK, PartyRole.VICTIM)
SHOWN = 20

ROLES = {
    "claimed": "Claimed by {}",
    "denied": "Denied or taken back by {}",
    "accused": "Attributed to {}",
    "cleared": "{} was said not to have done it",
    "target": "Aimed at {}",
    "harmed": "{} was struck or hurt",
    "responder": "{} answered at the scene",
    "says": "{} says who did it, or counts the hurt",
}


def by_role(reading: Reading, public_id: str, incidents: list[dict], name: str) -> list[dict]:
    """Part incidents by what the actor has to do with them; one may stand in several parts.

    Returns `[{"title", "entries", "left": how many more there are}]`, without empty parts.
    """
    found: dict[str, list[dict]] = {role: [] for role in ROLES}
    for document in incidents:
        for role, words in roles_in(reading, public_id, document).items():
            found[role].append(incident_entry(reading, document, text=words))
    return [
        {
            "title": title.format(name),
            "entries": found[role][:SHOWN],
            "left": max(0, len(found[role]) - SHOWN),
        }
        for role, title in ROLES.items()
        if found[role]
    ]


def roles_in(reading: Reading, public_id: str, document: dict) -> dict[str, str]:
    """Map the roles of an actor in one incident to what is said of it there ("" for nothing)."""
    roles: dict[str, list[str]] = {}
    for row in document["claims"]:
        if public_id in _speaking(row):
            role = "claimed" if row["stance"] in CLAIMING else "denied"
            if row["stance"] in (*CLAIMING, *DENYING):
                roles.setdefault(role, []).append(_word(row))
    for row in document["attributions"]:
        if public_id in _accused(row):
            role = "cleared" if row["confidence"] == Confidence.CLEARED else "accused"
            roles.setdefault(role, []).append(_accusation(reading, row))
    for row in document["parties"]:
        if (row["who"] or {}).get("record") == public_id:
            roles.setdefault(_party(row["role"]), []).append(row["damage"] or "")
    rows = [*document["attributions"], *document["casualties"]["reports"]]
    if any((row["by"] or {}).get("record") == public_id for row in rows):
        roles.setdefault("says", [])
    return {role: "; ".join(dict.fromkeys(filter(None, said))) for role, said in roles.items()}


def _speaking(claim: dict) -> set[str | None]:
    speakers = [claim["speaker"], *claim["for"]]
    return {(who or {}).get("record") for who in speakers}


def _word(claim: dict) -> str:
    """Say a claim in brief: "denies, 20 December 2020"."""
    said = [Stance(claim["stance"]).label, claim["date"] and claim["date"]["text"]]
    return ", ".join(filter(None, said))


def _accused(attribution: dict) -> set[str | None]:
    return {
        (who or {}).get("record") for who in [attribution["accused"], *attribution["accused_with"]]
    }


def _accusation(reading: Reading, row: dict) -> str:
    by = reading.says(row["by"], row["date"])
    sure = Confidence(row["confidence"]).label
    return f"by {by}: {sure}" if by else sure


def _party(role: str) -> str:
    if role == PartyRole.INTENDED_TARGET:
        return "target"
    return "harmed" if role in HARMED else "responder"
