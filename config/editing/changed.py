"""What differs between revisions of a record, in words for its editors."""

from collections.abc import Callable

from config.pages.comparison import Change, changes, records_in
from dates.documents import date_document, from_state
from ledger.kinds import Kind
from ledger.models import Record, Revision
from ledger.saving import newest_revisions, state_of


def changed_between(kind: Kind, before: Revision, after: Revision) -> list[Change]:
    """List what a revision changed over an earlier one of the same record."""
    states = [_readable(state_of(kind, revision)) for revision in (before, after)]
    return changes(*states, _names(set().union(*map(records_in, states))))


def changed_since(kind: Kind, record: Record, seen: int) -> list[Change]:
    """List what was saved of a record after its revision number `seen`; [] for an unknown one."""
    before = Revision.objects.filter(record=record, number=seen).first()
    newest = newest_revisions([record.pk]).get(record.pk)
    return changed_between(kind, before, newest) if before and newest else []


def _names(public_ids: set[str]) -> Callable[[str], str]:
    found = Record.objects.filter(public_id__in=public_ids).values_list("public_id", "label")
    names = {public_id: f"{label} ({public_id})" for public_id, label in found}
    return lambda public_id: names.get(public_id, public_id)


def _readable(value):
    """Give dates their words."""
    if isinstance(value, list):
        return [_readable(one) for one in value]
    if isinstance(value, dict) and "edtf" in value:
        return date_document(*from_state(value))
    if isinstance(value, dict):
        return {name: _readable(one) for name, one in value.items()}
    return value
