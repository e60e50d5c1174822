"""Who was hurt: the toll in a sentence, the reports on one scale, and the same as a table."""

from incidents.counts import explain_counts
from incidents.tolls import OUTCOMES, report_figures
from incidents.wording import figure_words
from ledger.wording import capital

from .bars import bar, scale_for, ticks
from .material import Material
from .reports import remarks, standing
from .toll import toll_sentences
from .voices import in_time, voice

LABELS = {
    "killed": "Killed",
    "injured": "Injured",
    "traumatic_brain_injury": "Brain injuries",
    "indirect_death": "Died indirectly",
    "missing": "Missing",
    "abducted": "Abducted",
    "detained": "Detained",
}
LANES = 3


def hurt(material: Material) -> dict | None:
    """Return the section; None where there is neither a report nor a sum of parts."""
    reports = in_order(material.document["casualties"]["reports"])
    sentences = toll_sentences(material)
    if not reports and not sentences:
        return None
    figures = {one["key"]: report_figures(one) for one in reports}
    outcomes = [one for one in OUTCOMES if any(figure[one] for figure in figures.values())]
    drawn = sorted(outcomes, key=list(LABELS).index)[:LANES]
    top = scale_for(figures.values(), drawn)
    rows = [_report(material, one, figures[one["key"]], drawn, top) for one in reports]
    return {
        "sentences": sentences,
        "lanes": len(drawn),
        "axes": [{"label": LABELS[one], "figures": ticks(top)} for one in drawn],
        "reports": rows if drawn else [],
        "columns": [LABELS[one] for one in outcomes],
        "table": [
            _table_row(material, one, row, figures[one["key"]], outcomes)
            for one, row in zip(reports, rows, strict=True)
        ],
    }


def in_order(reports: list[dict]) -> list[dict]:
    """Sort reports by the day and the hour of reporting; undated ones come last."""
    return sorted(reports, key=lambda report: in_time(report["reported_on"]))


def value_words(figure: dict | None) -> str:
    """Say a report's figure: "5", "3–7", "at least 4", "number not known"; "not given"."""
    return figure_words(figure) or "not given"


def _report(material: Material, report: dict, figures: dict, outcomes: list[str], top: int) -> dict:
    reading = material.reading
    by = reading.who(report["by"], on=report["reported_on"])
    day = report["reported_on"]
    use = f"the report of {day['text']}" if day else "an undated report"
    return {
        **standing(material, report),
        "date": reading.date(day),
        "by": voice(by),
        "notes": reading.notes(report["citations"], use, side=False),
        "remarks": remarks(material, report, figures),
        "lanes": [
            {
                "label": LABELS[one],
                "value": value_words(figures[one]),
                "unknown": not figures[one] or figures[one]["low"] is None,
                "bar": bar(figures[one], top),
            }
            for one in outcomes
        ],
    }


def _table_row(
    material: Material, report: dict, row: dict, figures: dict, outcomes: list[str]
) -> dict:
    explained = explain_counts([_without_the_expected(row) for row in report["counts"]])
    return {
        "date": row["date"],
        "by": capital(material.reading.says(report["by"], report["reported_on"])),
        "state": row["state"],
        "cells": [{"label": LABELS[one], "value": value_words(figures[one])} for one in outcomes],
        "who": [f"{capital(part)}." for part in explained.split("; ") if part],
    }


def _without_the_expected(count: dict) -> dict:
    """Leave out that harm came from the attack itself: on its page only the other is news."""
    return {**count, "harm_from": "unknown"} if count["harm_from"] == "attack" else count
