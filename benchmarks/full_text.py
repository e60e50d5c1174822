"""Full text: the newest 100 incidents that hold two words, from frequent to rare ones.

python -m benchmarks.full_text [--rows 400000] [--rounds 7]
"""

import json
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
        with (
            serving.ours(environment) as ours,
            serving.datasette(peer) as datasette,
            serving.datasette(peer, suggesting=False) as asked_alone,
        ):
            paths = questions.api_of_words()
            theirs = questions.datasette_of_words(peer.stem)
            show_found(ours.client(), paths, asked_alone.client(), theirs)
            return compare(
                f"Full text, newest 100 of two words, {asked.rows} incidents",
                [
                    Contestant("Aftermath", Questions(ours.client(), paths).measure),
                    Contestant("Datasette", Questions(datasette.client(), theirs).measure),
                    Contestant(ALONE, Questions(asked_alone.client(), theirs).measure),
                ],
                [Demand("Datasette", "Aftermath", at_least=5), Demand(ALONE, "Aftermath")],
                unit=Unit("ms a page", 1000),
                rounds=asked.rounds,
            )


def show_found(ours: Client, paths: list[str], datasette: Client, theirs: list[str]) -> None:
    """Print how much each finds: we count to 10,001, and take the last word as a beginning."""
    counts = [json.loads(ours.get(path))["count"] for path in paths]
    others = [json.loads(datasette.get(path))["filtered_table_rows_count"] for path in theirs]
    print(f"{len(paths)} pairs of words. Found by Aftermath: {sorted(counts)}")
    print(f"Found by Datasette: {sorted(others)}")


if __name__ == "__main__":
    sys.exit(main())
