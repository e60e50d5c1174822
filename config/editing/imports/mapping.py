"""The page on which the columns of somebody's own table get their meaning."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from datasets.models import ImportRun
from datasets.reading.guessing import Proposal, propose

from .mapping_form import MappingForm

OPEN = (
    ImportRun.Status.UPLOADED,
    ImportRun.Status.CHECKED,
    ImportRun.Status.REFUSED,
    ImportRun.Status.FAILED,
)


def map_columns(admin, request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Ask what the columns mean, with guesses that say why; keep it with the run."""
    if run.options.get("format") != "csv" or run.status not in OPEN:
        raise Http404("The columns of this file need no mapping, or it is being imported.")
    proposal = guessed(run)
    before = run.options["mapping"] or proposal.mapping()
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = MappingForm(*sent, columns=run.columns, before=before)
    if form.is_valid():
        run.options["mapping"] = form.mapping
        forget_check(run)
        run.save()
        return redirect(admin.page_of_run, run.pk)
    context = {
        **admin.admin_site.each_context(request),
        "title": "What the columns mean",
        "opts": admin.opts,
        "run": run,
        "form": form,
        "columns": form.column_rows(proposal, run.first_rows),
        "rest": form.rest(),
        "questions": proposal.questions,
    }
    return TemplateResponse(request, "admin/imports/mapping.html", context)


def forget_check(run: ImportRun) -> None:
    """Forget what was found with another mapping."""
    run.status, run.counts, run.message, run.ended_at = ImportRun.Status.UPLOADED, {}, "", None
    run.notes.all().delete()


def guessed(run: ImportRun) -> Proposal:
    rows = [dict(zip(run.columns, row, strict=True)) for row in run.first_rows]
    return propose(run.columns, rows)


def mapping_file(run: ImportRun) -> JsonResponse:
    """Hand out the mapping of a run, as `import_dataset --mapping` takes it."""
    if not run.options.get("mapping"):
        raise Http404("This run has no mapping.")
    options = {"indent": 2, "ensure_ascii": False}
    response = JsonResponse(run.options["mapping"], json_dumps_params=options)
    response["Content-Disposition"] = f'attachment; filename="mapping-{run.pk}.json"'
    return response
