"""The list page of incidents (HTML, 50 rows, all facets): by country, and of everything.

python -m benchmarks.list_page [--rows 400000] [--rounds 7]
"""

import sys

from . import databases, options, questions, serving
from .asking import Client, Questions
from .harness import Contestant, Demand, Unit, compare
from .prepare import prepare_ours, prepare_peers
from .serving import ALONE


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        environment, peer = prepare_ours(site, asked.rows), prepare_peers(asked.rows)
        everything = [questions.datasette(peer.stem, questions.page_of_datasette())]
        with (
            serving.ours(environment) as ours,
            serving.datasette(peer) as datasette,
            serving.datasette(peer, suggesting=False) as asked_alone,
        ):
            clients = [server.client() for server in (ours, datasette, asked_alone)]
            by_country = questions.datasette_page_by_country(peer.stem)
            return max(
                compare_pages(
                    "by country", clients, questions.page_by_country(), by_country, asked
                ),
                compare_pages("of everything", clients, ["/incidents/"], everything, asked),
            )


def compare_pages(
    what: str, clients: list[Client], ours: list[str], theirs: list[str], asked
) -> int:
    names = ("Aftermath", "Datasette", ALONE)
    return compare(
        f"List page {what}, {asked.rows} incidents",
        [
            Contestant(name, Questions(client, paths).measure)
            for name, client, paths in zip(names, clients, (ours, theirs, theirs), strict=True)
        ],
        [Demand("Datasette", "Aftermath", at_least=10), Demand(ALONE, "Aftermath")],
        unit=Unit("ms a page", 1000),
        rounds=asked.rounds,
    )


if __name__ == "__main__":
    sys.exit(main())
