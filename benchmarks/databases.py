"""The databases that benchmarks read and write, apart from the site's own.

Ours are databases of their own on the embedded PostgreSQL of this checkout, or on the server of
DATABASE_URL; their names begin with `benchmark_`. The peers' are SQLite files in the folder
`benchmarks` beside the state of the checkout.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg2
from psycopg2 import sql

from config import launch, state

PROJECT = Path(__file__).resolve().parent.parent
PREFIX = "benchmark_"
MAINTENANCE = "postgres"

Environment = dict[str, str]


def folder() -> Path:
    """Return the folder of generated files and SQLite databases, made if need be."""
    kept = state.make_folder(PROJECT) / "benchmarks"
    kept.mkdir(exist_ok=True)
    return kept


def csv_file(rows: int) -> Path:
    return folder() / f"ged-{rows}.csv"


def sqlite_file(rows: int) -> Path:
    return folder() / f"ged-{rows}.db"


def name_of(rows: int) -> str:
    return f"{PREFIX}{rows}"


@contextmanager
def site() -> Iterator[Environment]:
    """Yield the environment of the site's processes, with the server of its database running."""
    with launch.site_environment(PROJECT) as environment:
        yield environment


def on(environment: Environment, name: str) -> Environment:
    """Return the environment with another database of the same server."""
    owner = environment.get("DATABASE_OWNER_URL") or environment["DATABASE_URL"]
    return environment | {
        "DATABASE_URL": _renamed(environment["DATABASE_URL"], name),
        "DATABASE_OWNER_URL": _renamed(owner, name),
    }


def exists(environment: Environment, name: str) -> bool:
    with _maintaining(environment) as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def create(environment: Environment, name: str) -> None:
    with _maintaining(environment) as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def copy(environment: Environment, original: str, name: str) -> None:
    """Make a database that holds what another does; nobody may be using that one."""
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    with _maintaining(environment) as cursor:
        cursor.execute(statement.format(sql.Identifier(name), sql.Identifier(original)))


def drop(environment: Environment, name: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    with _maintaining(environment) as cursor:
        cursor.execute(statement.format(sql.Identifier(name)))


def rename(environment: Environment, name: str, new: str) -> None:
    statement = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    with _maintaining(environment) as cursor:
        cursor.execute(statement.format(sql.Identifier(name), sql.Identifier(new)))


def connect(environment: Environment) -> psycopg2.extensions.connection:
    """Connect to the environment's database as the application does."""
    return psycopg2.connect(environment["DATABASE_URL"])


def value(environment: Environment, statement: str, parameters: dict | None = None):
    """Return the one value that a statement asks for."""
    return row(environment, statement, parameters)[0]


def row(environment: Environment, statement: str, parameters: dict | None = None) -> tuple:
    """Return the one row that a statement asks for."""
    with closing(connect(environment)) as connection, connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone()


def set_up_django(environment: Environment, *, patient: bool = True) -> None:
    """Let this process read the environment's database by the project's own code.

    Without patience, a statement may take no longer than the site lets it.
    """
    os.environ.update(environment, DJANGO_SETTINGS_MODULE="config.settings")
    if patient:
        os.environ["STATEMENT_TIMEOUT"] = "0"
    django.setup()


@contextmanager
def _maintaining(environment: Environment) -> Iterator[psycopg2.extensions.cursor]:
    """Connect as the owner to a database that is never copied, dropped or renamed here."""
    owner = environment.get("DATABASE_OWNER_URL") or environment["DATABASE_URL"]
    with closing(psycopg2.connect(_renamed(owner, MAINTENANCE))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor


def _renamed(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
