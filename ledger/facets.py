"""How many of each value there are in a list, each facet counted without its own filter."""

from django.db.models import Count, F, Func

from .filters import UNSET, AnyOf
from .listing import Listing

VALUES_AT_MOST = 100


def facets(listing: Listing, names: list[str]) -> dict[str, list[dict]]:
    """Count the values of columns: `{"type": [{"value": "ied", "count": 3}, …]}`, most first.

    What has no value is counted as `unset`. One query a facet.
    """
    return {name: _facet(listing, name) for name in names}


def _facet(listing: Listing, name: str) -> list[dict]:
    chosen: AnyOf = listing.filters.filters[name]
    rows = listing.filters.filtered(without=name).order_by()
    column = chosen.field_name
    if not chosen.array:
        counted = rows.values_list(column).annotate(found=Count("pk"))
        return _listed([(value or UNSET, count) for value, count in counted])
    unnested = rows.annotate(value=Func(F(column), function="unnest"))
    counted = list(unnested.values_list("value").annotate(found=Count("pk")))
    without = rows.filter(**{column: []}).count()
    return _listed([*counted, (UNSET, without)] if without else counted)


def _listed(counted: list[tuple[str, int]]) -> list[dict]:
    ordered = sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:VALUES_AT_MOST]
    return [{"value": value, "count": count} for value, count in ordered]
