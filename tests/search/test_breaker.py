"""Where Elasticsearch does not answer as it should, the database does, at once and until it is well again."""

from __future__ import annotations

import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from search.engines import Answer, database
from search.engines.elasticsearch.breaker import Breaker
from search.engines.elasticsearch.engine import ElasticsearchEngine, GuardedEngine, try_all_languages
from search.engines.query import Condition, Query
from tests.search.asking import CLIENT, publish
from tests.waiting import LIMIT, until

pytestmark = [pytest.mark.django_db, pytest.mark.faults]

ORCHIDS = Query("en", (Condition(("ene-orchids",)),), 1)


def answer(status: int, body: object, product: str = "Elasticsearch") -> bytes:
    text = body if isinstance(body, str) else json.dumps(body)
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nX-Elastic-Product: {product}\r\n"
    return f"{head}Content-Length: {len(text.encode())}\r\n\r\n{text}".encode()


def several(one: dict[str, Any]) -> dict[str, Any]:
    return {"responses": [one] * 6}


WELL = several({"status": 200, "hits": {"total": {"value": 0}, "hits": []}})
FAULTS = {
    "500": answer(500, {"error": "x", "status": 500}),
    "503": answer(503, {"error": "x", "status": 503}),
    "429": answer(429, {"error": "too many requests", "status": 429}),
    "read-only": answer(403, {"error": {"type": "cluster_block_exception"}, "status": 403}),
    "no index": answer(200, several({"status": 404, "error": {"type": "index_not_found_exception"}})),
    "a shard is gone": answer(200, several({"status": 200, "_shards": {"failed": 1}})),
    "timed out inside": answer(200, several({"status": 200, "timed_out": True})),
    "another major version": answer(400, {"error": {"type": "media_type_header_exception"}, "status": 400}),
    "another product": answer(200, WELL, product="Something"),
    "no JSON": answer(200, "<html>"),
    "other JSON": answer(200, []),
    "half an answer": answer(200, WELL)[:-20],
    "nothing": b"",
}


class Server(socketserver.ThreadingTCPServer):
    """Gives the same answer to whatever it is asked, or none at all."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, reply: bytes | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply, self.asked, self.ended = reply, 0, threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(socketserver.BaseRequestHandler):
    """Reads a request, counts it, and replies."""

    server: Server

    def handle(self) -> None:
        if not self.request.recv(65536):
            return
        self.server.asked += 1
        if self.server.reply is None:
            self.server.ended.wait(LIMIT)
        else:
            self.request.sendall(self.server.reply)


@contextmanager
def served(reply: bytes | None) -> Iterator[Server]:
    with Server(reply) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Callable[[str], GuardedEngine]:
    """Make an engine for an address; its breaker tries again when `release` is called, not before."""

    def make(url: str) -> GuardedEngine:
        settings.ELASTICSEARCH_URL = [url]
        engine = GuardedEngine(ElasticsearchEngine(), database())
        engine.breaker = Breaker("Elasticsearch", try_all_languages, pause=3600)
        monkeypatch.setattr("search.results.page.engine", lambda: engine)
        return engine

    return make


@pytest.mark.parametrize("fault", FAULTS)
def test_the_database_answers_in_its_place_and_it_is_asked_no_more(
    fault: str, guarded: Callable[[str], GuardedEngine]
) -> None:
    publish("Orchids.")
    with served(FAULTS[fault]) as server:
        engine = guarded(server.url)
        for _time in range(3):
            found = engine.search(ORCHIDS)
            assert (found.total, found.is_simpler) == (1, True)
        assert server.asked == 1


def test_one_that_refuses_connections_costs_one_attempt(guarded: Callable[[str], GuardedEngine]) -> None:
    publish("Orchids.")
    with served(None) as server:
        gone = server.url
    engine = guarded(gone)
    assert engine.search(ORCHIDS).is_simpler
    assert engine.breaker.is_open


def test_one_that_hangs_is_waited_for_once_and_not_long(guarded: Callable[[str], GuardedEngine]) -> None:
    publish("Orchids.")
    with served(None) as server:
        engine = guarded(server.url)
        began = time.monotonic()
        assert engine.search(ORCHIDS).is_simpler
        waited = time.monotonic() - began
        assert 0.9 < waited < LIMIT  # the budget of a reader's request is one second
        assert engine.search(ORCHIDS).is_simpler
        assert server.asked == 1


def test_a_request_of_ours_that_it_refuses_is_answered_by_the_database_and_nothing_else_is_left_alone(
    guarded: Callable[[str], GuardedEngine],
) -> None:
    publish("Orchids.")
    with served(answer(200, several({"status": 400, "error": {"type": "too_many_clauses"}}))) as server:
        engine = guarded(server.url)
        assert engine.search(ORCHIDS).is_simpler
        assert not engine.breaker.is_open


def test_readers_are_told_in_their_language(guarded: Callable[[str], GuardedEngine]) -> None:
    publish("Orkideer.", "nb", title="Om orkideer")
    with served(FAULTS["503"]) as server:
        guarded(server.url)
        html = CLIENT.get("/nb/search/?q=orkideer").content.decode()
    assert "Om <mark>orkideer</mark>" in html
    assert 'role="status"' in html
    assert "The search is busy" not in html


def test_it_is_asked_again_once_a_trial_in_the_background_succeeds(settings: Any) -> None:
    publish("Orchids.")
    with served(FAULTS["503"]) as server:
        settings.ELASTICSEARCH_URL = [server.url]
        engine = GuardedEngine(ElasticsearchEngine(), database())
        engine.breaker = Breaker("Elasticsearch", try_all_languages, pause=0.01)
        assert engine.search(ORCHIDS).is_simpler
        server.reply = answer(200, WELL)
        until(lambda: not engine.breaker.is_open)
        server.reply = answer(200, {"responses": [WELL["responses"][0]]})
        assert engine.search(ORCHIDS) == Answer(0, ())
