"""What requests to a web server cost: processor time of its process, and time until the answer is there."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlsplit

from benchmarks.search.measuring import quantile

TIMEOUT = 60  # seconds


class AnswerError(Exception):
    """An answer that is not what was to be measured."""


@dataclass(frozen=True)
class Request:
    """A request for a path; one with an `etag` has to be answered with 304."""

    path: str
    etag: str = ""


@dataclass
class Figures:
    """What requests of one kind have cost: milliseconds of each until the answer, and of the processor together."""

    times: list[float] = field(default_factory=list)
    processor: float = 0.0
    seconds: float = 0.0
    size: int = 0

    def add(self, other: Figures) -> None:
        """Add those of further requests."""
        self.times += other.times
        self.processor += other.processor
        self.seconds += other.seconds
        self.size = other.size

    def told(self) -> dict[str, float]:
        """Return them for one request."""
        return {
            "processor": self.processor / len(self.times),
            "p50": quantile(self.times, 0.5),
            "p95": quantile(self.times, 0.95),
            "per_second": len(self.times) / self.seconds,
            "kilobytes": self.size / 1000,
        }


@dataclass(frozen=True)
class Server:
    """A web server, its process and its address."""

    process: int
    address: str

    def processor(self) -> float:
        """Return the milliseconds that its process has computed (Linux: the clock of another process)."""
        return time.clock_gettime((~self.process << 3) | 2) * 1000

    def asked(self, requests: Sequence[Request], clients: int = 1) -> Figures:
        """Ask for several answers by so many clients at once, each on a connection of its own."""
        portions = [requests[start::clients] for start in range(clients)]
        before, start = self.processor(), time.perf_counter()
        if clients == 1:
            answers = [*self._answers(requests)]
        else:
            with ThreadPoolExecutor(clients) as pool:
                answers = [
                    one for several in pool.map(lambda part: [*self._answers(part)], portions) for one in several
                ]
        seconds = time.perf_counter() - start
        return Figures([one[0] for one in answers], self.processor() - before, seconds, answers[-1][1])

    def etag(self, path: str) -> str:
        """Return the ETag of an answer."""
        connection = self._connection()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.headers["ETag"]

    def content(self, path: str) -> bytes:
        """Return an answer."""
        connection = self._connection()
        connection.request("GET", path)
        return connection.getresponse().read()

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=TIMEOUT)

    def _answers(self, requests: Sequence[Request]) -> Iterator[tuple[float, int]]:
        """Yield the milliseconds that each answer took, and its bytes."""
        connection = self._connection()
        for request in requests:
            start = time.perf_counter()
            connection.request("GET", request.path, headers={"If-None-Match": request.etag} if request.etag else {})
            answer = connection.getresponse()
            content = answer.read()
            taken = (time.perf_counter() - start) * 1000
            if answer.status != (304 if request.etag else 200):
                message = f"{request.path}: {answer.status} {content[:200]!r}"
                raise AnswerError(message)
            yield taken, len(content)
        connection.close()


def in_turn(requests: Sequence[Request], several: int) -> Iterator[Sequence[Request]]:
    """Yield portions of requests, beginning anew at the end."""
    place = 0
    while True:
        rest = requests[place : place + several]
        yield [*rest, *islice(requests, several - len(rest))]
        place = (place + several) % len(requests)
