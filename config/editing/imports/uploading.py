"""The page on which a file is uploaded, and the run that begins with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from datasets.models import ImportRun

from .forms import Choices, UploadForm

ABOUT_NEW = ("short_name", "title", "publisher", "licence", "attribution", "terms")


def upload(admin, request: HttpRequest) -> HttpResponse:
    """Take a file and say what it is; a run then stands for it."""
    is_sent = request.method == "POST"
    form = UploadForm(*((request.POST, request.FILES) if is_sent else ()))
    if form.is_valid():
        run = begin_run(form, by=request.user)
        needs_mapping = run.options["format"] == "csv"
        return redirect("admin:import_mapping" if needs_mapping else admin.page_of_run, run.pk)
    fields = [form[name] for name in ("file", "release", "file_format", "dataset")]
    about = [form[name] for name in (*ABOUT_NEW, "may_be_passed_on")]
    context = {
        **admin.admin_site.each_context(request),
        "title": "Import a dataset",
        "opts": admin.opts,
        "form": form,
        "fields": fields,
        "about": about,
        "is_about_open": any(field.errors or (is_sent and field.value()) for field in about),
        "choices": [form[name] for name in Choices.base_fields],
    }
    return TemplateResponse(request, "admin/imports/upload.html", context)


def begin_run(form: UploadForm, *, by) -> ImportRun:
    """Keep what was uploaded and said of it as a run that nobody has asked for yet."""
    found = form.found
    return ImportRun.objects.create(
        status=ImportRun.Status.UPLOADED,
        by=by,
        dataset=form.cleaned_data["dataset"],
        file_name=form.cleaned_data["file"].name[:255],
        file_sha256=found.sha256,
        file_size=found.size,
        stored_file=form.stored,
        release=form.cleaned_data["release"],
        columns=found.columns,
        first_rows=found.rows,
        said=found.notes,
        options={
            "format": found.format,
            "mapping": None,
            "dataset": form.dataset_name(),
            "about": form.about(),
            "dry_run": True,
            **{name: form.cleaned_data[name] for name in Choices.base_fields},
        },
    )
