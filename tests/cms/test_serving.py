"""A reader always gets in, however many connections others hold; nobody who is merely slow is cut off."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection, HTTPException
from typing import Any

import pytest

from cms import serving
from cms.serving import web_options, web_server
from tests.waiting import LIMIT, until

MANY = 30  # connections, ten more than the server takes in these tests
ANSWER = b"read"
HALF_A_HEAD = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
WITHOUT_BODY = b"POST /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\na"
ASKING_FIRST = b"POST /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"
Start = Callable[[str, list[tuple[str, str]]], Any]


def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    body = environ["wsgi.input"].read() or ANSWER
    if environ["PATH_INFO"] == "/large":
        body = b"x" * 32 * 1024 * 1024
    start("200 OK", [("Content-Length", str(len(body)))])
    return [body]


@contextmanager
def served(**options: Any) -> Iterator[Any]:
    """Serve as we do, with a limit that tests reach."""
    quick = {"connection_limit": 20, "cleanup_interval": 0, "asyncore_loop_timeout": 1, "threads": 2}
    server = web_server(application, **web_options("127.0.0.1", 0) | quick | options)
    thread = threading.Thread(target=server.run)
    thread.start()

    def end() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()
        server.close()

    try:
        yield server
    finally:
        server.trigger.pull_trigger(end)  # in its own thread
        thread.join(LIMIT)
        server.task_dispatcher.shutdown()
        assert not thread.is_alive()


def connected(server: Any, sent: bytes = b"") -> socket.socket:
    client = socket.create_connection(("127.0.0.1", server.effective_port), timeout=LIMIT)
    client.sendall(sent)
    return client


def read(server: Any, method: str = "GET", **options: Any) -> bytes:
    reader = HTTPConnection("127.0.0.1", server.effective_port, timeout=LIMIT)
    try:
        reader.request(method, "/en/", **options)
        return reader.getresponse().read()
    finally:
        reader.close()


def received(client: socket.socket, ending: bytes) -> bytes:
    """Return what a connection sends up to an ending."""
    answer = b""
    while not answer.endswith(ending):
        more = client.recv(1000)
        assert more, answer
        answer += more
    return answer


def is_closed(client: socket.socket) -> bool:
    """Tell whether the server has closed a connection."""
    client.setblocking(False)
    try:
        return not client.recv(65536)
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


@pytest.mark.parametrize(
    "sent", [b"", HALF_A_HEAD, WITHOUT_BODY, ASKING_FIRST], ids=["idle", "half a head", "no body", "asking first"]
)
def test_a_reader_gets_in_however_many_connections_are_held(sent: bytes) -> None:
    with served() as server, ExitStack() as held:
        for _number in range(MANY):
            held.enter_context(closing(connected(server, sent)))
        assert read(server) == ANSWER
        assert len(server.active_channels) < MANY


def test_connections_that_send_a_byte_now_and_then_make_room_too() -> None:
    with served() as server, ExitStack() as held:
        clients = [held.enter_context(closing(connected(server, HALF_A_HEAD))) for _number in range(MANY)]
        for client in clients:
            try:
                client.send(b"x")
            except OSError:
                continue
        assert read(server) == ANSWER


@pytest.mark.parametrize(
    ("sent", "limit"),
    [(b"", "channel_timeout"), (HALF_A_HEAD, "HEAD_TIME"), (WITHOUT_BODY, "BODY_TIME"), (ASKING_FIRST, "BODY_TIME")],
    ids=["idle", "half a head", "no body", "asking first"],
)
def test_a_request_that_does_not_come_to_its_end_is_given_up(
    monkeypatch: pytest.MonkeyPatch, sent: bytes, limit: str
) -> None:
    options = {}
    if limit == "channel_timeout":
        options[limit] = 0
    else:
        monkeypatch.setattr(serving, limit, 0)
    with served(**options) as server, closing(connected(server, sent)) as client:
        until(lambda: is_closed(client))


def test_who_sends_a_byte_now_and_then_gains_no_time() -> None:
    with served() as server, closing(connected(server, HALF_A_HEAD)) as client:
        until(lambda: any(channel.request for channel in server.active_channels.values()))
        (channel,) = server.active_channels.values()
        began = channel.begun
        client.sendall(b"x")
        until(lambda: channel.request.header_bytes_received > len(HALF_A_HEAD))
        assert channel.begun == began
        assert not channel.is_late(began + serving.HEAD_TIME)
        assert channel.is_late(began + serving.HEAD_TIME + 1)


def test_a_large_upload_over_a_slow_line_has_its_time() -> None:
    with served() as server, closing(connected(server, WITHOUT_BODY)) as client:
        until(lambda: any(channel.request for channel in server.active_channels.values()))
        (channel,) = server.active_channels.values()
        client.sendall(b"a" * 60_000)
        until(lambda: channel.request.body_bytes_received > 60_000)
        assert not channel.is_late(channel.begun + serving.BODY_TIME + 60)
        assert channel.is_late(channel.begun + serving.BODY_TIME + 62)


def test_who_asks_first_is_told_to_go_on_and_answered() -> None:
    with served() as server, closing(connected(server, ASKING_FIRST)) as client:
        assert client.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(b"nine byte")
        assert received(client, b"nine byte").startswith(b"HTTP/1.1 200 OK")


def test_who_asks_first_and_has_nothing_to_send_is_answered() -> None:
    with served() as server:
        assert read(server, headers={"Expect": "100-continue"}) == ANSWER


def test_an_answer_that_nobody_takes_frees_its_thread() -> None:
    # Two in a row: the second one waits in a thread for the first to be taken.
    twice = b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n" * 2
    with served(channel_timeout=1, threads=1) as server, closing(connected(server, twice)):

        def is_answered() -> bool:
            try:
                return read(server) == ANSWER
            except (HTTPException, ConnectionError):  # where the machine is slow this one waits too long as well
                return False

        until(is_answered)


def test_a_connection_that_is_being_answered_is_never_closed_to_make_room() -> None:
    let_go = threading.Event()

    def slow(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/slow":
            let_go.wait(LIMIT)
        return application(environ, start)

    with served() as server, ExitStack() as held:
        server.application = slow
        asked = held.enter_context(closing(connected(server, b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")))
        until(lambda: any(channel.requests for channel in server.active_channels.values()))
        for _number in range(MANY):
            held.enter_context(closing(connected(server)))
        assert read(server) == ANSWER
        let_go.set()
        assert received(asked, ANSWER).startswith(b"HTTP/1.1 200 OK")


def test_a_connection_is_kept_for_the_next_page() -> None:
    with served() as server:
        reader = HTTPConnection("127.0.0.1", server.effective_port, timeout=LIMIT)
        with closing(reader):
            for _page in range(5):
                reader.request("GET", "/en/")
                assert reader.getresponse().read() == ANSWER
            assert len(server.active_channels) == 1
