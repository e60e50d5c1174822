"""The toll in sentences: the adopted figures, what else reports say, and what is not known."""

from incidents.tolls import OUTCOMES
from ledger.wording import counted, listed, range_words, sentence

from .material import Material

VERBS = {
    "killed": ("was killed", "were killed"),
    "indirect_death": ("died indirectly", "died indirectly"),
    "injured": ("was injured", "were injured"),
    "traumatic_brain_injury": (
        "suffered a traumatic brain injury",
        "suffered traumatic brain injuries",
    ),
    "missing": ("went missing", "went missing"),
    "abducted": ("was abducted", "were abducted"),
    "detained": ("was detained", "were detained"),
}


def toll_sentences(material: Material) -> list[str]:
    """Say the toll; [] where no report has a row for any outcome."""
    casualties = material.document["casualties"]
    figures = _apart({one: casualties[one] for one in OUTCOMES if casualties[one]})
    said = [
        _adopted(material, figures),
        _spread(figures),
        _unknown(figures),
        _parts(material, figures),
        _attackers(figures),
    ]
    return [sentence(one) for one in said if one]


def _apart(figures: dict[str, dict]) -> dict[str, dict]:
    """Leave out the injured where all that is said of them are brain injuries."""
    keys = ("low", "high", "best")
    numbers = {one: [figure[key] for key in keys] for one, figure in figures.items()}
    if numbers.get("injured") != numbers.get("traumatic_brain_injury"):
        return figures
    return {one: figure for one, figure in figures.items() if one != "injured"}


def _adopted(material: Material, figures: dict[str, dict]) -> str:
    best = {one: figure["best"] for one, figure in figures.items() if figure["best"] is not None}
    if not best:
        return ""
    said = listed([_people(outcome, number, number) for outcome, number in best.items()])
    by = _adopted_by(material)
    return f"{said}, according to {by}" if by else said


def _adopted_by(material: Material) -> str:
    for report in material.document["casualties"]["reports"]:
        if report["adopted"] and report["current"]:
            return material.reading.says(report["by"], report["reported_on"])
    return ""


def _spread(figures: dict[str, dict]) -> str:
    """Say where reports disagree, or that none is adopted."""
    apart = [
        _people(outcome, figure["low"], figure["high"])
        for outcome, figure in figures.items()
        if _is_known(figure) and not figure["low"] == figure["high"] == figure["best"]
    ]
    return f"reports say that {listed(apart)}" if apart else ""


def _unknown(figures: dict[str, dict]) -> str:
    missing = [VERBS[one][1] for one, figure in figures.items() if not _is_known(figure)]
    return f"how many {listed(missing)}, no report says in numbers" if missing else ""


def _parts(material: Material, figures: dict[str, dict]) -> str:
    summed = [figure for figure in figures.values() if not figure["rests_on"]]
    parts = material.document["parts"]
    if not summed or not parts:
        return ""
    return (
        f"these figures are the sum of the {counted(len(parts), 'part', 'parts')} of the operation"
    )


def _attackers(figures: dict[str, dict]) -> str:
    flagged = [VERBS[one][1] for one, figure in figures.items() if figure["may_include_attackers"]]
    return f"attackers may be among those who {listed(flagged)}" if flagged else ""


def _people(outcome: str, low: int | None, high: int | None) -> str:
    one, many = VERBS[outcome]
    if low == high == 0:
        return f"nobody {one}"
    low = low or (None if high else low)  # "up to three" says what "between no and three" would
    is_one = 1 in (low, high) and (low == high or None in (low, high))
    return f"{range_words(low, high)} {'person' if is_one else 'people'} {one if is_one else many}"


def _is_known(figure: dict) -> bool:
    return figure["low"] is not None or figure["high"] is not None
