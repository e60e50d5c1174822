"""How far a run is, told while its own transaction shows nothing yet; and whether it is at work.

Whoever works on a run does so beside a connection of its own, which commits each word at once. It
holds a lock of PostgreSQL's that goes away with it: a killed worker needs nobody to notice.
"""

import time
from contextlib import suppress

from django.db import DatabaseError, InterfaceError, connection

from datasets.models import ImportRun

LOCKS = 0x52554E53  # "RUNS": the class of the locks of runs, numbered as they are
EVERY = 1.0  # second

TELL = "UPDATE datasets_importrun SET status = %s, stage = %s, done = %s, total = %s WHERE id = %s"
HELD = (
    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
    "AND classid = %s AND objid = %s AND objsubid = 2)"
)


class AtWork:
    """Work on a run: `with AtWork(run) as tell:`, then `tell(stage, done, total)` now and then."""

    def __init__(self, run: ImportRun):
        self.run_id = run.pk
        self.beside = connection.copy()
        self.stage, self.told_at = "", 0.0

    def __enter__(self) -> "AtWork":
        self._execute("SELECT pg_advisory_lock(%s, %s)", LOCKS, self.run_id)
        self("beginning", 0, 0)
        return self

    def __exit__(self, *raised) -> None:
        with suppress(DatabaseError, InterfaceError):  # where the database is gone, so is the lock
            self._execute("SELECT pg_advisory_unlock(%s, %s)", LOCKS, self.run_id)
        self.beside.close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell how far it is, at most once a second and whenever another stage begins."""
        now = time.monotonic()
        if stage == self.stage and now - self.told_at < EVERY:
            return
        self.stage, self.told_at = stage, now
        self._execute(TELL, ImportRun.Status.RUNNING, stage, done, total, self.run_id)

    def _execute(self, sql: str, *values: object) -> None:
        with self.beside.cursor() as cursor:
            cursor.execute(sql, values)


def is_at_work(run: ImportRun) -> bool:
    """Whether anybody works on a run at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(HELD, [LOCKS, run.pk])
        return cursor.fetchone()[0]
