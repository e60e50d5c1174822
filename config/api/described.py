"""The API described: as OpenAPI for programs, as a page for people."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
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


@method_decorator(never_cache, name="dispatch")  # its script holds the visitor's CSRF token
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI, from this site's own files."""

    url_name = "api:schema"
    template_name = "api/docs.html"
    title = "The API of Aftermath"
    schema = None

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        cleaned(request.GET, ("script",))
        return super().get(request, *args, **kwargs)


@cache
def _description() -> str:
    return written(SchemaGenerator().get_schema(public=True))
