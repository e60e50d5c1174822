"""The SELECTs behind our files, so that psql can copy the very same. Django must be set up before.

They come from the code that writes the files, asked for everything, as the anonymous see it.
"""

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from incidents.exports import TAKEAWAY
from incidents.filters import IncidentFilter
from ledger.exporting import asking, formats
from ledger.listing import Listing


def select_of(query: str) -> tuple[str, str]:
    """Return the SELECT of a file's rows, and the options by which COPY spells them."""
    data = QueryDict(query)
    listing = Listing(
        data,
        filters=IncidentFilter,
        user=AnonymousUser(),
        also=asking.PARAMETERS,
        limit_at_most=asking.LIMIT_AT_MOST,
    )
    asked = asking.read(listing, TAKEAWAY, data["format"], usual="html")
    return formats.selected(listing, asked)
