"""A statement's rows as a stream of bytes, out of PostgreSQL's COPY and in flat memory.

COPY pushes and a web server pulls, so a thread copies into a queue that holds little. Whoever stops
reading cancels the statement at once.
"""

import contextlib
import queue
import threading
from collections.abc import Iterator

from django.conf import settings
from django.db import connection, transaction

PIECE = 256 * 1024  # bytes handed over at once
WAITING_AT_MOST = 4  # pieces
PATIENCE = 0.2  # seconds between attempts to end a statement

# Time for a list of any size, memory to remember names in, and one processor an export.
SESSION = """
SET LOCAL statement_timeout = {timeout};
SET LOCAL work_mem = '32MB';
SET LOCAL max_parallel_workers_per_gather = 0;
SET LOCAL jit = off
"""


class Copying:
    """The bytes of `COPY (statement) TO STDOUT WITH (options)`; read once, then closed.

    It runs on the connection of the thread that reads it, within a transaction of its own, and
    raises what the database raised. `statement` holds its values already.
    """

    def __init__(self, statement: str, options: str = "FORMAT csv"):
        self._sql = f"COPY ({statement}) TO STDOUT WITH ({options})"
        self._pieces: queue.Queue[bytes | None] = queue.Queue(WAITING_AT_MOST)
        self._gathered: list[bytes] = []
        self._length = 0
        self._error: Exception | None = None
        self._given_up = False

    def __iter__(self) -> Iterator[bytes]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(SESSION.format(timeout=int(settings.EXPORT_TIMEOUT)))
            thread = threading.Thread(target=self._copy, args=(cursor.cursor,), daemon=True)
            thread.start()
            try:
                yield from iter(self._pieces.get, None)
            except GeneratorExit:
                self._give_up(thread)
                raise
            thread.join()
            if self._error is not None:
                with connection.wrap_database_errors:
                    raise self._error

    def write(self, row: bytes) -> None:
        """Take a row from COPY. After the reader left, rows are dropped until COPY is cancelled."""
        self._gathered.append(row)
        self._length += len(row)
        if self._length >= PIECE:
            self._hand_over()

    def _copy(self, cursor) -> None:
        try:
            cursor.copy_expert(self._sql, self)
        except Exception as error:  # noqa: BLE001 (it is raised again where it is read)
            self._error = error
        self._hand_over()
        self._put(None)

    def _hand_over(self) -> None:
        piece, self._gathered, self._length = b"".join(self._gathered), [], 0
        if piece:
            self._put(piece)

    def _put(self, piece: bytes | None) -> None:
        if not self._given_up:
            self._pieces.put(piece)

    def _give_up(self, thread: threading.Thread) -> None:
        """Cancel the statement of a reader who left, and wait for the thread to have seen it."""
        self._given_up = True
        while thread.is_alive():
            connection.connection.cancel()
            with contextlib.suppress(queue.Empty):
                while True:
                    self._pieces.get_nowait()
            thread.join(PATIENCE)
