"""One record: its document, when and why it changed, and what is said about it."""

from itertools import chain

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from config.kinds import KINDS
from ledger.canonical import written
from ledger.filters import BadParameters, cleaned
from ledger.identity import kind_of
from ledger.models import PublishedRecord
from ledger.moments import Moment
from ledger.reading import NotPublished, find, included
from timeline.seen import commitment_document

from .answers import ReadView, answer, extended, instant
from .asked import INCLUDES, read_format, read_moment, read_names
from .bodies import body, mentioned, only, seen
from .matches import matches
from .schema import DetailSchema, fields_of
from .served import Served

PARAMETERS = ("as_of", "include", "fields", "format")
INCLUDED_AT_MOST = 500
JOINED = {"links", "events"}


class DetailView(ReadView):
    """A record of a kind, as it was published or as it stood at a moment."""

    schema = DetailSchema()
    served: Served | None = None

    def get(self, request: HttpRequest, public_id: str) -> HttpResponse:
        data = cleaned(request.GET, PARAMETERS)
        read_format(data)
        fields = read_names(data, "fields", fields_of(self.served))
        include = read_names(data, "include", INCLUDES)
        moment = read_moment(data)
        row = self.find(public_id, moment, request.user)
        text = self.body(row, public_id, moment, fields)
        about = _about(row, include, moment, request.user)
        shown = mentioned(text, self.refs(row)) if fields else set(self.refs(row))
        shown |= {one for other in chain(*about.values()) for one in other.refs}
        matched = matches(row, moment, request.user) if "matches" in include else None
        members = _when(row, moment) | {
            name: f"[{','.join(body(other, KINDS[other.kind], on=moment.on) for other in rows)}]"
            for name, rows in about.items()
        }
        if matched is not None:
            members["matches"] = f"[{','.join(matched[0])}]"
            shown |= matched[1]
        members["included"] = written(included(shown, moment=moment, user=request.user))
        return answer(request, extended(text, members))

    def find(self, public_id: str, moment: Moment, user) -> PublishedRecord:
        if kind_of(public_id) != self.served.kind.name:
            raise NotPublished(f"{public_id} is no {self.served.one}'s id.")
        return find(public_id, moment=moment, user=user)

    def refs(self, row: PublishedRecord) -> list[str]:
        return row.refs

    def body(
        self, row: PublishedRecord, public_id: str, moment: Moment, fields: tuple[str, ...]
    ) -> str:
        return body(row, self.served.kind, on=moment.on, fields=fields)


class CommitmentView(DetailView):
    """A commitment, found in its statement: `S33.1`."""

    def find(self, public_id: str, moment: Moment, user) -> PublishedRecord:
        return super().find(public_id.partition(".")[0], moment, user)

    def refs(self, row: PublishedRecord) -> list[str]:
        return [row.public_id, *row.refs]

    def body(
        self, row: PublishedRecord, public_id: str, moment: Moment, fields: tuple[str, ...]
    ) -> str:
        statement = seen(row, self.served.kind, on=moment.on)
        document = commitment_document(statement, public_id.partition(".")[2])
        if document is None:
            raise NotPublished(f"There is no record {public_id}.")
        return written(only(document, fields))


def _when(row: PublishedRecord, moment: Moment) -> dict[str, str]:
    """Say at which edition the record is read, and when and why it last changed before that."""
    publication = row.publication
    changed = {
        "at": instant(publication.edition.published_at),
        "reason": publication.reason or None,
        "edition": publication.edition_id,
    }
    return {
        "edition": str(moment.edition),
        "published_at": written(instant(moment.at)),
        "changed": written(changed),
    }


def _about(
    row: PublishedRecord, include: tuple[str, ...], moment: Moment, user
) -> dict[str, list[PublishedRecord]]:
    """Find what `include` asks for: what refers to the record, and events that links join to it."""
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    referring = rows.referring_to(row.public_id)
    links = _found(referring.filter(kind="link"), "links") if set(include) & JOINED else []
    joined = {one for link in links for one in link.refs}
    sought = {
        "statements": lambda: _found(referring.filter(kind="statement"), "statements"),
        "links": lambda: links,
        "events": lambda: _found(
            rows.filter(
                Q(refs__contains=[row.public_id]) | Q(public_id__in=joined - {row.public_id}),
                kind="event",
            ),
            "events",
        ),
    }
    return {name: sought[name]() for name in sought if name in include}


def _found(rows: QuerySet, name: str) -> list[PublishedRecord]:
    found = list(rows.with_documents().order_by("sort_date", "record_id")[: INCLUDED_AT_MOST + 1])
    if len(found) > INCLUDED_AT_MOST:
        raise BadParameters(
            {"include": f"More than {INCLUDED_AT_MOST} {name} are about it; ask their own list."}
        )
    return found
