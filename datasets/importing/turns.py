"""What holds for the whole transaction of an import."""

from collections.abc import Callable

from django.db import connection

LOCK = 0x494D504F  # "IMPO": one import at a time
WAITING = "waiting for its turn"


def wait_for_turn(tell: Callable[[], None] = lambda: None) -> None:
    """Let one import run at a time; the others wait, and `tell` so before."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = 0")
        # What is spelled beside the transaction may take longer than a reader's may lie idle.
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        if cursor.fetchone()[0]:
            return
        tell()
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def check_keys_at_once() -> None:
    """Have keys checked as rows come, not all in the end, when the database remembers each row."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
