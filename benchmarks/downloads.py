"""Large answers, read to the end and thrown away."""

import os
import subprocess
import time
from dataclasses import dataclass

from . import peers
from .asking import Client
from .databases import Environment

MEGABYTE = 1_000_000
PIECE = 1 << 20


@dataclass(frozen=True)
class Download:
    """An address of a server, asked once a round."""

    client: Client
    path: str

    def seconds(self, number: int) -> float:
        return self._downloaded()[0]

    def seconds_a_megabyte(self, number: int) -> float:
        taken, size = self._downloaded()
        return taken / (size / MEGABYTE)

    def _downloaded(self) -> tuple[float, int]:
        began = time.perf_counter()
        size = sum(map(len, self.client.stream(self.path)))
        return time.perf_counter() - began, size


@dataclass(frozen=True)
class PsqlCopy:
    """A SELECT that psql copies to a pipe, which is read to its end: a process a round."""

    environment: Environment
    select: str
    options: str = "FORMAT csv"

    def seconds(self, number: int) -> float:
        return self._copied()[0]

    def seconds_a_megabyte(self, number: int) -> float:
        taken, size = self._copied()
        return taken / (size / MEGABYTE)

    def _copied(self) -> tuple[float, int]:
        on_one_line = " ".join(self.select.split())
        copy = f"\\copy ({on_one_line}) TO STDOUT WITH ({self.options})"
        command = [*peers.psql(self.environment["DATABASE_URL"]), "--command", copy]
        began = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=dict(os.environ)) as process:
            size = sum(map(len, iter(lambda: process.stdout.read(PIECE), b"")))
        if process.returncode != 0:
            raise RuntimeError("psql could not copy; the reason stands above.")
        return time.perf_counter() - began, size
