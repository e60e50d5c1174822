"""Where a commitment stands: kept, broken, or still open.

A commitment is `pending` or `overdue` until a settling verdict (progress and checked_nothing_found
settle nothing); the latest settles it; different ones of one day make it `contested`.

Where the rule is silent, this is decided:
- It is overdue from the day after the last possible day of its deadline; without a deadline, or
  with an open one, never.
- Of follow-ups with imprecise dates the latest are those that no other certainly follows: if these
  differ, it is contested, as it is for verdicts of one day, whatever their clock. An undated
  verdict yields to a dated one.
- Every follow-up counts, whenever it is dated: what was known at a moment is the edition's to say.
"""

from collections.abc import Sequence
from datetime import date

from dates.partial import PartialDate

SETTLING = {"kept", "partly_kept", "broken", "withdrawn", "superseded", "not_triggered"}
_PENDING = ("pending", None, None)


def commitment_state(commitment: dict, *, on: date) -> dict:
    """Where a commitment (a row of a statement's state) stands as seen from the day `on`.

    Returns `{"state", "since", "last_checked", "by"}`: "pending", "overdue", "contested" or a
    settling verdict; the partial date (as in the state, or null) of the verdict, or of the deadline
    that passed; the ISO day on which it was last checked at the earliest, or null; the key of the
    deciding follow-up, or null where none decides.
    """
    follow_ups = commitment["follow_ups"]
    last_checked = _last_checked(follow_ups)
    latest = _latest([one for one in follow_ups if one["verdict"] in SETTLING])
    verdicts = {one["verdict"] for one in latest}
    if not verdicts:
        overdue = _has_passed(commitment["deadline"], on)
        state, since, by = ("overdue", commitment["deadline"], None) if overdue else _PENDING
    elif len(verdicts) > 1:
        state, since, by = "contested", latest[-1]["date"], None
    else:
        state, since, by = latest[-1]["verdict"], latest[-1]["date"], latest[-1]["key"]
    return {"state": state, "since": since, "last_checked": last_checked, "by": by}


def _has_passed(deadline: dict | None, on: date) -> bool:
    parsed = _parsed(deadline)
    return bool(parsed and parsed.latest and parsed.latest < on)


def _last_checked(follow_ups: Sequence[dict]) -> str | None:
    days = [parsed.earliest for one in follow_ups if (parsed := _parsed(one["date"]))]
    return max((day.isoformat() for day in days if day), default=None)


def _latest(follow_ups: Sequence[dict]) -> list[dict]:
    """Those that no other certainly follows."""
    dated = [one for one in follow_ups if _parsed(one["date"])]
    return [one for one in dated if not any(_follows(other, one) for other in dated)] or list(
        follow_ups
    )


def _follows(later: dict, earlier: dict) -> bool:
    first, last = _parsed(later["date"]).earliest, _parsed(earlier["date"]).latest
    return bool(first and last and first > last)


def _parsed(when: dict | None) -> PartialDate | None:
    return PartialDate.parse(when["edtf"]) if when and when.get("edtf") else None
