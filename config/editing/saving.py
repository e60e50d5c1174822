"""Saving from an admin form: tables, version and revision in one transaction, or nothing."""

import json

from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.db import DataError, IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from ledger.admin import RowFormSet
from ledger.errors import EditConflict
from ledger.kinds import Kind
from ledger.models import Record
from ledger.naming import LookedUp, named
from ledger.saving import append_revisions, claim_version
from ledger.violations import problem_of

from .changed import changed_since
from .forms import RecordForm
from .problems import problems_of

FIRST_VERSION = 1


class SavedWithRevision:
    """For admin classes whose objects are records, or rows of one that have a form of their own.

    What the ledger or the database refuses comes back in the form, with all that was typed.
    """

    form = RecordForm
    change_form_template = "admin/record_form.html"
    popup_template = "admin/popup_response.html"

    @property
    def kind(self) -> Kind:
        """The kind of record that is saved."""
        return self.admin_site.kinds[self.model.KIND]

    def record_of(self, obj) -> Record:
        """Return the record that is saved with the object."""
        return obj

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except EditConflict as conflict:
            request.refusal = str(conflict)
            request.is_conflict = True
        except (IntegrityError, DataError) as error:
            request.refusal = problem_of(error, self.kind.shape).sentence
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        form.refusal = getattr(request, "refusal", "")
        return form

    def get_formsets_with_inlines(self, request, obj=None):
        request.looked_up = LookedUp()
        return super().get_formsets_with_inlines(request, obj)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        options = super().get_formset_kwargs(request, obj, inline, prefix)
        is_of_rows = issubclass(inline.formset, RowFormSet)
        return options | ({"looked_up": request.looked_up} if is_of_rows else {})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["problems"] = problems_of(context)
        seen = context["adminform"].form["seen"].value()
        if getattr(request, "is_conflict", False) and seen:
            context["meanwhile"] = changed_since(self.kind, self.record_of(obj), int(seen))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = obj.updated_by = request.user
            obj.version = FIRST_VERSION
            obj.save()
        elif form.has_edits():
            self._claim(request, form)
            obj.save()

    def save_related(self, request, form, formsets, change):
        if change and not form.has_edits() and any(one.has_changed() for one in formsets):
            self._claim(request, form)
        super().save_related(request, form, formsets, change)
        record = self.record_of(form.instance)
        append_revisions(
            kind=self.kind,
            record_ids=[record.pk],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )
        record.label = Record.objects.values_list("label", flat=True).get(pk=record.pk)

    def response_add(self, request, obj, post_url_continue=None):
        if IS_POPUP_VAR in request.POST:
            to_field = request.POST.get(TO_FIELD_VAR) or obj._meta.pk.attname
            value = obj.serializable_value(to_field)
            return self._to_opener(request, obj, {"value": str(value)})
        return self._publishing(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        if IS_POPUP_VAR in request.POST:
            values = {"action": "change", "value": str(obj.pk), "new_value": str(obj.pk)}
            return self._to_opener(request, obj, values)
        return self._publishing(request, obj) or super().response_change(request, obj)

    def _claim(self, request, form: RecordForm) -> None:
        claim_version(record=form.record, version=form.cleaned_data["version"], by=request.user)

    def _to_opener(self, request, obj, values: dict[str, str]) -> HttpResponse:
        said = values | {"obj": named(self.record_of(obj))}
        context = {
            "popup_response_data": json.dumps(said),
            "saved": obj,
            "record": self.record_of(obj),
            "version_before": request.POST.get("version"),
        }
        return TemplateResponse(request, self.popup_template, context)

    def _publishing(self, request, obj) -> HttpResponse | None:
        if "_publish" not in request.POST:
            return None
        return HttpResponseRedirect(reverse("admin:publish", args=[self.record_of(obj).public_id]))
