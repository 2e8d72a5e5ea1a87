"""Publishing, the task worker and the loader write to one SQLite file, and none finds it locked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from demo.vocabularies import entries, load_concept
from projects.models import Topic
from tests.factories.home import StandardPageFactory, home

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the one writer's lock is SQLite's"),
]
TIMES = 12


def test_publishing_goes_on_while_the_worker_and_the_loader_write(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    page = StandardPageFactory(parent=home(), title="Edited")
    faults: list[Exception] = []

    def publish() -> None:
        for number in range(TIMES):
            page.title = f"Edited {number}"
            page.save_revision().publish()

    def load() -> None:
        for model, key, entry in islice(entries(), TIMES):
            load_concept(model, key, entry)

    def at_work(work: Callable[[], None]) -> Thread:
        def watched() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001  whatever it is, the test tells it
                faults.append(error)
            finally:
                connections.close_all()

        thread = Thread(target=watched)
        thread.start()
        return thread

    threads = [at_work(publish), at_work(load)]
    while any(thread.is_alive() for thread in threads):
        call_command("db_worker", queue_name="*", batch=True, reload=False, startup_delay=False, verbosity=0)
    call_command("db_worker", queue_name="*", batch=True, reload=False, startup_delay=False, verbosity=0)

    assert not faults
    page.refresh_from_db()
    assert page.title == f"Edited {TIMES - 1}"
    assert Topic.objects.filter(locale__language_code="pl", live=True).count() == TIMES
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
