"""Two questions of a load balancer: is the process alive, and can it reach its database?"""

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer without the database: a database restart must not make the process look dead."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, else 503 with Retry-After."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        sentence = "The database does not answer.\n"
        headers = {"Retry-After": "2"}
        return HttpResponse(sentence, status=503, content_type="text/plain", headers=headers)
    return HttpResponse("ok\n", content_type="text/plain")
