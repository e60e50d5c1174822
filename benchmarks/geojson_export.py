"""GeoJSON of 50,000 incidents, against psql that copies the same text.

python -m benchmarks.geojson_export [--rows 400000] [--rounds 7]
"""

import sys

from . import databases, options, serving
from .downloads import Download, PsqlCopy
from .harness import Contestant, Demand, Unit, compare
from .prepare import prepare_ours

FEATURES = 50_000
QUERY = f"format=geojson&limit={FEATURES}"


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        environment = prepare_ours(site, asked.rows)
        databases.set_up_django(environment)
        from .selects import select_of  # reads models

        with serving.ours(environment) as ours:
            download = Download(ours.client(), f"/incidents/?{QUERY}")
            copy = PsqlCopy(environment, *select_of(QUERY))
            return compare(
                f"GeoJSON of {FEATURES} of {asked.rows} incidents",
                [Contestant("Aftermath", download.seconds), Contestant("psql", copy.seconds)],
                [Demand("Aftermath", "psql", at_most=1.3)],
                unit=Unit("s"),
                rounds=asked.rounds,
            )


if __name__ == "__main__":
    sys.exit(main())
