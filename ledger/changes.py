"""What was published last: the publications of one edition and reason together."""

from itertools import groupby
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.lookups import IsNull

from .models import Edition, Publication
from .moments import Moment

COUNTED_AT_MOST = 1_000  # of an edition: an import publishes hundreds of thousands


class Change(NamedTuple):
    """Records published, or withdrawn, in one edition for one reason; `only` where it is one."""

    edition: Edition
    reason: str
    records: int
    are_all: bool
    only: str | None
    withdrawn: bool


def newest_changes(moment: Moment, user, most: int) -> list[Change]:
    """Return the changes that a reader may see, the newest first."""
    visible = Publication.objects.visible_to(user).order_by()
    editions = Edition.objects.filter(number__lte=moment.edition).order_by("-number")
    found: list[Change] = []
    start = 0
    while len(found) < most and (some := list(editions[start : start + most])):
        found += _changes_of(some, visible)
        start += most
    return found[:most]


def _changes_of(editions: list[Edition], visible: QuerySet) -> list[Change]:
    """Return the changes of editions, each out of as many publications as are counted at most."""
    columns = ("edition_id", "reason", "record__public_id", IsNull("document", True))
    parts = [
        visible.filter(edition=edition).values_list(*columns)[: COUNTED_AT_MOST + 1]
        for edition in editions
    ]
    rows = list(parts[0].union(*parts[1:], all=True))
    rows.sort(key=lambda row: (-row[0], *row[1:]))
    by_number = {edition.number: edition for edition in editions}
    together = groupby(rows, key=lambda row: row[:2])
    return [_change(by_number[number], reason, list(mine)) for (number, reason), mine in together]


def _change(edition: Edition, reason: str, rows: list[tuple]) -> Change:
    return Change(
        edition=edition,
        reason=reason,
        records=min(len(rows), COUNTED_AT_MOST),
        are_all=len(rows) <= COUNTED_AT_MOST,
        only=rows[0][2] if len(rows) == 1 else None,
        withdrawn=all(row[3] for row in rows),
    )
