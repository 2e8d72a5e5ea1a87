"""The web server: waitress, with a limit on how long a connection may keep it waiting.

Waitress gives up on a connection that is silent, after two minutes and a hundred of them; it waits without end for one
that sends a byte now and then. Here a request has to arrive in time, and where connections become many the one that
has waited longest without being answered makes room, so that a new reader always gets in.
"""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import MultiSocketServer, TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

HEAD_TIME = 15  # seconds for the head of a request
BODY_TIME = 30  # seconds for its body, and one more for each
BODY_RATE = 1000  # bytes that have arrived
MARGIN = 10  # connections below the limit where room is made


def web_options(host: str, port: int) -> dict[str, Any]:
    """Return how the web server serves: of what a visitor may claim of himself it believes the proxy alone."""
    return {
        "host": host,
        "port": port,
        "threads": 8,
        "ident": None,
        "trusted_proxy": settings.TRUSTED_PROXY,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
        # Three files a connection at most: below what systems allow a process, 1,024.
        "connection_limit": 250,
        "channel_timeout": 30,  # seconds without a sign of life, while no answer is made
        "cleanup_interval": 2,
        "asyncore_use_poll": True,  # select() knows no file above 1,023
        "max_request_header_size": 64 * 1024,
        # An upload is refused with a message from 50 MB on; what is far beyond is not taken in at all.
        "max_request_body_size": 200 * 1024 * 1024,
        "log_socket_errors": False,  # a reader who went away
    }


class Channel(HTTPChannel):
    """A connection that knows since when it keeps the server waiting."""

    begun = 0.0  # when the request began to arrive that has not arrived yet
    is_closed = False

    def received(self, data: bytes) -> bool:
        """Take in what has arrived."""
        if self.request is None:
            self.begun = time.time()
        return bool(super().received(data))

    def send_continue(self) -> None:
        """Tell a client that asks first to go on, where something is to come.

        Waitress waits without end for the body of a request that announces none.
        """
        if self.request.completed:
            self.request.expect_continue = False
        else:
            super().send_continue()

    def waits_since(self) -> float:
        """Return since when nothing was asked, or a request is on its way."""
        return self.begun if self.request is not None else self.last_activity

    def is_late(self, now: float) -> bool:
        """Tell whether a request takes too long to arrive, or an answer to be taken."""
        if self.total_outbufs_len:  # a request that waits for its turn behind this answer waits with it
            return bool(self.last_activity < now - self.adj.channel_timeout)
        if self.request is None:
            return False
        allowed = HEAD_TIME
        if self.request.headers_finished:
            allowed = BODY_TIME + self.request.body_bytes_received / BODY_RATE
        return self.begun < now - allowed

    def readable(self) -> bool:
        """Tell whether to listen; not any more once closed, which may happen in the middle of a round."""
        return not self.is_closed and bool(super().readable())

    def writable(self) -> bool:
        """Tell whether there is something to send."""
        return not self.is_closed and bool(super().writable())

    def handle_close(self) -> None:
        """Close."""
        self.is_closed = True
        super().handle_close()


class Server(TcpWSGIServer):
    """Listens at one address."""

    channel_class = Channel

    def readable(self) -> bool:
        """Tell whether a new connection is welcome; asked in each round."""
        if len(self._map) >= self.adj.connection_limit - MARGIN:
            self.make_room()
        return bool(super().readable())

    def maintenance(self, now: float) -> None:
        """Close connections that are silent, and those that are too slow."""
        super().maintenance(now)
        for channel in list(self.active_channels.values()):
            if channel.is_late(now):
                # At once: one that does not take its answer would never be ready for a farewell.
                channel.handle_close()

    def make_room(self) -> None:
        """Close the connection that has waited longest without being answered."""
        waiting = [
            channel
            for channel in self.active_channels.values()
            if not (channel.requests or channel.total_outbufs_len or channel.will_close)
        ]
        if waiting:
            min(waiting, key=Channel.waits_since).handle_close()


def web_server(application: Any, **options: Any) -> Server | MultiSocketServer:
    """Return the server of an application, listening at each address that the host's name has."""
    adjustments = Adjustments(**options)
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(adjustments.threads)
    listening: dict[int, Any] = {}
    servers = [
        Server(application, listening, dispatcher=dispatcher, adj=adjustments, sockinfo=address)
        for address in adjustments.listen
    ]
    if len(servers) == 1:
        return servers[0]
    addresses = [(server.effective_host, server.effective_port) for server in servers]
    return MultiSocketServer(listening, adjustments, addresses, dispatcher, servers[0].log_info)
