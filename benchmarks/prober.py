"""Somebody who works while an import runs, in a process of their own (benchmarks/probe.py)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .databases import PROJECT, Environment
from .serving import Server


class Prober:
    """What the prober waited for, in seconds; known when it has ended."""

    def __init__(self):
        self.drafts: list[float] = []
        self.pages: list[float] = []

    def __str__(self) -> str:
        return (
            f"{len(self.drafts)} drafts saved, the slowest in {max(self.drafts):.2f} s; "
            f"{len(self.pages)} pages read, the slowest in {max(self.pages):.2f} s"
        )


@contextmanager
def probing(environment: Environment, server: Server) -> Iterator[Prober]:
    """Let a prober work until the block ends."""
    prober = Prober()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.probe", str(server.port)],
        cwd=PROJECT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.readline()  # it has begun
    try:
        yield prober
    finally:
        told, _ = process.communicate("stop\n")
    prober.__dict__.update(json.loads(told))
