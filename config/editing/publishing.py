"""Publishing and withdrawing from the admin: a page that says what will happen, then one POST."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse

from config.kinds import KINDS
from ledger.errors import LedgerError
from ledger.models import Record
from ledger.naming import named
from ledger.publishing import publish, unpublished_references, withdraw
from ledger.saving import newest_revisions

from .publication import CURRENT, state_of_publication, with_publication

SAVED_MEANWHILE = (
    "Somebody saved this record after you opened this page. Look at the newest version, then "
    "publish it."
)


class PublishForm(forms.Form):
    """Why a record is published, and which unpublished records along with it."""

    reason = forms.CharField(
        label="Reason, for readers to see",
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
    along = forms.TypedMultipleChoiceField(
        label="Publish these too",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The record refers to them; readers would find nothing there.",
    )

    def __init__(self, *args, drafts: dict[int, str], newest: int, **options):
        super().__init__(*args, **options)
        self.newest = newest
        self.initial |= {"revision": newest, "along": list(drafts)}
        self.fields["along"].choices = list(drafts.items())
        if not drafts:
            del self.fields["along"]

    def clean_revision(self):
        if self.cleaned_data["revision"] != self.newest:
            raise forms.ValidationError(SAVED_MEANWHILE)
        return self.newest


class WithdrawForm(forms.Form):
    """Why a record is withdrawn."""

    reason = forms.CharField(
        label="Reason, for readers to see",
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )


def publish_record(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for the reason and for what is published along; then publish all of it together."""
    record = changeable_record(request, public_id)
    newest = newest_revisions([record.pk]).get(record.pk)
    if newest is None:
        raise Http404("This record was never saved.")
    drafts = drafts_around(record)
    options = {"drafts": drafts, "newest": newest.number}
    form = PublishForm(_sent(request), **options)
    if form.is_valid():
        along = form.cleaned_data.get("along", [])
        refuse_unless_changeable(request, along)
        if _done(request, form, lambda reason: _publish(request, [record.pk, *along], reason)):
            return HttpResponseRedirect(form_address(record))
    return _page(request, "admin/publish.html", f"Publish {named(record)}?", record, form)


def withdraw_record(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for the reason, then take a published record from readers."""
    record = changeable_record(request, public_id)
    if record.status != Record.Status.PUBLISHED:
        raise Http404("Only what is published can be withdrawn.")
    form = WithdrawForm(_sent(request))
    if form.is_valid() and _done(request, form, lambda reason: _withdraw(request, record, reason)):
        return HttpResponseRedirect(form_address(record))
    return _page(request, "admin/withdraw.html", f"Withdraw {named(record)}?", record, form)


def drafts_around(record: Record) -> dict[int, str]:
    """Return the unpublished records that a record refers to, and those that these refer to."""
    found: dict[int, str] = {}
    newcomers = {record.pk}
    while newcomers:
        drafts = unpublished_references(newcomers, KINDS)
        newcomers = drafts.keys() - found.keys() - {record.pk}
        found |= {pk: drafts[pk] for pk in newcomers}
    return found


def changeable_record(request: HttpRequest, public_id: str) -> Record:
    """Return the record; 404 where there is none, PermissionDenied to who may not change it."""
    record = Record.objects.filter(public_id=public_id).first()
    if record is None:
        raise Http404("There is no such record.")
    refuse_unless_changeable(request, [record.pk])
    return record


def refuse_unless_changeable(request: HttpRequest, record_ids: list[int]) -> None:
    """Raise PermissionDenied unless the user may change records of each kind among these."""
    for record in Record.objects.filter(pk__in=record_ids).only("public_id"):
        options = KINDS[record.kind].shape.model._meta
        if not request.user.has_perm(f"{options.app_label}.change_{options.model_name}"):
            raise PermissionDenied


def form_address(record: Record) -> str:
    """Return where the admin shows the form of a record."""
    options = KINDS[record.kind].shape.model._meta
    name = f"admin:{options.app_label}_{options.model_name}_change"
    return reverse(name, args=[record.pk])


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _publish(request: HttpRequest, record_ids: list[int], reason: str) -> str:
    records = with_publication(Record.objects.filter(pk__in=record_ids))
    if all(state_of_publication(record) == CURRENT for record in records):
        return "Readers have this version already; nothing was published."
    edition = publish(record_ids=record_ids, by=request.user, reason=reason, kinds=KINDS)
    return f"Published in edition {edition.number}."


def _withdraw(request: HttpRequest, record: Record, reason: str) -> str:
    edition = withdraw(record=record, by=request.user, reason=reason, kinds=KINDS)
    return f"Withdrawn in edition {edition.number}; its history stays."


def _done(request: HttpRequest, form: forms.Form, act) -> bool:
    """Act with the reason given; say what was done, or in the form what was refused."""
    try:
        messages.success(request, act(form.cleaned_data["reason"]))
    except LedgerError as error:
        form.add_error(None, str(error))
        return False
    return True


def _page(
    request: HttpRequest, template: str, title: str, record: Record, form: forms.Form
) -> HttpResponse:
    model = KINDS[record.kind].shape.model
    context = {
        **admin.site.each_context(request),
        "title": title,
        "opts": model._meta,
        "record": record,
        "form": form,
        "form_address": form_address(record),
    }
    return TemplateResponse(request, template, context)
