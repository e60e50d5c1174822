"""What a list can be taken away as: tables of columns, and how the list says what it holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.listing import Listing
from ledger.models import Exported, Published
from ledger.narrowing import Phrase

from .columns import Column

PUBLICATION = "JOIN ledger_publication p ON p.id = r.publication_id"
DOCUMENT = f"{PUBLICATION} CROSS JOIN LATERAL (SELECT p.document::jsonb AS d OFFSET 0) document"


@dataclass(frozen=True)
class Table:
    """A table: what a row is, its columns, and what its statement reads beside the index.

    `latitude` and `longitude` name the columns of the point, where rows have one. `ready` is an
    expression of the first `ready_count` columns as a CSV has them (see `cells`).
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    joins: str = ""
    within: str = ""
    latitude: str = ""
    longitude: str = ""
    ready: str = ""
    ready_count: int = 0


@dataclass(frozen=True)
class Takeaway:
    """A list to take away: its tables, the usual one first, and the words of its filter.

    `phrases(listing, names)` gives what `ledger.narrowing.sentence` takes; `names` are the
    records that the filter speaks of, as `ledger.reading.included` returns them. `seen(document,
    row, on)` is the document of a row as seen from a day, where that is not the one published.
    `api` is the list's address in the API, if it is there.
    """

    name: str
    one: str
    tables: tuple[Table, ...]
    phrases: Callable[[Listing, Mapping[str, dict]], Mapping[str, Phrase]]
    seen: Callable[[dict, Published, date], dict] | None = None
    api: str = ""

    def table(self, name: str) -> Table | None:
        """Return a table by its name, "" being the usual one."""
        return next((one for one in self.tables if name in ("", one.name)), None)


DOCUMENTS = Table("documents", "a record", (), PUBLICATION)


def beside(model: type[Exported]) -> str:
    """Join the line that stands beside one of the index: `x`."""
    return f"JOIN {model._meta.db_table} x ON x.publication_id = r.publication_id"


def each(array: str) -> str:
    """Join the document `d` and give each element `e` of one of its arrays a row, numbered `n`."""
    return f"{DOCUMENT} CROSS JOIN LATERAL jsonb_array_elements({array}) WITH ORDINALITY AS t(e, n)"
