"""How much memory processes hold while they work."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OFTEN = 0.1


class Watched:
    """The resident memory of some processes together, in MB, every tenth of a second."""

    def __init__(self, pids: list[int]):
        self.pids = pids
        self.before = self._resident()
        self.samples: list[float] = []

    def sample(self) -> None:
        self.samples.append(self._resident())

    def _resident(self) -> float:
        return sum(map(resident, self.pids))

    def __str__(self) -> str:
        """Say what was held before, a tenth into the time, and at most."""
        early = self.samples[len(self.samples) // 10]
        return (
            f"{self.before:.0f} MB before, {early:.0f} MB after a tenth of the time, "
            f"{max(self.samples):.0f} MB at most"
        )


@contextmanager
def watching(pids: list[int]) -> Iterator[Watched]:
    """Sample the memory of processes until the block ends."""
    watched = Watched(pids)
    ended = threading.Event()

    def sample() -> None:
        while not ended.wait(OFTEN):
            watched.sample()

    sampler = threading.Thread(target=sample, daemon=True)
    sampler.start()
    try:
        yield watched
    finally:
        watched.sample()
        ended.set()
        sampler.join()


def resident(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
