"""Forms beside a list, asked by GET: the questions that are not among the facets.

A filter set reads and refuses what is asked; nothing is checked here a second time.
"""

from typing import Self

from django import forms

from dates.filters import CERTAIN

from .listing import Listing


class Questions(forms.Form):
    """The questions of a list, those named in `folded` behind a fold.

    `kept` are the other parameters that are set, as (name, value).
    """

    folded: tuple[str, ...] = ()
    kept: list[tuple[str, str]]

    @classmethod
    def about(cls, listing: Listing) -> Self:
        """Return the form as a list answers it."""
        given = listing.data
        asked = {name: given.get(name, "") for name in cls.base_fields}
        form = cls(initial=asked, auto_id="ask-%s", label_suffix="")
        form.kept = [
            (name, value)
            for name, values in given.lists()
            for value in _beyond_the_form(form, name, values)
        ]
        return form

    def standing_open(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.folded]

    def folded_away(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.folded]

    def is_unfolded(self) -> bool:
        """Whether one of the folded questions is asked."""
        return any(self.initial[name] for name in self.folded)


def _beyond_the_form(form: forms.Form, name: str, values: list[str]) -> list[str]:
    """Return what the fields cannot hold: other parameters, and all but the first of several."""
    if name == "cursor":
        return []
    return values[1:] if name in form.fields else values


def words_field(hint: str) -> forms.CharField:
    return forms.CharField(label="Words", required=False, help_text=hint)


def day_field(label: str) -> forms.CharField:
    widget = forms.DateInput({"type": "date"})
    return forms.CharField(label=label, required=False, widget=widget)


def number_field(label: str) -> forms.CharField:
    widget = forms.TextInput({"inputmode": "numeric"})
    return forms.CharField(label=label, required=False, widget=widget)


def choice_field(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


def certainty_field(label: str) -> forms.ChoiceField:
    return choice_field(label, [("", "show what may fit"), (CERTAIN, "show what surely fits")])


def moment_field() -> forms.CharField:
    return forms.CharField(
        label="As it stood on",
        required=False,
        help_text="A day such as 2025-11-22, or edition:3. Empty: now.",
    )
