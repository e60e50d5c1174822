"""Where a record's page is. The words of an address are the kinds' plurals."""

from .identity import kind_of
from .moments import Moment

PATHS = {
    "actor": "actors",
    "chronology": "chronologies",
    "dataset": "datasets",
    "event": "events",
    "incident": "incidents",
    "link": "links",
    "place": "places",
    "source": "sources",
    "statement": "statements",
}


def page_of(public_id: str, moment: Moment | None = None) -> str:
    """Return the address of a record's page, as of the moment that the reader asked for."""
    asked = f"?as_of={moment.asked}" if moment and moment.asked else ""
    return f"/{PATHS[kind_of(public_id)]}/{public_id}/{asked}"
