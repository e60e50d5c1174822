"""Servers on this machine while a benchmark asks them: ours, the bare function, Datasette."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config import launch

from . import databases, peers
from .asking import HOST, Client
from .databases import PROJECT, Environment

ALONE = "Datasette without suggestions"
START_TIMEOUT = 120
STOP_TIMEOUT = 20


@dataclass(frozen=True)
class Server:
    """A running server: where it listens and its first process."""

    port: int
    pid: int

    def client(self) -> Client:
        return Client(self.port)

    def workers(self) -> list[int]:
        """Return the processes that the first one started."""
        return [
            int(one)
            for one in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        ]


@contextmanager
def ours(environment: Environment, application: str = "config.wsgi") -> Iterator[Server]:
    """Serve an application as start.py serves the site, by config/gunicorn.py."""
    port = free_port()
    served = environment | {
        "BIND": f"{HOST}:{port}",
        "RUN_AS": launch.web_account(PROJECT) or "",
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"]
    command += ["--log-level", "warning", application]
    with _running(command, port, served) as server:
        yield server


@contextmanager
def bare(environment: Environment) -> Iterator[Server]:
    """Serve the bare function, by the same config/gunicorn.py."""
    with ours(environment, "benchmarks.bare") as server:
        yield server


@contextmanager
def datasette(database: Path, *, suggesting: bool = True) -> Iterator[Server]:
    port = free_port()
    command = peers.datasette(database, port, suggesting=suggesting)
    with (
        open(databases.folder() / "datasette.log", "a") as log,
        _running(command, port, log=log) as server,
    ):
        yield server


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def _running(command: list[str], port: int, environment: Environment | None = None, log=None):
    process = subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
    )  # fmt: skip
    try:
        _wait_until_listening(process, port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_listening(process: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended at once; the reason stands above.")
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"{process.args[0]} did not listen within {START_TIMEOUT} seconds.")
