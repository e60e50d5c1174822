"""The beginning of the API, and where there is nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from ledger.canonical import written
from ledger.filters import cleaned

from .answers import ReadView, answer
from .asked import read_format
from .served import SERVED


class RootView(ReadView):
    """What can be read here, each with its address."""

    schema = None

    def get(self, request: HttpRequest) -> HttpResponse:
        read_format(cleaned(request.GET, ("format",)))
        names = {served.path: f"api:{served.path}-list" for served in SERVED}
        names |= {"search": "api:search", "schema": "api:schema", "docs": "api:docs"}
        addresses = {
            path: request.build_absolute_uri(reverse(name)) for path, name in names.items()
        }
        return answer(request, written(addresses))


class NothingView(ReadView):
    """An address of the API at which there is nothing."""

    schema = None

    def get(self, request: HttpRequest) -> HttpResponse:
        raise Http404
