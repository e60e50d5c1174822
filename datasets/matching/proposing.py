"""Proposals made anew: pairs found, scored and kept, without touching what anybody decided."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from django.db import connection, transaction

from ledger.copying import Table, encode_json

from .candidates import find_pairs
from .reading import actors_by_id, attacks
from .scoring import Named, score
from .scoring.scoring import ABOUT_AS_WELL
from .scoring.window import DAYS_APART, LONGEST

LOCK = 0x4D415443  # "MATC": one run at a time
CHUNK = 5000
# Of one record, no more proposals than an editor would look at.
BEST = 10
# What is near an attack lies this far before it at most.
AROUND = timedelta(days=LONGEST + DAYS_APART)
EVER = date(1, 3, 1)

COLUMNS = ("first_id", "second_id", "first_dataset", "second_dataset", "day", "points")
SCORED = """
CREATE TEMP TABLE matching_scored (
    first_id int8, second_id int8, first_dataset text, second_dataset text,
    day date, points float8
) ON COMMIT DROP
"""

# Beside each pair, what else is near its two records in each other's dataset.
WEIGHED = """
CREATE TEMP TABLE matching_weighed ON COMMIT DROP AS
SELECT w.*
FROM (
    SELECT *,
           greatest(sum(exp(points)) OVER of_first, sum(exp(points)) OVER of_second)
               - exp(points) AS others,
           greatest(count(*) OVER (of_first ORDER BY points RANGE BETWEEN %(about)s PRECEDING
                                   AND UNBOUNDED FOLLOWING),
                    count(*) OVER (of_second ORDER BY points RANGE BETWEEN %(about)s PRECEDING
                                   AND UNBOUNDED FOLLOWING)) - 1 AS as_well
    FROM matching_scored
    WINDOW of_first AS (PARTITION BY first_id, second_dataset),
           of_second AS (PARTITION BY second_id, first_dataset)
) w
LEFT JOIN datasets_match m USING (first_id, second_id)
WHERE w.day >= %(since)s AND (w.points >= %(least)s OR m.version > 0)
"""

WEIGHED_ROWS = """
SELECT first_id, second_id, first_dataset, second_dataset, day, others, as_well
FROM matching_weighed
"""

VALUED = """
CREATE TEMP TABLE matching_valued (
    first_id int8, second_id int8, first_dataset text, second_dataset text,
    day date, score float8, parts jsonb
) ON COMMIT DROP
"""

# What was decided keeps an up-to-date score, however low it is.
KEPT = """
CREATE TEMP TABLE matching_kept ON COMMIT DROP AS
SELECT ranked.* FROM (
    SELECT *, row_number() OVER (PARTITION BY first_id ORDER BY score DESC, second_id) AS of_first,
              row_number() OVER (PARTITION BY second_id ORDER BY score DESC, first_id) AS of_second
    FROM matching_valued
) ranked
LEFT JOIN datasets_match m USING (first_id, second_id)
WHERE m.version > 0
   OR (ranked.score >= %(least)s AND of_first <= %(best)s AND of_second <= %(best)s)
"""

MERGE = """
INSERT INTO datasets_match AS m
    (first_id, second_id, first_dataset, second_dataset, day, score, parts, verdict, note, version)
SELECT first_id, second_id, first_dataset, second_dataset, day, score, parts, 'proposed', '', 0
FROM matching_kept
ON CONFLICT (first_id, second_id) DO UPDATE
SET score = excluded.score, parts = excluded.parts, day = excluded.day
WHERE (m.score, m.parts, m.day) IS DISTINCT FROM (excluded.score, excluded.parts, excluded.day)
RETURNING xmax = 0
"""

STALE = """
DELETE FROM datasets_match m
WHERE version = 0 AND day >= %(since)s
  AND (cardinality(%(chosen)s::text[]) = 0
       OR first_dataset = ANY(%(chosen)s) OR second_dataset = ANY(%(chosen)s))
  AND NOT EXISTS (SELECT FROM matching_kept k
                  WHERE k.first_id = m.first_id AND k.second_id = m.second_id)
