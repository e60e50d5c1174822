"""The history of a record for editors: every revision, and what it changed."""

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ledger.kinds import Kind
from ledger.models import Publication, Record, Revision
from ledger.naming import named

from .changed import changed_between

REVISIONS_A_PAGE = 20


def history(admin: ModelAdmin, request: HttpRequest, record: Record | None) -> HttpResponse:
    """Show the revisions of a record, newest first, each beside the one before it."""
    if record is None:
        raise Http404("There is no such record.")
    if not admin.has_view_permission(request, record):
        raise PermissionDenied
    revisions = Revision.objects.filter(record=record).select_related("author").order_by("-number")
    page = Paginator(revisions, REVISIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        **admin.admin_site.each_context(request),
        "title": f"History of {named(record)}",
        "opts": admin.opts,
        "record": record,
        "page": page,
        "changes": _changes(admin.kind, list(page.object_list), _editions(record)),
    }
    return TemplateResponse(request, "admin/record_history.html", context)


def _changes(
    kind: Kind, revisions: list[Revision], editions: dict[int, list[Publication]]
) -> list[dict]:
    """Pair revisions of one record, newest first, with what each changed and where it appeared."""
    if not revisions:
        return []
    oldest = revisions[-1]
    before = Revision.objects.filter(record=oldest.record_id, number=oldest.number - 1).first()
    earlier = [*revisions[1:], before]
    return [
        {
            "revision": revision,
            "differences": changed_between(kind, previous, revision) if previous else [],
            "publications": editions.get(revision.pk, []),
        }
        for revision, previous in zip(revisions, earlier, strict=True)
    ]


def _editions(record: Record) -> dict[int, list[Publication]]:
    """Return the publications of each revision, by its id."""
    editions: dict[int, list[Publication]] = {}
    for publication in Publication.objects.filter(record=record).select_related("edition"):
        editions.setdefault(publication.revision_id, []).append(publication)
    return editions
