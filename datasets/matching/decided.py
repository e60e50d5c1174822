"""What was decided of an incident's matches, as readers get it at a moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When

from datasets.models import MatchDecision, Verdict
from incidents.models import PublishedIncident
from ledger.moments import Moment

SHOWN = (Verdict.SAME, Verdict.PART_OF)


@dataclass(frozen=True)
class Decided:
    """Another record that tells of the attack: its id, its dataset's or "" for our own.

    `part` is the id of whichever of the two is part of the other, None where both are the same.
    """

    record: str
    dataset: str
    verdict: str
    part: str | None
    edition: int
    at: datetime


def decided(record_id: int, *, moment: Moment, user) -> list[Decided]:
    """Return what stood decided at a moment and `user` may read of both, in one query."""
    found = _newest(record_id, moment.edition)
    theirs = PublishedIncident.objects.as_of(moment.edition).visible_to(user)
    theirs = theirs.filter(record=OuterRef("other"))
    rows = (
        MatchDecision.objects.filter(pk__in=found.values("pk"), verdict__in=SHOWN)
        .annotate(other=_other(record_id))
        .annotate(
            public_id=Subquery(theirs.values("public_id")[:1]),
            dataset=Subquery(theirs.values("dataset")[:1]),
        )
        .filter(public_id__isnull=False)
        .order_by("dataset", "other")
    )
    return [
        Decided(*row)
        for row in rows.values_list(
            "public_id",
            "dataset",
            "verdict",
            "part__public_id",
            "edition_id",
            "edition__published_at",
        )
    ]


def _newest(record_id: int, edition: int) -> QuerySet:
    """The decision that stands at an edition, of each match that the record is in."""
    mine = Q(match__first=record_id) | Q(match__second=record_id)
    rows = MatchDecision.objects.filter(mine, edition__lte=edition)
    return rows.order_by("match", "-edition").distinct("match")


def _other(record_id: int) -> Case:
    return Case(When(match__first=record_id, then=F("match__second")), default=F("match__first"))
