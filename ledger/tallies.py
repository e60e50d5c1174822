"""Counts kept with the index, so that no reader waits for a whole table to be counted.

They hold for the newest edition. Publishing takes from them the lines that it ends and adds those
that it begins; `manage.py ledger reindex` makes them anew, and `verify` counts again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from django.contrib.postgres.fields import ArrayField
from django.db import connection

from .grouping import VALUES_AT_MOST, Counted, facet_and_values, grouping_sets, values_of
from .models import OPEN, Edition, Publication, Published, Record, Tally

TOTAL = ""  # the facet of how many lines there are
WHOLE = ""  # the scope of all lines


@dataclass(frozen=True)
class Tallied:
    """What is tallied of a kind: the values of columns by facet, and so in each value of `by`.

    Lines have a `profile` too, the same for those that have the same in all of these columns.
    """

    kind: str
    model: type[Published]
    by: str
    columns: Mapping[str, str]

    def profiled(self, line: dict) -> dict:
        """Return a line with its profile: 64 bits of a hash over what is counted of it."""
        counted = repr([line[column] for column in self.columns.values()])
        digest = blake2b(counted.encode(), digest_size=8).digest()
        return line | {"profile": int.from_bytes(digest, "big", signed=True)}


def tally_edition(edition: int, tallied: Iterable[Tallied]) -> None:
    """Count what an edition ended and began. Its lines are written; the ledger is locked."""
    sign = "CASE WHEN since = %s THEN 1 ELSE -1 END"
    published = f"SELECT record_id FROM {Publication._meta.db_table} WHERE edition_id = %s"  # noqa: S608
    which = f"record_id IN ({published}) AND (since = %s OR until = %s)"
    with connection.cursor() as cursor:
        for one in tallied:
            cursor.execute(
                f"INSERT INTO {Tally._meta.db_table} (kind, audience, scope, facet, value, count) "
                f"{_changes(one, sign, which)} ON CONFLICT (kind, audience, scope, facet, value) "
                f"DO UPDATE SET count = {Tally._meta.db_table}.count + excluded.count",
                [one.kind, *[edition] * 4],
            )


def tally_anew(tallied: Iterable[Tallied]) -> None:
    """Count everything that readers get at the newest edition."""
    Tally.objects.all().delete()
    with connection.cursor() as cursor:
        for one in tallied:
            cursor.execute(
                f"INSERT INTO {Tally._meta.db_table} (kind, audience, scope, facet, value, count) "
                f"{_changes(one, '1', 'until = %s')}",
                [one.kind, OPEN],
            )


def wrong_tallies(tallied: Iterable[Tallied]) -> Iterator[str]:
    """Yield a sentence for each kind of which the tallies are not what its lines count."""
    for one in tallied:
        with connection.cursor() as cursor:
            cursor.execute(_changes(one, "1", "until = %s"), [one.kind, OPEN])
            counted = {tuple(row) for row in cursor.fetchall()}
        kept = Tally.objects.filter(kind=one.kind, count__gt=0).values_list(
            "kind", "audience", "scope", "facet", "value", "count"
        )
        if wrong := counted.symmetric_difference(kept):
            _, audience, scope, facet, value, _ = min(wrong)
            yield (
                f"The tallies of {one.kind} are not what its lines count: {len(wrong)} differ, "
                f"such as {facet or 'all'} {value} {scope} for {audience}; reindex makes them anew."
            )


def tallies(
    tallied: Tallied, *, edition: int, members: bool, scopes: Mapping[str, str]
) -> dict[str, list[tuple[str, int]]] | None:
    """Return (value, count) of facets, each in its scope, most first; None for an old edition.

    That they hold for the edition asked for is seen by the same query that reads them.
    """
    audience = Record.Audience.MEMBERS if members else Record.Audience.PUBLIC
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT newest.number, asked.facet, top.value, top.count "  # noqa: S608
            f"FROM (SELECT max(number) AS number FROM {Edition._meta.db_table}) AS newest "
            "CROSS JOIN unnest(%s::text[], %s::text[]) AS asked (facet, scope) "
            f"LEFT JOIN LATERAL (SELECT value, count FROM {Tally._meta.db_table} AS tally "
            "WHERE kind = %s AND audience = %s AND tally.scope = asked.scope "
            "AND tally.facet = asked.facet AND count > 0 "
            f"ORDER BY count DESC, value LIMIT {VALUES_AT_MOST}) AS top ON true",
            [list(scopes), list(scopes.values()), tallied.kind, audience],
        )
        rows = cursor.fetchall()
    if rows[0][0] != edition:
        return None
    found: dict[str, list[tuple[str, int]]] = {facet: [] for facet in scopes}
    for _, facet, value, count in rows:
        if value is not None:
            found[facet].append((value, count))
    return found


def _changes(tallied: Tallied, sign: str, which: str) -> str:
    """Return SQL for the changes of tallies that lines make, each line counted as `sign` says."""
    counted = list(_counted(tallied))
    columns = ", ".join(tallied.columns.values())
    names = ", ".join(one.column for one in counted)
    by = tallied.columns[tallied.by]
    scopes = values_of(by, array=_is_array(tallied, by))
    return (
        "SELECT %s, reader, scope, facet, value, sum(change)::int FROM ("  # noqa: S608
        f"SELECT audience, scopes, {facet_and_values(counted, total=TOTAL)}, sum(sign) AS change "
        f"FROM (SELECT audience, {scopes}, {sign}, {columns} FROM {tallied.model._meta.db_table} "
        f"WHERE {which}) AS line (audience, scopes, sign, {names}) "
        f"GROUP BY audience, scopes, {grouping_sets(counted, total=True)} HAVING sum(sign) <> 0"
        ") AS alike CROSS JOIN LATERAL unnest("
        "CASE audience WHEN 'public' THEN '{public,members}' ELSE '{members}' END::text[]"
        ") AS reader "
        f"CROSS JOIN LATERAL unnest('{{\"{WHOLE}\"}}' || scopes) AS scope "
        "CROSS JOIN LATERAL unnest(each) AS value "
        f"WHERE scope = '{WHOLE}' OR facet <> '{tallied.by}' "
        "GROUP BY reader, scope, facet, value HAVING sum(change) <> 0"
    )


def _counted(tallied: Tallied) -> Iterator[Counted]:
    for number, (facet, column) in enumerate(tallied.columns.items()):
        yield Counted(facet, f"c{number}", _is_array(tallied, column))


def _is_array(tallied: Tallied, column: str) -> bool:
    return isinstance(tallied.model._meta.get_field(column), ArrayField)
