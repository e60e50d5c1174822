"""The rule of `dates.overlap` as a database condition."""

from datetime import date

from django.db.models import Q

POSSIBLE = "possible"
CERTAIN = "certain"


def overlap_q(prefix: str, start: date | None, end: date | None, certainty: str = POSSIBLE) -> Q:
    """Rows whose date `prefix` is possibly or certainly between two days, both included.

    Asks the columns `{prefix}_earliest`, `{prefix}_latest` and `{prefix}_approximate`; None leaves
    a side of the window open. certainty is "possible" or "certain".
    """
    if certainty not in (POSSIBLE, CERTAIN):
        raise ValueError(f"The certainty is “possible” or “certain”, not “{certainty}”.")
    earliest, latest = f"{prefix}_earliest", f"{prefix}_latest"
    dated = Q(**{f"{earliest}__isnull": False}) | Q(**{f"{latest}__isnull": False})
    if certainty == CERTAIN:
        return dated & _certainly(prefix, start, end)
    begins_in_time = Q(**{f"{earliest}__isnull": True}) | Q(**{f"{earliest}__lte": end})
    ends_in_time = Q(**{f"{latest}__isnull": True}) | Q(**{f"{latest}__gte": start})
    return dated & (begins_in_time if end else Q()) & (ends_in_time if start else Q())


def _certainly(prefix: str, start: date | None, end: date | None) -> Q:
    condition = Q(**{f"{prefix}_approximate": False})
    if start:
        condition &= Q(**{f"{prefix}_earliest__gte": start})
    if end:
        condition &= Q(**{f"{prefix}_latest__lte": end})
    return condition
