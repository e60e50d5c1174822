"""The peers and how they are run: as their documentation says, from an environment of their own."""

import importlib.util
import os
from pathlib import Path

from config.embedded import MAJOR, WHEEL

from .databases import PROJECT

TABLE = "incidents"
INDEXES = (
    ["country"],
    ["type_of_violence"],
    ["date_start"],
    ["side_a"],
    ["side_b"],
    ["best"],
    ["country", "date_start"],
)
SEARCHED = (
    "where_description",
    "source_headline",
    "where_coordinates",
    "side_a",
    "side_b",
    "dyad_name",
)
# Nothing that is asked for is cut off: whatever takes long is waited for, as with us.
SETTINGS = {
    "sql_time_limit_ms": "600000",
    "facet_time_limit_ms": "600000",
    "max_returned_rows": "10000",
    "max_csv_mb": "0",
}


class PeersMissing(Exception):
    """The peers are not installed; the message says how to."""


def program(name: str) -> str:
    """Return the path of a program of the peers."""
    place = Path(os.environ.get("PEERS", PROJECT / "benchmarks" / ".venv")) / "bin" / name
    if not place.exists():
        raise PeersMissing(
            f"{place} does not exist. Make the peers' environment as benchmarks/README.md says, "
            "or name one in PEERS."
        )
    return str(place)


def datasette(database: Path, port: int, *, suggesting: bool) -> list[str]:
    """Return the command that serves a SQLite file that nobody changes.

    As installed, Datasette suggests facets beside every list, in JSON too, and takes longer for it
    than for the list. Nobody asked for them here, so it is also measured without.
    """
    wanted = SETTINGS if suggesting else SETTINGS | {"suggest_facets": "off"}
    settings = [part for name, value in wanted.items() for part in ("--setting", name, value)]
    return [program("datasette"), "serve", "-i", str(database), "--port", str(port), *settings]


def insert(database: Path, file: Path) -> list[str]:
    return [program("sqlite-utils"), "insert", str(database), TABLE, str(file), "--csv", "--pk=id"]


def index(database: Path) -> list[list[str]]:
    """Return the commands that give the table its indexes and its full-text search."""
    tool = program("sqlite-utils")
    indexes = [[tool, "create-index", str(database), TABLE, *columns] for columns in INDEXES]
    search = [tool, "enable-fts", str(database), TABLE, *SEARCHED, "--create-triggers"]
    return [*indexes, search]


def psql(url: str) -> list[str]:
    """Return the command that begins psql: the embedded PostgreSQL's, or the one on the PATH."""
    package = importlib.util.find_spec(WHEEL.replace("-", "_"))
    embedded = package and Path(package.origin).parent / f"pginstall{MAJOR}" / "bin" / "psql"
    found = str(embedded) if embedded and embedded.exists() else "psql"
    return [found, "--no-psqlrc", "--quiet", url]
