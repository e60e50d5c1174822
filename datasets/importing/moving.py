"""A dataset given other readers, with all its rows: to members alone, or to everybody.

What an import began for the dataset goes along: its source, its actors and its places, but for
those that others' public records name too. It is one transaction, and one edition.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from datasets.models import Dataset
from incidents.models import Incident
from ledger.audiences import Moving
from ledger.errors import LedgerError
from ledger.identity import LETTERS
from ledger.indexing import merge_pending
from ledger.kinds import Kinds
from ledger.models import OPEN, Edition, PublishedRecord, Record

from .begun import begun_for
from .run import ATTEMPTS
from .turns import wait_for_turn

PUBLIC, MEMBERS = Record.Audience.PUBLIC, Record.Audience.MEMBERS
BEGUN = ("source", "actor", "place")
ORDER = (*BEGUN, "dataset", "incident")
RELEASES_STAY = (
    "Releases and files that were taken away before are not called back: remove those that hold "
    "its rows from the folder of releases."
)
Tell = Callable[[int, int], None]


class PublishedMeanwhile(LedgerError):
    """Others published what a move rests on while it was being prepared."""

    def __init__(self):
        super().__init__(
            "Others published places, sources or rows of this dataset meanwhile, three times over. "
            "Nothing was changed; try again in a quieter moment."
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move did: how many rows and other records have other readers, from which edition."""

    rows: int
    others: int
    edition: Edition | None

    def sentence(self) -> str:
        """Say what was done."""
        if not self.rows and not self.others:
            return "Nothing had other readers than that; nothing was changed."
        along = f"{self.rows:,} rows and {self.others:,} other records have other readers now"
        return f"{along}, from {self.edition} on." if self.edition else f"{along}."


def move_dataset(
    dataset: Dataset,
    audience: str,
    *,
    kinds: Kinds,
    by=None,
    reason: str,
    tell: Tell = lambda done, total: None,
) -> Moved:
    """Give a dataset and its rows to members alone, or to everybody; repeating it changes nothing.

    PublishedMeanwhile if others do not leave it in peace.
    """
    for _ in range(ATTEMPTS):
        moved = _move_once(dataset, audience, kinds=kinds, by=by, reason=reason, tell=tell)
        if moved:
            merge_pending()
            return moved
    raise PublishedMeanwhile


def rows_to_move(dataset: Dataset, audience: str) -> QuerySet[Record]:
    """Return the incidents of a dataset that have other readers than they should."""
    rows = Record.objects.filter(pk__in=Incident.objects.filter(dataset=dataset).values("pk"))
    return rows.filter(_has_other_readers(audience))


def _has_other_readers(audience: str) -> Q:
    """Say so of what is saved, of what is published, and of what was, before it was closed."""
    lines = PublishedRecord.objects.filter(record=OuterRef("pk")).exclude(audience=audience)
    if audience == PUBLIC:
        lines = lines.filter(until=OPEN)
    return ~Q(audience=audience) | Exists(lines)


class _Others(Exception):
    """Ends the transaction of a move that others came across."""


def _move_once(
    dataset: Dataset, audience: str, *, kinds: Kinds, by, reason: str, tell: Tell
) -> Moved | None:
    try:
        with transaction.atomic():
            wait_for_turn()
            return _move(dataset, audience, kinds=kinds, by=by, reason=reason, tell=tell)
    except _Others:
        return None


def _move(dataset: Dataset, audience: str, *, kinds: Kinds, by, reason: str, tell: Tell) -> Moved:
    chosen = _chosen(dataset, audience)
    total = sum(map(len, chosen.values()))
    moving = Moving(_laying(chosen, audience), audience=audience, kinds=kinds, by=by, reason=reason)
    Dataset.objects.filter(pk__in=chosen["dataset"]).update(redistributable=audience == PUBLIC)
    done = 0
    for name in ORDER:
        for more in moving.move(kinds[name], list(chosen[name])):
            done += more
            tell(done, total)
    edition = moving.issue()
    if edition and _rests_on(moving, dataset, edition):
        raise _Others
    rows = len(chosen["incident"])
    return Moved(rows, total - rows, edition)


def _rests_on(moving: Moving, dataset: Dataset, edition: Edition) -> bool:
    """Say whether others published meanwhile what moves, rests on it, or may be rested on."""
    others = moving.published_meanwhile(before=edition)
    rows = PublishedRecord.objects.filter(public_id__in=others).referring_to(dataset.public_id)
    return (
        any(one in moving.laying or one in moving.resting or one[0] in "PR" for one in others)
        or rows.exists()
    )


def _chosen(dataset: Dataset, audience: str) -> dict[str, dict[int, str]]:
    """Return what moves: public ids by record id, by kind."""
    itself = Record.objects.filter(pk=dataset.pk).filter(
        _has_other_readers(audience) | Q(pk__in=_with_other_terms(audience))
    )
    found = {"dataset": itself, "incident": rows_to_move(dataset, audience)}
    chosen = {name: _ids(records) for name, records in found.items()}
    return chosen | {name: _begun(dataset, name, audience) for name in BEGUN}


def _with_other_terms(audience: str) -> QuerySet:
    return Dataset.objects.exclude(redistributable=audience == PUBLIC).values("pk")


def _begun(dataset: Dataset, kind: str, audience: str) -> dict[int, str]:
    """Return what imports began for a dataset, but for what is to be closed and others name."""
    begun = begun_for(dataset, kind).filter(public_id__startswith=LETTERS[kind])
    found = _ids(begun.filter(_has_other_readers(audience)))
    if audience == PUBLIC:
        return found
    named = _named_by_others(dataset, found.values())
    return {pk: public_id for pk, public_id in found.items() if public_id not in named}


def _named_by_others(dataset: Dataset, public_ids: Iterable[str]) -> set[str]:
    """Return which ids public records name that are neither rows of the dataset nor itself."""
    lines = PublishedRecord.objects.filter(until=OPEN, audience=PUBLIC)
    others = lines.referring_to(*public_ids).exclude(record=dataset.pk)
    others = others.exclude(record__in=Incident.objects.filter(dataset=dataset).values("pk"))
    return {one for refs in others.values_list("refs", flat=True) for one in refs}


def _ids(records: QuerySet[Record]) -> dict[int, str]:
    return dict(records.order_by("pk").values_list("pk", "public_id"))


def _laying(chosen: Mapping[str, Mapping[int, str]], audience: str) -> dict[str, Callable]:
    """Say of each record that moves how its state becomes what it should be."""

    def lay(state: dict) -> dict:
        return state | {"audience": audience}

    def lay_dataset(state: dict) -> dict:
        return lay(state) | {"redistributable": audience == PUBLIC}

    laying = {one: lay for ids in chosen.values() for one in ids.values()}
    return laying | dict.fromkeys(chosen["dataset"].values(), lay_dataset)
