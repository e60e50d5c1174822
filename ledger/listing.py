"""A list as readers ask for it: parameters in, one page of the index out, by keyset."""

import base64
import json
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, F, Field, Func, QuerySet, Value
from django.db.models.expressions import ExpressionList
from django.http import QueryDict

from . import moments
from .bodies import Body, bodies
from .counts import total
from .filters import BadParameters, StrictFilterSet, cleaned
from .models import Published
from .moments import Moment, NotAMoment

COMMON = ("as_of", "ordering", "limit", "cursor", "changed_since")


@dataclass(frozen=True)
class Cursor:
    """Where the next page begins: behind these values, at this edition."""

    ordering: str
    values: tuple
    edition: int

    def __str__(self) -> str:
        text = json.dumps([self.ordering, self.edition, *map(str, self.values)])
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> "Cursor":
        """Read a cursor; ValueError for anything this site did not write."""
        try:
            padded = text + "=" * (-len(text) % 4)
            ordering, edition, *values = json.loads(base64.urlsafe_b64decode(padded.encode()))
            return cls(str(ordering), tuple(map(_readable, values)), int(edition))
        except (TypeError, ValueError, OverflowError, RecursionError) as error:
            raise ValueError("It is not a cursor of this site.") from error


class Listing:
    """One request for a list, understood; BadParameters when it cannot be.

    `also` names the parameters that the caller reads itself (`format`, `fields`, …).
    """

    def __init__(
        self,
        data: QueryDict,
        *,
        filters: type[StrictFilterSet],
        user,
        limit: int = 100,
        limit_at_most: int = 1000,
        also: tuple[str, ...] = (),
    ):
        known = (*filters.base_filters, *COMMON, *also)
        self.data = cleaned(data, known, repeatable=filters.base_filters)
        self._problems: dict[str, str] = {}
        self._positions: list[tuple] | None = None
        self.cursor = self._read_cursor()
        self.moment = self._read_moment()
        self.limit = self._read_limit(limit, limit_at_most)
        self.ordering = self._read_ordering(filters)
        visible = filters.Meta.model.objects.as_of(self.moment.edition).visible_to(user)
        self.filters = filters(
            self.data, queryset=self._changed(visible), user=user, moment=self.moment
        )
        self._problems |= self.filters.problems()
        if self._problems:
            raise BadParameters(self._problems)

    @cached_property
    def rows(self) -> list[Published]:
        """The lines of this page."""
        columns = self.filters.columns(self.ordering)
        page = list(self._found(self.filters.filtered().with_bodies(), columns))
        names = [column.lstrip("-") for column in self._columns]
        self._positions = [tuple(getattr(row, name) for name in names) for row in page]
        return page[: self.limit]

    @cached_property
    def bodies(self) -> list[Body]:
        """The lines of this page with nothing but their documents: the fast way."""
        narrowed = self.filters.narrowed(self._columns)
        columns = self._columns if narrowed is not None else self.filters.columns(self.ordering)
        found = self._found(self.filters.filtered() if narrowed is None else narrowed, columns)
        page = bodies(found, self.filters.queryset.model, columns)
        self._positions = [row.position for row in page]
        return page[: self.limit]

    @cached_property
    def next(self) -> Cursor | None:
        """Where the next page begins; None on the last."""
        if self._positions is None:
            self.rows  # noqa: B018 (they are read, and kept)
        if len(self._positions) <= self.limit:
            return None
        return Cursor(self.ordering, self._positions[self.limit - 1], self.moment.edition)

    @cached_property
    def count(self) -> int:
        """How many there are; one more than is counted, where that is not exact."""
        return total(self.filters)[0]

    @cached_property
    def count_is_exact(self) -> bool:
        return total(self.filters)[1]

    def changed(self, **changes: str | list[str] | None) -> str:
        """Return the query string with parameters set anew (None: taken out), back at page one."""
        data = self.data.copy()
        for name in ("cursor", *changes):
            data.pop(name, None)
        for name, value in changes.items():
            if value is not None:
                data.setlist(name, value if isinstance(value, list) else [value])
        return data.urlencode()

    @property
    def _columns(self) -> tuple[str, ...]:
        return self.filters.orderings[self.ordering]

    def _found(self, rows: QuerySet, columns: tuple[str, ...]) -> QuerySet:
        """Return the lines of this page and one more, in order."""
        rows = rows.order_by(*columns)
        if self.cursor:
            rows = _behind(rows, columns, self._position())
        return rows[: self.limit + 1]

    def _position(self) -> list:
        """Return the cursor's values as the columns hold them."""
        names = [column.lstrip("-") for column in self._columns]
        rows = self.filters.queryset
        try:
            return [
                _column(rows, name).to_python(value)
                for name, value in zip(names, self.cursor.values, strict=True)
            ]
        except (ValidationError, ValueError, OverflowError) as error:
            raise BadParameters({"cursor": "It is not a cursor of this site."}) from error

    def _read_cursor(self) -> Cursor | None:
        text = self.data.get("cursor")
        try:
            return Cursor.read(text) if text else None
        except ValueError as error:
            self._problems["cursor"] = f"{error} Take the one in the answer before, unchanged."
            return None

    def _read_moment(self) -> Moment:
        asked = self.data.get("as_of", "")
        try:
            if not self.cursor:
                return moments.resolve(asked)
            if not asked:
                return moments.still_at(self.cursor.edition)
            return self._still_as_of(moments.resolve(asked))
        except NotAMoment as error:
            self._problems["as_of" if asked else "cursor"] = str(error)
            return moments.now()

    def _still_as_of(self, moment: Moment) -> Moment:
        """Keep to the cursor's edition: a day that is not over yet may see another meanwhile."""
        if self.cursor.edition > moment.edition:
            self._problems["cursor"] = "It belongs to a later moment than as_of asks for."
            return moment
        begun = moments.still_at(self.cursor.edition)
        return replace(moment, edition=begun.edition, at=begun.at)

    def _read_limit(self, usual: int, most: int) -> int:
        text = self.data.get("limit", "")
        if not text:
            return usual
        if text.isascii() and text.isdigit() and len(text) < 9 and 1 <= int(text) <= most:
            return int(text)
        self._problems["limit"] = f"Give a whole number from 1 to {most}."
        return usual

    def _read_ordering(self, filters: type[StrictFilterSet]) -> str:
        usual = next(iter(filters.orderings))
        asked = self.data.get("ordering") or usual
        if asked not in filters.orderings:
            self._problems["ordering"] = f"Give one of: {', '.join(filters.orderings)}."
            return usual
        if self.cursor and (
            self.cursor.ordering != asked
            or len(self.cursor.values) != len(filters.orderings[asked])
        ):
            self._problems["cursor"] = "It belongs to another ordering; begin at the first page."
        return asked

    def _changed(self, rows: QuerySet) -> QuerySet:
        """Keep what changed since a moment, if `changed_since` asks for it."""
        asked = self.data.get("changed_since", "")
        try:
            return rows.filter(since__gt=moments.resolve(asked).edition) if asked else rows
        except NotAMoment as error:
            self._problems["changed_since"] = str(error)
            return rows


def _readable(value: object) -> str:
    """Return a value of a cursor as text; ValueError for what no column holds."""
    text = str(value)
    text.encode()  # a lone surrogate is a UnicodeError, which is a ValueError
    if "\0" in text:
        raise ValueError("A null character is in no text.")
    return text


def _column(rows: QuerySet, name: str) -> Field:
    if name in rows.query.annotations:
        return rows.query.annotations[name].output_field
    return rows.model._meta.get_field(name)


def _behind(rows: QuerySet, columns: tuple[str, ...], position: list) -> QuerySet:
    """Keep the rows behind a position, as one row-value comparison that an index can serve."""
    names = [column.lstrip("-") for column in columns]
    sign = "<" if columns[0].startswith("-") else ">"
    behind = Func(
        ExpressionList(*map(F, names)),
        ExpressionList(*map(Value, position)),
        template="(%(expressions)s)",
        arg_joiner=f") {sign} (",
        output_field=BooleanField(),
    )
    return rows.alias(_behind=behind).filter(_behind=True)
