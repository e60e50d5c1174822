"""The net under everything: what slips through validation is told apart, logged and answered.

It is not the validation. Each kind of failure has a status that says whose turn it is: 400 for what
the database cannot hold, 409 for two at once, 503 with Retry-After while the database is away or a
query took too long, 507 when a disk is full.
"""

import logging
from typing import NamedTuple

from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    connection,
)
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from ledger.errors import PublishingBusy, TooManyExports

log = logging.getLogger(__name__)


class Answer(NamedTuple):
    """What is said for a failure."""

    status: int
    title: str
    sentence: str


UNREADABLE = Answer(
    400, "This cannot be read", "Something in it is larger or stranger than can be stored."
)
CONFLICT = Answer(
    409, "Somebody came between", "Two changes met. Nothing of yours was saved; try again."
)
SLOW = Answer(
    503, "This takes too long", "The question takes longer than is allowed; ask for less of it."
)
AWAY = Answer(
    503, "The database does not answer", "It is being restarted, or out of reach; try again soon."
)
FULL = Answer(507, "The disk is full", "Nothing was saved. Tell whoever runs this site.")

BY_CODE = {
    "57014": SLOW,  # query_canceled: statement timeout
    "55P03": CONFLICT,  # lock_not_available
    "40001": CONFLICT,  # serialization_failure
    "40P01": CONFLICT,  # deadlock_detected
    "53100": FULL,  # disk_full
    "53200": AWAY,  # out_of_memory
    "53300": AWAY,  # too_many_connections
}


class Guard:
    """Middleware that answers for exceptions no view answered for; the API's views ask it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        answer = answer_for(exception)
        if answer is None:
            return None
        log.warning("%s on %s: %s", type(exception).__name__, request.path, exception)
        if answer is AWAY:
            connection.close()
        return page_for(answer)


def answer_for(exception: Exception) -> Answer | None:
    """Return the answer for an exception; None for one that is a fault of ours (a 500)."""
    if isinstance(exception, DataError | OverflowError | RecursionError | UnicodeError):
        return UNREADABLE
    if isinstance(exception, IntegrityError):
        return CONFLICT
    if isinstance(exception, PublishingBusy):
        return Answer(503, "Publishing is busy", str(exception))
    if isinstance(exception, TooManyExports):
        return Answer(503, "Too many exports at once", str(exception))
    if isinstance(exception, DatabaseError | InterfaceError):
        code = getattr(exception.__cause__, "pgcode", None)
        usual = AWAY if isinstance(exception, OperationalError | InterfaceError) else None
        return BY_CODE.get(code, usual)
    return None


def page_for(answer: Answer) -> HttpResponse:
    """Say it as a page."""
    headers = {"Cache-Control": "no-store"}
    if answer.status == 503:
        headers["Retry-After"] = "2"
    page = render_to_string("failure.html", {"answer": answer})
    return HttpResponse(page, status=answer.status, headers=headers)
