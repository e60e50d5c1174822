"""The statement that reads a table of an export: the list's own rows, and names as they were then.

It is text with its values in it, because COPY takes no parameters. The values of a filter are
quoted by the driver; the rest are constants of the code.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, QuerySet

from ledger.listing import Listing

from .cells import sql_cell
from .columns import Column, sourced
from .tables import Table

# Nothing exported is searched for in it.
NOT_READ = {"search"}


def statement(
    listing: Listing,
    table: Table,
    spelled: Callable[[Sequence[Column]], str],
    limit: int | None,
) -> str:
    """Return the SELECT of a table's rows; `spelled` makes what is selected of the columns.

    A whole list comes as it is stored, unless an ordering is asked for: to sort it would take as
    long as to read it.
    """
    columns, joins = _with_names(table.columns, _shown(listing))
    return _select(listing, table, spelled(columns), joins, limit)


def ready_statement(listing: Listing, table: Table, limit: int | None) -> str:
    """Return the SELECT of a table's rows as lines of a CSV, of its ready cells and of names.

    Columns of names stand side by side with those that are looked up together with them; their
    cells are spelled once for each text that is different.
    """
    parts, joins, shown = [table.ready], [], _shown(listing)
    for together, group in groupby(table.columns[table.ready_count :], lambda one: one.together):
        if not together:
            parts += [part for column in group for part in ("','", column.sql)]
            continue
        cells = ", ".join(f"',', {_name_cell(column, shown)}" for column in group)
        joins.append(_lateral(f"concat({cells}) AS cells", f"names_{together}"))
        parts.append(f"names_{together}.cells")
    return _select(listing, table, f"concat({', '.join(parts)})", joins, limit)


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
        nothing = listing.filters.queryset.exclude(pk=F("pk"))
        return quoted(nothing.values(*dict.fromkeys(wanted)))


def _order(listing: Listing, table: Table, limit: int | None) -> str:
    if limit is None and not listing.data.get("ordering"):
        return ""
    columns = listing.filters.orderings[listing.ordering]
    ordered = [f"r.{one.lstrip('-')}{' DESC' if one.startswith('-') else ''}" for one in columns]
    return f" ORDER BY {', '.join([*ordered, *filter(None, [table.within])])}"


def _select(
    listing: Listing, table: Table, selected: str, joins: Sequence[str], limit: int | None
) -> str:
    return (
        f"SELECT {selected} FROM ({_rows(listing, limit)}) r {table.joins} "  # noqa: S608
        f"{' '.join(joins)}{_order(listing, table, limit)}"
    )


def _shown(listing: Listing) -> str:
    """Return the SELECT of what a reader may see that others show of records."""
    return quoted(listing.filters.records.order_by().values("public_id", "label", "brief"))


def _with_names(columns: Sequence[Column], shown: str) -> tuple[list[Column], list[str]]:
    """Give each column of names its expression, and return the joins that find them.

    A list of ids is looked up once: there are few different ones, and PostgreSQL remembers them.
    """
    found = []
    looked_up: dict[str, list[str]] = {}
    for number, column in enumerate(columns):
        if column.names_of:
            alias = f"names_{column.together or number}"
            looked_up.setdefault(alias, []).append(f"({_names(column, shown)}) AS name_{number}")
            column = sourced(column, f"{alias}.name_{number}")
        found.append(column)
    return found, [_lateral(", ".join(parts), alias) for alias, parts in looked_up.items()]


def _lateral(selected: str, alias: str) -> str:
    """Join what is looked up for a row; OFFSET 0 keeps it apart, so that it is remembered."""
    return f"LEFT JOIN LATERAL (SELECT {selected} OFFSET 0) {alias} ON true"


def _name_cell(column: Column, shown: str) -> str:
    names = _names(column, shown)
    return f"(SELECT {sql_cell('found.names')} FROM ({names}) found)"  # noqa: S608


def _names(column: Column, shown: str) -> str:
    what = f"record.brief ->> '{column.member}'" if column.member else "record.label"
    if column.otherwise:
        what = f"COALESCE(NULLIF({what}, ''), {column.otherwise})"
    names = (
        f"SELECT string_agg({what}, '; ' ORDER BY u.n) AS names "  # noqa: S608
        f"FROM unnest(string_to_array({column.names_of}, ' ')) WITH ORDINALITY AS u(id, n) "
        f"JOIN ({shown}) record ON record.public_id = u.id"
    )
    if not column.beside:
        return names
    return f"SELECT concat_ws('; ', ({names}), NULLIF({column.beside}, '')) AS names"
