"""The answer that carries a file: begun before it is given, and never more of them than can be."""

import threading
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from ledger.errors import TooManyExports
from ledger.listing import Listing

from . import formats
from .asking import CSV, GEOJSON, MEDIA_TYPES, NDJSON, Asked
from .describing import About, about_answer, metadata, pinned
from .tables import Takeaway
from .workbook import xlsx


class Begun:
    """An iterator whose first piece is there: what fails at once fails while it can be said."""

    def __init__(self, pieces: Iterator[bytes]):
        self._pieces = pieces
        self._first = [next(pieces, b"")]

    def __iter__(self) -> "Begun":
        return self

    def __next__(self) -> bytes:
        return self._first.pop() if self._first else next(self._pieces)

    def close(self) -> None:
        self._pieces.close()


def answer(
    request: HttpRequest, listing: Listing, takeaway: Takeaway, asked: Asked
) -> HttpResponseBase:
    """Answer with a list as a file, or with what describes it."""
    if asked.metadata:
        return _described(request, listing, takeaway, asked)
    headers = _headers(request, listing, takeaway, asked)
    media_type = f"{MEDIA_TYPES[asked.format]}{'; charset=utf-8' if asked.format == CSV else ''}"
    if request.method == "HEAD":
        return HttpResponse(content_type=media_type, headers=headers)
    pieces = Begun(_in_turn(_pieces(request, listing, takeaway, asked)))
    return StreamingHttpResponse(pieces, content_type=media_type, headers=headers)


def _pieces(
    request: HttpRequest, listing: Listing, takeaway: Takeaway, asked: Asked
) -> Iterator[bytes]:
    def told() -> About:
        return about_answer(request, listing, takeaway, asked.limit)

    if asked.format == CSV:
        return formats.csv(listing, asked, told().lines if asked.header else ())
    if asked.format == GEOJSON:
        return formats.geojson(listing, asked, told().members)
    if asked.format == NDJSON:
        return formats.ndjson(listing, takeaway, asked)
    return xlsx(listing, asked, told())


def _described(
    request: HttpRequest, listing: Listing, takeaway: Takeaway, asked: Asked
) -> HttpResponse:
    address = request.build_absolute_uri(f"{request.path}?{pinned(listing, metadata=None)}")
    text = metadata(about_answer(request, listing, takeaway, asked.limit), asked, address)
    return HttpResponse(text, content_type="application/csvm+json")


def _headers(
    request: HttpRequest, listing: Listing, takeaway: Takeaway, asked: Asked
) -> dict[str, str]:
    query = pinned(listing, format=asked.format, metadata="1")
    described = request.build_absolute_uri(f"{request.path}?{query}")
    name = f"aftermath-{asked.table.name}-edition-{listing.moment.edition}.{asked.format}"
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Link": f'<{described}>; rel="describedby"; type="application/csvm+json"',
    }


def _in_turn(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the pieces while holding one of the places that there are for exports."""
    if not _places().acquire(blocking=False):
        raise TooManyExports
    try:
        yield from pieces
    finally:
        pieces.close()
        _places().release()


@cache
def _places() -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(settings.EXPORTS_AT_ONCE)
