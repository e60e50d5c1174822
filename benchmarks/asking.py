"""One client that asks a server on this machine, one question at a time, on one connection."""

import http.client
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

HOST = "127.0.0.1"
# A round of small questions goes on for this long, in whole passes over all of them.
SHORTEST_ROUND = 1.5
CHUNK = 1 << 16


class UnexpectedAnswer(Exception):
    """A server answered with something else than success; nothing can be measured."""


class Client:
    """A connection that stays open from one question to the next."""

    def __init__(self, port: int, timeout: float = 600):
        self.port = port
        self._connection = http.client.HTTPConnection(HOST, port, timeout=timeout)

    def get(self, path: str) -> bytes:
        return b"".join(self.stream(path))

    def stream(self, path: str) -> Iterator[bytes]:
        """Yield the body as it comes."""
        with self._answer(path) as answer:
            if answer.status != http.HTTPStatus.OK:
                told = answer.read(500).decode(errors="replace")
                raise UnexpectedAnswer(f"{answer.status} for {path} on port {self.port}: {told}")
            while chunk := answer.read(CHUNK):
                yield chunk

    def _answer(self, path: str) -> http.client.HTTPResponse:
        """Ask; once more on a new connection where the server has closed an idle one."""
        try:
            self._connection.request("GET", path)
            return self._connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            self._connection.close()
            self._connection.request("GET", path)
            return self._connection.getresponse()


@dataclass(frozen=True)
class Questions:
    """The same questions to one server in every round, timed one by one.

    `summary` makes one number of a round's times: their mean, unless told otherwise.
    """

    client: Client
    paths: list[str]
    summary: Callable[[list[float]], float] = statistics.fmean
    shortest_round: float = SHORTEST_ROUND

    def measure(self, number: int) -> float:
        """Ask all of them, again and again until the round is long enough."""
        times: list[float] = []
        while not times or sum(times) < self.shortest_round:
            times += [timed(self.client, path) for path in self.paths]
        return self.summary(times)


def timed(client: Client, path: str) -> float:
    """Return the seconds from the question to the last byte of the answer."""
    began = time.perf_counter()
    client.get(path)
    return time.perf_counter() - began


def percentile_95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]
