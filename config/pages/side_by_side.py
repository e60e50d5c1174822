"""What one record says of an attack beside what another says: words for each, and what differs."""

from collections.abc import Iterator

from config.vocabulary import VOCABULARIES
from datasets.matching.scoring import Attack
from datasets.matching.scoring.when import days_apart
from datasets.matching.scoring.where import COARSE, distance, kilometres
from datasets.matching.scoring.who import ALL_IN_COMMON, SOME_IN_COMMON
from incidents.doers import claiming
from incidents.entries import place_in_full
from incidents.indexing import main_point
from incidents.moments import bounds
from incidents.wording import figure_words
from ledger.wording import counted, listed
from sources.reading import Reading

LABELS = {
    "date": "Date",
    "place": "Place",
    "actors": "Actors",
    "type": "Type",
    "killed": "Killed",
    "injured": "Injured",
    "claims": "Claims",
}
DATES = {
    "day": "to the day",
    "month": "to the month",
    "year": "to the year",
    "decade": "to the decade",
    "one_of": "one of several days",
    "range": "a span of days",
    "open": "open at one end",
}
PLACES = {
    "exact": "the exact spot",
    "neighbourhood": "to the neighbourhood",
    "town": "to the town",
    "near_town": "near a town",
    "district": "to the district",
    "province": "to the province",
    "country": "to the country",
    "none": "how exactly is not said",
}
NAMED_AT_MOST = 6
# Within so many kilometres two points are one place to whoever looks at a map.
ONE_PLACE = 1


def side_by_side(
    reading: Reading, document: dict, beside: dict | None = None, *, of_actors: str = ""
) -> list[dict]:
    """Return a cell for each of LABELS: its words, how exact they are, and what differs.

    `beside` is the document that it is held against, None for the one that others are held against.
    `of_actors` is the sentence that matching found of the actors of both, "" where none is shown.
    """
    said = {
        "date": _date(reading, document),
        "place": _place(reading, document),
        "actors": (listed(_actors(reading, document)) or "nobody named", ""),
        "type": _type(document),
        "killed": (_figure(document, "killed"), ""),
        "injured": (_figure(document, "injured"), ""),
        "claims": _claims(reading, document),
    }
    differing = differences(reading, document, beside, of_actors) if beside else {}
    return [
        {
            "name": name,
            "label": label,
            "text": said[name][0],
            "exactness": said[name][1],
            "differs": differing.get(name, ""),
        }
        for name, label in LABELS.items()
    ]


def differences(
    reading: Reading, document: dict, beside: dict, of_actors: str = ""
) -> dict[str, str]:
    """Say in what a document differs from another; what one of them does not say is left out."""
    found = {
        "date": _other_days(document, beside),
        "place": _elsewhere(document, beside),
        "actors": _other_actors(reading, document, beside, of_actors),
        "type": _other_type(document, beside),
        "killed": _other_figure(document, beside, "killed"),
        "injured": _other_figure(document, beside, "injured"),
        "claims": _other_claims(document, beside),
    }
    return {name: words for name, words in found.items() if words}


def attack_of(document: dict) -> Attack:
    """Return the when and where of a document, to measure how far it is from another."""
    first, last = bounds(document["date"])
    point = main_point(document["places"]) or {}
    return Attack(
        earliest=first,
        latest=last,
        latitude=point.get("latitude"),
        longitude=point.get("longitude"),
        precision=point.get("precision", "none"),
    )


def _date(reading: Reading, document: dict) -> tuple[str, str]:
    date = document["date"]
    if date is None:
        return "not known", ""
    exact = DATES[date["precision"]]
    return reading.date(date)["text"], f"{exact}, approximate" if date["approximate"] else exact


def _place(reading: Reading, document: dict) -> tuple[str, str]:
    point = main_point(document["places"])
    words = place_in_full(reading, document) or "not known"
    return words, PLACES[point["precision"]] if point else "no coordinates"


