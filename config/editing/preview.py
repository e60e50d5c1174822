"""What readers would get of a record if its newest revision were published now."""

import json

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from config.kinds import KINDS
from ledger.admin import named
from ledger.models import Record, Revision
from ledger.published import PublishedStates
from ledger.saving import newest_revisions, state_of


def preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a record as readers would get it, marked as not published."""
    record = Record.objects.filter(public_id=public_id).first()
    revision = record and newest_revisions([record.pk]).get(record.pk)
    if revision is None:
        raise Http404("There is no such record, or it was never saved.")
    options = KINDS[record.kind].shape.model._meta
    if not request.user.has_perm(f"{options.app_label}.view_{options.model_name}"):
        raise PermissionDenied
    document = document_to_be(public_id, revision)
    context = {
        **admin.site.each_context(request),
        "title": f"Preview of {named(record)}",
        "opts": options,
        "record": record,
        "revision": revision,
        "text": json.dumps(document, ensure_ascii=False, indent=2),
    }
    return TemplateResponse(request, "admin/preview.html", context)


def document_to_be(public_id: str, revision: Revision) -> dict:
    """Return the document that publishing a revision would make, on what is published around it."""
    kind = KINDS[revision.record.kind]
    state = state_of(kind, revision)
    around = kind.around({public_id: state}, PublishedStates({public_id: state}))
    return kind.document(public_id, state, around[public_id])
