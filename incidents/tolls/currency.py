"""Which casualty reports still stand: rule 3 of the toll, and the end of rule 4.

3. Out: replaced and withdrawn reports. Of two dated reports of the same author and scope the later
   replaces the earlier unless it says `adds_to` or `contradicts`. Contradicted reports stay.
4. (…) additions fall with their base.

Where the rules are silent, this is decided:
- A later report replaces an earlier one for the outcomes of which it says something: who says on
  Friday that eleven were injured has not taken back Wednesday's "nobody was killed". A report that
  names the one it `replaces` replaces all of it.
- A withdrawn report replaces nothing.
- Later means certainly later: of "January 2020" and "28 January 2020" neither is. On one day the
  clock decides, where both have one. `adds_to` exempts from replacing altogether, `contradicts`
  from replacing the report that it contradicts (any, where none is named).
- A report about a part stands, though the toll does not count it (rule 4).
"""

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from incidents.moments import certainly_later
from incidents.origins import identity
from incidents.tolls.figures import OUTCOMES, report_figures

Figures = Mapping[str, Mapping[str, dict | None]]


class CurrentReports(NamedTuple):
    """`keys` of the reports that stand; `why` the others do not: "replaced by c3", "withdrawn"."""

    keys: list[str]
    why: dict[str, str]


def current_reports(
    reports: Sequence[dict],
    *,
    outcome: str | None = None,
    origins: Mapping[str, str] | None = None,
) -> CurrentReports:
    """The reports that stand for one outcome, or, without one, for any that they speak of.

    `origins` maps a source's id to that of the source it derives from (see `incidents.origins`):
    two articles from one wire are one author.
    """
    if stands_alone(reports):
        return CurrentReports([report["key"] for report in reports], {})
    figures = {report["key"]: report_figures(report) for report in reports}
    if outcome:
        why = fallen_reports(reports, figures, outcome, origins or {})
    else:
        why = _wholly_fallen(reports, figures, origins or {})
    return CurrentReports([r["key"] for r in reports if r["key"] not in why], why)


def fallen_reports(
    reports: Sequence[dict], figures: Figures, outcome: str, origins: Mapping[str, str]
) -> dict[str, str]:
    """The keys of the reports that do not stand for an outcome, and why: see `current_reports`."""
    if stands_alone(reports):
        return {}
    why = _superseded(reports, figures, outcome, origins)
    why |= {
        report["related"]: f"replaced by {report['key']}"
        for report in reports
        if _relation(report) == "replaces" and report.get("related")
    }
    why |= {report["key"]: "withdrawn" for report in reports if report.get("withdrawn")}
    return _with_fallen_additions(reports, why)


def stands_alone(reports: Sequence[dict]) -> bool:
    """Whether there is no other report, as of most incidents of a dataset, that could undo one."""
    return not reports or (
        len(reports) == 1 and not reports[0].get("withdrawn") and not reports[0].get("relation")
    )


def _wholly_fallen(
    reports: Sequence[dict], figures: Figures, origins: Mapping[str, str]
) -> dict[str, str]:
    fallen = {outcome: fallen_reports(reports, figures, outcome, origins) for outcome in OUTCOMES}
    why = {}
    for report in reports:
        figure = figures[report["key"]]
        spoken_of = [outcome for outcome in OUTCOMES if figure[outcome]] or OUTCOMES
        reasons = [fallen[outcome].get(report["key"]) for outcome in spoken_of]
        if all(reasons):
            why[report["key"]] = ", ".join(dict.fromkeys(reasons))
    return why


def _superseded(
    reports: Sequence[dict], figures: Figures, outcome: str, origins: Mapping[str, str]
) -> dict[str, str]:
    """Reports after which their author said something else; the reason names the next of them."""
    speaking = [r for r in reports if not r.get("withdrawn") and figures[r["key"]][outcome]]
    next_report: dict[str, dict] = {}
    for earlier, later in permutations(speaking, 2):
        if not _supersedes(later, earlier, origins):
            continue
        known = next_report.get(earlier["key"])
        if known is None or certainly_later(known["reported_on"], later["reported_on"]):
            next_report[earlier["key"]] = later
    return {key: f"replaced by {later['key']}" for key, later in next_report.items()}


def _supersedes(later: dict, earlier: dict, origins: Mapping[str, str]) -> bool:
    author = identity(later["by"], origins)
    return (
        author is not None
        and author == identity(earlier["by"], origins)
        and _scope(later) == _scope(earlier)
        and not _leaves_standing(later, earlier)
        and certainly_later(later["reported_on"], earlier["reported_on"])
    )


def _leaves_standing(later: dict, earlier: dict) -> bool:
    relation = _relation(later)
    if relation == "contradicts":
        return later.get("related") in (None, earlier["key"])
    return relation == "adds_to"


def _with_fallen_additions(reports: Sequence[dict], why: dict[str, str]) -> dict[str, str]:
    """Add the additions whose base is out, or which add to one another in a circle."""
    standing = {report["key"] for report in reports} - why.keys()
    grounded = {r["key"] for r in reports if r["key"] in standing and not _is_addition(r)}
    additions = [r for r in reports if r["key"] in standing and _is_addition(r)]
    while found := [r for r in additions if r["related"] in grounded - {r["key"]}]:
        grounded |= {report["key"] for report in found}
        additions = [report for report in additions if report not in found]
    return why | {r["key"]: _fallen_base(r, why) for r in additions}


def _fallen_base(addition: dict, why: dict[str, str]) -> str:
    base = addition.get("related")
    return f"adds to {base}, which is {why[base]}" if base in why else "adds to no current report"


def _relation(report: dict) -> str | None:
    return None if report.get("withdrawn") else report.get("relation")


def _is_addition(report: dict) -> bool:
    return report.get("relation") == "adds_to"


def _scope(report: dict) -> str:
    return " ".join((report.get("scope") or "").split()).casefold()


def is_about_a_part(report: dict) -> bool:
    """Whether a report names the part that it speaks of."""
    return bool(_scope(report))
