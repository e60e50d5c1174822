"""Everything that the page of one incident is made of, read at one moment in a few queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from datasets.matching.decided import Decided, decided
from incidents.models import PublishedPlace
from ledger.identity import kind_of
from ledger.kinds import Kinds
from ledger.models import PublishedRecord
from ledger.moments import Moment
from ledger.reading import document_of, find, included, referring
from sources.reading import Reading

from .dataset import resting_on_dataset

REFERRING = ("statement", "link", "event", "chronology")


@dataclass(frozen=True)
class Material:
    """An incident's document, the documents around it, and their reading.

    `said`, `links`, `events` and `chronologies` are documents that refer to the incident; `around`
    maps ids to the documents of its operation, parts, places and of who speaks.
    `origins` maps a source to the one that it derives from; `matched` are the records of other
    datasets that are decided to tell of the same attack.
    """

    row: PublishedRecord
    document: dict
    said: list[dict]
    links: list[dict]
    events: list[dict]
    chronologies: list[dict]
    around: dict[str, dict]
    reading: Reading
    origins: dict[str, str]
    matched: list[Decided]

    @property
    def operation(self) -> dict | None:
        return self.around.get(self.document["part_of"])

    @property
    def dataset(self) -> dict | None:
        return self.around.get(self.document["dataset"])

    @property
    def parts(self) -> list[dict]:
        return [self.around[part] for part in self.document["parts"] if part in self.around]

    @property
    def operation_attributions(self) -> list[dict]:
        return self.operation["attributions"] if self.operation else []


def gather(public_id: str, *, moment: Moment, user, kinds: Kinds) -> Material:
    """Read an incident and what is said of it; NotPublished or Withdrawn."""
    asked = {"moment": moment, "user": user}
    row = find(public_id, **asked)
    document = resting_on_dataset(document_of(row, kinds))
    referring_rows = list(referring(public_id, REFERRING, **asked))
    told = [(one.kind, document_of(one, kinds), one.refs) for one in referring_rows]
    said = [one for kind, one, _ in told if kind == "statement" and public_id in one["about"]]
    named = {public_id, *row.refs}
    for kind, one, refs in told:
        if one in said or kind in ("link", "event"):
            named |= {one["id"], *refs}
    named |= _places_around(document, **asked)
    matched = decided(row.record_id, **asked)
    wanted = _wanted(document, said, named) | _of_matches(document, matched)
    around, more = _documents(wanted, kinds=kinds, **asked)
    named |= {one.dataset for one in matched} - {""}
    names = _names(named | more, **asked)
    return Material(
        row=row,
        document=document,
        said=said,
        links=[one for kind, one, _ in told if kind == "link"],
        events=[one for kind, one, _ in told if kind == "event"],
        chronologies=[one for kind, one, _ in told if kind == "chronology"],
        around=around,
        reading=Reading(names, moment),
        origins={
            key: brief["derived_from"] for key, brief in names.items() if brief.get("derived_from")
        },
        matched=matched,
    )


def _wanted(document: dict, said: list[dict], named: set[str]) -> set[str]:
    """Name the records of which more than the name is shown."""
    speakers = {(one["speaker"] or {}).get("record") for one in said}
    places = {one for one in named if kind_of(one) == "place"}
    own = {document["part_of"], *document["parts"], document["dataset"]}
    return (speakers | places | own) - {None}


def _of_matches(document: dict, matched: list[Decided]) -> set[str]:
    """Name the matched records and the datasets, whose licence is shown; none without a match."""
    if not matched:
        return set()
    datasets = {document["dataset"], *(one.dataset for one in matched)} - {None, ""}
    return datasets | {one.record for one in matched}


def _documents(
    public_ids: Iterable[str], *, moment: Moment, user, kinds: Kinds
) -> tuple[dict[str, dict], set[str]]:
    """Return documents by id, and the ids that incidents among them name."""
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    found = list(rows.filter(public_id__in=public_ids).with_documents())
    shown = {ref for row in found if row.kind == "incident" for ref in row.refs}
    return {row.public_id: document_of(row, kinds) for row in found}, shown


def _places_around(document: dict, *, moment: Moment, user) -> set[str]:
    """Name the places of an incident and all that they lie in."""
    places = {row["place"] for row in document["places"]} - {None}
    rows = PublishedPlace.objects.as_of(moment.edition).visible_to(user)
    found = rows.filter(public_id__in=places).values_list("within", flat=True)
    return places.union(*found)


def _names(public_ids: set[str], *, moment: Moment, user) -> dict[str, dict]:
    """Read the briefs of records, and of all the sources that a source of them derives from."""
    names = included(public_ids, moment=moment, user=user)
    while missing := {one.get("derived_from") for one in names.values()} - {None, *names}:
        names |= included(missing, moment=moment, user=user)
    return names
