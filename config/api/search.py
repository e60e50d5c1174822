"""Search over everything published."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from config.search import EverythingFilter, found
from ledger.canonical import written
from ledger.filters import BadParameters
from ledger.listing import Listing
from ledger.search import Hit

from .answers import ReadView, answer
from .asked import read_format
from .lists import list_answer
from .schema import SearchSchema
from .served import PATHS


class SearchView(ReadView):
    """Records of every kind one of whose names or texts says the words, the best first."""

    schema = SearchSchema()
    served = None

    def get(self, request: HttpRequest) -> HttpResponse:
        also = ("format", "facets")
        listing = Listing(request.GET, filters=EverythingFilter, user=request.user, also=also)
        read_format(listing.data)
        if not listing.data.get("q"):
            raise BadParameters({"q": "Say what to look for."})
        bodies = [written(_result(request, hit)) for hit in found(listing)]
        return answer(request, list_answer(request, listing, bodies))


def _result(request: HttpRequest, hit: Hit) -> dict:
    address = reverse(f"api:{PATHS[hit.row.kind]}-detail", args=[hit.row.public_id])
    return {
        "id": hit.row.public_id,
        "kind": hit.row.kind,
        "name": hit.row.label,
        "matched": {"what": hit.what, "text": hit.text},
        "url": request.build_absolute_uri(address),
    }
