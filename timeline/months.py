"""The rows of a timeline as its template takes them: months as headings, threads beside rows."""

from itertools import pairwise

from incidents.entries import month_of

from .sequence import Step
from .threads import Weave, upside_down


def laid_out(steps: list[Step], weave: Weave, *, newest_first: bool) -> list[dict]:
    """Return `{"month"}` and `{"moment"}` rows for steps that are given in order of time."""
    order = range(len(steps))
    headings = [month_of(step.date) for step in steps]
    rows: list[dict] = []
    for above, row in pairwise([None, *(reversed(order) if newest_first else order)]):
        if above is None or headings[above] != headings[row]:
            between = row if newest_first else row - 1
            rows.append({"month": {"text": headings[row], "threads": weave.after(between)}})
        cells = weave.at(row)
        threads = upside_down(cells) if newest_first else cells
        rows.append({"moment": steps[row].shown | {"threads": threads}})
    return rows
