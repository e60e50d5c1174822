"""Promises as threads beside the rows of a timeline. Pure: positions in, drawing out.

Rows are numbered from 0 in order of time; -1 stands before the first row, and the number of rows
behind the last. A cell is what `components/threads.html` takes: `{"part", "shape"}`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

NOTHING = {"part": "none", "shape": ""}


@dataclass(frozen=True)
class Thread:
    """A promise from the row in which it was given to the last in which something is known of it.

    `marks` are the shapes to be drawn, by row; from the row `overdue_from` on it runs broken.
    """

    first: int
    last: int
    marks: dict[int, str] = field(default_factory=dict)
    overdue_from: int | None = None

    def at(self, row: int) -> dict:
        """Return the cell at a row."""
        shape = self.marks.get(row, "")
        if self.first == self.last == row:
            return {"part": "none", "shape": shape}
        if row == self.first:
            return {"part": "start", "shape": shape}
        if row == self.last:
            return {"part": "end", "shape": shape}
        return {"part": "mid" if shape else self._run(row), "shape": shape}

    def after(self, row: int) -> dict:
        """Return the cell between a row and the next."""
        runs = self.first <= row < self.last
        return {"part": self._run(row), "shape": ""} if runs else NOTHING

    def _run(self, row: int) -> str:
        overdue = self.overdue_from is not None and row >= self.overdue_from
        return "overdue" if overdue else "through"


class Weave:
    """Threads in lanes: one lane may carry several, one behind the other.

    At most `at_most` lanes are drawn; `left_out` says how many threads found no room.
    """

    def __init__(self, threads: Iterable[Thread], *, at_most: int = 10):
        self.lanes: list[list[Thread]] = []
        self.left_out = 0
        for thread in sorted(threads, key=lambda one: (one.first, one.last)):
            self._lay(thread, at_most)

    def at(self, row: int) -> list[dict]:
        """Return a cell a lane at a row."""
        return [self._cell(lane, row) for lane in self.lanes]

    def after(self, row: int) -> list[dict]:
        """Return a cell a lane between a row and the next."""
        return [
            next((cell for one in lane if (cell := one.after(row)) != NOTHING), NOTHING)
            for lane in self.lanes
        ]

    def _lay(self, thread: Thread, at_most: int) -> None:
        free = next((lane for lane in self.lanes if lane[-1].last < thread.first), None)
        if free is not None:
            free.append(thread)
        elif len(self.lanes) < at_most:
            self.lanes.append([thread])
        else:
            self.left_out += 1

    def _cell(self, lane: list[Thread], row: int) -> dict:
        return next((one.at(row) for one in lane if one.first <= row <= one.last), NOTHING)


def upside_down(cells: list[dict]) -> list[dict]:
    """Turn cells for a timeline that runs from the newest to the oldest."""
    turned = {"start": "end", "end": "start"}
    return [cell | {"part": turned.get(cell["part"], cell["part"])} for cell in cells]
