"""How many of each value there are in a list, each facet counted without its own filter."""

from django.db.models import Count, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from .filters import UNSET, AnyOf
from .listing import Listing

VALUES_AT_MOST = 100


def facets(listing: Listing, names: list[str]) -> dict[str, list[dict]]:
    """Count the values of columns: `{"type": [{"value": "ied", "count": 3}, …]}`, most first.

    What has no value is counted as `unset`. One query for all facets together.
    """
    found: dict[str, list[dict]] = {name: [] for name in names}
    counted = [_counted(listing, name) for name in names]
    for name, value, count in _all_of(counted):
        found[name].append({"value": value, "count": count})
    for values in found.values():
        values.sort(key=lambda one: (-one["count"], one["value"]))
    return found


def _all_of(counted: list[QuerySet]) -> QuerySet | list:
    if len(counted) < 2:
        return counted[0] if counted else []
    return counted[0].union(*counted[1:], all=True)


def _counted(listing: Listing, name: str) -> QuerySet:
    """Return (facet, value, count) for the values that most lines have."""
    chosen: AnyOf = listing.filters.filters[name]
    rows = listing.filters.filtered(without=name).order_by()
    each = _each_value(chosen.field_name) if chosen.array else _value(chosen.field_name)
    counted = rows.values(facet=Value(name, TextField()), each=each).annotate(found=Count("pk"))
    ordered = counted.order_by("-found", "each")[:VALUES_AT_MOST]
    return ordered.values_list("facet", "each", "found")


def _value(column: str) -> Coalesce:
    filled = NullIf(Cast(F(column), TextField()), Value(""))
    return Coalesce(filled, Value(UNSET), output_field=TextField())


def _each_value(column: str) -> Func:
    """Unnest an array, an empty one as the one value `unset`."""
    return Func(
        F(column),
        template="unnest(COALESCE(NULLIF(%(expressions)s::text[], '{}'), '{" + UNSET + "}'))",
        output_field=TextField(),
    )
