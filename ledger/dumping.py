"""Dumping records in the native format: kind by kind, by public number, others by key."""

from collections.abc import Collection, Iterator

from .identity import kind_of, sort_key
from .kinds import Kind, Kinds
from .models import OPEN, PublishedRecord, Record, Revision
from .native import written_line
from .prose import map_prose, prose_sources
from .saving import state_of
from .shapes import map_references, references

CHUNK = 500


def dump(kinds: Kinds, *, only: Collection[str] = (), published: bool = False) -> Iterator[str]:
    """Yield the line of every record: its newest revision, or the published one.

    `only` names the kinds wanted, all by default; what was withdrawn is not published. Kinds come
    in the order of `kinds`. Private fields are in the lines: they are for editors.
    """
    # Chosen in one query, so that what is saved meanwhile is in the dump whole or not at all.
    chosen = _published_revisions() if published else _newest_revisions()
    for kind in kinds.values():
        if only and kind.name not in only:
            continue
        mine = sorted((key for key in chosen if kind_of(key) == kind.name), key=sort_key)
        for start in range(0, len(mine), CHUNK):
            yield from _lines(kind, [chosen[key] for key in mine[start : start + CHUNK]])


def _newest_revisions() -> dict[str, int]:
    """Return each record's newest revision: public ids to revision ids."""
    newest = Revision.objects.order_by("record_id", "-number").distinct("record_id")
    return dict(newest.values_list("record__public_id", "pk"))


def _published_revisions() -> dict[str, int]:
    current = PublishedRecord.objects.filter(until=OPEN)
    return dict(current.values_list("public_id", "publication__revision_id"))


def _lines(kind: Kind, revision_ids: list[int]) -> Iterator[str]:
    revisions = Revision.objects.in_bulk(revision_ids)
    states = [state_of(kind, revisions[pk]) for pk in revision_ids]
    named = set().union(
        *(references(kind.shape, state) | prose_sources(kind.shape, state) for state in states)
    )
    found = Record.objects.filter(public_id__in=named)
    keys = dict(found.values_list("public_id", "key"))
    for state in states:
        by_key = map_references(kind.shape, state, keys.__getitem__)
        yield written_line(kind, map_prose(kind.shape, by_key, keys.get))
