"""What the admin forms of all kinds share: choosing records, and rows that belong to a record.

Nothing is registered here: `config/admin.py` composes the forms of each kind.
"""

from collections.abc import Callable, Iterable

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html

from dates.fields import PartialDateField
from dates.forms import understood

from .models import Record, Row
from .naming import LookedUp

LONGEST_ID = 18


class Understood:
    """For text inputs: shows below the text how it is understood, with and without a script."""

    def __init__(self, what: str, explain: Callable[[str], str], attrs: dict | None = None):
        self.what, self.explain = what, explain
        super().__init__(attrs)

    def render(self, name, value, attrs=None, renderer=None):
        attrs = (attrs or {}) | {
            "data-understood": self.what,
            "data-understood-at": reverse("admin:understood"),
        }
        return format_html(
            '<span class="understood-field">{}{}<output class="understood" for="{}">{}</output>'
            "</span>",
            super().render(name, value, attrs, renderer),
            self.beside(attrs),
            attrs.get("id", ""),
            self.said(value),
        )

    def said(self, value) -> str:
        """Return the explanation; nothing where the form says what is wrong."""
        try:
            return self.explain(value) if value else ""
        except ValueError:
            return ""

    def beside(self, attrs: dict) -> str:
        """Return what stands behind the input; nothing here."""
        return ""


class UnderstoodLine(Understood, forms.TextInput):
    """One line of text, and how it is understood."""


class UnderstoodText(Understood, forms.Textarea):
    """A few lines of text, and how they are understood."""


class RecordChoice:
    """For autocompletes over records: `looked_up`, if it is given, names those chosen."""

    looked_up: LookedUp | None = None

    def optgroups(self, name, value, attr=None):
        ids = [int(one) for one in value if str(one).isdecimal() and len(str(one)) < LONGEST_ID]
        known = (self.looked_up or LookedUp()).names_of(ids)
        chosen = [(pk, known[pk]) for pk in ids if pk in known]
        if not self.is_required and not self.allow_multiple_selected:
            chosen.insert(0, ("", ""))
        selected = set(map(str, ids))
        options = [
            self.create_option(name, pk, label, str(pk) in selected, index)
            for index, (pk, label) in enumerate(chosen)
        ]
        return [(None, options, 0)]


class RecordSelect(RecordChoice, AutocompleteSelect):
    """One record, found by any of its names."""


class RecordSelectMultiple(RecordChoice, AutocompleteSelectMultiple):
    """Any number of records, each found by any of its names."""


class AnyRecordWrapper(RelatedFieldWidgetWrapper):
    """The pop-up links beside a choice of records of any kind: a new one is of the kind `adds`."""

    adds = "actor"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["url_params"] += f"&kind={self.adds}"
        return context


class RecordChoices:
    """For admin classes: every choice of a record is an autocomplete, with pop-ups to add one."""

    formfield_overrides = {
        PartialDateField: {"widget": UnderstoodLine("date", understood)},
        models.TextField: {"widget": AdminTextareaWidget({"rows": 3})},
    }

    def formfield_for_foreignkey(self, db_field, request, **options):
        if issubclass(db_field.related_model, Record):
            options["widget"] = RecordSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field, request, **options):
        wide = {"data-width": "min(40rem, 70vw)"}
        options["widget"] = RecordSelectMultiple(db_field, self.admin_site, wide)
        return super().formfield_for_manytomany(db_field, request, **options)

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = self._linked(db_field, field.widget)
        if field and db_field.name.endswith("_time"):
            field.label = "Time"
        return field

    def _linked(self, db_field: models.Field, wrapper: RelatedFieldWidgetWrapper) -> forms.Widget:
        """Return the choice with the pop-up links that make sense beside it."""
        target = db_field.related_model
        if issubclass(target, Row):
            return wrapper.widget
        wrapper.can_delete_related = wrapper.can_view_related = False
        if target is not Record:
            return wrapper
        linked = AnyRecordWrapper(
            wrapper.widget,
            wrapper.rel,
            self.admin_site,
            can_add_related=wrapper.can_add_related,
            can_change_related=wrapper.can_change_related,
        )
        if db_field.name.endswith("_via"):
            linked.adds = "source"
        return linked


class RowForm(forms.ModelForm):
    """A row of a record."""

    def _get_validation_exclusions(self):
        # Which row is the one marked is judged over all rows, as they will be.
        return super()._get_validation_exclusions() | set(filter(None, [self.only_one]))

    only_one = ""


