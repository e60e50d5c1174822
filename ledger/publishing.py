"""Publishing: documents are built first, the lock is taken last, readers never wait."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from .canonical import sha256, written
from .editions import lock_ledger, newest_number, take_edition
from .errors import NothingSaved, NotToBePublished, RefersToUnpublished
from .identity import kind_of, sort_key
from .indexing import close_rows, open_rows, tally
from .kinds import Around, Kinds
from .models import Edition, Publication, Record, Revision
from .prose import prose_sources
from .published import PublishedStates
from .saving import newest_revisions, state_of
from .shapes import references

Status = Record.Status


@dataclass(frozen=True)
class Draft:
    """A publication ready but for its edition. Without a document it is a withdrawal."""

    public_id: str
    revision: Revision
    document: dict | None
    around: Around

    @property
    def kind(self) -> str:
        return kind_of(self.public_id)


@transaction.atomic
def publish(
    *, record_ids: Iterable[int], by, reason: str, kinds: Kinds, with_references: bool = False
) -> Edition:
    """Publish the newest revisions of records in one edition, with what rests on them.

    What they refer to must be published, or is published along if `with_references`; otherwise
    RefersToUnpublished names it. NothingSaved for a record without a revision, NotToBePublished
    for what its kind refuses. `by` is kept in the revisions, not here: readers get the reason.
    """
    wanted = _with_unpublished(set(record_ids), kinds, with_references)
    revisions = _revisions_by_public_id(wanted)
    batch = {key: state_of(kinds[kind_of(key)], found) for key, found in revisions.items()}
    _refuse(batch, kinds)
    edition, drafts = _prepare_and_lock(batch, revisions, kinds)
    _append(edition, drafts, reason, kinds)
    Record.objects.filter(pk__in=wanted).update(status=Status.PUBLISHED)
    return edition


@transaction.atomic
def withdraw(*, record: Record, by, reason: str, kinds: Kinds) -> Edition:
    """Take a published record from readers, giving the reason; its history stays."""
    current = published_revisions([record.public_id])
    edition, drafts = _prepare_and_lock({record.public_id: None}, current, kinds)
    _append(edition, drafts, reason, kinds)
    Record.objects.filter(pk=record.pk).update(status=Status.WITHDRAWN)
    return edition


def unpublished_references(record_ids: Iterable[int], kinds: Kinds) -> dict[int, str]:
    """Return the drafts that the newest revisions refer to: their labels by record id."""
    revisions = newest_revisions(record_ids)
    public_ids = dict(Record.objects.filter(pk__in=revisions).values_list("pk", "public_id"))
    referred: set[str] = set()
    for pk, revision in revisions.items():
        kind = kinds[kind_of(public_ids[pk])]
        state = state_of(kind, revision)
        referred |= references(kind.shape, state) | prose_sources(kind.shape, state)
    drafts = Record.objects.filter(public_id__in=referred).exclude(
        status__in=[Status.PUBLISHED, Status.WITHDRAWN]
    )
    return {record.pk: str(record) for record in drafts.order_by("label")}


def _refuse(batch: Mapping[str, dict], kinds: Kinds) -> None:
    before = PublishedStates()
    sentences = [
        sentence
        for key, state in batch.items()
        for sentence in kinds[kind_of(key)].refuse_publishing(key, state, before, batch)
    ]
    if sentences:
        raise NotToBePublished(" ".join(dict.fromkeys(sentences)))


def _with_unpublished(record_ids: set[int], kinds: Kinds, with_references: bool) -> set[int]:
    wanted, newcomers = set(record_ids), set(record_ids)
    while newcomers:
        missing = unpublished_references(newcomers, kinds)
        newcomers = missing.keys() - wanted
        if newcomers and not with_references:
            raise RefersToUnpublished([missing[pk] for pk in missing if pk in newcomers])
        wanted |= newcomers
    return wanted


def _revisions_by_public_id(record_ids: set[int]) -> dict[str, Revision]:
    revisions = newest_revisions(record_ids)
    records = Record.objects.filter(pk__in=record_ids).values_list("pk", "public_id", "label")
    unsaved = [label or public_id for pk, public_id, label in records if pk not in revisions]
    if unsaved:
        raise NothingSaved(f"Save before publishing: {', '.join(unsaved)} has no revision yet.")
    return {public_id: revisions[pk] for pk, public_id, _ in records}


def _prepare_and_lock(
    batch: Mapping[str, dict | None], revisions: dict[str, Revision], kinds: Kinds
) -> tuple[Edition, list[Draft]]:
    """Build the documents, then take the lock; build again if somebody published in between."""
    built_at = newest_number()
    drafts = drafts_of(batch, revisions, kinds)
    lock_ledger()
    if newest_number() != built_at:
        drafts = drafts_of(batch, revisions, kinds)
    return take_edition(), drafts


def drafts_of(
    batch: Mapping[str, dict | None], revisions: dict[str, Revision], kinds: Kinds
) -> list[Draft]:
    """Build drafts for a batch and, in turn, for all whose documents rest on it."""
    before = PublishedStates()
    states, fresh = dict(batch), dict(batch)
    while fresh:
        dependents = _dependents(fresh, PublishedStates(states), before.many(fresh), kinds)
        fresh = before.many(dependents - states.keys())
        states |= fresh
    revisions = revisions | published_revisions(states.keys() - revisions.keys())
    return _build(states, revisions, PublishedStates(states), kinds)


def _dependents(fresh: Mapping, published: PublishedStates, before: dict, kinds: Kinds) -> set[str]:
    found: set[str] = set()
    for key, state in fresh.items():
        kind = kinds[kind_of(key)]
        found |= kind.dependents(key, state, before.get(key), published)
    return found


def _build(
    states: Mapping[str, dict | None],
    revisions: dict[str, Revision],
    published: PublishedStates,
    kinds: Kinds,
) -> list[Draft]:
    drafts = []
    for kind in kinds.values():
        mine = {
            key: states[key] for key in sorted(states, key=sort_key) if kind_of(key) == kind.name
        }
        present = {key: state for key, state in mine.items() if state is not None}
        around = kind.around(present, published)
        for key, state in mine.items():
            document = state and kind.document(key, state, around[key])
            drafts.append(Draft(key, revisions[key], document, around.get(key, {})))
    return drafts


def published_revisions(public_ids: Iterable[str]) -> dict[str, Revision]:
    """Return the revisions last published of records, by public id."""
    found = Publication.objects.filter(record__public_id__in=list(public_ids))
    newest = found.order_by("record_id", "-number").distinct("record_id")
    return {
        publication.record.public_id: publication.revision
        for publication in newest.select_related("record", "revision")
    }


def _append(edition: Edition, drafts: list[Draft], reason: str, kinds: Kinds) -> None:
    numbers = numbers_given(drafts)
    publications = Publication.objects.bulk_create(
        (_publication(edition, draft, numbers, reason, kinds) for draft in drafts),
        batch_size=1000,
    )
    close_rows(edition.number, [draft.revision.record_id for draft in drafts], kinds)
    by_kind: dict[str, list] = defaultdict(list)
    for draft, publication in zip(drafts, publications, strict=True):
        if draft.document is not None:
            entry = (draft.public_id, publication, draft.document, draft.around)
            by_kind[draft.kind].append(entry)
    for name, entries in by_kind.items():
        open_rows(kinds[name], edition.number, entries)
    tally(edition.number, kinds)


def numbers_given(drafts: list[Draft]) -> dict[int, int]:
    """Return the number of the newest publication of each record that has one, by record id."""
    records = [draft.revision.record_id for draft in drafts]
    found = Publication.objects.filter(record__in=records).order_by("record_id", "-number")
    return dict(found.distinct("record_id").values_list("record_id", "number"))


def _publication(
    edition: Edition, draft: Draft, numbers: dict[int, int], reason: str, kinds: Kinds
) -> Publication:
    record_id = draft.revision.record_id
    text = None if draft.document is None else written(draft.document)
    return Publication(
        record_id=record_id,
        edition=edition,
        revision=draft.revision,
        number=numbers.get(record_id, 0) + 1,
        audience=json.loads(draft.revision.state)["audience"],
        format=kinds[draft.kind].document_format,
        document=text,
        reason=reason,
        sha256=sha256(text),
    )
