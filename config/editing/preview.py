"""What readers would get of a record if its newest revision were published now.

The record is published, with the drafts that it refers to, its page is made, and all of it is
rolled back: so a preview can show nothing but what publishing would.
"""

import json
from copy import copy

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve

from config.kinds import KINDS
from ledger.addresses import page_of
from ledger.models import Publication, Record
from ledger.naming import named
from ledger.publishing import publish
from ledger.saving import newest_revisions

REASON = "Preview, not published"


def preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a record as readers would get it, marked as not published."""
    record = Record.objects.filter(public_id=public_id).first()
    if record is None or not newest_revisions([record.pk]):
        raise Http404("There is no such record, or it was never saved.")
    options = KINDS[record.kind].shape.model._meta
    if not request.user.has_perm(f"{options.app_label}.view_{options.model_name}"):
        raise PermissionDenied
    with transaction.atomic():
        publish(
            record_ids=[record.pk],
            by=request.user,
            reason=REASON,
            kinds=KINDS,
            with_references=True,
        )
        response = _page(request, record)
        transaction.set_rollback(True)
    response["Cache-Control"] = "private, no-store"
    return response


def _page(request: HttpRequest, record: Record) -> HttpResponse:
    """Make the page of a record; for kinds without one, show the document."""
    asked = copy(request)
    asked.path = asked.path_info = page_of(record.public_id)
    asked.GET = QueryDict()
    try:
        view, arguments, options = resolve(asked.path)
    except Resolver404:
        return _document(request, record)
    response = view(asked, *arguments, **options)
    strip = render_to_string("admin/_preview_strip.html", {"record": record}, request)
    response.content = response.content.replace(b"<main", strip.encode() + b"<main", 1)
    return response


def _document(request: HttpRequest, record: Record) -> HttpResponse:
    publication = Publication.objects.filter(record=record).latest("number")
    document = json.loads(publication.document)
    context = {
        **admin.site.each_context(request),
        "title": f"Preview of {named(record)}",
        "record": record,
        "text": json.dumps(document, ensure_ascii=False, indent=2),
    }
    return TemplateResponse(request, "admin/preview.html", context).render()
