"""Filters that are strict: one set of parameters for page and API, and a sentence for each fault.

Empty means not set, because HTML forms send it. A multi-valued parameter may repeat (OR); `not_…`
excludes; the value `unset` asks for what is not known. What is unknown, malformed or wrongly
repeated is refused by name.
"""

from collections.abc import Iterable

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict

from .errors import LedgerError
from .identity import LETTERS, PUBLIC_ID
from .models import Published

UNSET = "unset"


class BadParameters(LedgerError):
    """Parameters that cannot be understood: `{parameter: sentence}`."""

    def __init__(self, problems: dict[str, str]):
        self.problems = problems
        super().__init__(" ".join(f"{name}: {text}" for name, text in problems.items()))


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
    """Public ids of one kind, and `unset`."""

    def __init__(self, *, kind: str, **options):
        self.letter = LETTERS[kind]
        super().__init__(**options)

    def validate(self, value):
        for one in value:
            if one != UNSET and not (PUBLIC_ID.fullmatch(one) and one[0] == self.letter):
                raise forms.ValidationError(
                    f"“{one[:60]}” is not an id; give one such as {self.letter}12, or {UNSET}."
                )


class AnyOf(django_filters.Filter):
    """Matches a column, or an array column, that holds any of the values given."""

    field_class = WordsField

    def __init__(self, column: str, *, array: bool = False, every: bool = False, **options):
        self.array = array
        self.every = every
        options.setdefault("choices", [])
        super().__init__(field_name=column, **options)

    def filter(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        if not values:
            return queryset
        condition = self.condition([one for one in values if one != UNSET], UNSET in values)
        return queryset.exclude(condition) if self.exclude else queryset.filter(condition)

    def condition(self, values: list[str], unset: bool) -> Q:
        lookup = "in" if not self.array else "contains" if self.every else "overlap"
        condition = Q(**{f"{self.field_name}__{lookup}": values}) if values else Q(pk__in=[])
        if unset:
            condition |= Q(**{self.field_name: [] if self.array else ""})
        return condition


class AnyId(AnyOf):
    """Matches a column, or an array column, that holds any of the public ids given."""

    field_class = IdsField

    def __init__(self, column: str, *, kind: str, **options):
        super().__init__(column, kind=kind, **options)


class StrictFilterSet(django_filters.FilterSet):
    """Filters over an index.

    `orderings` maps what may be asked to columns, all of one direction; the first is the usual.
    `facets` maps the parameters that are counted to their headings. `records` are the lines of
    PublishedRecord that the reader may see at the same edition, for look-ups by word or reference.
    """

    orderings: dict[str, tuple[str, ...]] = {}
    facets: dict[str, str] = {}

    def __init__(self, data: QueryDict, *, queryset: QuerySet, records: QuerySet):
        self.records = records
        super().__init__(data, queryset=queryset)

    @property
    def parameters(self) -> dict[str, list[str]]:
        """What is set, as given: `{"type": ["ied", "shelling"]}`."""
        given = {name: [one for one in self.data.getlist(name) if one] for name in self.data}
        return {name: values for name, values in given.items() if values and name in self.filters}

    def problems(self) -> dict[str, str]:
        """Return a sentence for each parameter that cannot be understood."""
        found = {
            name: "Give it once; it may not repeat."
            for name, values in self.parameters.items()
            if len(values) > 1 and not isinstance(self.form.fields[name], forms.MultipleChoiceField)
        }
        for name, errors in self.form.errors.items():
            found.setdefault(name, " ".join(errors))
        return found

    def filtered(self, *, without: str = "") -> QuerySet[Published]:
        """Return the lines that every filter lets through, but for the one named."""
        queryset = self.queryset.all()
        for name, value in self.form.cleaned_data.items():
            if name not in (without, f"not_{without}"):
                queryset = self.filters[name].filter(queryset, value)
        return queryset


def cleaned(data: QueryDict, known: Iterable[str]) -> QueryDict:
    """Return the parameters without the empty ones; BadParameters for what is unknown."""
    known = set(known)
    unknown = {
        name[:60]: f"There is no such parameter; known are: {', '.join(sorted(known))}."
        for name in data
        if name not in known
    }
    if unknown:
        raise BadParameters(unknown)
    kept = QueryDict(mutable=True)
    for name, values in data.lists():
        kept.setlist(name, [one for one in values if one])
    return kept
