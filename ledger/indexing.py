"""The disposable index: which publication readers get between two editions."""

import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from django.contrib.postgres.search import SearchVector
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet, Value

from .folding import fold
from .identity import kind_of
from .kinds import Around, Kind, Kinds
from .models import OPEN, Edition, Exported, Line, Publication, PublishedRecord, Record
from .prose import prose_sources
from .published import PublishedStates
from .saving import state_of
from .shapes import references
from .tallies import Tallied, tally_anew, tally_edition

log = logging.getLogger(__name__)
IndexTable = type[Line] | type[Exported]
Entry = tuple[str, Publication, dict, Around]
CHUNK = 2000
SHARED = ("record_id", "publication", "since", "audience", "public_id", "refs")


def tables(kinds: Kinds) -> list[IndexTable]:
    """List every table of the index."""
    return [PublishedRecord, *{index.model for kind in kinds.values() for index in kind.indexes}]


def close_rows(edition: int, record_ids: list[int], kinds: Kinds) -> None:
    """End, at an edition, what readers get of records."""
    for table in tables(kinds):
        if issubclass(table, Line):
            table.objects.filter(record__in=record_ids, until=OPEN).update(until=edition)


def open_rows(kind: Kind, edition: int, entries: list[Entry]) -> None:
    """Begin, at an edition, what readers get: a line in the common table, and in the kind's own."""
    for table, lines in lines_of(kind, edition, entries).items():
        made = [table(**line) for line in lines]
        table.objects.bulk_create(made, batch_size=CHUNK)


def tally(edition: int, kinds: Kinds) -> None:
    """Count, when the lines of an edition are written, what it ended and began."""
    tally_edition(edition, _tallied(kinds))


def close_past(edition: int, kinds: Kinds) -> None:
    """Leave to members what readers got earlier of the records that an edition gives members.

    Called after the tallies, which count lines for those who had them.
    """
    closed = Publication.objects.filter(edition=edition, audience=Record.Audience.MEMBERS)
    for table in tables(kinds):
        if issubclass(table, Line):
            earlier = table.objects.filter(since__lt=edition, audience=Record.Audience.PUBLIC)
            earlier.filter(record__in=closed.values("record")).update(
                audience=Record.Audience.MEMBERS
            )


def merge_pending() -> None:
    """Bring what waits in the lists of the GIN indexes into them, after many lines were written.

    A search reads these lists from one end to the other, and vacuum empties them only later. Call
    it after the commit; what goes wrong here spoils nothing that was written.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT ledger_merge_pending()")
    except DatabaseError as error:
        log.warning("The pending lists stay as they are: %s", str(error).strip())


def lines_of(kind: Kind, edition: int, entries: list[Entry]) -> dict[IndexTable, list[dict]]:
    """Return what `open_rows` writes: the columns of each line, by table."""
    found: dict[IndexTable, list[dict]] = defaultdict(list)
    for public_id, publication, document, around in entries:
        shared = _shared(kind, edition, public_id, publication, document, around)
        common = shared | common_columns(kind, document)
        common["search"] = _search_vector(kind.texts(document))
        found[PublishedRecord].append(common)
        for index in kind.indexes:
            mine = {name: shared[name] for name in shared_columns(index.model)}
            found[index.model].extend(mine | own for own in index.rows(document, around))
    return found


@cache
def shared_columns(table: IndexTable) -> tuple[str, ...]:
    """Name the columns that a line has of its publication, not of its document."""
    names = {name for one in table._meta.concrete_fields for name in (one.name, one.attname)}
    return tuple(name for name in SHARED if name in names)


def _shared(
    kind: Kind,
    edition: int,
    public_id: str,
    publication: Publication,
    document: dict,
    around: Around,
) -> dict:
    return {
        "record_id": publication.record_id,
        "publication": publication,
        "since": edition,
        "audience": publication.audience,
        "public_id": public_id,
        "refs": refers_to(kind, state_of(kind, publication.revision), around),
    }


def refers_to(kind: Kind, state: dict, around: Around) -> list[str]:
    """List the ids that a document shows: its own, its prose's, and those from around it."""
    own = references(kind.shape, state) | prose_sources(kind.shape, state)
    return sorted(own | around.get("also_refers_to", set()))


