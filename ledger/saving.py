"""Saving: the version that guards against lost edits, and the revision that keeps what was."""

import json
from collections.abc import Iterable

from django.utils import timezone

from .canonical import canonical, sha256
from .errors import EditConflict
from .folding import fold
from .kinds import Kind
from .models import Record, Revision
from .states import read_states


def claim_version(*, record: Record, version: int, by) -> None:
    """Claim the right to save over `version`; EditConflict if somebody saved since.

    Call it first in the transaction that writes the tables: the row stays locked until its end.
    """
    if not Record.objects.advance(record_id=record.pk, version=version, by=by):
        newest = Record.objects.select_related("updated_by").get(pk=record.pk)
        raise EditConflict(
            f"{newest.updated_by or 'Somebody'} saved {newest} at "
            f"{newest.updated_at:%H:%M on %-d %B %Y} (UTC), after you opened it. Open it again "
            "in another window to see what changed, and bring your changes to it."
        )
    record.version = version + 1


def append_revisions(*, kind: Kind, record_ids: Iterable[int], by, reason: str) -> list[Revision]:
    """Append what the tables now hold of each record, where it differs from its newest revision."""
    states = read_states(kind.shape, record_ids)
    newest = newest_revisions(states)
    changed = {pk: state for pk, state in states.items() if _differs(newest.get(pk), state)}
    revisions = [
        _revision(kind, pk, state, newest.get(pk), by, reason) for pk, state in changed.items()
    ]
    _name_records(kind, changed)
    return Revision.objects.bulk_create(revisions)


def continue_revisions(
    kind: Kind, states: Iterable[tuple[dict, Revision]], *, by, reason: str
) -> list[Revision]:
    """Append states that are known already, each to the revision that it follows."""
    return Revision.objects.bulk_create(
        _revision(kind, last.record_id, state, last, by, reason) for state, last in states
    )


def newest_revisions(record_ids: Iterable[int]) -> dict[int, Revision]:
    """Return each record's newest revision, by record id."""
    found = Revision.objects.filter(record__in=list(record_ids))
    newest = found.order_by("record_id", "-number").distinct("record_id")
    return {revision.record_id: revision for revision in newest}


def hash_of(revision: Revision) -> str:
    """Hash a revision with the hash of the one before, so that no link can be changed alone."""
    return sha256(
        revision.previous_sha256,
        revision.record_id,
        revision.number,
        revision.format,
        revision.author_id,
        revision.reason,
        revision.saved_at.isoformat(),
        revision.state,
    )


def state_of(kind: Kind, revision: Revision) -> dict:
    """Return a revision's state in today's format."""
    return kind.todays_state(json.loads(revision.state), revision.format)


def _differs(newest: Revision | None, state: dict) -> bool:
    return newest is None or newest.state != canonical(state)


def _revision(kind: Kind, pk: int, state: dict, newest: Revision | None, by, reason) -> Revision:
    revision = Revision(
        record_id=pk,
        number=newest.number + 1 if newest else 1,
        format=kind.state_format,
        state=canonical(state),
        author=by,
        reason=reason,
        saved_at=timezone.now(),
        previous_sha256=newest.sha256 if newest else "",
    )
    revision.sha256 = hash_of(revision)
    return revision


def _name_records(kind: Kind, states: dict[int, dict]) -> None:
    """Keep what editors see of a record in lists and look-ups."""
    records = [
        Record(
            pk=pk,
            label=kind.label(state)[:300],
            names="\n".join(filter(None, map(fold, kind.names(state)))),
        )
        for pk, state in states.items()
    ]
    Record.objects.bulk_update(records, ["label", "names"], batch_size=500)