def _type(document: dict) -> tuple[str, str]:
    """The dataset's own words, and the type that this record takes them for."""
    kind = document["type"]
    ours = VOCABULARIES["incident_type"].words[kind] if kind else ""
    stated = document.get("stated_type")
    if stated:
        return f"“{stated}”", ours
    return ours or "not known", ""


def _figure(document: dict, outcome: str) -> str:
    """Say the best figure and the spread: "5 (3–7)"; "number not known", "not given"."""
    figure = document["casualties"][outcome]
    words = figure_words(figure) or "not given"
    if figure is None or figure["best"] is None or figure["low"] == figure["high"]:
        return words
    return f"{figure['best']:,} ({words})"


def _claims(reading: Reading, document: dict) -> tuple[str, str]:
    word = VOCABULARIES["claim_status"].words[document["claim_status"]]
    named = dict.fromkeys(reading.says(who) for who in claiming(document))
    return word, listed(list(named)[:NAMED_AT_MOST])


def _actors(reading: Reading, document: dict) -> list[str]:
    """Name who had a part in it or is said to have done it, each once."""
    named = list(dict.fromkeys(reading.says(who) for who in _involved(document)))
    if len(named) <= NAMED_AT_MOST:
        return named
    left = len(named) - NAMED_AT_MOST
    return [*named[:NAMED_AT_MOST], counted(left, "other", "others")]


def _involved(document: dict) -> Iterator[dict]:
    for row in document["parties"]:
        if row["who"]:
            yield row["who"]
    for row in document["attributions"]:
        yield from filter(None, [row["accused"], *row["accused_with"]])
    yield from claiming(document)


def _other_days(document: dict, beside: dict) -> str:
    one, other = attack_of(document), attack_of(beside)
    days = (one.earliest, one.latest, other.earliest, other.latest)
    if None in days or days[:2] == days[2:]:
        return ""
    if apart := days_apart(one, other):
        later = one.earliest > other.latest
        return f"{counted(apart, 'day', 'days')} {'later' if later else 'earlier'}"
    wider = (one.latest - one.earliest) - (other.latest - other.earliest)
    return "less exact" if wider.days > 0 else "more exact" if wider.days < 0 else "other days"


def _elsewhere(document: dict, beside: dict) -> str:
    """Say how far off it is; nothing where one is known to a province at best."""
    one, other = attack_of(document), attack_of(beside)
    if None in (one.latitude, other.latitude) or COARSE & {one.precision, other.precision}:
        return ""
    apart = kilometres(one, other)
    return f"{distance(apart)} away" if apart >= ONE_PLACE else ""


def _other_actors(reading: Reading, document: dict, beside: dict, found: str) -> str:
    """Say who else is named. Matching, if asked, knows other spellings and who acts for a state."""
    mine, theirs = ({reading.says(who) for who in _involved(one)} for one in (document, beside))
    if not mine or not theirs or mine == theirs:
        return ""
    if found in ALL_IN_COMMON:
        return "names others too" if len(mine) > len(theirs) else ""
    return "names others too" if mine & theirs or found == SOME_IN_COMMON else "names others"


def _other_type(document: dict, beside: dict) -> str:
    both = document["type"] and beside["type"]
    return "another type" if both and document["type"] != beside["type"] else ""


def _other_figure(document: dict, beside: dict, outcome: str) -> str:
    one, other = (one["casualties"][outcome] for one in (document, beside))
    if one is None or other is None or _numbers(one) == _numbers(other):
        return ""
    if None in (one["best"], other["best"]) or one["best"] == other["best"]:
        return "another range"
    more = one["best"] - other["best"]
    return f"{counted(abs(more), *('more', 'more') if more > 0 else ('fewer', 'fewer'))}"


def _numbers(figure: dict) -> tuple:
    return figure["low"], figure["high"], figure["best"]


def _other_claims(document: dict, beside: dict) -> str:
    both = {document["claim_status"], beside["claim_status"]}
    return "another status" if len(both) == 2 and "none" not in both else ""
