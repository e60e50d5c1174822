"""What a form says against what was typed, gathered where its editor begins to read."""

from collections.abc import Iterator
from typing import NamedTuple

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS


class Problem(NamedTuple):
    """A sentence, whose field it is of, and the id of that field; both "" where it is of none."""

    sentence: str
    label: str
    field_id: str


def problems_of(context: dict) -> list[Problem]:
    """Return all that a form and its rows are refused for, in the order of the page."""
    found = list(_of_form(context["adminform"].form, ""))
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        found += [Problem(str(one), "", "") for one in formset.non_form_errors()]
        for number, form in enumerate(formset.forms):
            key = getattr(form.instance, "key", "") or f"new {number + 1}"
            found += _of_form(form, f"{inline.opts.verbose_name} {key}")
    return found


def _of_form(form: forms.ModelForm, row: str) -> Iterator[Problem]:
    for name, sentences in form.errors.items():
        for sentence in sentences:
            if name == NON_FIELD_ERRORS:
                yield Problem(sentence, row, _first_id(form) if row else "")
            else:
                label = ", ".join(filter(None, (row, str(form[name].label).lower())))
                yield Problem(sentence, label, form[name].id_for_label)


def _first_id(form: forms.ModelForm) -> str:
    return next((field.id_for_label for field in form.visible_fields()), "")
