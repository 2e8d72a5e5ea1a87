"""What starts and ends processes is told whether they can serve readers."""

from __future__ import annotations

import json
import runpy
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from cms.management.healthcheck import is_well
from cms.serving import web_options, web_server
from cms.static_files import what_is_missing
from tests.waiting import LIMIT


@pytest.mark.django_db
def test_a_process_whose_database_answers_is_well(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):  # SELECT 1
        answer = client.get("/health/")
    assert (answer.status_code, answer.content) == (HTTPStatus.OK, b"ok\n")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_process_whose_database_is_away_is_not(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", away)
    assert client.get("/health/").status_code == HTTPStatus.SERVICE_UNAVAILABLE


def test_a_process_without_its_styles_and_scripts_is_not(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path, db: None
) -> None:
    settings.STATIC_ROOT = tmp_path
    monkeypatch.setattr("django.contrib.staticfiles.storage.staticfiles_storage._wrapped", ManifestStaticFilesStorage())
    answer = client.get("/health/")
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert b"collectstatic" in answer.content


@pytest.mark.parametrize("part", [[], ["--part", "web"]])
@pytest.mark.parametrize("listed", [{}, {"cms/site.css": "cms/site.123.css"}], ids=["none", "of another release"])
def test_a_start_without_styles_and_scripts_names_the_step(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path, part: list[str], listed: dict[str, str]
) -> None:
    settings.STATIC_ROOT = tmp_path
    if listed:
        (tmp_path / "staticfiles.json").write_text(json.dumps({"version": "1.1", "paths": listed, "hash": ""}))
    monkeypatch.setattr("django.contrib.staticfiles.storage.staticfiles_storage._wrapped", ManifestStaticFilesStorage())
    with pytest.raises(CommandError, match=r"run `manage\.py collectstatic`"):
        call_command("serve", *part)


def test_any_other_server_is_refused_too(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    monkeypatch.setattr("django.contrib.staticfiles.storage.staticfiles_storage._wrapped", ManifestStaticFilesStorage())
    with pytest.raises(ImproperlyConfigured, match="collectstatic"):
        runpy.run_module("cms.wsgi")


def test_what_was_collected_is_complete(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    names = [name for finder in get_finders() for name, _storage in finder.list(["CVS", ".*", "*~"])]
    storage = ManifestStaticFilesStorage()
    storage.hashed_files = {name: name for name in names}
    monkeypatch.setattr("django.contrib.staticfiles.storage.staticfiles_storage._wrapped", storage)
    assert not what_is_missing()


# ------------------------------------------------------------------------------- asked from inside a container

Start = Callable[[str, list[tuple[str, str]]], Any]


@contextmanager
def served(status: str = "200 OK") -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Give the port of a web server as we serve, and what it was asked."""
    asked: list[dict[str, Any]] = []

    def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        asked.append(environ)
        start(status, [("Content-Length", "0")])
        return [b""]

    server = web_server(application, **web_options("127.0.0.1", 0))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server.effective_port, asked
    finally:
        server.trigger.pull_trigger(server.close)  # in its own thread, which waits for what is open
        thread.join(LIMIT)
        server.task_dispatcher.shutdown()
        assert not thread.is_alive()


def test_a_container_asks_its_server_for_the_host_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://library.example.org")
    with served() as (port, asked):
        assert is_well(port)
    assert (asked[0]["PATH_INFO"], asked[0]["HTTP_HOST"]) == ("/health/", "library.example.org")


@pytest.mark.parametrize("status", ["301 Moved", "400 Bad Request", "503 Service Unavailable"])
def test_any_other_answer_is_that_of_a_container_that_is_not_well(status: str) -> None:
    with served(status) as (port, _asked):
        assert not is_well(port)


def test_a_server_that_is_not_there_is_not_well() -> None:
    with served() as (port, _asked):
        pass
    assert not is_well(port)


@pytest.mark.parametrize(
    ("proxy", "scheme", "visitor"),
    [("127.0.0.1", "https", "203.0.113.7"), ("*", "https", "203.0.113.7"), ("192.0.2.1", "http", "127.0.0.1")],
)
def test_the_word_of_the_proxy_alone_is_believed(settings: Settings, proxy: str, scheme: str, visitor: str) -> None:
    settings.TRUSTED_PROXY = proxy
    claimed = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Host": "evil.example"}
    with served() as (port, asked):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/", headers=claimed)
        connection.getresponse().read()
        connection.close()
    (seen,) = asked
    assert (seen["wsgi.url_scheme"], seen["REMOTE_ADDR"]) == (scheme, visitor)
    assert seen.get("HTTP_X_FORWARDED_PROTO") == ("https" if scheme == "https" else None)
    assert seen["HTTP_HOST"].startswith("127.0.0.1")
    assert "HTTP_X_FORWARDED_HOST" not in seen
