"""The queue of matches: the likeliest first, of two as likely the newest first; by keyset."""

from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleLessThan

from datasets.models import Match, Verdict

OURS = "ours"


def queue(
    *,
    verdict: str = Verdict.PROPOSED,
    dataset: str = "",
    day_from: date | None = None,
    day_to: date | None = None,
) -> QuerySet[Match]:
    """Return matches in the order in which an editor should look at them.

    `dataset` is a public id, OURS for pairs with a record of our own, or "" for all; the day of an
    attack is the earliest possible one of either record. `verdict` "" stands for any.
    """
    found = Match.objects.select_related("first", "second").order_by("-score", "-id")
    if verdict:
        found = found.filter(verdict=verdict)
    if dataset:
        named = "" if dataset == OURS else dataset
        found = found.filter(Q(first_dataset=named) | Q(second_dataset=named))
    if day_from:
        found = found.filter(day__gte=day_from)
    if day_to:
        found = found.filter(day__lte=day_to)
    return found


def behind(found: QuerySet[Match], score: float, number: int) -> QuerySet[Match]:
    """Keep what comes after a place in the queue: one row-value comparison, served by the index."""
    return found.filter(TupleLessThan(Tuple(F("score"), F("id")), (score, number)))
