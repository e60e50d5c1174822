"""Controls of forms are what Django's own templates would make of them."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from config.written import Written

CHOICES = [("", "—"), ("a", "A & <b>"), ("More", [(1, "one"), (2, "two")])]
WIDGETS = {
    "text": forms.TextInput({"class": "long", "required": True, "hidden": False}),
    "number": forms.NumberInput({"min": 0}),
    "hidden": forms.HiddenInput(),
    "checkbox": forms.CheckboxInput(),
    "textarea": forms.Textarea({"rows": 2}),
    "select": forms.Select(choices=CHOICES),
    "several": forms.SelectMultiple(choices=CHOICES),
    "file": forms.FileInput(),
}


def parts(markup: str) -> list:
    """Return tags with their attributes in any order, and the words between them."""
    found = re.split(r"(<[^>]*>)", markup.replace("\n", "").replace("  ", ""))
    return [sorted(re.findall(r'<\S+|[\w-]+(?:="[^"]*")?', one)) or one for one in found if one]


@pytest.mark.parametrize("value", [None, "", "a", 1, 'say "<&>"', True, [1, "a"]])
@pytest.mark.parametrize("widget", WIDGETS)
def test_a_control_is_what_the_templates_make_of_it(widget, value):
    ours, theirs = (
        WIDGETS[widget].render("field", value, {"id": "id_field"}, renderer=renderer())
        for renderer in (Written, DjangoTemplates)
    )
    assert parts(ours) == parts(theirs)


@pytest.mark.parametrize("data", [{}, {"title": "x" * 9}])
def test_labels_and_errors_are_what_the_templates_make_of_them(data):
    class Form(forms.Form):
        title = forms.CharField(label="Title & <more>", max_length=5)

    ours, theirs = (Form(data, renderer=renderer()) for renderer in (Written, DjangoTemplates))
    assert parts(ours["title"].label_tag()) == parts(theirs["title"].label_tag())
    assert parts(str(ours["title"].errors)) == parts(str(theirs["title"].errors))
