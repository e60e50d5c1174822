"""The least that could answer a page of the API: a WSGI function, two queries, stored bodies.

It knows nothing of Django, of parameters but one, or of readers; it answers `?country=XX` with the
bytes of `/api/v1/incidents/?country=XX`. What the API takes beyond this is what its rules cost.
"""

import base64
import json
import os
import threading
from urllib.parse import parse_qs

import psycopg2

from ledger.canonical import written

LIMIT = 100
HERE = threading.local()
NEWEST = "(SELECT max(number) FROM ledger_edition)"
READABLE = f"{{0}}.since <= {NEWEST} AND {{0}}.until > {NEWEST} AND {{0}}.audience = 'public'"
FOUND = f"""
FROM incidents_publishedincidentcountry c
WHERE c.country = %(country)s AND {READABLE.format("c")}
"""
PAGE = f"""
SELECT p.document, i.refs, c.sort_date, c.record_id, {NEWEST},
       (SELECT count FROM ledger_tally WHERE kind = 'incident' AND audience = 'public'
        AND scope = %(country)s AND facet = '' AND value = '')
FROM (SELECT * {FOUND} ORDER BY c.sort_date DESC, c.record_id DESC LIMIT {LIMIT + 1}) c
JOIN incidents_publishedincident i ON i.record_id = c.record_id AND i.since = c.since
JOIN ledger_publication p ON p.id = c.publication_id
ORDER BY c.sort_date DESC, c.record_id DESC
"""  # noqa: S608 - constants of this file
NAMES = f"""
SELECT i.public_id, i.brief FROM ledger_publishedrecord i
WHERE i.public_id = ANY(%(ids)s) AND {READABLE.format("i")}
"""  # noqa: S608


def application(environ, start_response):
    """Answer with one page of incidents of a country, newest first."""
    country = parse_qs(environ["QUERY_STRING"])["country"][0]
    address = f"http://{environ['HTTP_HOST']}{environ['PATH_INFO']}?country={country}"
    content = page(country, address).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(content)))]
    start_response("200 OK", headers)
    return [content]


def page(country: str, address: str) -> str:
    with connection().cursor() as cursor:
        cursor.execute(PAGE, {"country": country})
        rows = cursor.fetchall()
        shown = rows[:LIMIT]
        ids = sorted({one for row in shown for one in row[1]}, key=in_order)
        cursor.execute(NAMES, {"ids": ids})
        briefs = dict(cursor.fetchall())
    edition, count = rows[0][4:6]
    return (
        f'{{"results":[{",".join(row[0] for row in shown)}],'
        f'"included":{written({one: briefs.get(one, {"name": None}) for one in ids})},'
        f'"next":{following(rows, address)},"count":{count},"count_is_exact":true,'
        f'"edition":{edition}}}'
    )


def following(rows: list[tuple], address: str) -> str:
    if len(rows) <= LIMIT:
        return "null"
    _, _, day, record, edition, _ = rows[LIMIT - 1]
    position = json.dumps(["-date", edition, str(day), str(record)])
    cursor = base64.urlsafe_b64encode(position.encode()).decode().rstrip("=")
    return f'"{address}&cursor={cursor}"'


def in_order(public_id: str) -> tuple[str, int]:
    return public_id[0], int(public_id[1:])


def connection() -> psycopg2.extensions.connection:
    """Return this thread's connection, which stays open."""
    if not hasattr(HERE, "connection"):
        HERE.connection = psycopg2.connect(os.environ["DATABASE_URL"])
        HERE.connection.autocommit = True
    return HERE.connection
