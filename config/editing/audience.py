"""Who may see a dataset and its rows: a page that says what would happen; a worker does it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django_tasks import TaskResultStatus

from config.tasks import ask_for_move, move_readers, newest_wish
from datasets.importing.moving import RELEASES_STAY, rows_to_move
from datasets.models import Dataset
from ledger.models import Record
from ledger.naming import named

MAY = ("datasets.change_dataset", "datasets.add_importrun")  # it publishes as much as an import
PUBLIC, MEMBERS = Record.Audience.PUBLIC, Record.Audience.MEMBERS
TERMS = "Its terms must allow it: say so, or choose members only."
FAILED = "The software failed, and nothing was changed. What happened stands in the worker's log."


class AudienceForm(forms.Form):
    """Who is to see the dataset and its rows, and why."""

    audience = forms.ChoiceField(
        label="Who may see it and its rows",
        choices=[(MEMBERS, "members only"), (PUBLIC, "everybody")],
        widget=forms.RadioSelect,
    )
    may_be_passed_on = forms.BooleanField(
        label="Its terms allow that its rows are passed on to everybody",
        required=False,
        help_text="Needed to show them to everybody.",
    )
    reason = forms.CharField(
        label="Reason, for readers to see",
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("audience") == PUBLIC and not cleaned.get("may_be_passed_on"):
            self.add_error("may_be_passed_on", TERMS)
        return cleaned


def audience_of_dataset(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who may see a dataset; have a worker move it and its rows."""
    if not request.user.has_perms(MAY):
        raise PermissionDenied
    dataset = Dataset.objects.filter(pk=pk).first()
    if dataset is None:
        raise Http404("There is no such dataset.")
    form = AudienceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        _ask(request, dataset, form.cleaned_data)
        return redirect("admin:dataset_audience", dataset.pk)
    other = MEMBERS if dataset.audience == PUBLIC else PUBLIC
    context = {
        **admin.site.each_context(request),
        "title": f"Who may see {named(dataset)}?",
        "opts": Dataset._meta,
        "dataset": dataset,
        "rows": f"{rows_to_move(dataset, other).count():,}",
        "done": _done(dataset.public_id),
        "releases_stay": RELEASES_STAY,
        "form": form,
    }
    return TemplateResponse(request, "admin/dataset_audience.html", context)


def _ask(request: HttpRequest, dataset: Dataset, asked: dict) -> None:
    wish = {"by": request.user.pk, "reason": asked["reason"]}
    if ask_for_move(dataset.public_id, asked["audience"], **wish):
        messages.success(request, "The worker moves it, all in one edition.")
    else:
        messages.warning(request, "A move of it was asked for already and waits for the worker.")


def _done(dataset: str) -> str:
    """Say what became of the move that was asked for last; "" if nobody asked."""
    wish = newest_wish(move_readers, dataset)
    if wish is None:
        return ""
    if wish.status == TaskResultStatus.SUCCESSFUL:
        return f"{wish.finished_at:%-d %B %Y, %H:%M} (UTC): {wish.return_value}"
    if wish.status == TaskResultStatus.FAILED:
        return FAILED
    return (
        "It was asked for and is not done. Until it is, readers see what they saw: a worker needs "
        "about half an hour for hundreds of thousands of rows."
    )
