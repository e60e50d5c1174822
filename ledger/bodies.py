"""Lines of a list with their finished documents, as plain values: no model is made of a row.

Which lines those are is found first, over narrow columns alone; only the lines of the page are
joined to their documents, whichever way the planner went to find them.
"""

from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from .models import Publication, Published


class Finished(NamedTuple):
    """A document as it was published, and the format in which it is written."""

    format: int
    document: str


class Body(NamedTuple):
    """A line of a list: no more of it than an answer needs. `position` is where it stands."""

    public_id: str
    refs: list[str]
    publication: Finished
    position: tuple


def bodies(found: QuerySet, model: type[Published], columns: tuple[str, ...]) -> list[Body]:
    """Read the lines of `model` that a query finds, in its order.

    The query, sorted and cut, is over the lines themselves or over a narrow table of the same
    records and editions; `columns` name what it is sorted by.
    """
    key = ("id",) if found.model is model else ("record_id", "since")
    names = list(dict.fromkeys([*key, *(column.lstrip("-") for column in columns)]))
    try:
        sql, parameters = found.values_list(*names).query.sql_with_params()
    except EmptyResultSet:  # the filter lets nothing through, whatever there is
        return []
    same = " AND ".join(f"line.{name} = found.f{names.index(name)}" for name in key)
    sorted_by = [f"found.f{names.index(column.lstrip('-'))}" for column in columns]
    given = ", ".join(f"f{number}" for number, _ in enumerate(names))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT line.public_id, line.refs, publication.format, publication.document, "  # noqa: S608
            f"{', '.join(sorted_by)}, found.place "
            "FROM (SELECT *, row_number() OVER () AS place "
            f"FROM ({sql}) AS asked ({given})) AS found "
            f"JOIN {model._meta.db_table} AS line ON {same} "
            f"JOIN {Publication._meta.db_table} AS publication "
            "ON publication.id = line.publication_id",
            parameters,
        )
        rows = sorted(cursor.fetchall(), key=lambda row: row[-1])
    return [Body(row[0], row[1], Finished(row[2], row[3]), row[4:-1]) for row in rows]
