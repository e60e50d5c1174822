"""How many rows of datasets a reader may see, and what they say together."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from incidents.models import PublishedIncident
from ledger.moments import Moment

from .models import ImportRun


def incidents_of(public_ids: Iterable[str], *, moment: Moment, user) -> QuerySet:
    """Return the lines of datasets' incidents that a reader may see."""
    rows = PublishedIncident.objects.as_of(moment.edition).visible_to(user)
    return rows.filter(dataset__in=list(public_ids))


def counted_by_dataset(rows: QuerySet) -> dict[str, int]:
    found = rows.order_by().values_list("dataset").annotate(Count("pk"))
    return dict(found)


def counted_by_year(rows: QuerySet) -> list[dict]:
    """Sum the dataset's own figures by year: `year` (None: not known), `rows`, `best`, `low`…"""
    is_known = Q(sort_date__gt=date.min)
    by_year = rows.order_by().annotate(year=ExtractYear("sort_date")).values("year")
    found = by_year.annotate(
        rows=Count("pk"),
        dated=Count("pk", filter=is_known),
        best=Sum("sort_killed", filter=Q(sort_killed__gte=0)),
        low=Sum("killed_low"),
        high=Sum("killed_high"),
    )
    return list(found.order_by("year"))


def finished_runs(*, moment: Moment) -> QuerySet:
    """Return the imports that had been published by a moment, the newest first."""
    finished = ImportRun.objects.filter(
        status=ImportRun.Status.FINISHED, edition__isnull=False, edition__lte=moment.edition
    )
    return finished.annotate(published_at=F("edition__published_at")).order_by("-id")
