"""The demonstration library, loaded once a session and put in place for the modules that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from tests.conftest import MIGRATED, copy_database


def put_in_place(source: Path) -> None:
    """Replace what the test database holds."""
    connections.close_all()
    copy_database(source, Path(connection.settings_dict["NAME"]))
    ContentType.objects.clear_cache()


@pytest.fixture(scope="session")
def loaded_database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Load the library as a first start does; return a copy of the database."""
    copy = tmp_path_factory.mktemp("loaded") / "copy.sqlite3"
    with django_db_blocker.unblock():
        call_command("load_demo", verbosity=0)
        connections.close_all()
        copy_database(Path(connection.settings_dict["NAME"]), copy)
        put_in_place(MIGRATED[0])
    return copy


@pytest.fixture(scope="module")
def library(loaded_database: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Have the library in the database for a module; each test's changes are undone as usual."""
    with django_db_blocker.unblock():
        put_in_place(loaded_database)
    yield
    with django_db_blocker.unblock():
        put_in_place(MIGRATED[0])
