"""The statement that reads a table of an export: the list's own rows, and names as they were then.

It is text with its values in it, because COPY takes no parameters. The values of a filter are
quoted by the driver; the rest are constants of the code.
"""

from collections.abc import Callable, Sequence

from django.db import connection
from django.db.models import QuerySet

from ledger.listing import Listing

from .columns import Column, sourced
from .tables import Table

# Nothing exported is searched for in it.
NOT_READ = {"search"}


def statement(
    listing: Listing, table: Table, spelled: Callable[[Sequence[Column]], str], limit: int | None
) -> str:
    """Return the SELECT of a table's rows; `spelled` makes what is selected of the columns.

    Rows come in the list's order, all of them unless `limit` bounds the records.
    """
    records = quoted(listing.filters.records.order_by().values("public_id", "label", "brief"))
    columns, joins = _with_names(table.columns, records)
    return (
        f"SELECT {spelled(columns)} FROM ({_rows(listing, limit)}) r {table.joins} "  # noqa: S608
        f"{' '.join(joins)} ORDER BY {_order(listing, table)}"
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
    return quoted(rows.values(*dict.fromkeys(wanted)))


def _order(listing: Listing, table: Table) -> str:
    columns = listing.filters.orderings[listing.ordering]
    ordered = [f"r.{one.lstrip('-')}{' DESC' if one.startswith('-') else ''}" for one in columns]
    return ", ".join([*ordered, *filter(None, [table.within])])


def _with_names(columns: Sequence[Column], records: str) -> tuple[list[Column], list[str]]:
    """Give each column of names its expression, and return the joins that find them.

    A list of ids is looked up once: there are few different ones, and PostgreSQL remembers them.
    """
    found, joins = [], []
    for number, column in enumerate(columns):
        if column.names_of:
            joins.append(_names(f"n{number}", column, records))
            column = sourced(column, f"n{number}.names")
        found.append(column)
    return found, joins


def _names(alias: str, column: Column, records: str) -> str:
    shown = f"record.brief ->> '{column.member}'" if column.member else "record.label"
    names = (
        f"SELECT string_agg({shown}, '; ' ORDER BY u.n) "  # noqa: S608
        f"FROM unnest(string_to_array({column.names_of}, ' ')) WITH ORDINALITY AS u(id, n) "
        f"JOIN ({records}) record ON record.public_id = u.id"
    )
    if column.beside:
        names = f"SELECT concat_ws('; ', ({names}), NULLIF({column.beside}, ''))"
    return f"LEFT JOIN LATERAL (SELECT ({names}) AS names OFFSET 0) {alias} ON true"
