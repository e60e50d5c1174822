"""The rows of a page of the timeline: records, and the deadlines and outcomes of promises.

Everything is laid out in order of time first; a page that runs from the newest turns it over.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.dateparse import parse_date

from ledger.listing import Listing
from ledger.wording import capital
from sources.reading import Reading, span_of

from .definitions import VOCABULARIES
from .standing import commitment_state
from .telling import speaker
from .threads import Thread

LATE = date.max


@dataclass(frozen=True)
class Window:
    """The days that a page of the timeline shows, both included."""

    first: date
    last: date

    @classmethod
    def of(cls, listing: Listing) -> "Window":
        """Return the days between the page before and the page after, as far as asked for."""
        far = listing.rows[-1].sort_date if listing.rows and listing.next else None
        asked = listing.filters.form.cleaned_data
        near = parse_date(listing.cursor.values[0]) if listing.cursor else None
        if listing.ordering.startswith("-"):
            first, last = far, near and _beside(near, -1)
        else:
            first, last = near and _beside(near, 1), far
        return cls(
            max(first or date.min, asked.get("date_from") or date.min),
            min(last or LATE, asked.get("date_to") or LATE),
        )

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Step:
    """A row of the timeline: the day it stands at, what it is of, and what it shows.

    `of` is the id of a record, or of a commitment and what of it: "S33.1 deadline".
    """

    day: date
    of: str
    date: dict | None
    shown: dict


@dataclass(frozen=True)
class Promise:
    """A commitment with its statement, seen from a day."""

    statement: dict
    row: dict
    on: date

    @cached_property
    def standing(self) -> dict:
        return commitment_state(self.row, on=self.on)

    @property
    def given(self) -> date | None:
        return day_of(self.statement["date"])

    @property
    def is_settled(self) -> bool:
        return self.standing["state"] not in ("pending", "overdue")

    @property
    def settled_on(self) -> date:
        """Return the day of what settled it; the end of time where that is not known."""
        return (self.is_settled and day_of(self.standing["since"])) or LATE

    @property
    def due(self) -> date | None:
        """Return the last day of its deadline, unless something settled it before."""
        deadline = self.row["deadline"] and self.row["deadline"]["latest"]
        due = deadline and date.fromisoformat(deadline)
        return due if due and due < self.settled_on else None

    @property
    def last_known(self) -> date:
        """Return the day of what settled it, else of the last that is known of it."""
        if self.is_settled:
            return self.settled_on
        looked_at = [day_of(one["date"]) for one in self.row["follow_ups"]]
        return max(filter(None, [self.given, self.due, *looked_at]))


def promises_of(statements: Iterable[dict], on: date) -> list[Promise]:
    """Return the commitments of dated statements: the others have no place in a sequence."""
    dated = (one for one in statements if day_of(one["date"]))
    return [Promise(one, row, on) for one in dated for row in one["commitments"]]


def with_promises(
    steps: list[Step], promises: list[Promise], window: Window, reading: Reading
) -> list[Step]:
    """Return steps in order of time, with the deadlines and outcomes of promises among them."""
    present = {(step.of, step.day) for step in steps}
    added = [
        step
        for promise in promises
        for step in (_deadline(promise, reading), _outcome(promise, reading, present))
        if step and step.day in window
    ]
    return sorted([*steps, *added], key=lambda step: step.day)


def threads_of(steps: list[Step], promises: list[Promise], window: Window) -> list[Thread]:
    """Draw each promise that runs beside the steps, or touches one of them."""
    days = [step.day for step in steps]
    rows = {step.of: row for row, step in enumerate(steps)}
    drawn = (_thread(promise, days, rows, window) for promise in promises)
    return [thread for thread in drawn if thread]


def day_of(when: dict | None) -> date | None:
    """Return the day at which a date stands in a sequence: its first, else its last."""
    text = when and (when.get("earliest") or when.get("latest"))
    return date.fromisoformat(text) if text else None


def _beside(day: date, step: int) -> date:
    """Return the day after or before; the calendar's first and last have none, and stay."""
    return day if day in (date.min, date.max) else day + timedelta(days=step)


