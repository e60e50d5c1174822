"""What every benchmark is asked on its command line."""

import argparse

from .harness import ROUNDS

ROWS = 400_000


def read(description: str, *, rows: int = ROWS) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--rows", type=int, default=rows, help="incidents in the databases")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds that count, 5 or more")
    return parser.parse_args()
