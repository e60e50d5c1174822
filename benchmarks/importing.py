"""Import 20,000 new rows where 400,000 lie already, against `sqlite-utils insert`; then repeat it.

    python -m benchmarks.importing [--rows 400000] [--rounds 7]

Every round has a file of its own, and fresh copies of both databases that nobody has written to
since they were made. What is measured is a whole process from start to end. After the import the
same file is imported again: it must write nothing, in a fifth of the time.

In the end there is one import more, while a prober saves drafts and reads pages, to see how long
these take meanwhile.
"""

import subprocess
import sys
import time
from pathlib import Path

from . import databases, generate, options, peers, serving
from .databases import PROJECT, Environment
from .harness import Contestant, Demand, Unit, compare
from .prepare import dataset, prepare_ours, prepare_peers
from .prober import probing

NEW_ROWS = 20_000
TARGET = "benchmark_import"
# Tables that only grow; what they hold tells whether anything was written.
WRITTEN = "SELECT (SELECT count(*) FROM ledger_revision), (SELECT count(*) FROM ledger_publication)"


class Written(Exception):
    """A repeated import wrote something."""


class Ours:
    """Our side: each round imports into a fresh copy of the database, then repeats the import."""

    def __init__(self, site: Environment, rows: int):
        self.site = site
        self.rows = rows
        self.original = databases.name_of(rows)
        self.target = databases.on(site, TARGET)

    def first(self, number: int) -> float:
        self._copy()
        return timed(self._command(number), self.target)

    def again(self, number: int) -> float:
        before = databases.row(self.target, WRITTEN)
        taken = timed(self._command(number), self.target)
        if databases.row(self.target, WRITTEN) != before:
            raise Written("The repeated import wrote revisions or publications.")
        return taken

    def watched(self, number: int) -> str:
        """Import while somebody works; say how long they waited."""
        self._copy()
        with serving.ours(self.target) as server, probing(self.target, server) as prober:
            taken = timed(self._command(number), self.target)
        return f"During an import of {taken:.1f} s: {prober}."

    def _copy(self) -> None:
        databases.drop(self.site, TARGET)
        databases.copy(self.site, self.original, TARGET)

    def _command(self, number: int) -> list[str]:
        file = new_file(self.rows, number)
        return [sys.executable, "manage.py", "import_dataset", str(file), *dataset(), "--partial"]


class Theirs:
    """The peer's side: each round inserts into a fresh copy of the SQLite file."""

    def __init__(self, rows: int):
        self.rows = rows
        self.original = databases.sqlite_file(rows)
        self.target = databases.folder() / f"{TARGET}.db"

    def first(self, number: int) -> float:
        subprocess.run(["cp", str(self.original), str(self.target)], check=True)
        subprocess.run(["sync", str(self.target)], check=True)
        return timed(peers.insert(self.target, new_file(self.rows, number)))


def main() -> int:
    asked = options.read(__doc__)
    with databases.site() as site:
        prepare_ours(site, asked.rows)
        prepare_peers(asked.rows)
        ours, theirs = Ours(site, asked.rows), Theirs(asked.rows)
        try:
            result = compare_imports(ours, theirs, asked)
            print(f"  {ours.watched(asked.rounds + 1)}")
            return result
        finally:
            tidy(site, theirs)


def compare_imports(ours: Ours, theirs: Theirs, asked) -> int:
    return compare(
        f"Import of {NEW_ROWS} rows into {asked.rows}",
        [
            Contestant("Aftermath", ours.first),
            Contestant("Aftermath, repeated", ours.again),
            Contestant("sqlite-utils", theirs.first),
        ],
        [
            Demand("sqlite-utils", "Aftermath", at_least=1.5),
            Demand("Aftermath, repeated", "Aftermath", at_most=0.2),
        ],
        unit=Unit("s"),
        rounds=asked.rounds,
    )


def new_file(rows: int, number: int) -> Path:
    """Return the file of a round: rows of its own, with ids beyond those that lie there."""
    file = databases.folder() / f"new-{rows}-{number}.csv"
    if not file.exists():
        generate.write(NEW_ROWS, file, seed=100 + number, first=rows + 1)
    return file


def timed(command: list[str], environment: Environment | None = None) -> float:
    began = time.perf_counter()
    subprocess.run(
        command, cwd=PROJECT, env=environment, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - began


def tidy(site: Environment, theirs: Theirs) -> None:
    databases.drop(site, TARGET)
    theirs.target.unlink(missing_ok=True)
    for file in databases.folder().glob("new-*.csv"):
        file.unlink()


if __name__ == "__main__":
    sys.exit(main())
