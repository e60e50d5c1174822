"""The form field of a partial date: typed text, read as `dates.reading` says."""

from django import forms
from django.core.exceptions import ValidationError

from dates.partial import PartialDate
from dates.reading import TEXT_LENGTH, NotADate, read
from dates.wording import explain, say


def understood(text: str) -> str:
    """How a typed text is understood, in words; NotADate where it is not."""
    return explain(read(text))


def as_typed(partial: PartialDate) -> str:
    """The plainest text that reads as exactly this date, wording included."""
    for text in (partial.wording, say(partial)):
        if _reads_as(text, partial):
            return text
    return f"{partial.edtf} ({partial.wording})" if partial.wording else partial.edtf


def _reads_as(text: str, partial: PartialDate) -> bool:
    try:
        return read(text) == partial
    except NotADate:
        return False


class PartialDateFormField(forms.Field):
    """One line of text whose value is a PartialDate, or None when left empty."""

    widget = forms.TextInput

    def widget_attrs(self, widget):
        return {"maxlength": TEXT_LENGTH, "autocomplete": "off", "data-partial-date": ""}

    def prepare_value(self, value):
        return as_typed(value) if isinstance(value, PartialDate) else value

    def to_python(self, value):
        if value is None or not value.strip():
            return None
        try:
            return read(value)
        except NotADate as error:
            raise ValidationError(str(error), code="not_a_date") from error
