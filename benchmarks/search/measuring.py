"""The time, the statements, the requests and the connections of a page, and the memory of the process."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from elastic_transport import Transport
from urllib3.connectionpool import HTTPConnectionPool

COUNTED = 60  # pages whose statements and requests are counted


class PageError(Exception):
    """A page that was to be measured is none."""


class Reader:
    """Asks the whole stack of a site for pages, from the request to the end of the answer."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()

    def get(self, address: str) -> bytes:
        """Return a page."""
        parts, status = urlsplit(address), []
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        answer = self.handler(environ, lambda code, _headers, *_rest: status.append(code))
        try:
            content = b"".join(answer)
        finally:
            answer.close()
        if not status[0].startswith("200"):
            message = f"{address}: {status[0]}"
            raise PageError(message)
        return content


def measured(addresses: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Ask for pages (kind and address) one after the other; return what they cost."""
    reader = Reader()
    reader.get(addresses[0][1])
    first = memory()
    # Before the clock runs all are asked once: a process lives for days.
    for _kind, address in addresses:
        reader.get(address)
    times: list[tuple[str, float]] = []
    processor = time.process_time()
    for kind, address in addresses:
        start = time.perf_counter()
        reader.get(address)
        times.append((kind, (time.perf_counter() - start) * 1000))
    processor = time.process_time() - processor
    with counting() as counts:
        for _kind, address in addresses[:COUNTED]:
            reader.get(address)
    pages = len(addresses[:COUNTED])
    return {
        "p50": quantile([one for _kind, one in times], 0.5),
        "p95": quantile([one for _kind, one in times], 0.95),
        "processor": processor * 1000 / len(addresses),
        "p50_by_kind": {
            kind: quantile([one for name, one in times if name == kind], 0.5) for kind in dict.fromkeys(dict(times))
        },
        "statements": counts["statements"] / pages,
        "requests": counts["requests"] / pages,
        "connections": counts["connections"],
        "memory": memory(),
        "memory_first": first,
    }


@contextmanager
def counting() -> Iterator[Counter[str]]:
    """Count SQL statements, requests to Elasticsearch and new connections to it."""
    counts: Counter[str] = Counter()

    def statement(execute: Callable[..., Any], *args: Any) -> Any:
        counts["statements"] += 1
        return execute(*args)

    def counted(function: Any, name: str) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            counts[name] += 1
            return function(*args, **kwargs)

        return call

    request, connect = Transport.perform_request, HTTPConnectionPool._new_conn
    Transport.perform_request = counted(request, "requests")
    HTTPConnectionPool._new_conn = counted(connect, "connections")
    try:
        with connection.execute_wrapper(statement):
            yield counts
    finally:
        Transport.perform_request = request
        HTTPConnectionPool._new_conn = connect


def quantile(values: Iterable[float], share: float) -> float:
    """Return the value below or at which a share of them lies."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def memory() -> float:
    """Return the resident memory of this process in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def encoded(text: str) -> str:
    """Return a text for an address."""
    return quote(text, safe="")
