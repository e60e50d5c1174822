"""An API page of 100 documents with `included`, by country, newest first.

python -m benchmarks.api_page [--rows 400000] [--rounds 7]
"""

import json
import sys
from collections.abc import Iterable

from . import databases, options, questions, serving
from .asking import Client, Questions
from .harness import Contestant, Demand, Unit, compare
from .prepare import prepare_ours, prepare_peers
from .serving import ALONE


class NotTheSame(Exception):
    """Two contestants answered differently where they should not."""


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        environment, peer = prepare_ours(site, asked.rows), prepare_peers(asked.rows)
        with (
            serving.ours(environment) as ours,
            serving.bare(environment) as bare,
            serving.datasette(peer) as datasette,
            serving.datasette(peer, suggesting=False) as asked_alone,
        ):
            paths = questions.api_by_country()
            check_bytes(ours.client(), bare.client(), paths)
            theirs = questions.datasette_by_country(peer.stem)
            check_lengths(ours.client(), datasette.client(), zip(paths, theirs, strict=True))
            return compare(
                f"API page by country, {asked.rows} incidents",
                [
                    Contestant("Aftermath", Questions(ours.client(), paths).measure),
                    Contestant("bare WSGI function", Questions(bare.client(), paths).measure),
                    Contestant("Datasette", Questions(datasette.client(), theirs).measure),
                    Contestant(ALONE, Questions(asked_alone.client(), theirs).measure),
                ],
                [
                    Demand("Datasette", "Aftermath", at_least=8),
                    Demand(ALONE, "Aftermath"),
                    Demand("bare WSGI function", "Aftermath", at_least=0.4),
                ],
                unit=Unit("ms a page", 1000),
                rounds=asked.rounds,
            )


def check_bytes(ours: Client, bare: Client, paths: list[str]) -> None:
    for path in paths:
        expected = ours.get(path).replace(f":{ours.port}/".encode(), f":{bare.port}/".encode())
        if expected != bare.get(path):
            raise NotTheSame(f"The bare function does not answer {path} with the same bytes.")


def check_lengths(ours: Client, theirs: Client, pairs: Iterable[tuple[str, str]]) -> None:
    """Refuse to compare lists of different lengths."""
    for our_path, their_path in pairs:
        found = len(json.loads(ours.get(our_path))["results"])
        other = len(json.loads(theirs.get(their_path))["rows"])
        if found != other:
            raise NotTheSame(f"{our_path} has {found} results, {their_path} has {other}.")


if __name__ == "__main__":
    sys.exit(main())
