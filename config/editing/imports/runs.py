"""The imports in the admin: a list of runs, the upload, and the page of each run."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path

from config.tasks import ask_for_import
from datasets.importing.errors import ImportRefused
from datasets.models import ImportRun

from . import matching
from .forms import Choices
from .mapping import map_columns, mapping_file
from .report import about_run
from .uploading import upload

CHECK_FIRST = "This was not checked so. It is checked now; look at it, then import it."


class ImportRunAdmin(admin.ModelAdmin):
    """Runs are begun and asked for here, never changed by hand."""

    page_of_run = "admin:datasets_importrun_change"
    change_list_template = "admin/imports/list.html"
    actions = None
    list_display = ["file_name", "status", "of_dataset", "release", "by", "begun"]
    list_filter = ["status"]
    list_select_related = ["dataset", "by"]
    ordering = ["-pk"]
    show_full_result_count = False

    @admin.display(description="dataset", empty_value="—")
    def of_dataset(self, run: ImportRun) -> str:
        return run.dataset.title if run.dataset else ""

    @admin.display(description="begun")
    def begun(self, run: ImportRun) -> str:
        return f"{run.began_at:%-d %b %Y, %H:%M}"

    def get_urls(self):
        pages = [
            ("<int:pk>/ask/", self.ask, "import_ask"),
            ("<int:pk>/match/", self.match, "import_match"),
            ("<int:pk>/mapping/", self.map_columns, "import_mapping"),
            ("<int:pk>/mapping.json", self.mapping_file, "import_mapping_file"),
        ]
        ours = [path(at, self.admin_site.admin_view(view), name=name) for at, view, name in pages]
        return [*ours, *super().get_urls()]

    def changelist_view(self, request, extra_context=None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Import runs", **(extra_context or {})})

    def lookup_allowed(self, lookup, value, request) -> bool:
        return lookup == "status__exact"

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def add_view(self, request, form_url="", extra_context=None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return upload(self, request)

    def change_view(self, request, object_id, form_url="", extra_context=None) -> HttpResponse:
        """Show a run."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        runs = ImportRun.objects.select_related("dataset", "by", "edition")
        run = get_object_or_404(runs, pk=object_id if str(object_id).isdigit() else 0)
        context = {
            **self.admin_site.each_context(request),
            **about_run(run, request),
            "title": f"Import of {run.file_name}",
            "opts": self.opts,
            "matching": matching.about_matching(run, request),
            "may_ask": self.has_add_permission(request),
        }
        response = TemplateResponse(request, "admin/imports/run.html", context)
        response["Cache-Control"] = "private, no-store"
        return response

    def history_view(self, request, object_id, extra_context=None) -> HttpResponse:
        return redirect(self.page_of_run, object_id)

    def ask(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for a dry run, or for the import of what a dry run has checked."""
        run = self.run_to_ask_for(request, pk)
        if request.method == "POST":
            try:
                ask_for_import(run=run, **_wanted(request, run))
            except ImportRefused as refusal:
                messages.error(request, str(refusal))
        return redirect(self.page_of_run, pk)

    def match(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for matches of what a run imported with other datasets."""
        run = get_object_or_404(ImportRun.objects.select_related("dataset"), pk=pk)
        if request.method == "POST":
            matching.ask(request, run)
        return redirect(self.page_of_run, pk)

    def map_columns(self, request: HttpRequest, pk: int) -> HttpResponse:
        return map_columns(self, request, self.run_to_ask_for(request, pk))

    def mapping_file(self, request: HttpRequest, pk: int) -> JsonResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return mapping_file(get_object_or_404(ImportRun, pk=pk))

    def run_to_ask_for(self, request: HttpRequest, pk: int) -> ImportRun:
        """Return a run; PermissionDenied to who may not import."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return get_object_or_404(ImportRun, pk=pk)


def _wanted(request: HttpRequest, run: ImportRun) -> dict:
    """Read what is asked for. Only what was checked, as it was checked, is imported."""
    form = Choices(request.POST)
    form.full_clean()
    do, choices = request.POST.get("do"), form.cleaned_data
    as_before = all(bool(run.options.get(name)) == value for name, value in choices.items())
    if do == "again" and as_before:
        return {"dry_run": run.options["dry_run"], "choices": choices}
    is_checked = run.status == ImportRun.Status.CHECKED and as_before
    if do == "import" and not is_checked:
        messages.warning(request, CHECK_FIRST)
    return {"dry_run": not (do == "import" and is_checked), "choices": choices}
