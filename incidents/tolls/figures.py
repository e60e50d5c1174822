"""What one casualty report says of each outcome: rules 1 and 2 of the toll.

1. A report's figure is its `all` row, else the sum of its top-level rows without attackers. The
   high is open if any of them is. The best is the stated one, else low where low = high.
2. Attackers whom the report includes and counts are subtracted; included but uncounted, or
   unknown, the figure is flagged.

A figure is `{"low", "high", "best", "may_include_attackers"}`: null for an open or unknown number.

Where the rules are silent, this is decided:
- The `all` row is a top-level row of everybody that narrows nothing: by sex or age, nationality,
  group, affiliation, or what the harm came from.
- A traumatic brain injury is an injury. Without an `all` row of injured, those that are not part of
  another injured row are added; as an outcome of their own they are read by the same rule 1.
- Of a sum whose rows are not all known the low is the sum of the known ones, "at least"; but zero
  is never concluded from a zero and an unknown.
- An attacker row that is part of a counted row is included in it, whatever the report says in
  general, unless it says "no".
- A figure of civilians and security forces alone, of nobody, or beside counted attackers, is not
  flagged: there is nobody in it who may be an attacker.
- A subtraction that falls below zero leaves that end unknown.
- Numbers of a dataset that contradict each other (a best above its high) are kept as they stand;
  the figure drawn from them reaches from the least to the greatest of them.
"""

from collections.abc import Iterable, Iterator

OUTCOMES = (
    "killed",
    "indirect_death",
    "injured",
    "traumatic_brain_injury",
    "missing",
    "abducted",
    "detained",
)
UNKNOWN = {"low": None, "high": None, "best": None}
NO_ATTACKERS = {"civilian", "security_force"}
_COUNTED_AS = {"injured": ("injured", "traumatic_brain_injury")}
_NARROWING = ("sex_age", "group", "affiliation", "nationality")


def report_figures(report: dict) -> dict[str, dict | None]:
    """The report's figure for each of OUTCOMES; null where it has no row for it."""
    counted = {row["outcome"] for row in report["counts"]}
    spoken_of = {outcome for outcome in OUTCOMES if not counted.isdisjoint(_family(outcome))}
    return {
        outcome: _figure(report, outcome) if outcome in spoken_of else None for outcome in OUTCOMES
    }


def is_total(row: dict) -> bool:
    """Whether a row counts everybody: part of no other, narrowed by nothing."""
    narrowed = row.get("part_of") or any(row.get(field) for field in _NARROWING)
    harm_unstated = row.get("harm_from", "unknown") == "unknown"
    return row["who"] == "all" and not narrowed and harm_unstated


def add(figures: Iterable[dict]) -> dict:
    """The sum of figures: open if one is open, its best known only if each best is."""
    figures = list(figures)
    highs = [figure["high"] for figure in figures]
    bests = [figure["best"] for figure in figures]
    return {
        "low": _sum_of_lows([figure["low"] for figure in figures]),
        "high": None if None in highs else sum(highs),
        "best": None if None in bests else sum(bests),
    }


def ancestors(row: dict, by_key: dict[str, dict]) -> Iterator[dict]:
    """The rows that a row is part of, nearest first; ends at an unknown key or a circle."""
    seen = {row["key"]}
    while (row := by_key.get(row.get("part_of"))) and row["key"] not in seen:
        seen.add(row["key"])
        yield row


def _figure(report: dict, outcome: str) -> dict | None:
    rows = [row for row in report["counts"] if row["outcome"] in _family(outcome)]
    base = _base(rows, outcome)
    if not base:
        return None
    figure = add(_row_figure(row) for row in base)
    attackers = _included_attackers(report, rows, base)
    if any(_is_counted(row) for row in attackers):
        figure = _subtract(figure, add(_row_figure(row) for row in attackers))
        return {**figure, "may_include_attackers": False}
    return {**figure, "may_include_attackers": _may_include(report, rows, base, figure)}


def _family(outcome: str) -> tuple[str, ...]:
    return _COUNTED_AS.get(outcome, (outcome,))


def _base(rows: list[dict], outcome: str) -> list[dict]:
    """The rows that make the figure: the `all` row, else the top-level ones without attackers."""
    found = []
    for member in _family(outcome):
        own = [row for row in _top_level(rows) if row["outcome"] == member]
        total = [row for row in own if is_total(row)][:1]
        if total and member == outcome:
            return total
        found += total or [row for row in own if row["who"] != "attacker"]
    return found


def _top_level(rows: list[dict]) -> list[dict]:
    keys = {row["key"] for row in rows}
    return [row for row in rows if row.get("part_of") not in keys]


def _row_figure(row: dict) -> dict:
    low, high, best = row["low"], row["high"], row.get("best")
    if row.get("as_stated"):
        known = [number for number in (low, best, high) if number is not None]
        low, high = min(known, default=None), high and max(known)
    if best is None and low == high:
        best = low
    return {"low": low, "high": high, "best": best}


def _sum_of_lows(lows: list[int | None]) -> int | None:
    known = [low for low in lows if low is not None]
    if len(known) < len(lows) and not sum(known):
        return None
    return sum(known)


def _included_attackers(report: dict, rows: list[dict], base: list[dict]) -> list[dict]:
    """The outermost attacker rows that the rows of the figure include."""
    if report.get("attackers_included") == "no":
        return []
    by_key = {row["key"]: row for row in rows}
    attackers = [row for row in rows if row["who"] == "attacker"]
    found = [row for row in attackers if _is_within(row, base, by_key)]
    if report.get("attackers_included") == "yes" and is_total(base[0]):
        found += [row for row in _top_level(rows) if row in attackers]
    return found


def _is_within(row: dict, base: list[dict], by_key: dict[str, dict]) -> bool:
    for ancestor in ancestors(row, by_key):
        if ancestor["who"] == "attacker":
            return False
        if ancestor in base:
            return True
    return False


def _subtract(figure: dict, attackers: dict) -> dict:
    low = _difference(figure["low"], attackers["high"])
    high = _difference(figure["high"], attackers["low"] or 0)
    best = _difference(figure["best"], attackers["best"])
    if best is None and low == high:
        best = low
    return {"low": low, "high": high, "best": best}


def _difference(whole: int | None, part: int | None) -> int | None:
    if whole is None or part is None or part > whole:
        return None
    return whole - part


def _may_include(report: dict, rows: list[dict], base: list[dict], figure: dict) -> bool:
    if report.get("attackers_included") == "no" or figure["high"] == 0:
        return False
    if all(row["who"] in NO_ATTACKERS for row in base):
        return False
    counted_apart = any(row["who"] == "attacker" and _is_counted(row) for row in rows)
    return is_total(base[0]) or not counted_apart


def _is_counted(row: dict) -> bool:
    return row["low"] is not None or row["high"] is not None
