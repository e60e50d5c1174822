"""SQL that counts the values of columns in one pass.

Equal rows are counted first: those of one profile together where a table has profiles, then whole
arrays together, by GROUPING SETS. Only what comes of that is parted into values: arrays repeat, so
that far fewer are parted than there are rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass

UNSET = "unset"
VALUES_AT_MOST = 100


@dataclass(frozen=True)
class Counted:
    """A facet, and the column that holds its value or, if `array`, its values."""

    facet: str
    column: str
    array: bool


def values_of(column: str, *, array: bool) -> str:
    """Return SQL for what a column holds as an array of texts, nothing being the one `unset`."""
    if array:
        return f"COALESCE(NULLIF({column}::text[], '{{}}'), '{{{UNSET}}}')"
    return f"ARRAY[COALESCE(NULLIF({column}::text, ''), '{UNSET}')]"


def facet_and_values(counted: Iterable[Counted], *, total: str = "") -> str:
    """Return SQL for two columns of a grouped query, `facet` and `each`: its values as an array.

    In the row that groups everything, if there is one, the facet is `total`, and its value "".
    """
    facets, values = [], []
    for one in counted:
        is_it = f"WHEN GROUPING({one.column}) = 0 THEN"
        facets.append(f"{is_it} '{one.facet}'")
        values.append(f"{is_it} {values_of(one.column, array=one.array)}")
    return (
        f"CASE {' '.join(facets)} ELSE '{total}' END AS facet, "
        f"CASE {' '.join(values)} ELSE '{{\"\"}}' END AS each"
    )


def grouping_sets(counted: Iterable[Counted], *, total: bool = False) -> str:
    sets = [f"({one.column})" for one in counted]
    return f"GROUPING SETS ({', '.join([*(['()'] if total else []), *sets])})"


def each_alone(rows: str, counted: list[Counted]) -> str:
    """Return SQL to count by `counts_of`: the rows of a query, whose columns are `counted`."""
    columns = ", ".join(one.column for one in counted)
    return f"SELECT *, 1 AS rows FROM ({rows}) AS line ({columns})"  # noqa: S608


def alike_together(rows: str, table: str, counted: list[Counted], sources: list[str]) -> str:
    """Return SQL to count by `counts_of`: of rows alike, one, and how many they are.

    `rows` is a query for the id and the profile of lines in a table; `sources` are its columns.
    """
    columns = ", ".join(
        f"line.{source} AS {one.column}" for source, one in zip(sources, counted, strict=True)
    )
    return (
        f"SELECT {columns}, alike.rows FROM (SELECT min(id) AS id, count(*) AS rows "  # noqa: S608
        f"FROM ({rows}) AS asked (id, profile) GROUP BY profile) AS alike "
        f"JOIN {table} AS line ON line.id = alike.id"
    )


def counts_of(rows: str, counted: list[Counted]) -> str:
    """Return SQL for (facet, value, count) over a query for `counted`, each `rows` times.

    Each facet has the VALUES_AT_MOST that most rows have.
    """
    return (
        "SELECT facet, value, found FROM ("  # noqa: S608
        "SELECT facet, value, sum(found)::int AS found, row_number() OVER "
        "(PARTITION BY facet ORDER BY sum(found) DESC, value) AS place FROM ("
        f"SELECT {facet_and_values(counted)}, sum(rows) AS found "
        f"FROM ({rows}) AS line GROUP BY {grouping_sets(counted)}"
        ") AS alike CROSS JOIN LATERAL unnest(each) AS value GROUP BY facet, value"
        f") AS ranked WHERE place <= {VALUES_AT_MOST}"
    )
