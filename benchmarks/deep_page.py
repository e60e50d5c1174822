"""A page at nine tenths of a list against its first page: of everything, and by country.

    python -m benchmarks.deep_page [--rows 400000] [--rounds 7]

Where the page at that depth begins is asked of the database, and told to the server by a cursor
as it writes them.
"""

import sys
from urllib.parse import urlencode

from . import databases, options, questions, serving
from .asking import Questions
from .databases import Environment
from .harness import Contestant, Demand, Unit, compare
from .prepare import prepare_ours
from .serving import Server

DEPTHS = [number / 1000 for number in range(890, 911)]
POSITION = """
SELECT sort_date, record_id FROM incidents_publishedincident
WHERE since <= %(edition)s AND until > %(edition)s {among}
ORDER BY sort_date DESC, record_id DESC
OFFSET (SELECT floor(count(*) * %(depth)s) FROM incidents_publishedincident
        WHERE since <= %(edition)s AND until > %(edition)s {among}) LIMIT 1
"""
BY_COUNTRY = "AND countries @> ARRAY[%(country)s]::varchar[]"


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        environment = prepare_ours(site, asked.rows)
        databases.set_up_django(environment)
        with serving.ours(environment) as ours:
            everything = compare_depth(
                "of everything",
                ours,
                ["/api/v1/incidents/"],
                deep_of_everything(environment),
                asked,
            )
            by_country = compare_depth(
                "by country", ours, questions.api_by_country(), deep_by_country(environment), asked
            )
            return max(everything, by_country)


def compare_depth(what: str, ours: Server, first: list[str], deep: list[str], asked) -> int:
    return compare(
        f"Page at 90 % depth, API, {what}, {asked.rows} incidents",
        [
            Contestant("page 1", Questions(ours.client(), first).measure),
            Contestant("page at 90 %", Questions(ours.client(), deep).measure),
        ],
        [Demand("page at 90 %", "page 1", at_most=1.3)],
        unit=Unit("ms a page", 1000),
        rounds=asked.rounds,
    )


def deep_of_everything(environment: Environment) -> list[str]:
    found = [cursor_at(environment, depth) for depth in DEPTHS]
    return [f"/api/v1/incidents/?{urlencode({'cursor': cursor})}" for cursor in found]


def deep_by_country(environment: Environment) -> list[str]:
    found = [(code, cursor_at(environment, 0.9, country=code)) for code, _ in questions.ASKED]
    return [
        f"/api/v1/incidents/?{urlencode({'country': code, 'cursor': cursor})}"
        for code, cursor in found
    ]


def cursor_at(environment: Environment, depth: float, *, country: str = "") -> str:
    """Return the cursor of the page that begins at a depth of a list, newest first."""
    from ledger.listing import Cursor  # needs Django set up

    edition = databases.value(environment, "SELECT max(number) FROM ledger_edition")
    statement = POSITION.format(among=BY_COUNTRY if country else "")
    asked = {"edition": edition, "depth": depth, "country": country}
    position = databases.row(environment, statement, asked)
    return str(Cursor("-date", position, edition))


if __name__ == "__main__":
    sys.exit(main())
