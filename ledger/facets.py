"""How many of each value there are in a list, each facet counted without its own filter."""

from .counts import values
from .listing import Listing


def facets(listing: Listing, names: list[str]) -> dict[str, list[dict]]:
    """Count the values of columns: `{"type": [{"value": "ied", "count": 3}, …]}`, most first.

    What has no value is counted as `unset`.
    """
    return {
        name: [
            {"value": value, "count": count}
            for value, count in sorted(counted, key=lambda one: (-one[1], one[0]))
        ]
        for name, counted in values(listing.filters, names).items()
    }
