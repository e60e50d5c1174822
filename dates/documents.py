"""A partial date in public documents and in the states that revisions keep."""

from dates.partial import NotADate, PartialDate
from dates.wording import say


def date_document(partial: PartialDate | None, time: str = "") -> dict | None:
    """The public form: days as ISO text, None for what is open, unknown or not said.

    {"edtf", "earliest", "latest", "precision", "approximate", "text", "wording", "time"}
    """
    if partial is None:
        return None
    return {
        "edtf": partial.edtf,
        "earliest": partial.earliest.isoformat() if partial.earliest else None,
        "latest": partial.latest.isoformat() if partial.latest else None,
        "precision": partial.precision,
        "approximate": partial.approximate,
        "text": say(partial),
        "wording": partial.wording or None,
        "time": time or None,
    }


def date_state(partial: PartialDate | None, time: str = "") -> dict[str, str] | None:
    """The form kept in states: {"edtf", "wording", "time"}, "" for what is not said."""
    if partial is None:
        return None
    return {"edtf": partial.edtf, "wording": partial.wording, "time": time}


def from_state(state: dict[str, str] | None) -> tuple[PartialDate | None, str]:
    """The date and the time that `date_state` was made of; NotADate for any other shape."""
    if state is None:
        return None, ""
    if not _is_state(state):
        raise NotADate(
            'A date is null or texts: {"edtf": "2020-09-28", "wording": "", "time": "22:30"}.'
        )
    return PartialDate(state["edtf"], state.get("wording", "")), state.get("time", "")


def _is_state(state: object) -> bool:
    if not isinstance(state, dict) or "edtf" not in state:
        return False
    texts = all(isinstance(value, str) for value in state.values())
    return texts and state.keys() <= {"edtf", "wording", "time"}
