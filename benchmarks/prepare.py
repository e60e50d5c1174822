"""Make the databases of some size, ours and the peers', or find them made.

    python -m benchmarks.prepare ROWS [--again] [--drop] [--only ours|peers]

Ours are made by `manage.py import_dataset`, the peers' by sqlite-utils, from the same generated
file. What is whole has its final name, so that an interrupted preparation is begun anew.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from . import databases, generate, peers
from .databases import PROJECT, Environment

PROVISIONAL = "_provisional"


def prepare(environment: Environment, rows: int, *, only: str = "") -> None:
    """Make what is missing of a size."""
    if only != "peers":
        prepare_ours(environment, rows)
    if only != "ours":
        prepare_peers(rows)


def prepare_ours(environment: Environment, rows: int) -> Environment:
    """Return the environment of our database of a size, imported if it was not there."""
    name = databases.name_of(rows)
    if not databases.exists(environment, name):
        file = prepare_file(rows)
        provisional = name + PROVISIONAL
        databases.drop(environment, provisional)
        databases.create(environment, provisional)
        there = databases.on(environment, provisional)
        manage(there, "prepare")
        manage(there, "import_dataset", str(file), *dataset())
        vacuum(there)
        databases.rename(environment, provisional, name)
    return databases.on(environment, name)


def prepare_peers(rows: int) -> Path:
    """Return the SQLite file of a size, filled if it was not there."""
    database = databases.sqlite_file(rows)
    if not database.exists():
        file = prepare_file(rows)
        provisional = database.with_name(database.name + PROVISIONAL)
        provisional.unlink(missing_ok=True)
        subprocess.run(peers.insert(provisional, file), check=True, stdout=subprocess.DEVNULL)
        for command in peers.index(provisional):
            subprocess.run(command, check=True)
        provisional.rename(database)
    return database


def prepare_file(rows: int) -> Path:
    """Return the generated file of a size."""
    file = databases.csv_file(rows)
    if not file.exists():
        provisional = file.with_name(file.name + PROVISIONAL)
        generate.write(rows, provisional)
        provisional.rename(file)
    return file


def dataset() -> list[str]:
    """Return how an import calls the dataset that the generated files belong to."""
    told = ["--dataset=generated", "--release=1", "--licence=CC BY 4.0", "--may-be-passed-on"]
    return ["--format=ucdp", *told]


def manage(environment: Environment, *arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True)


def vacuum(environment: Environment) -> None:
    """Do what autovacuum would do in the minutes after, so that no round waits for it."""
    command = peers.psql(environment["DATABASE_OWNER_URL"])
    quietly = ["--command", "SET client_min_messages = error"]
    subprocess.run([*command, *quietly, "--command", "VACUUM (ANALYZE)"], check=True)


def drop(environment: Environment, rows: int) -> None:
    """Remove everything of a size."""
    for name in (databases.name_of(rows), databases.name_of(rows) + PROVISIONAL):
        databases.drop(environment, name)
    for path in (databases.csv_file(rows), databases.sqlite_file(rows)):
        path.unlink(missing_ok=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("--only", choices=["ours", "peers"], default="")
    parser.add_argument("--again", action="store_true", help="drop our database first")
    parser.add_argument("--drop", action="store_true", help="remove everything of this size")
    options = parser.parse_args()
    with databases.site() as environment:
        if options.drop:
            drop(environment, options.rows)
            return
        if options.again:
            databases.drop(environment, databases.name_of(options.rows))
        prepare(environment, options.rows, only=options.only)


if __name__ == "__main__":
    main()
