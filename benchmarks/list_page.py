"""The list page of incidents (HTML, 50 rows, all facets): by country, and of everything.

python -m benchmarks.list_page [--rows 400000] [--rounds 7]
"""

import sys

from . import databases, options, questions, serving
from .asking import Questions
from .harness import Contestant, Demand, Unit, compare
from .prepare import prepare_ours, prepare_peers
from .serving import Server

MILLISECONDS = Unit("ms a page", 1000)
TEN_TIMES = Demand("Datasette", "Aftermath", at_least=10)


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        environment, peer = prepare_ours(site, asked.rows), prepare_peers(asked.rows)
        with serving.ours(environment) as ours, serving.datasette(peer) as datasette:
            return max(
                by_country(ours, datasette, peer.stem, asked),
                of_everything(ours, datasette, peer.stem, asked),
            )


def by_country(ours: Server, datasette: Server, database: str, asked) -> int:
    theirs = questions.datasette_page_by_country(database)
    return compare(
        f"List page by country, {asked.rows} incidents",
        [
            Contestant("Aftermath", Questions(ours.client(), questions.page_by_country()).measure),
            Contestant("Datasette", Questions(datasette.client(), theirs).measure),
        ],
        [TEN_TIMES],
        unit=MILLISECONDS,
        rounds=asked.rounds,
    )


def of_everything(ours: Server, datasette: Server, database: str, asked) -> int:
    theirs = [questions.datasette(database, questions.page_of_datasette())]
    return compare(
        f"List page of everything, {asked.rows} incidents",
        [
            Contestant("Aftermath", Questions(ours.client(), ["/incidents/"]).measure),
            Contestant("Datasette", Questions(datasette.client(), theirs).measure),
        ],
        [TEN_TIMES],
        unit=MILLISECONDS,
        rounds=asked.rounds,
    )


if __name__ == "__main__":
    sys.exit(main())
