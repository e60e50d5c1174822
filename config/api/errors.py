"""Errors of the API: one shape for all of them, that of RFC 9457 (problem details).

`{"title", "status", "detail", "errors": [{"parameter", "message"}]}`; a withdrawn record adds
`"withdrawn": {"at", "reason", "edition"}`. What a parameter says wrongly stands in `errors`.
"""

import logging
from functools import singledispatch
from http import HTTPStatus

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.exceptions import APIException

from config import guard
from ledger.canonical import written
from ledger.filters import BadParameters
from ledger.reading import NotPublished, Withdrawn

from .answers import instant

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "2"


def problem(
    status: int, detail: str, errors: dict[str, str] | None = None, **more: object
) -> HttpResponse:
    """Answer with an error; `errors` are sentences by parameter."""
    said = {
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [
            {"parameter": name, "message": sentence} for name, sentence in (errors or {}).items()
        ],
        **more,
    }
    return HttpResponse(written(said), status=status, content_type=MEDIA_TYPE)


def answer_to(error: Exception, context: dict) -> HttpResponse:
    """Answer to whatever a view raised; Django REST framework calls this."""
    return _answer(error, context["request"]._request)


@singledispatch
def _answer(error: Exception, request: HttpRequest) -> HttpResponse:
    """Answer to what no check caught, as the guard of the whole site would; else to a fault."""
    found = guard.answer_for(error)
    if found is None:
        return _fault(error, request)
    logger.warning("%s on %s: %s", type(error).__name__, request.path, error)
    if found is guard.AWAY:
        connection.close()
    response = problem(found.status, found.sentence)
    if found.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = RETRY_AFTER
    return response


def _fault(error: Exception, request: HttpRequest) -> HttpResponse:
    """Answer to what nobody foresaw, telling those who watch the site, not the client."""
    got_request_exception.send(sender=None, request=request)
    logger.error("Unforeseen error on %s", request.path, exc_info=error)
    return problem(500, "The site failed to answer; the failure was noted for its keepers.")


@_answer.register
def _(error: BadParameters, request: HttpRequest) -> HttpResponse:
    return problem(400, "Some parameters cannot be understood.", error.problems)


@_answer.register(NotPublished)
@_answer.register(Http404)
def _(error: Exception, request: HttpRequest) -> HttpResponse:
    return problem(404, str(error) or f"Nothing is at {request.path}.")


@_answer.register
def _(error: Withdrawn, request: HttpRequest) -> HttpResponse:
    edition = error.publication.edition
    return problem(
        410,
        f"The record was withdrawn on {edition.published_at:%-d %B %Y}: {error}",
        withdrawn={
            "at": instant(edition.published_at),
            "reason": str(error),
            "edition": edition.number,
        },
    )


@_answer.register
def _(error: PermissionDenied, request: HttpRequest) -> HttpResponse:
    return problem(403, "You may not do that.")


@_answer.register
def _(error: APIException, request: HttpRequest) -> HttpResponse:
    """Answer to what the framework refuses: a method, a media type, a session without its token."""
    sentences = {
        405: "It can only be read: use GET, HEAD or OPTIONS.",
        406: "The answer is JSON: accept application/json, or ask for ?format=json.",
    }
    return problem(error.status_code, sentences.get(error.status_code, str(error.detail)))


@_answer.register
def _(error: SuspiciousOperation, request: HttpRequest) -> HttpResponse:
    return problem(400, "The request holds more parameters than can be read.")
