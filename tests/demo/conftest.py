"""The demonstration library, loaded once a session and put in place for the modules that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from tests import databases, loaded_library
from tests.conftest import MIGRATED


@pytest.fixture(scope="session")
def loaded_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Load the library as a first start does, unless a run before has; return a copy of the database."""
    with django_db_blocker.unblock():
        if connection.vendor != "sqlite":
            call_command("load_demo", verbosity=0)
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")  # as PostgreSQL does by itself a while after so much was written
        else:
            connections.close_all()
            database = Path(connection.settings_dict["NAME"]), Path(settings.MEDIA_ROOT)
            if not loaded_library.take(*database):
                call_command("load_demo", verbosity=0)
                loaded_library.keep(*database)
        copy = databases.keep()
        databases.put_in_place(MIGRATED[0])
    yield copy
    with django_db_blocker.unblock():
        databases.drop(copy)


@pytest.fixture(scope="module")
def library(loaded_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Have the library in the database for a module; each test's changes are undone as usual."""
    with django_db_blocker.unblock():
        databases.put_in_place(loaded_database)
    yield
    with django_db_blocker.unblock():
        databases.put_in_place(MIGRATED[0])
