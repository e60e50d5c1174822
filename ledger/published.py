"""The published states around a record: what a document may rest on beyond its own state."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice

from django.db import connection

from .identity import kind_of
from .models import OPEN, PublishedRecord

ID = re.compile(r"\b[A-Z][1-9][0-9]{0,8}\b", re.ASCII)
ASKED_AT_ONCE = 1000


class PublishedStates:
    """States as published at an edition, with a batch about to be published laid over them.

    A batch maps public ids to states, or to None for what is being withdrawn. States are fetched
    once and kept for the life of the object.
    """

    def __init__(self, batch: Mapping[str, dict | None] | None = None, edition: int = OPEN - 1):
        self._batch = dict(batch or {})
        self._edition = edition
        self._known: dict[str, dict | None] = {}
        self._referring: dict[str, dict[str, set[str]]] = defaultdict(dict)
        self._to_be_asked: dict[str, Iterator[str]] = {}

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

        Some may name an id in words alone, or in the batch no more: whoever asks looks for the
        reference that matters.
        """
        wanted = set(public_ids)
        known = self._referring[kind]
        self._ask_referring(wanted - known.keys(), kind)
        found = {one for each in wanted for one in known[each]}
        naming = {one for each in wanted for one in self._naming.get(each, ())}
        return self.many(self.asked_for(found | {one for one in naming if kind_of(one) == kind}))

    def asked_for(self, referring: set[str]) -> set[str]:
        """Return which of those that refer are wanted at all; here, every one."""
        return referring

    def following(self, public_ids: Iterable[str], field: str) -> dict[str, dict]:
        """Return the states of the ids and of all that `field` of each leads to, in turn."""
        found: dict[str, dict] = {}
        wanted = set(public_ids)
        while wanted:
            found |= self.many(wanted)
            named = {one for key in wanted if key in found for one in _listed(found[key][field])}
            wanted = named - found.keys()
        return found

    @cached_property
    def _naming(self) -> Mapping[str, set[str]]:
        """Which states of the batch name an id, by that id."""
        naming: dict[str, set[str]] = defaultdict(set)
        for one, state in self._batch.items():
            for named in ID.findall(json.dumps(state)):
                naming[named].add(one)
        return naming

    def _ask_referring(self, public_ids: set[str], kind: str) -> None:
        """Learn which records of a kind refer to ids.

        The records of a large batch are asked for one by one, most often about their own kind: some
        of those that come next are asked for at once.
        """
        if not public_ids:
            return
        if {*map(kind_of, public_ids)} == {kind}:
            public_ids |= set(islice(self._next_of_batch(kind), ASKED_AT_ONCE))
        known = self._referring[kind]
        known.update((one, set()) for one in public_ids)
        for referred, referring in _referring_pairs(public_ids, kind, self._edition):
            known[referred].add(referring)

    def _next_of_batch(self, kind: str) -> Iterator[str]:
        if kind not in self._to_be_asked:
            self._to_be_asked[kind] = iter([one for one in self._batch if kind_of(one) == kind])
        return self._to_be_asked[kind]

    def _fetch(self, public_ids: set[str]) -> None:
        if not public_ids:
            return
        rows = PublishedRecord.objects.as_of(self._edition).filter(public_id__in=public_ids)
        states = dict(rows.values_list("public_id", "publication__revision__state"))
        self._known.update(dict.fromkeys(public_ids))
        self._known.update({one: json.loads(state) for one, state in states.items()})


def _referring_pairs(public_ids: set[str], kind: str, edition: int) -> list[tuple[str, str]]:
    """Return (id, id of a published record of that kind which refers to it).

    Each is looked up alone: an overlap with hundreds of ids has the whole index read.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT asked.one, line.public_id FROM unnest(%s::text[]) AS asked (one) "  # noqa: S608
            f"CROSS JOIN LATERAL (SELECT public_id FROM {PublishedRecord._meta.db_table} "
            "WHERE refs @> ARRAY[asked.one]::varchar[] AND kind = %s AND since <= %s "
            "AND until > %s OFFSET 0) AS line",
            [list(public_ids), kind, edition, edition],
        )
        return cursor.fetchall()


def _listed(value: str | list[str] | None) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if value else []
