"""What every test stands on: compiled catalogues, one language to begin with, no network."""

from __future__ import annotations

import ipaddress
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, connections
from django.utils import translation
from pytest_django import DjangoDbBlocker

from cms.catalogues import compile_all

MIGRATED: list[Path] = []  # the copy of the migrated database, and that database, once a test has asked for one


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues before anything is translated."""
    compile_all()


@pytest.fixture(autouse=True)
def _one_language() -> Iterator[None]:
    """Begin each test in the site's language with empty caches, whatever ran before."""
    cache.clear()
    with translation.override(settings.LANGUAGE_CODE):
        yield
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: Any) -> None:
    """Keep a copy of the migrated database: what a test of real transactions leaves is replaced by it."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            database = Path(connection.settings_dict["NAME"])
            MIGRATED[:] = tmp_path_factory.mktemp("migrated") / "copy.sqlite3", database
            copy_database(database, MIGRATED[0])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Bring back the rows of the migrations (root page, language, site), which such a test's end empties.

    After the very last test the connection is again that of the database outside the tests, which is left alone.
    """
    yield
    database = Path(connection.settings_dict["NAME"])
    marker = item.get_closest_marker("django_db")
    names = set(getattr(item, "fixturenames", ()))
    if database in MIGRATED and (
        names & {"transactional_db", "live_server"} or (marker and marker.kwargs.get("transaction"))
    ):
        connections.close_all()
        copy_database(MIGRATED[0], database)
        ContentType.objects.clear_cache()


def copy_database(source: Path, target: Path) -> None:
    """Copy what is committed in one SQLite file into another, open elsewhere or not."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


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
        if not is_local(host):
            pytest.fail(f"A test tried to look up {host!r} in the network.")
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield
