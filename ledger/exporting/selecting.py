"""The statement that reads a table of an export: the list's own rows, and names as they were then.

It is text with its values in it, because COPY takes no parameters. The values of a filter are
quoted by the driver; the rest are constants of the code.
"""

from collections.abc import Callable, Sequence

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, QuerySet

from ledger.listing import Listing

from .columns import Column, sourced
from .tables import Table

# Nothing exported is searched for in it.
NOT_READ = {"search"}


def statement(
    listing: Listing,
    table: Table,
    spelled: Callable[[Sequence[Column]], str],
    limit: int | None,
    *,
    each_name: Callable[[str], str] = str,
) -> str:
    """Return the SELECT of a table's rows; `spelled` makes what is selected of the columns.

    A whole list comes as it is stored, unless an ordering is asked for: to sort it would take as
    long as to read it. `each_name` spells a text of names, once for each that is different.
    """
    shown = quoted(listing.filters.records.order_by().values("public_id", "label", "brief"))
    columns, joins = _with_names(table.columns, shown, each_name)
    return (
        f"SELECT {spelled(columns)} FROM ({_rows(listing, limit)}) r {table.joins} "  # noqa: S608
        f"{' '.join(joins)}{_order(listing, table, limit)}"
    )


def quoted(rows: QuerySet) -> str:
    """Return the SQL of a query with its values in it, quoted by the driver."""
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        return cursor.cursor.mogrify(sql, parameters).decode()


def records(listing: Listing, limit: int | None) -> QuerySet:
    """Return the lines of a list with their publications; `limit` bounds them, if given."""
    ordered = listing.filters.filtered().with_bodies()
    ordered = ordered.order_by(*listing.filters.orderings[listing.ordering])
    return ordered if limit is None else ordered[:limit]


def _rows(listing: Listing, limit: int | None) -> str:
    rows = listing.filters.filtered().order_by()
    if limit is not None:
        rows = rows.order_by(*listing.filters.orderings[listing.ordering])[:limit]
    fields = [field.attname for field in rows.model._meta.concrete_fields]
    wanted = [name for name in (*fields, *rows.query.annotations) if name not in NOT_READ]
    try:
        return quoted(rows.values(*dict.fromkeys(wanted)))
    except EmptyResultSet:  # the filter lets nothing through, whatever there is
        nothing = rows.model.objects.exclude(pk=F("pk"))
        return quoted(nothing.values(*dict.fromkeys(fields)))


def _order(listing: Listing, table: Table, limit: int | None) -> str:
    if limit is None and not listing.data.get("ordering"):
        return ""
    columns = listing.filters.orderings[listing.ordering]
    ordered = [f"r.{one.lstrip('-')}{' DESC' if one.startswith('-') else ''}" for one in columns]
    return f" ORDER BY {', '.join([*ordered, *filter(None, [table.within])])}"


def _with_names(
    columns: Sequence[Column], records: str, each_name: Callable[[str], str]
) -> tuple[list[Column], list[str]]:
    """Give each column of names its expression, and return the joins that find them.

    A list of ids is looked up once: there are few different ones, and PostgreSQL remembers them.
    """
    found = []
    looked_up: dict[str, list[str]] = {}
    for number, column in enumerate(columns):
        if column.names_of:
            alias = f"names_{column.together or number}"
            name = f"name_{number}"
            looked_up.setdefault(alias, []).append(_names(name, column, records, each_name))
            column = sourced(column, f"{alias}.{name}")
        found.append(column)
    joins = [
        f"LEFT JOIN LATERAL (SELECT {', '.join(parts)} OFFSET 0) {alias} ON true"
        for alias, parts in looked_up.items()
    ]
    return found, joins


def _names(name: str, column: Column, records: str, each_name: Callable[[str], str]) -> str:
    shown = f"record.brief ->> '{column.member}'" if column.member else "record.label"
    names = (
        f"SELECT string_agg({shown}, '; ' ORDER BY u.n) AS names "  # noqa: S608
        f"FROM unnest(string_to_array({column.names_of}, ' ')) WITH ORDINALITY AS u(id, n) "
        f"JOIN ({records}) record ON record.public_id = u.id"
    )
    if column.beside:
        names = f"SELECT concat_ws('; ', ({names}), NULLIF({column.beside}, '')) AS names"
    return f"(SELECT {each_name('found.names')} FROM ({names}) found) AS {name}"  # noqa: S608
