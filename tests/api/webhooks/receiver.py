"""A receiver of webhooks: a real server on this machine that answers as it is told."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

CERTIFICATE = Path(__file__).parent / "localhost.pem"  # of localhost, signed by itself, with its key


@dataclass(frozen=True)
class Request:
    """What arrived."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """What arrived, and what is answered: to each request the first of `answers`, to further ones the last."""

    address: str = ""
    requests: list[Request] = field(default_factory=list)
    answers: list[int] = field(default_factory=lambda: [200])
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"thanks"
    on_request: Callable[[], Any] = lambda: None
    is_over: Event = field(default_factory=Event)

    def next_answer(self) -> int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Handler(BaseHTTPRequestHandler):
    receiver: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.receiver.requests.append(Request(self.path, headers, body))
        self.receiver.on_request()
        self.send_response(self.receiver.next_answer())
        for name, value in self.receiver.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(self.receiver.body)
        except OSError:
            self.close_connection = True  # the sender has read enough

    def log_message(self, *_arguments: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_arguments: Any) -> None:
        """Say nothing: senders that go away are part of the tests."""


@contextmanager
def receiving(*, is_secure: bool = False, handler: type[Handler] = Handler) -> Iterator[Receiver]:
    """Serve on a free port of this machine."""
    receiver = Receiver()
    own = type("OwnHandler", (handler,), {"receiver": receiver})
    with Server(("127.0.0.1", 0), own) as server:
        if is_secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        host = f"https://localhost:{server.server_port}" if is_secure else f"http://127.0.0.1:{server.server_port}"
        receiver.address = f"{host}/hook?from=library"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield receiver
        finally:
            receiver.is_over.set()
            server.shutdown()
            thread.join()
