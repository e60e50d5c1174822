"""Narrow tables, which are read in order; and bounds by which an order can be left early."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import Q, Subquery, Value
from django.db.models.functions import Greatest

from dates.filters import CERTAIN

from .models import Line


@dataclass(frozen=True)
class Narrow:
    """A table with a line for each value `name` of the lines of another, reached by `relation`."""

    relation: str
    name: str
    table: type[Line]

    @classmethod
    def of(cls, model: type[Line], path: str) -> Self:
        """Return the table that a path such as `by_country__country` leads to."""
        relation, _, name = path.partition("__")
        return cls(relation, name, model._meta.get_field(relation).related_model)

    def has(self, columns: tuple[str, ...]) -> bool:
        known = {field.attname for field in self.table._meta.concrete_fields}
        return all(column.lstrip("-") in known for column in columns)

    def related(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Name columns of the table: `-sort_date` → `-by_country__sort_date`."""
        return tuple(
            f"{'-' if column.startswith('-') else ''}{self.relation}__{column.lstrip('-')}"
            for column in columns
        )


def begun_by(table: type[Line], day: date, certainty: str) -> Q:
    """Bound `sort_date` for what was within a window that ends on a day: it narrows nothing more.

    `sort_date` is the first possible day, which then is not after the last of the window; but for
    what has no first day, and stands at its last. The latest of those is looked up once a query.
    """
    if certainty == CERTAIN:
        return Q(sort_date__lte=day)
    begun_at_any_time = table.objects.filter(date_earliest__isnull=True, date_latest__isnull=False)
    latest = begun_at_any_time.order_by("-date_latest").values("date_latest")[:1]
    return Q(sort_date__lte=Greatest(Value(day), Subquery(latest)))
