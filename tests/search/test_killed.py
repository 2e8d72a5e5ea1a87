"""A worker or a rebuild that is killed loses nothing, and what it still had on its way harms nobody."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from django.db import connections
from pytest_django import Settings

from search.synchronisation import building, comparison, indices
from tests.commands import started
from tests.search.asking import publish
from tests.search.between import LIMIT, Between
from tests.search.synchronising import drain_only, indexed, names

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("front_page", "in_two_languages")]


@pytest.mark.parametrize("held_back", ["asks", "answers"])
@pytest.mark.parametrize(
    "command", [["search_drain"], ["search_rebuild", "en", "--from-keys"]], ids=["drain", "rebuild"]
)
def test_kill_9_in_the_middle_of_a_request(
    command: list[str],
    held_back: str,
    between: Between,
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.ELASTICSEARCH_URL = [between.server_url]
    drain_only("en")
    page, hidden = publish("Orchids."), publish("Lilies.")
    getattr(between, held_back).clear()
    seen = between.asked if held_back == "asks" else between.answered
    process = started(
        command,
        tmp_path,
        ELASTICSEARCH_URL=between.url,
        ELASTICSEARCH_PREFIX=settings.ELASTICSEARCH_PREFIX,
    )
    try:
        assert seen.wait(LIMIT)
    finally:
        process.kill()
        process.wait()
    page.body = [("text", "<p>Roses.</p>")]
    page.save()
    hidden.unpublish()
    drain_only("en")
    between.asks.set()
    between.answers.set()

    index = indices.live("en")
    assert index is not None
    assert list(comparison.differences(index)) == []
    assert indexed()[page.pk] == 2
    if command[0] == "search_rebuild":
        begun = set(names("en")) - {index.name}
        assert building.build("en").name in begun, "the rebuild goes on where it was killed"
        assert indexed()[page.pk] == 2
        assert hidden.pk not in indexed()


def test_two_workers_at_once_while_an_editor_works(elasticsearch: str) -> None:
    pages = [publish("Orchids.", title=f"Page {number}") for number in range(8)]
    drain_only("en")
    faults: list[Exception] = []
    is_over = threading.Event()

    def work() -> None:
        try:
            while not is_over.is_set():
                drain_only("en")
        except Exception as problem:  # noqa: BLE001  whatever it is, the test tells it
            faults.append(problem)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _number in range(2)]
    for worker in workers:
        worker.start()
    for page in pages:
        page.body = [("text", "<p>Roses.</p>")]
        page.save()
    pages[0].unpublish()
    is_over.set()
    for worker in workers:
        worker.join()
    drain_only("en")
    assert not faults
    index = indices.live("en")
    assert index is not None
    assert list(comparison.differences(index)) == []
    assert {page.pk for page in pages[1:]} <= set(indexed())
