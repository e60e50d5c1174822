"""Filters that are strict: one set of parameters for page and API, and a sentence for each fault.

Empty means not set, because HTML forms send it. A multi-valued parameter may repeat (OR); `not_…`
excludes; the value `unset` asks for what is not known. What is unknown, malformed or wrongly
repeated is refused by name.
"""

import re
from collections.abc import Iterable
from copy import copy
from functools import cached_property

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict

from dates.filters import CERTAIN, POSSIBLE, overlap_q

from .errors import LedgerError
from .grouping import UNSET
from .models import Line, Published, PublishedRecord
from .moments import Moment
from .narrow import Narrow, begun_by
from .parameters import CountriesField, IdsField, TextsField, WordsField
from .tallies import Tallied

LONGEST = 2000
UNREADABLE = re.compile("[\x00\ufffd]")  # U+FFFD is what Django makes of invalid UTF-8


class BadParameters(LedgerError):
    """Parameters that cannot be understood: `{parameter: sentence}`."""

    def __init__(self, problems: dict[str, str]):
        self.problems = problems
        super().__init__(" ".join(f"{name}: {text}" for name, text in problems.items()))


def pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return choices whose words stand for themselves."""
    return [(word, word) for word in words]


class AnyOf(django_filters.Filter):
    """Matches a column, or an array column, that holds any of the values given.

    `narrow` is the column of a related table that has a line for each value of the array ("" for
    none), named as the parameter: `by_country__country`. A list by one value is read there, in
    order.
    """

    field_class = WordsField

    def __init__(
        self, column: str, *, array: bool = False, every: bool = False, narrow: str = "", **options
    ):
        self.array = array
        self.every = every
        self.narrow = narrow
        options.setdefault("choices", [])
        super().__init__(field_name=column, **options)

    def filter(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        if not values:
            return queryset
        if self.narrow and len(values) == 1:
            return queryset.filter(**{self.narrow: _stored(values[0])})
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

    def __init__(self, column: str, *, kind: str = "", **options):
        super().__init__(column, kind=kind, **options)


class AnyCountry(AnyOf):
    """Matches a column, or an array column, that holds any of the countries given."""

    field_class = CountriesField


class AnyText(AnyOf):
    """Matches a column that equals any of the texts given."""

    field_class = TextsField


class Words(django_filters.CharFilter):
    """Words to look for, in a method of the filter set."""

    def __init__(self, **options):
        super().__init__(max_length=200, **options)


class Day(django_filters.DateFilter):
    """A day as ISO 8601 has it, in a method of the filter set."""

    def __init__(self, **options):
        sentence = "Give a day such as 2020-09-28."
        super().__init__(
            input_formats=["%Y-%m-%d"], error_messages={"invalid": sentence}, **options
        )


class StrictFilterSet(django_filters.FilterSet):
    """Filters over an index.

    `orderings` maps what may be asked to columns, all of one direction; the first is the usual.
    `facets` maps the parameters that are counted to their headings; `tallied` says which of them
    are counted ahead; `narrow_too` names those that a narrow table can answer beside its own.
    `lines_of(table)` and `records` are what `user` may see at `moment`, for look-ups by word or
    reference.
    """

    orderings: dict[str, tuple[str, ...]] = {}
    facets: dict[str, str] = {}
    tallied: Tallied | None = None
    narrow_too: tuple[str, ...] = ()

    def __init__(self, data: QueryDict, *, queryset: QuerySet, user, moment: Moment):
        self.user = user
        self.moment = moment
        self.is_bound, self.data, self.queryset = True, data, queryset
        self.request = self.form_prefix = None
        self.filters = {name: self._own(chosen) for name, chosen in self.base_filters.items()}

    def _own(self, chosen: django_filters.Filter) -> django_filters.Filter:
        """Copy a filter for this set. The library copies its fields too, deep, which takes long."""
        own = copy(chosen)
        own.parent, own.model = self, self.queryset.model
        if chosen.method is not None:
            own.method = chosen.method
        return own

    def lines_of(self, table: type[Line]) -> QuerySet:
        return table.objects.as_of(self.moment.edition).visible_to(self.user)

    @property
    def records(self) -> QuerySet[PublishedRecord]:
        return self.lines_of(PublishedRecord)

    @property
    def parameters(self) -> dict[str, list[str]]:
        """What is set, as given: `{"type": ["ied", "shelling"]}`."""
        given = {name: [one for one in self.data.getlist(name) if one] for name in self.data}
        return {name: values for name, values in given.items() if values and name in self.filters}

    def narrowing(self, *, without: str = "") -> dict[str, list[str]]:
        """What is set and narrows the list, but for the parameter named and its opposite."""
        given = self.parameters
        if changed := self.data.get("changed_since"):
            given["changed_since"] = [changed]
        return {
            name: values
            for name, values in given.items()
            if name not in (without, f"not_{without}")
        }

    def get_form_class(self) -> type[forms.Form]:
        """Make a form of what is set alone: the other fields cost more than the query."""
        fields = {name: self.filters[name].field for name in self.parameters}
        return type(f"{type(self).__name__}Form", (forms.Form,), fields)

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

    def columns(self, ordering: str) -> tuple[str, ...]:
        """Return what to order by: the columns of a narrow table, if the list is read there."""
        columns, narrow = self.orderings[ordering], self._narrow
        return narrow.related(columns) if narrow and narrow.has(columns) else columns

    def narrowed(self, columns: tuple[str, ...] = ()) -> QuerySet | None:
        """Return the lines of a narrow table, if that alone can answer what is asked; else None.

        They are no fewer and no more than the list's own; `columns` are those to sort by.
        """
        narrow = self._narrow
        if narrow is None or not narrow.has(columns):
            return None
        others = self.narrowing().keys() - {narrow.name}
        if not others <= set(self.narrow_too):
            return None
        value = _stored(self.parameters[narrow.name][0])
        rows = self.lines_of(narrow.table).filter(**{narrow.name: value})
        for other in others:
            rows = self.filters[other].filter(rows, self.form.cleaned_data[other])
        return rows

    @property
    def _narrow(self) -> Narrow | None:
        """The narrow table of which one value is asked."""
        for name, values in self.parameters.items():
            if len(values) == 1 and getattr(self.filters[name], "narrow", ""):
                return Narrow.of(self.queryset.model, self.filters[name].narrow)
        return None

    def saying_or_naming(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Keep what says all the words, or names an actor or place one of whose names does."""
        return rows.saying(value, or_naming=self._bearers)

    @cached_property
    def _bearers(self) -> list[str]:
        """The ids of actors and places one of whose names says the words, asked for once.

        They are asked for first, because the planner knows how often ids are referred to, but
        nothing of what a query within the query may find.
        """
        named = self.records.filter(kind__in=["actor", "place"])
        found = named.saying(self.form.cleaned_data["q"])
        return list(found.values_list("public_id", flat=True))


