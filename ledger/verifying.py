"""Verifying: that nothing was changed behind the ledger's back. Each finding is a sentence."""

from collections.abc import Iterator

from .canonical import canonical, sha256, written
from .kinds import Kind, Kinds
from .models import OPEN, Publication, PublishedRecord, Revision
from .published import PublishedStates
from .saving import hash_of, newest_revisions, state_of
from .states import read_states
from .tallies import wrong_tallies

CHUNK = 2000


def verify(kinds: Kinds) -> Iterator[str]:
    """Yield a sentence for every fault found; none means that all is as it was written."""
    yield from _revisions()
    yield from _publications()
    for kind in kinds.values():
        yield from _documents(kind)
        yield from _tables(kind)
    yield from wrong_tallies(kind.tallied for kind in kinds.values() if kind.tallied)


def _revisions() -> Iterator[str]:
    """Check every hash, and that each revision continues the one before it."""
    found = Revision.objects.select_related("record").order_by("record_id", "number")
    last: Revision | None = None
    for revision in found.iterator(CHUNK):
        label = f"Revision {revision.number} of {revision.record.public_id}"
        if revision.sha256 != hash_of(revision):
            yield f"{label} is not what was saved: its hash does not fit its content."
        follows = last is not None and last.record_id == revision.record_id
        if revision.previous_sha256 != (last.sha256 if follows else ""):
            yield f"{label} does not continue the one before it: the chain is broken."
        if revision.number != (last.number + 1 if follows else 1):
            yield f"{label} does not follow its predecessor's number: a revision is missing."
        last = revision


def _publications() -> Iterator[str]:
    found = Publication.objects.select_related("record")
    for publication in found.iterator(CHUNK):
        if publication.sha256 != sha256(publication.document):
            yield (
                f"Publication {publication.number} of {publication.record.public_id} is not what "
                "was published: its hash does not fit its document."
            )


def _documents(kind: Kind) -> Iterator[str]:
    """Build each published document again from its published state, and compare."""
    rows = PublishedRecord.objects.filter(kind=kind.name, until=OPEN).order_by("pk")
    for chunk in _chunks(list(rows.values_list("pk", flat=True))):
        published = PublishedStates()
        lines = rows.filter(pk__in=chunk).select_related("publication__revision")
        states = {row.public_id: state_of(kind, row.publication.revision) for row in lines}
        around = kind.around(states, published)
        for row in lines:
            rebuilt = kind.document(row.public_id, states[row.public_id], around[row.public_id])
            current = row.publication.format == kind.document_format
            if current and row.publication.document != written(rebuilt):
                yield f"The document of {row.public_id} is not what its published state makes."


def _tables(kind: Kind) -> Iterator[str]:
    """Compare each record's tables with its newest revision."""
    records = dict(kind.shape.model.objects.values_list("pk", "public_id"))
    for chunk in _chunks(list(records)):
        states = read_states(kind.shape, chunk)
        newest = newest_revisions(chunk)
        for pk, state in states.items():
            if pk in newest and canonical(state) != canonical(state_of(kind, newest[pk])):
                yield f"The tables of {records[pk]} hold what no revision of it says."


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
