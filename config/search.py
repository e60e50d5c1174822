"""Search over all kinds: the ledger's, given the kinds and the way that names of actors meet."""

from actors.filters import SOUNDS
from ledger.listing import Listing
from ledger.search import Hit, SearchFilter, hits

from .kinds import KINDS


class EverythingFilter(SearchFilter):
    """The parameters of the search, for the page and the API alike."""

    sounds = SOUNDS


def found(listing: Listing) -> list[Hit]:
    """Return what a listing of an EverythingFilter found, each with the name or text that matched.

    Use `Listing(request.GET, filters=EverythingFilter, user=request.user, limit=20)`; without `q`
    it is empty.
    """
    return hits(listing, KINDS)