class DatedFilterSet(StrictFilterSet):
    """Filters over an index of what has a date."""

    date_from = Day(method="by_date_from")
    date_to = Day(method="by_date_to")
    certainty = django_filters.ChoiceFilter(choices=pairs((POSSIBLE, CERTAIN)), method="as_it_is")

    @property
    def asked_certainty(self) -> str:
        return self.form.cleaned_data.get("certainty") or POSSIBLE

    def as_it_is(self, rows: QuerySet, name: str, value) -> QuerySet:
        """Certainty narrows nothing by itself: the dates and counts ask for it."""
        return rows

    def by_date_from(self, rows: QuerySet, name: str, value) -> QuerySet:
        return rows.filter(overlap_q("date", value, None, self.asked_certainty))

    def by_date_to(self, rows: QuerySet, name: str, value) -> QuerySet:
        within = overlap_q("date", None, value, self.asked_certainty)
        return rows.filter(within, begun_by(rows.model, value, self.asked_certainty))


def _stored(value: str) -> str:
    return "" if value == UNSET else value


def cleaned(data: QueryDict, known: Iterable[str], *, repeatable: Iterable[str] = ()) -> QueryDict:
    """Return the parameters without the empty ones; BadParameters for what nobody can read.

    `repeatable` are those of the known ones whose repetition is not refused here.
    """
    known, once = set(known), set(known) - set(repeatable)
    problems = {name[:60]: _refusal(name, values, known, once) for name, values in data.lists()}
    if problems := {name: sentence for name, sentence in problems.items() if sentence}:
        raise BadParameters(problems)
    kept = QueryDict(mutable=True)
    for name, values in data.lists():
        kept.setlist(name, [one for one in values if one])
    return kept


def _refusal(name: str, values: list[str], known: set[str], once: set[str]) -> str:
    if name not in known:
        return f"There is no such parameter; known are: {', '.join(sorted(known))}."
    if any(UNREADABLE.search(value) for value in values):
        return "It is not text in UTF-8, or has a null character; send valid UTF-8."
    if any(len(value) > LONGEST for value in values):
        return f"It is longer than {LONGEST} characters."
    if name in once and len(list(filter(None, values))) > 1:
        return "Give it once; it may not repeat."
    return ""