"""


@dataclass(frozen=True)
class Proposed:
    """What a run did: pairs compared; proposals new, changed, unchanged and gone; seconds."""

    compared: int
    new: int
    changed: int
    unchanged: int
    gone: int
    seconds: float


@transaction.atomic
def propose(
    *,
    datasets: list[str] = (),
    since: date = EVER,
    least: float = 0.5,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> Proposed:
    """Make proposals anew from what is published now.

    `datasets` are public ids: only pairs with a record of one of them; `since` leaves earlier
    attacks alone; a proposal scores at least `least`. What was decided is never touched but for its
    score. `tell` hears how many of the pairs are compared.
    """
    began = time.monotonic()
    chosen = list(datasets)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        compared = find_pairs(datasets=chosen, since=since - AROUND)
        cursor.execute(SCORED)
        actors = actors_by_id()
        for done in _score_pairs(cursor, actors):
            tell(done, compared)
        _weigh(cursor, actors, since, least)
        cursor.execute(KEPT, {"least": least, "best": BEST})
        cursor.execute("ANALYZE matching_kept")
        new, changed, unchanged = _merge(cursor)
        cursor.execute(STALE, {"since": since, "chosen": chosen})
        gone = cursor.rowcount
    return Proposed(compared, new, changed, unchanged, gone, time.monotonic() - began)


def _merge(cursor) -> tuple[int, int, int]:
    cursor.execute("SELECT count(*) FROM matching_kept")
    kept = cursor.fetchone()[0]
    cursor.execute(MERGE)
    written = [fresh for (fresh,) in cursor.fetchall()]
    new = sum(written)
    return new, len(written) - new, kept - len(written)


def _score_pairs(cursor, actors: dict[str, Named]) -> Iterator[int]:
    """Write the points of all pairs to the temporary table, yielding how many are done."""
    done = 0
    for pairs in _chunks(cursor, "SELECT one, other FROM matching_pair", "one, other", (0, 0)):
        known = attacks({one for pair in pairs for one in pair}, actors)
        table = Table("matching_scored", COLUMNS)
        for pair in pairs:
            first, second = sorted(pair)
            one, other = known[first], known[second]
            found = (first, second, one.dataset, other.dataset, min(one.earliest, other.earliest))
            table.add((*found, score(one, other).points))
        table.write()
        done += len(pairs)
        yield done


def _weigh(cursor, actors: dict[str, Named], since: date, least: float) -> None:
    """Give each pair that may still be proposed its value, in view of what else is near."""
    cursor.execute(
        WEIGHED, {"about": ABOUT_AS_WELL, "since": since, "least": log(least / (1 - least))}
    )
    cursor.execute("CREATE INDEX ON matching_weighed (first_id, second_id)")
    cursor.execute(VALUED)
    for rows in _chunks(cursor, WEIGHED_ROWS, "first_id, second_id", (0, 0)):
        known = attacks({one for row in rows for one in row[:2]}, actors)
        table = Table("matching_valued", (*COLUMNS[:-1], "score", "parts"))
        for first, second, *found, others, as_well in rows:
            valued = score(known[first], known[second]).among(others, as_well)
            parts = encode_json([part._asdict() for part in valued.parts])
            table.add((first, second, *found, valued.value, parts))
        table.write()


def _chunks(cursor, select: str, key: str, last: tuple) -> Iterator[list[tuple]]:
    """Read rows in the order of their first two columns, so many at a time."""
    while True:
        cursor.execute(f"{select} WHERE ({key}) > (%s, %s) ORDER BY {key} LIMIT {CHUNK}", last)
        rows = cursor.fetchall()
        if not rows:
            return
        yield rows
        last = rows[-1][:2]
