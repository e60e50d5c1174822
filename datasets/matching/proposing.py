"""Proposals made anew: pairs found, scored and kept, without touching what anybody decided."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from psycopg2.extras import execute_values

from .candidates import find_pairs
from .reading import actors_by_id, attacks
from .scoring import score

LOCK = 0x4D415443  # "MATC": one run at a time
CHUNK = 5000
# Of one record, no more proposals than an editor would look at.
BEST = 10
EVER = date(1, 2, 1)

SCORED = """
CREATE TEMP TABLE matching_scored (
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
    FROM matching_scored
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
        compared = find_pairs(datasets=chosen, since=since)
        cursor.execute(SCORED)
        for done in _score_pairs(cursor):
            tell(done, compared)
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


def _score_pairs(cursor) -> Iterator[int]:
    """Score all pairs into the temporary table, yielding how many are done."""
    actors, done = actors_by_id(), 0
    for pairs in _chunks(cursor):
        known = attacks({one for pair in pairs for one in pair}, actors)
        rows = [_row(*sorted(pair), known) for pair in pairs]
        execute_values(cursor.cursor, "INSERT INTO matching_scored VALUES %s", rows, page_size=1000)
        done += len(pairs)
        yield done


def _chunks(cursor) -> Iterator[list[tuple[int, int]]]:
    last = (0, 0)
    while True:
        cursor.execute(
            "SELECT one, other FROM matching_pair WHERE (one, other) > (%s, %s) "
            "ORDER BY one, other LIMIT %s",
            [*last, CHUNK],
        )
        pairs = cursor.fetchall()
        if not pairs:
            return
        yield pairs
        last = pairs[-1]


def _row(first: int, second: int, known: dict) -> tuple:
    one, other = known[first], known[second]
    found = score(one, other)
    parts = [part._asdict() for part in found.parts]
    return (
        first,
        second,
        one.dataset,
        other.dataset,
        min(one.earliest, other.earliest),
        found.value,
        json.dumps(parts),
    )
