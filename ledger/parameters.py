"""Form fields of what lists may be asked: values that may repeat, each of them strict."""

import re

from django import forms

from .grouping import UNSET
from .identity import LETTERS, PUBLIC_ID

COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


class WordsField(forms.MultipleChoiceField):
    """Words of a vocabulary, and `unset`."""

    def __init__(self, **options):
        super().__init__(**options)
        self.words = [word for word, _ in self.choices]

    def valid_value(self, value):
        return value == UNSET or value in self.words

    def validate(self, value):
        wrong = [one for one in value if not self.valid_value(one)]
        if wrong:
            raise forms.ValidationError(
                f"“{wrong[0][:60]}” is not one of: {', '.join([*self.words, UNSET])}."
            )


class IdsField(forms.MultipleChoiceField):
    """Public ids of one kind, or of any, and `unset`."""

    def __init__(self, *, kind: str = "", **options):
        self.letters = LETTERS[kind] if kind else "".join(LETTERS.values())
        super().__init__(**options)

    def validate(self, value):
        for one in value:
            if one != UNSET and not (PUBLIC_ID.fullmatch(one) and one[0] in self.letters):
                raise forms.ValidationError(
                    f"“{one[:60]}” is not an id; give one such as {self.letters[0]}12, or {UNSET}."
                )


class CountriesField(forms.MultipleChoiceField):
    """Countries as two capital letters (ISO 3166-1 alpha-2), and `unset`."""

    def validate(self, value):
        for one in value:
            if one != UNSET and not COUNTRY.fullmatch(one):
                raise forms.ValidationError(
                    f"“{one[:60]}” is not a country; give two capital letters such as IQ, or unset."
                )


class TextsField(forms.MultipleChoiceField):
    """Texts as they are written, whole, and `unset`."""

    def validate(self, value):
        if any(len(one) > 500 for one in value):
            raise forms.ValidationError("It is longer than 500 characters, which nothing here is.")
