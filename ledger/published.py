"""The published states around a record: what a document may rest on beyond its own state."""

import json
from collections.abc import Iterable, Mapping

from .models import OPEN, PublishedRecord


class PublishedStates:
    """States as published at an edition, with a batch about to be published laid over them.

    A batch maps public ids to states, or to None for what is being withdrawn. States are fetched
    once and kept for the life of the object.
    """

    def __init__(self, batch: Mapping[str, dict | None] | None = None, edition: int = OPEN - 1):
        self._batch = dict(batch or {})
        self._edition = edition
        self._known: dict[str, dict | None] = {}

    def __getitem__(self, public_id: str) -> dict | None:
        return self.many([public_id]).get(public_id)

    def many(self, public_ids: Iterable[str]) -> dict[str, dict]:
        """Return the states of those ids that are published or in the batch."""
        wanted = set(public_ids)
        self._fetch(wanted - self._batch.keys() - self._known.keys())
        found = {one: self._batch.get(one, self._known.get(one)) for one in wanted}
        return {one: state for one, state in found.items() if state is not None}

    def referring_to(self, public_ids: Iterable[str], kind: str) -> dict[str, dict]:
        """Return the published states of a kind that refer to any of the ids, batch included.

        A state of the batch is returned whether it refers or not: whoever asks looks for the
        reference that matters, and the batch is small.
        """
        rows = PublishedRecord.objects.as_of(self._edition).filter(kind=kind)
        found = rows.referring_to(*public_ids).values_list("public_id", flat=True)
        batch = [one for one, state in self._batch.items() if state and state["kind"] == kind]
        return self.many({*found, *batch})

    def following(self, public_ids: Iterable[str], field: str) -> dict[str, dict]:
        """Return the states of the ids and of all that `field` of each leads to, in turn."""
        found: dict[str, dict] = {}
        wanted = set(public_ids)
        while wanted:
            found |= self.many(wanted)
            named = {one for key in wanted if key in found for one in _listed(found[key][field])}
            wanted = named - found.keys()
        return found

    def _fetch(self, public_ids: set[str]) -> None:
        if not public_ids:
            return
        rows = PublishedRecord.objects.as_of(self._edition).filter(public_id__in=public_ids)
        states = dict(rows.values_list("public_id", "publication__revision__state"))
        self._known.update(dict.fromkeys(public_ids))
        self._known.update({one: json.loads(state) for one, state in states.items()})


def _listed(value: str | list[str] | None) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if value else []
