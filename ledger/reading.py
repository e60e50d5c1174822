"""What readers read: one record, or the names of those that documents refer to, at an edition."""

import json
from collections.abc import Iterable

from django.db import connection

from .identity import kind_of
from .kinds import Kinds
from .models import Edition, Publication, PublishedRecord, Record
from .moments import Moment

PUBLIC = Record.Audience.PUBLIC
NAMELESS = '{"name":null}'


class NotPublished(Exception):
    """There is no such record for this reader at this moment; the message may be shown."""


class Withdrawn(Exception):
    """The record was withdrawn. `publication` says when and why."""

    def __init__(self, publication: Publication):
        self.publication = publication
        super().__init__(publication.reason or "No reason was given.")


def find(public_id: str, *, moment: Moment, user) -> PublishedRecord:
    """Return what is published of a record, with its publication; NotPublished or Withdrawn."""
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    row = rows.filter(public_id=public_id).with_documents().first()
    if row is None:
        raise _absence(public_id, moment, user)
    return row


def document_of(row, kinds: Kinds) -> dict:
    """Return the document of a line of the index, in today's format."""
    kind = kinds[kind_of(row.public_id)]
    return kind.todays_document(json.loads(row.publication.document), row.publication.format)


def included(public_ids: Iterable[str], *, moment: Moment, user) -> dict[str, dict]:
    """Return what others show of records: `{"A2": {"name": …}}`, in one query.

    What this reader may not see, or was withdrawn, has a null name: the reference stays, empty.
    """
    wanted = sorted(set(public_ids), key=lambda one: (one[0], int(one[1:])))
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    briefs = dict(rows.filter(public_id__in=wanted).values_list("public_id", "brief"))
    return {one: briefs.get(one, {"name": None}) for one in wanted}


def included_text(public_ids: Iterable[str], *, moment: Moment, user) -> str:
    """Spell what `included` returns as JSON, without reading the briefs."""
    everybody = user is None or not user.is_authenticated
    wanted = sorted(set(public_ids), key=lambda one: (one[0], int(one[1:])))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT public_id, brief::text FROM {PublishedRecord._meta.db_table} "  # noqa: S608
            "WHERE public_id = ANY(%s) AND since <= %s AND until > %s"
            f"{' AND audience = %s' if everybody else ''}",
            [wanted, moment.edition, moment.edition, *([PUBLIC] if everybody else [])],
        )
        briefs = dict(cursor.fetchall())
    members = [f'"{one}":{briefs.get(one, NAMELESS)}' for one in wanted]
    return f"{{{','.join(members)}}}"


def referring(public_id: str, kinds: Iterable[str], *, moment: Moment, user):
    """Return the lines of records of some kinds that refer to a record, with documents."""
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    found = rows.referring_to(public_id).filter(kind__in=list(kinds)).with_documents()
    return found.order_by("date_earliest", "record_id")


def _absence(public_id: str, moment: Moment, user) -> Exception:
    """Say why a record is not there. Of a draft nothing is said: it is as if it were not."""
    published = Publication.objects.filter(record__public_id=public_id).order_by("number")
    published = published.visible_to(user)
    last = published.filter(edition_id__lte=moment.edition).last()
    if last is not None and last.withdrawn:
        return Withdrawn(last)
    if last is None and published.exists():
        first = published.first().edition
        return NotPublished(
            f"{public_id} was first published in edition {first.number}, on "
            f"{first.published_at:%-d %B %Y}; ask for that moment or a later one."
        )
    if moment.edition == 0 and (edition := Edition.objects.order_by("number").first()):
        return NotPublished(
            f"Nothing was published then; edition {edition.number}, of "
            f"{edition.published_at:%-d %B %Y}, is the first."
        )
    return NotPublished(f"There is no record {public_id}.")