def _search_vector(texts: list[tuple[str, str]]):
    by_weight: dict[str, list[str]] = defaultdict(list)
    for weight, text in texts:
        if text:
            by_weight[weight].append(fold(text))
    vector = None
    for weight, words in sorted(by_weight.items()):
        part = SearchVector(Value(" . ".join(words)), weight=weight, config="english")
        vector = part if vector is None else vector + part
    return vector


def common_columns(kind: Kind, document: dict) -> dict:
    """Return what the common table shows of a document, but for the words that it says."""
    brief = kind.brief(document)
    when = document.get("date") or {"earliest": None, "latest": None, "approximate": False}
    return {
        "kind": kind.name,
        "label": brief["name"],
        "brief": brief,
        "date_earliest": when["earliest"],
        "date_latest": when["latest"],
        "date_approximate": when["approximate"],
        "sort_date": when["earliest"] or when["latest"] or date.min,
    }


@transaction.atomic
def reindex(kinds: Kinds) -> int:
    """Make the whole index anew from publications alone; return how many were read."""
    for table in tables(kinds):
        table.objects.all().delete()
    closing = set(Edition.objects.filter(closes_past=True).values_list("pk", flat=True))
    count = 0
    for edition in Edition.objects.order_by("number").values_list("number", flat=True):
        count += _index_edition(edition, kinds)
        if edition in closing:
            close_past(edition, kinds)
    tally_anew(_tallied(kinds))
    return count


def _tallied(kinds: Kinds) -> list[Tallied]:
    return [kind.tallied for kind in kinds.values() if kind.tallied]


def _index_edition(edition: int, kinds: Kinds) -> int:
    """Make the lines of an edition, all closed before any is opened; return of how many.

    An import is one edition: neither its documents nor its lines are held all at once.
    """
    found = Publication.objects.filter(edition=edition).order_by("pk")
    chunks = _chunks(list(found.values_list("pk", "record_id")))
    for chunk in chunks:
        close_rows(edition, [record_id for _, record_id in chunk], kinds)
    published = PublishedStates(_states_of(found, kinds), edition)
    for chunk in chunks:
        mine = found.filter(pk__in=[pk for pk, _ in chunk]).exclude(document=None)
        for kind, publications in _by_kind(mine.select_related("record", "revision"), kinds):
            states = published.many(one.record.public_id for one in publications)
            around = kind.around(states, published)
            open_rows(kind, edition, [_entry(kind, one, around) for one in publications])
    return sum(map(len, chunks))


def _states_of(publications: QuerySet, kinds: Kinds) -> dict[str, dict]:
    """Return the states that publications show, by public id."""
    rows = publications.exclude(document=None).values_list(
        "record__public_id", "revision__state", "revision__format"
    )
    return {
        public_id: kinds[kind_of(public_id)].todays_state(json.loads(state), number)
        for public_id, state, number in rows.iterator(CHUNK)
    }


def _by_kind(
    publications: Iterable[Publication], kinds: Kinds
) -> Iterator[tuple[Kind, list[Publication]]]:
    found: dict[str, list[Publication]] = defaultdict(list)
    for one in publications:
        found[one.record.kind].append(one)
    for name, mine in found.items():
        yield kinds[name], mine


def _chunks(items: list) -> list[list]:
    return [items[start : start + CHUNK] for start in range(0, len(items), CHUNK)]


def _entry(kind: Kind, publication: Publication, around: dict[str, Around]) -> Entry:
    public_id = publication.record.public_id
    document = kind.todays_document(json.loads(publication.document), publication.format)
    return public_id, publication, document, around[public_id]
