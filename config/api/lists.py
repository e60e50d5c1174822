"""Lists: finished documents, found through the index and put together as text."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from rest_framework.renderers import JSONRenderer

from ledger.bodies import Body
from ledger.canonical import written
from ledger.exporting import asking
from ledger.exporting.answering import answer as file_of
from ledger.facets import facets
from ledger.listing import Listing
from ledger.models import Published
from ledger.reading import included_text
from timeline.seen import commitment_document

from .answers import ReadView, answer, spelled
from .asked import read_names
from .bodies import body, mentioned, only, seen
from .schema import ListSchema, fields_of
from .served import Served

JSON = "json"


class ListView(ReadView):
    """The records of a kind that the parameters ask for."""

    schema = ListSchema()
    served: Served | None = None

    def get(self, request: HttpRequest) -> HttpResponseBase:
        listing = self.listing(request)
        asked = asking.read(listing, self.served.takeaway, self.form, usual=JSON)
        if asked is not None:
            return file_of(request._request, listing, self.served.takeaway, asked)
        return self.page(request, listing)

    def perform_content_negotiation(self, request, force=False):
        """Take whatever is asked for: which formats there are is for the list to say."""
        self.form = asking.format_asked(request._request, JSON, "application/json")
        if self.form in asking.MEDIA_TYPES:
            return JSONRenderer(), JSONRenderer.media_type
        return super().perform_content_negotiation(request, force)

    def listing(self, request: HttpRequest) -> Listing:
        is_file = self.form in asking.MEDIA_TYPES
        return Listing(
            request.GET,
            filters=self.served.filters,
            user=request.user,
            limit_at_most=asking.LIMIT_AT_MOST if is_file else 1000,
            also=(*asking.PARAMETERS, *(() if is_file else ("fields", "facets"))),
        )

    def page(self, request: HttpRequest, listing: Listing) -> HttpResponse:
        fields = read_names(listing.data, "fields", fields_of(self.served))
        rows = self.rows(listing)
        bodies = [self.body(row, listing, fields) for row in rows]
        shown = self.shown(rows, bodies if fields else None)
        names = included_text(shown, moment=listing.moment, user=request.user)
        return answer(request, list_answer(request, listing, bodies, names))

    def rows(self, listing: Listing) -> list[Body] | list[Published]:
        return listing.bodies

    def body(self, row: Body, listing: Listing, fields: tuple[str, ...]) -> str:
        return body(row, self.served.kind, on=listing.moment.on, fields=fields)

    def shown(self, rows: Iterable[Body], excerpts: list[str] | None) -> set[str]:
        """Return the ids that rows refer to, or those of them that stand in excerpts."""
        if excerpts is None:
            return {one for row in rows for one in self.refs(row)}
        found = (mentioned(text, self.refs(row)) for row, text in zip(rows, excerpts, strict=True))
        return set().union(*found)

    def refs(self, row: Body) -> list[str]:
        return row.refs


class CommitmentListView(ListView):
    """Commitments, each out of its statement's document."""

    def rows(self, listing: Listing) -> list[Published]:
        return listing.rows

    def body(self, row: Published, listing: Listing, fields: tuple[str, ...]) -> str:
        statement = seen(row, self.served.kind, on=listing.moment.on)
        return written(only(commitment_document(statement, row.number), fields))

    def refs(self, row: Published) -> list[str]:
        return [row.public_id, *row.refs]


def list_answer(
    request: HttpRequest,
    listing: Listing,
    bodies: list[str],
    names: str | None = None,
) -> str:
    """Spell a list; without `names`, it has no `included`."""
    members = {"results": f"[{','.join(bodies)}]"}
    if names is not None:
        members["included"] = names
    members |= {
        "next": written(next_address(request, listing)),
        "count": str(listing.count),
        "count_is_exact": written(listing.count_is_exact),
        "edition": str(listing.moment.edition),
    }
    if asked := read_names(listing.data, "facets", listing.filters.facets):
        members["facets"] = written(facets(listing, list(asked)))
    return spelled(members)


def next_address(request: HttpRequest, listing: Listing) -> str | None:
    if listing.next is None:
        return None
    query = listing.changed(cursor=str(listing.next))
    return request.build_absolute_uri(f"{request.path}?{query}")
