"""Something between a client and a server that can hold back what either says, and counts who came."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Self

from tests.waiting import LIMIT

METHODS = (b"GET ", b"HEAD ", b"POST ", b"PUT ", b"DELETE ")  # what a request begins with


class Between:
    """Listens on a port of its own and hands on to a server; without one it accepts and never answers."""

    def __init__(self, server: tuple[str, int] | None = None) -> None:
        self.server = server
        self.marked = b"/_bulk"  # what stands in a request that is held back
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.connections = 0
        self.sockets: list[socket.socket] = []
        # What is handed on; a test clears an event to hold it back.
        self.asks, self.answers = threading.Event(), threading.Event()
        self.asks.set()
        self.answers.set()
        self.asked, self.answered = threading.Event(), threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def server_url(self) -> str:
        """Return the address of the server itself."""
        assert self.server
        return f"http://{self.server[0]}:{self.server[1]}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Else whoever waits there would still take one connection, which nobody answers.
        self.listener.shutdown(socket.SHUT_RDWR)
        for one in (self.listener, *self.sockets):
            one.close()
        self.asks.set()
        self.answers.set()

    def _accept(self) -> None:
        while True:
            try:
                client, _address = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            self.sockets.append(client)
            if self.server:
                try:
                    server = socket.create_connection(self.server)
                except OSError:
                    client.close()
                    continue
                self.sockets.append(server)
                state = {"is_marked": False}
                threading.Thread(target=self._ask, args=(client, server, state), daemon=True).start()
                threading.Thread(target=self._answer, args=(server, client, state), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket, state: dict[str, bool]) -> None:
        while data := _received(client):
            if data.startswith(METHODS):
                state["is_marked"] = self.marked in data
            if state["is_marked"]:
                self.asked.set()
                self.asks.wait(LIMIT)
            _sent(server, data)
        server.close()

    def _answer(self, server: socket.socket, client: socket.socket, state: dict[str, bool]) -> None:
        while data := _received(server):
            if state["is_marked"]:
                self.answered.set()
                self.answers.wait(LIMIT)
            _sent(client, data)
        client.close()


def _received(one: socket.socket) -> bytes:
    try:
        return one.recv(65536)
    except OSError:
        return b""


def _sent(one: socket.socket, data: bytes) -> None:
    try:
        one.sendall(data)
    except OSError:
        one.close()
