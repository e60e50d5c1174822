"""The API described: as OpenAPI for programs, as a page for people."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularSwaggerSplitView

from ledger.canonical import written
from ledger.filters import cleaned

from .answers import ReadView, answer
from .asked import read_format


class SchemaView(ReadView):
    """The description in OpenAPI 3.1, as JSON."""

    schema = None

    def get(self, request: HttpRequest) -> HttpResponse:
        read_format(cleaned(request.GET, ("format",)))
        return answer(request, _description())


class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI, from this site's own files."""

    url_name = "api:schema"
    template_name = "api/docs.html"
    title = "The API of Aftermath"


@cache
def _description() -> str:
    return written(SchemaGenerator().get_schema(public=True))
