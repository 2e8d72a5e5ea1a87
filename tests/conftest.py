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

pytest_plugins = ["tests.servers.fixtures"]

MIGRATED: list[Path | str] = []  # the copy of the migrated database, once a test has asked for one: a file, or its name


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
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: Any
) -> Iterator[None]:
    """Keep a copy of the migrated database: what a test of real transactions leaves is replaced by it."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            MIGRATED.append(tmp_path_factory.mktemp("migrated") / "copy.sqlite3")
            copy_database(Path(connection.settings_dict["NAME"]), MIGRATED[0])
        elif connection.vendor == "postgresql":
            MIGRATED.append(f"{connection.settings_dict['NAME']}_migrated")
            copy_postgresql(connection.settings_dict["NAME"], MIGRATED[0])
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock():
            drop_postgresql(MIGRATED[0])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Bring back the rows of the migrations (root page, language, site), which such a test's end empties."""
    yield
    marker = item.get_closest_marker("django_db")
    names = set(getattr(item, "fixturenames", ()))
    if MIGRATED and (names & {"transactional_db", "live_server"} or (marker and marker.kwargs.get("transaction"))):
        connections.close_all()
        name = connection.settings_dict["NAME"]
        if isinstance(MIGRATED[0], Path):
            copy_database(MIGRATED[0], Path(name))
        else:
            copy_postgresql(MIGRATED[0], name)
        ContentType.objects.clear_cache()


def copy_database(source: Path, target: Path) -> None:
    """Copy what is committed in one SQLite file into another, open elsewhere or not."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def copy_postgresql(source: str, target: str) -> None:
    """Replace one database of PostgreSQL by a copy of another, which nobody uses in the meantime."""
    drop_postgresql(target)
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def drop_postgresql(name: str) -> None:
    """Delete a database of PostgreSQL, and end whoever uses it."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


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
