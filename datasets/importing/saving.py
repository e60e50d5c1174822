"""Saving what a release changes of records that people may have edited meanwhile.

For every kind alike: a record with edits that nobody has published, or that people withdrew, is
brought to the release and waits for people to publish it.
"""

import json
from collections.abc import Mapping

from django.db.models import F
from django.utils import timezone

from ledger.kinds import Kind
from ledger.models import Record, Revision
from ledger.publishing import published_revisions
from ledger.saving import append_revisions
from ledger.writing import write_states

from .writer import Writer

Batch = dict[str, tuple[dict, Revision]]


def waiting_for_people(
    newest: Mapping[int, Revision], *, returning: frozenset[int] = frozenset()
) -> set[int]:
    """Return, of records with their newest revisions, those that only people may publish.

    `returning` were withdrawn by a release, not by people.
    """
    records = Record.objects.in_bulk(list(newest))
    published = published_revisions(record.public_id for record in records.values())
    found = set()
    for pk, record in records.items():
        current = published.get(record.public_id)
        is_edited = current is not None and current.pk != newest[pk].pk
        by_people = record.status == Record.Status.WITHDRAWN and pk not in returning
        if is_edited or by_people:
            found.add(pk)
    return found


def save_states(
    writer: Writer, kind: Kind, states: Mapping[int, dict], *, waiting: set[int]
) -> tuple[int, Batch]:
    """Save records' new states; return how many differed, and what of them is to be published."""
    if not states:
        return 0, {}
    write_states(kind.shape, dict(states))
    records = Record.objects.filter(pk__in=states)
    records.update(version=F("version") + 1, updated_by=writer.by, updated_at=timezone.now())
    revisions = append_revisions(kind=kind, record_ids=states, by=writer.by, reason=writer.reason)
    public_ids = dict(records.values_list("pk", "public_id"))
    records.exclude(pk__in=waiting).update(status=Record.Status.PUBLISHED)
    batch = {
        public_ids[one.record_id]: (json.loads(one.state), one)
        for one in revisions
        if one.record_id not in waiting
    }
    return len(revisions), batch
