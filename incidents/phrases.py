"""How each parameter of incidents is said in a sentence."""

from actors.countries import country_name
from dates.filters import CERTAIN
from ledger.narrowing import WINDOW, Phrase
from sources.reading import Reading

from .definitions import VOCABULARIES

HAS_WORDS = {
    "claim": "a claim or denial",
    "statement": "a statement about it",
    "commitment": "a promise about it",
    "coordinates": "coordinates",
}


def phrases_of(reading: Reading, certainty: str) -> dict[str, Phrase]:
    """Say each parameter of incidents in words, in the order of a sentence."""
    sure = "certainly" if certainty == CERTAIN else "possibly"

    def of(name: str):
        return VOCABULARIES[name].words.__getitem__

    return {
        "id": Phrase("with the id"),
        "type": Phrase("of the type", of("incident_type"), "type not known"),
        "country": Phrase("in", country_name, "country not known"),
        "place": Phrase("at", reading.name, "place not known"),
        WINDOW: Phrase(),
        "claim_status": Phrase("", of("claim_status")),
        "attribution_status": Phrase("", of("attribution_status")),
        "perpetrator": Phrase("claimed by or attributed to", reading.name, "nobody named"),
        "target": Phrase("aimed at", reading.name, "target not known"),
        "actor": Phrase("with", reading.name, "no actor named"),
        "actor_all": Phrase("with all of", reading.name, "no actor named", " and "),
        "weapon": Phrase("with the weapon", of("weapon"), "weapon not known"),
        "killed_min": Phrase(sure, "at least {} killed".format, "number of killed not known"),
        "killed_max": Phrase(sure, "at most {} killed".format, "number of killed not known"),
        "injured_min": Phrase(sure, "at least {} injured".format, "number of injured not known"),
        "has": Phrase("with", HAS_WORDS.__getitem__, "none of claim, statement, coordinates"),
        "part_of": Phrase("part of", reading.name, "not part of an operation"),
        "dataset": Phrase("from", reading.name, "no dataset"),
        "near": Phrase("near", _near),
        "bbox": Phrase("within the frame", str),
        "q": Phrase("saying", "“{}”".format),
    }


def _near(value: str) -> str:
    latitude, longitude, kilometres = value.split(",")
    return f"{latitude}, {longitude} (within {kilometres} km)"


def place_phrases_of(reading: Reading) -> dict[str, Phrase]:
    """Say each parameter of places in words."""
    return {
        "type": Phrase("of the type", VOCABULARIES["place_type"].words.__getitem__),
        "country": Phrase("in", country_name, "country not known"),
        "within": Phrase("within", reading.name, "nothing known"),
        "q": Phrase("saying", "“{}”".format),
    }