class RowFormSet(forms.BaseInlineFormSet):
    """The rows of a record.

    `only_one` names the mark that one row at most bears. What rows point at is looked up for all of
    them together, so that no query is made for a row.
    """

    only_one = ""
    only_one_refusal = ""

    def __init__(self, *args, looked_up: LookedUp | None = None, **options):
        super().__init__(*args, **options)
        self.looked_up = looked_up or LookedUp()
        fields = [*self.model._meta.concrete_fields, *self.model._meta.many_to_many]
        related = [field for field in fields if field.is_relation and field.name != self.fk.name]
        self.to_records = [one for one in related if issubclass(one.related_model, Record)]
        self.to_rows = [one for one in related if issubclass(one.related_model, Row)]
        self.looked_up.wanted |= {pk for row in self.rows for pk in self._ids_in(row)}
        self._siblings = {field.name: self._rows_of(field) for field in self.to_rows}

    @cached_property
    def empty_form(self) -> forms.ModelForm:
        """The row that “add another” copies; the admin asks for it several times."""
        return super().empty_form

    @property
    def rows(self) -> list[Row]:
        """The rows that are there already."""
        return list(self.get_queryset())

    def name_of(self, record_id: int | None) -> str:
        """Return the name of a record that a row points at, "" for none."""
        return self.looked_up.names_of([record_id]).get(record_id, "") if record_id else ""

    def describe(self, row: Row) -> str:
        """Return what an editor reads of a row where another one points at it."""
        return row.key

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in self.to_records:
            if field.name in form.fields:
                choice = form.fields[field.name].widget
                getattr(choice, "widget", choice).looked_up = self.looked_up
        for field in self.to_rows:
            if field.name in form.fields:
                self._offer_siblings(form.fields[field.name], field)

    def clean(self):
        super().clean()
        marked = [form for form in self._kept_forms() if self._is_marked(form)]
        if len(marked) > 1:
            marked[-1].add_error(self.only_one, self.only_one_refusal)

    def save(self, commit=True):
        if commit and self.only_one and self.instance.pk:
            # Two rows may not bear the mark even while one of them is still to be saved.
            mine = self.model.objects.filter(**{self.fk.name: self.instance})
            unmarked = [form.instance.pk for form in self._kept_forms() if self._is_unmarked(form)]
            mine.filter(pk__in=unmarked).update(**{self.only_one: False})
        return super().save(commit)

    def _kept_forms(self) -> list[forms.ModelForm]:
        """Return the forms of rows that are to stand, valid so far."""
        return [
            form
            for form in self.forms
            if getattr(form, "cleaned_data", None)
            and form not in self.deleted_forms
            and (form.instance.pk or form.has_changed())
        ]

    def _is_marked(self, form: forms.ModelForm) -> bool:
        return bool(self.only_one and form.cleaned_data.get(self.only_one))

    def _is_unmarked(self, form: forms.ModelForm) -> bool:
        return form.instance.pk is not None and not self._is_marked(form)

    def _ids_in(self, row: Row) -> Iterable[int]:
        for field in self.to_records:
            if field.many_to_many:
                yield from (record.pk for record in getattr(row, field.name).all())
            elif pk := getattr(row, field.attname):
                yield pk

    def _rows_of(self, field: models.ForeignKey) -> models.QuerySet:
        if self.instance.pk is None:
            return field.related_model.objects.none()
        owner = field.related_model.OWNER
        return field.related_model.objects.filter(**{owner: self.instance})

    def _offer_siblings(self, choice: forms.ModelChoiceField, field: models.ForeignKey) -> None:
        siblings = self._siblings[field.name]
        # Asked once for all forms; a form of its own would ask again for each.
        rows = self.rows if field.related_model is self.model else siblings
        described = [(row.pk, self.describe(row)) for row in rows]
        choice.queryset = siblings.all()
        choice.widget.choices = [("", "—"), *described]


class RowInline(RecordChoices, admin.StackedInline):
    """Rows of a record, each in a block of its own; folded where `classes` say collapse."""

    template = "admin/edit_inline/rows.html"
    form = RowForm
    formset = RowFormSet
    extra = 1

    @property
    def fk_name(self) -> str:
        return self.model.OWNER

    def get_queryset(self, request):
        linked = [field.name for field in self.model._meta.many_to_many]
        return super().get_queryset(request).prefetch_related(*linked)
