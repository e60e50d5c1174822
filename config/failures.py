"""What is answered where no view is asked: in the API's form below `/api/`, else as a page."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from config.api.errors import problem
from config.guard import Answer, page_for
from config.uploads import UnreadableFileName

API = "/api/"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    is_unreadable = isinstance(exception, UnreadableFileName)
    if request.path.startswith(API):
        sentences = {exception.field: str(exception)} if is_unreadable else {}
        return problem(400, "The request cannot be read.", sentences)
    if is_unreadable:
        return page_for(Answer(400, "A file’s name cannot be read", str(exception)))
    return defaults.bad_request(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith(API):
        return problem(403, "You may not do that.")
    return defaults.permission_denied(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith(API):
        return problem(404, f"Nothing is at {request.path}.")
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(API):
        return problem(500, "The site failed to answer; the failure was noted for its keepers.")
    return defaults.server_error(request)
