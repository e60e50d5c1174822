"""Which pairs of records are worth comparing: near in time and place, of different datasets.

Everything happens in the database, on temporary tables that end with the transaction. The earth is
cut into cubes of 60 km: what lies within 30 km of a point lies in one of the eight cubes that a
cube around the point touches, so that poles and the date line need no exception. Records that are
known to a province at best have no such point: they are held against those of their country and
days, and only the likeliest of these are kept.
"""

from datetime import date

from django.db import connection

from ledger.models import OPEN

from .scoring.where import COARSE, COARSE_REACH
from .scoring.window import DAYS_APART, KM_APART, LONGEST

# What one record is compared with at most, the nearest in time and place first.
MOST_NEAR, MOST_COARSE = 60, 25

# A transaction that matches twice, as tests do, begins anew.
CLEAR = """
DROP TABLE IF EXISTS matching_side, matching_spot, matching_land, matching_pair,
                     matching_scored, matching_weighed, matching_valued, matching_kept
"""

SIDES = """
CREATE TEMP TABLE matching_side ON COMMIT DROP AS
SELECT record_id AS id, dataset, date_earliest AS earliest, date_latest AS latest,
       countries, actors, sort_killed AS killed, latitude, precision,
       cardinality(%(chosen)s::text[]) = 0 OR dataset = ANY(%(chosen)s) AS chosen,
       latitude IS NULL OR precision = ANY(%(coarse)s) AS coarse,
       6371 * cos(radians(latitude)) * cos(radians(longitude)) AS x,
       6371 * cos(radians(latitude)) * sin(radians(longitude)) AS y,
       6371 * sin(radians(latitude)) AS z
FROM incidents_publishedincident
WHERE until = %(open)s AND date_latest - date_earliest < %(longest)s
  AND date_latest >= %(since)s::date - %(days)s
"""

SPOTS = """
CREATE TEMP TABLE matching_spot ON COMMIT DROP AS
SELECT ((floor(x / 60)::int + 512) << 20) + ((floor(y / 60)::int + 512) << 10)
       + floor(z / 60)::int + 512 AS cube,
       earliest + day AS day, id, dataset, chosen
FROM matching_side, generate_series(0, latest - earliest) day
WHERE NOT coarse
"""

LANDS = """
CREATE TEMP TABLE matching_land ON COMMIT DROP AS
SELECT country, earliest + day AS day, id, dataset
FROM matching_side, unnest(countries) country, generate_series(0, latest - earliest) day
"""

PAIRS = """
CREATE TEMP TABLE matching_pair (one int8, other int8) ON COMMIT DROP
"""

# Of two datasets that are both chosen, pairs are looked for from one side alone.
NEAR = """
INSERT INTO matching_pair
SELECT a.id, near.id
FROM matching_side a CROSS JOIN LATERAL (
    SELECT b.id
    FROM generate_series(floor((a.x - %(km)s) / 60)::int, floor((a.x + %(km)s) / 60)::int) i,
         generate_series(floor((a.y - %(km)s) / 60)::int, floor((a.y + %(km)s) / 60)::int) j,
         generate_series(floor((a.z - %(km)s) / 60)::int, floor((a.z + %(km)s) / 60)::int) k
    JOIN LATERAL (
        SELECT DISTINCT id FROM matching_spot
        WHERE cube = ((i + 512) << 20) + ((j + 512) << 10) + k + 512
          AND day BETWEEN a.earliest - %(days)s AND a.latest + %(days)s
          AND dataset <> a.dataset AND (a.dataset < dataset OR NOT chosen)
    ) spot ON true
    JOIN matching_side b ON b.id = spot.id
    WHERE (a.x - b.x) ^ 2 + (a.y - b.y) ^ 2 + (a.z - b.z) ^ 2 <= %(km)s ^ 2
      AND least(a.earliest, b.earliest) >= %(since)s
    ORDER BY greatest(a.earliest - b.latest, b.earliest - a.latest, 0),
             (a.x - b.x) ^ 2 + (a.y - b.y) ^ 2 + (a.z - b.z) ^ 2, b.id
    LIMIT %(most_near)s
) near
WHERE a.chosen AND NOT a.coarse
"""

# From the side of the coarse record, whichever of the two was chosen.
FAR = """
INSERT INTO matching_pair
SELECT a.id, near.id
FROM matching_side a CROSS JOIN LATERAL (
    SELECT b.id
    FROM (
        SELECT DISTINCT land.id FROM unnest(a.countries) held JOIN matching_land land
          ON land.country = held
         AND land.day BETWEEN a.earliest - %(days)s AND a.latest + %(days)s
         AND land.dataset <> a.dataset
    ) land
    JOIN matching_side b ON b.id = land.id
    WHERE (a.chosen OR b.chosen)
      AND (NOT b.coarse OR a.dataset < b.dataset)
      AND (a.latitude IS NULL OR b.latitude IS NULL
           OR (a.x - b.x) ^ 2 + (a.y - b.y) ^ 2 + (a.z - b.z) ^ 2 <=
              (CASE WHEN 'country' IN (a.precision, b.precision) THEN %(country)s
                    ELSE %(province)s END) ^ 2)
      AND least(a.earliest, b.earliest) >= %(since)s
    ORDER BY a.actors && b.actors DESC,
             greatest(a.earliest - b.latest, b.earliest - a.latest, 0),
             abs(a.killed - b.killed), b.id
    LIMIT %(most_coarse)s
) near
WHERE a.coarse
"""


def find_pairs(*, datasets: list[str], since: date) -> int:
    """Fill the temporary table `matching_pair` with record ids; return how many pairs there are.

    `datasets` are public ids: only pairs with a record of one of them; none means all.
    """
    values = {
        "chosen": datasets,
        "coarse": list(COARSE),
        **COARSE_REACH,
        "open": OPEN,
        "longest": LONGEST,
        "since": since,
        "days": DAYS_APART,
        "km": KM_APART,
        "most_near": MOST_NEAR,
        "most_coarse": MOST_COARSE,
    }
    with connection.cursor() as cursor:
        for made in (CLEAR, SIDES, SPOTS, LANDS, PAIRS):
            cursor.execute(made, values)
        cursor.execute("CREATE UNIQUE INDEX ON matching_side (id)")
        cursor.execute("CREATE INDEX ON matching_spot (cube, day)")
        cursor.execute("CREATE INDEX ON matching_land (country, day)")
        cursor.execute("ANALYZE matching_side, matching_spot, matching_land")
        cursor.execute(NEAR, values)
        cursor.execute(FAR, values)
        cursor.execute("CREATE INDEX ON matching_pair (one, other)")
        cursor.execute("SELECT count(*) FROM matching_pair")
        return cursor.fetchone()[0]
