"""The stream out of COPY: what it carries, and that nobody works for a reader who left."""

import time

import psycopg2
import pytest
from django.db import DatabaseError, connection

from ledger.exporting.copying import Copying

pytestmark = pytest.mark.django_db

ENDLESS = "SELECT generate_series(1, 1000000000)"


def test_the_pieces_together_are_all_that_the_statement_gives():
    pieces = list(Copying("SELECT n, 'a,b' FROM generate_series(1, 100000) n"))
    lines = b"".join(pieces).splitlines()
    assert len(pieces) > 1
    assert (len(lines), lines[0], lines[-1]) == (100_000, b'1,"a,b"', b'100000,"a,b"')


def test_what_the_database_refuses_is_raised_to_the_reader():
    with pytest.raises(DatabaseError):
        list(Copying("SELECT 1 / 0"))


def test_a_reader_who_leaves_ends_the_statement_at_once():
    rows = iter(Copying(ENDLESS))
    next(rows)
    began = time.monotonic()
    rows.close()
    assert time.monotonic() - began < 2
    assert ENDLESS not in running_statements()


def test_the_connection_serves_on_after_a_reader_left():
    rows = iter(Copying(ENDLESS))
    next(rows)
    rows.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def running_statements() -> str:
    """Return what the other sessions of the server are doing, as another session sees it."""
    other = psycopg2.connect(connection.connection.dsn)
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT query FROM pg_stat_activity WHERE state = 'active'")
            return " ".join(query for (query,) in cursor.fetchall())
    finally:
        other.close()