def _deadline(promise: Promise, reading: Reading) -> Step | None:
    if promise.due is None:
        return None
    of, deadline = _key(promise, "deadline"), promise.row["deadline"]
    shown = _promise_line(promise, reading, "Deadline", deadline)
    return Step(promise.due, of, deadline, shown)


def _outcome(promise: Promise, reading: Reading, present: set[tuple[str, date]]) -> Step | None:
    """Make a row of what settled a promise, unless a record that shows it stands there already."""
    deciding = _deciding(promise)
    if deciding is None:
        return None
    if any((record, promise.settled_on) in present for record in deciding["records"]):
        return None
    shown = _promise_line(promise, reading, "What became", deciding["date"])
    return Step(promise.settled_on, _key(promise, "outcome"), deciding["date"], shown)


def _deciding(promise: Promise) -> dict | None:
    """Return the dated follow-up that settled a promise; of several that differ, the last."""
    if promise.settled_on == LATE:
        return None
    key, since = promise.standing["by"], promise.standing["since"]
    rows = promise.row["follow_ups"]
    return next(
        one for one in reversed(rows) if (key or one["key"]) == one["key"] and one["date"] == since
    )


def _key(promise: Promise, what: str) -> str:
    return f"{promise.row['id']} {what}"


def _promise_line(promise: Promise, reading: Reading, what: str, when: dict) -> dict:
    kind = VOCABULARIES["commitment_type"].words[promise.row["type"]]
    given = reading.date(promise.statement["date"], short=True)
    return {
        "kind": "promise",
        "label": f"{capital(kind)}, given {given['text']}",
        "url": f"{reading.url(promise.statement['id'])}#{promise.row['id']}",
        "title": f"{what} of the {kind}: {promise.row['text']}",
        "by": speaker(reading, promise.statement),
        "date": reading.date(when, short=True),
        "span": span_of(when),
        "facts": [],
        "statuses": [VOCABULARIES["commitment_state"].status(promise.standing["state"])],
    }


def _thread(
    promise: Promise, days: list[date], rows: dict[str, int], window: Window
) -> Thread | None:
    """Return where a promise runs among the rows; None if it is over before, or begins after."""
    first = rows.get(promise.statement["id"], _position(promise.given, days, window))
    last = max(first, _last(promise, days, rows, window))
    if last < 0 or first >= len(days) or not days:
        return None
    marks = {first: "promise"} if promise.statement["id"] in rows else {}
    marks |= _evidence(promise, rows, first, last)
    due = rows.get(_key(promise, "deadline"))
    if due is not None:
        marks[due] = "overdue" if promise.due < promise.on else "pending"
    if first < last < len(days):
        marks[last] = promise.standing["state"]
    return Thread(first, last, marks, _overdue_from(promise, days, window))


def _last(promise: Promise, days: list[date], rows: dict[str, int], window: Window) -> int:
    """Return the row of what settled a promise, else of the last that is known of it."""
    deciding = _deciding(promise)
    shown_by = [_key(promise, "outcome"), *(deciding["records"] if deciding else [])]
    found = [rows[one] for one in shown_by if one in rows]
    there = [row for row in found if days[row] == promise.settled_on]
    return max(there, default=_position(promise.last_known, days, window))


def _evidence(promise: Promise, rows: dict[str, int], first: int, last: int) -> dict[int, str]:
    """Return the verdicts that records among the rows show, by row."""
    return {
        rows[record]: one["verdict"]
        for one in promise.row["follow_ups"]
        for record in one["records"]
        if first < rows.get(record, first) < last
    }


def _overdue_from(promise: Promise, days: list[date], window: Window) -> int | None:
    if promise.due is None or promise.due >= promise.on:
        return None
    return _position(promise.due, days, window)


def _position(day: date, days: list[date], window: Window) -> int:
    """Return the last row of a day or of one before it; beyond the rows if beyond the page."""
    return len(days) if day > window.last else bisect_right(days, day) - 1
