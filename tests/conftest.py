"""What every test stands on: compiled catalogues, one language to begin with, no network."""

from __future__ import annotations

import collections
import gc
import ipaddress
import os
import socket
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any
from zlib import crc32

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test import Client, TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker

from cms.catalogues import compile_all
from search.reading.named_concepts import forget_names
from tests import databases, migrated_database

pytest_plugins = ["tests.servers.fixtures"]

MIGRATED: list[str] = []  # the copy of the migrated database, once a test has asked for one


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what was agreed of views be written anew."""
    parser.addoption("--write-golden", action="store_true", help="write the golden files of views anew")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues before anything is translated."""
    compile_all()


def asks_the_database(item: pytest.Item) -> bool:
    """Tell whether a test could come out differently on another database."""
    if item.get_closest_marker("any_database"):
        return False
    asked = {"db", "transactional_db", "live_server", "library"}
    return item.get_closest_marker("django_db") is not None or bool(asked & set(getattr(item, "fixturenames", ())))


def is_of_this_database(item: pytest.Item) -> bool:
    """Tell whether a test is about what databases do each in their own way: real transactions, PostgreSQL's search."""
    marker = item.get_closest_marker("django_db")
    is_of_transactions = bool(marker and marker.kwargs.get("transaction"))
    asked = {"transactional_db", "live_server"}
    return (
        is_of_transactions
        or item.path.stem in ("test_postgresql", "test_truth")
        or bool(asked & set(getattr(item, "fixturenames", ())))
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on PostgreSQL what asks no database or says the same on every one: SQLite's run has it.

    With TEST_SHARE=4 a quarter of the others is run, always the same, and all that is of this database.
    """
    if connection.vendor != "postgresql":
        return
    share = int(os.environ.get("TEST_SHARE", "1"))
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        is_of_share = crc32(item.nodeid.encode()) % share == 0 or is_of_this_database(item)
        (kept if asks_the_database(item) and is_of_share else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let Python no longer look through thousands of tests and all that is loaded whenever it clears memory.

    And clear it seldom: a form of the administration alone makes more objects than it lets come together.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 10)


@pytest.fixture(autouse=True)
def _one_language() -> Iterator[None]:
    """Begin each test in the site's language with empty caches, whatever ran before."""
    cache.clear()
    forget_names()
    with translation.override(settings.LANGUAGE_CODE):
        yield
    cache.clear()


@pytest.fixture(autouse=True)
def _files_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a stored file open; read what was streamed to its end, as a server does.

    Python warns of an open file when it clears memory, which is in the middle of another test.
    """
    opened: list[weakref.ref[IO[Any]]] = []
    streamed: list[Any] = []
    open_file, request = FileSystemStorage._open, Client.request

    def opening(self: FileSystemStorage, name: str, mode: str = "rb") -> Any:
        file = open_file(self, name, mode)
        opened.append(weakref.ref(file.file))
        return file

    def asking(self: Client, **environment: Any) -> Any:
        answer = request(self, **environment)
        if answer.streaming:
            streamed.append(answer)
        return answer

    monkeypatch.setattr(FileSystemStorage, "_open", opening)
    monkeypatch.setattr(Client, "request", asking)
    yield
    for answer in streamed:
        collections.deque(answer.streaming_content, maxlen=0)
    left_open = [file for one in opened if (file := one()) and not file.closed]
    for file in left_open:
        file.close()
    assert not left_open


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Begin with the migrated database of a run before, if there is one; what it lacks is migrated as usual."""
    return connection.vendor == "sqlite" and migrated_database.take(Path(connection.settings_dict["TEST"]["NAME"]))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Keep a copy of the migrated database: what a test of real transactions leaves is replaced by it.

    So nothing needs to be emptied before, which would take the rows of the migrations along.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: None)
        MIGRATED.append(databases.keep())
        if connection.vendor == "sqlite":
            migrated_database.keep(Path(MIGRATED[0]))
        yield
        databases.drop(MIGRATED.pop())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Bring back the rows of the migrations (root page, language, site) after a test of real transactions."""
    yield
    marker = item.get_closest_marker("django_db")
    names = set(getattr(item, "fixturenames", ()))
    if MIGRATED and (names & {"transactional_db", "live_server"} or (marker and marker.kwargs.get("transaction"))):
        databases.put_in_place(MIGRATED[0])


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable[[Callable[[], Any]], Any]]:
    """Give a function that calls another, which writes rows, and returns what it returns: every test here has them.

    What a test changes is undone as usual. A module has no test of real transactions beside, nor one without the rows.
    """

    def write(make: Callable[[], Any]) -> Any:
        with django_db_blocker.unblock(), translation.override(settings.LANGUAGE_CODE):
            return make()

    yield write
    with django_db_blocker.unblock():
        databases.put_in_place(MIGRATED[0])


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine, naming where it would have gone."""
    connect = socket.socket.connect
    look_up = socket.getaddrinfo

    def is_local(host: object) -> bool:
        name = host.decode() if isinstance(host, bytes) else host
        if name is None or name in ("localhost", ""):
            return True
        try:
            return ipaddress.ip_address(str(name)).is_loopback
        except ValueError:
            return False

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not is_local(address[0]):
            pytest.fail(f"A test tried to reach {address!r} over the network.")
        connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        is_only_read = kwargs.get("flags", 0) & socket.AI_NUMERICHOST  # the number of an address: nobody is asked
        if not is_only_read and not is_local(host):
            pytest.fail(f"A test tried to look up {host!r} in the network.")
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield
