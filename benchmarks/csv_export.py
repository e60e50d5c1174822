"""CSV of everything: seconds a megabyte, and the memory of our workers meanwhile.

    python -m benchmarks.csv_export [--rows 400000] [--rounds 7]

Against psql, which copies the same SELECT to nowhere, and Datasette's stream of all rows.
"""

import sys
from urllib.parse import urlencode

from . import databases, options, peers, serving
from .downloads import Download, PsqlCopy
from .harness import Contestant, Demand, Unit, compare
from .memory import watching
from .prepare import prepare_ours, prepare_peers
from .serving import Server

QUERY = "format=csv"
PATH = f"/incidents/?{QUERY}"


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        environment, peer = prepare_ours(site, asked.rows), prepare_peers(asked.rows)
        databases.set_up_django(environment)
        from .selects import select_of  # reads models

        copy = PsqlCopy(environment, *select_of(QUERY))
        with serving.ours(environment) as ours, serving.datasette(peer) as datasette:
            result = compare_csv(copy, ours, datasette, peer.stem, asked)
            show_memory(ours)
            return result


def compare_csv(copy: PsqlCopy, ours: Server, datasette: Server, database: str, asked) -> int:
    stream = f"/{database}/{peers.TABLE}.csv?{urlencode({'_stream': 'on', '_size': 'max'})}"
    return compare(
        f"CSV of everything, {asked.rows} incidents",
        [
            Contestant("Aftermath", Download(ours.client(), PATH).seconds_a_megabyte),
            Contestant("psql \\copy", copy.seconds_a_megabyte),
            Contestant("Datasette", Download(datasette.client(), stream).seconds_a_megabyte),
        ],
        [
            Demand("psql \\copy", "Aftermath", at_least=0.9),
            Demand("Datasette", "Aftermath", at_least=8),
        ],
        unit=Unit("ms a MB", 1000),
        rounds=asked.rounds,
    )


def show_memory(ours: Server) -> None:
    """Print what our workers hold while one of them streams everything once more."""
    with watching(ours.workers()) as watched:
        Download(ours.client(), PATH).seconds_a_megabyte(0)
    print(f"  Our two workers together, while streaming: {watched}")


if __name__ == "__main__":
    sys.exit(main())
