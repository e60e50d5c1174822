"""The toll drawn from all reports: rules 4 to 7.

4. A report about a part stays out unless it `adds_to` another: base plus additions is one figure.
5. low = the least stated low; high = the greatest stated high, open if there is none or if an open
   report's low reaches it.
6. best = the adopted report's best; null when none is adopted or that report is no longer current.
   `rests_on` = every report that gives low, high or best. Zero only where stated; a row without
   numbers = number unknown; no row = null.
7. An operation has its own reports, else the sum of its parts (open if one lacks a figure).

Where the rules are silent, this is decided:
- A base is itself about the whole (its scope is empty) or adds to one that is.
- An open high is given by the reports that open it.
- Where the adopted report is a base or an addition, the best is that of the figure they make.
- Rule 7 goes by outcome, as all rules do: an operation whose own reports count only the dead has
  the injured of its parts.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from incidents.tolls.currency import Figures, fallen_reports, is_about_a_part, stands_alone
from incidents.tolls.figures import OUTCOMES, UNKNOWN, add, report_figures


class _Said(NamedTuple):
    """One figure, of a base and its additions, and the reports that make it."""

    low: int | None
    high: int | None
    best: int | None
    reports: list[dict]


def toll(
    reports: Sequence[dict],
    *,
    origins: Mapping[str, str] | None = None,
    parts: Sequence[dict] = (),
) -> dict[str, dict | None]:
    """The toll for each of OUTCOMES; null where no current report has a row.

    A value is `{"low", "high", "best", "rests_on": keys of reports, "may_include_attackers"}`.
    `parts` are the tolls of an operation's parts; a sum of them rests on no report of the
    operation's, so that its `rests_on` is empty. `origins`: see `current_reports`.
    """
    figures = {report["key"]: report_figures(report) for report in reports}
    if stands_alone(reports) and reports and not is_about_a_part(reports[0]) and not parts:
        return _toll_of_one(reports[0], figures[reports[0]["key"]])
    return {
        outcome: _toll_of_reports(reports, figures, outcome, origins or {})
        or _sum_of_parts(parts, outcome)
        for outcome in OUTCOMES
    }


def _toll_of_one(report: dict, figures: Mapping[str, dict | None]) -> dict[str, dict | None]:
    """What the rules come to where there is one report about the whole, as of most incidents."""
    adopted = bool(report.get("adopted"))
    return {
        outcome: figure
        and {
            "low": figure["low"],
            "high": figure["high"],
            "best": figure["best"] if adopted else None,
            "rests_on": [report["key"]],
            "may_include_attackers": figure["may_include_attackers"],
        }
        for outcome, figure in figures.items()
    }


def _toll_of_reports(
    reports: Sequence[dict], figures: Figures, outcome: str, origins: Mapping[str, str]
) -> dict | None:
    if not any(figure[outcome] for figure in figures.values()):
        return None
    said = _everything_said(reports, figures, outcome, origins)
    if not said:
        return None
    low, lowest = _low(said)
    high, highest = _high(said)
    best, adopted = _best(said)
    resting = {r["key"] for one in lowest + highest + adopted for r in one.reports}
    rests_on = [report["key"] for report in reports if report["key"] in resting]
    flagged = any(figures[key][outcome]["may_include_attackers"] for key in rests_on)
    return {
        "low": low,
        "high": high,
        "best": best,
        "rests_on": rests_on,
        "may_include_attackers": flagged,
    }


def _everything_said(
    reports: Sequence[dict], figures: Figures, outcome: str, origins: Mapping[str, str]
) -> list[_Said]:
    fallen = fallen_reports(reports, figures, outcome, origins)
    current = [report for report in reports if report["key"] not in fallen]
    bases = [r for r in current if not is_about_a_part(r) and r.get("relation") != "adds_to"]
    groups = [_with_additions(base, current) for base in bases]
    speaking = [[r for r in group if figures[r["key"]][outcome]] for group in groups]
    return [
        _Said(**add(figures[r["key"]][outcome] for r in group), reports=group)
        for group in speaking
        if group
    ]


def _with_additions(base: dict, current: list[dict]) -> list[dict]:
    group = [base]
    for member in group:
        group += [
            report
            for report in current
            if report.get("relation") == "adds_to"
            and report["related"] == member["key"]
            and report not in group
        ]
    return group


def _low(said: list[_Said]) -> tuple[int | None, list[_Said]]:
    low = min((one.low for one in said if one.low is not None), default=None)
    return low, [one for one in said if low is not None and one.low == low]


def _high(said: list[_Said]) -> tuple[int | None, list[_Said]]:
    still_open = [one for one in said if one.high is None]
    high = max((one.high for one in said if one.high is not None), default=None)
    if high is None:
        return None, still_open
    reaching = [one for one in still_open if one.low is not None and one.low >= high]
    if reaching:
        return None, reaching
    return high, [one for one in said if one.high == high]


def _best(said: list[_Said]) -> tuple[int | None, list[_Said]]:
    adopted = [one for one in said if any(r.get("adopted") for r in one.reports)][:1]
    if not adopted or adopted[0].best is None:
        return None, []
    return adopted[0].best, adopted


def _sum_of_parts(parts: Sequence[dict], outcome: str) -> dict | None:
    figures = [part.get(outcome) for part in parts]
    known = [figure for figure in figures if figure]
    if not known:
        return None
    flagged = any(figure["may_include_attackers"] for figure in known)
    total = add(figure or UNKNOWN for figure in figures)
    return {**total, "rests_on": [], "may_include_attackers": flagged}
