"""The filtered list at 2,000,000 incidents against 20,000: the 95th percentile of the answers.

    python -m benchmarks.growth [--rows 2000000] [--rounds 7]

Filtered by country, and by country and years, as the API answers and as the page does.
"""

import sys

from . import databases, options, questions, serving
from .asking import Questions, percentile_95
from .harness import Contestant, Demand, Unit, compare
from .prepare import prepare_ours
from .serving import Server

SMALL = 20_000
LARGE = 2_000_000


def main() -> int:
    asked = options.read(__doc__, rows=LARGE)
    with databases.site() as site:
        small, large = prepare_ours(site, SMALL), prepare_ours(site, asked.rows)
        with serving.ours(small) as few, serving.ours(large) as many:
            return max(
                compare_sizes(what, few, many, paths, asked)
                for what, paths in (
                    ("API, by country", questions.api_by_country()),
                    ("API, by country and years", questions.api_by_country_and_years()),
                    ("page, by country", questions.page_by_country()),
                )
            )


def compare_sizes(what: str, few: Server, many: Server, paths: list[str], asked) -> int:
    names = [f"{SMALL} incidents", f"{asked.rows} incidents"]
    return compare(
        f"95th percentile of the filtered list: {what}",
        [
            Contestant(name, Questions(server.client(), paths, percentile_95).measure)
            for name, server in zip(names, (few, many), strict=True)
        ],
        [Demand(names[1], names[0], at_most=2)],
        unit=Unit("ms", 1000),
        rounds=asked.rounds,
    )


if __name__ == "__main__":
    sys.exit(main())
