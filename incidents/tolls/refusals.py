"""What casualty reports may not say, in sentences for the editor; empty lists refuse nothing.

Imports keep what their source says, also a low above a high, and flag it with these sentences.
"""

from collections import Counter
from collections.abc import Sequence

from incidents.tolls.figures import ancestors, is_total


def refuse_reports(reports: Sequence[dict]) -> list[str]:
    """One sentence for each thing that the rules of the toll cannot work with."""
    refused = [f"Two reports have the key {key}; each needs its own." for key in _repeated(reports)]
    if sum(bool(report.get("adopted")) for report in reports) > 1:
        refused.append("Only one report can be adopted.")
    by_key = {report["key"]: report for report in reports}
    for report in reports:
        refused += _refuse_relation(report, by_key)
        refused += [f"Report {report['key']}: {sentence}" for sentence in _refuse_counts(report)]
    return refused


def _refuse_relation(report: dict, by_key: dict[str, dict]) -> list[str]:
    key, relation, related = report["key"], report.get("relation"), report.get("related")
    if bool(relation) != bool(related):
        return [f"Report {key} needs both a relation and a report to relate to, or neither."]
    if related and related not in by_key:
        return [f"Report {key} relates to {related}, which is no report of this incident."]
    if relation in ("adds_to", "replaces") and _comes_back(report, by_key):
        return [f"Report {key} relates to itself by way of {related}; break the circle."]
    return []


def _comes_back(report: dict, by_key: dict[str, dict]) -> bool:
    relation, seen, at = report["relation"], set(), report
    while at and at.get("relation") == relation and at["key"] not in seen:
        seen.add(at["key"])
        at = by_key.get(at.get("related"))
    return bool(at) and at["key"] == report["key"]


def _refuse_counts(report: dict) -> list[str]:
    rows = report["counts"]
    refused = [f"two rows have the key {key}; each needs its own." for key in _repeated(rows)]
    refused += [
        f"two rows count everybody {outcome.replace('_', ' ')}; keep one, and say of others whom "
        "they count, or that they are part of it."
        for outcome, count in Counter(row["outcome"] for row in rows if is_total(row)).items()
        if count > 1
    ]
    by_key = {row["key"]: row for row in rows}
    for row in rows:
        refused += [f"row {row['key']} {sentence}" for sentence in _refuse_row(row, by_key, report)]
    return refused


def _refuse_row(row: dict, by_key: dict[str, dict], report: dict) -> list[str]:
    refused = []
    if row["low"] is not None and row["high"] is not None and row["low"] > row["high"]:
        refused.append(f"goes from {row['low']} to {row['high']}; the lower number comes first.")
    part_of = row.get("part_of")
    if part_of and part_of not in by_key:
        refused.append(f"is part of {part_of}, which is no row of this report.")
    above = list(ancestors(row, by_key))
    if part_of and _is_in_circle(row, above):
        refused.append("is part of itself; break the circle.")
    if _contradicts_the_report(row, above, report):
        refused.append(
            "counts attackers within others, but the report says that it includes none: "
            "say that it includes them, or count them apart."
        )
    return refused


def _is_in_circle(row: dict, above: list[dict]) -> bool:
    return (above[-1] if above else row).get("part_of") == row["key"]


def _contradicts_the_report(row: dict, above: list[dict], report: dict) -> bool:
    if row["who"] != "attacker" or report.get("attackers_included") != "no":
        return False
    return any(ancestor["who"] != "attacker" for ancestor in above)


def _repeated(rows: Sequence[dict]) -> list[str]:
    return [key for key, count in Counter(row["key"] for row in rows).items() if count > 1]
