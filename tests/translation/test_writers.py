"""Two people at once: one publishes the source, the other its translation."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.translation.conftest import in_all, list_in_english, named_person
from tests.translation.history import LANGUAGES, History, first_project

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def key(transactional_db: None) -> UUID:
    return first_project(in_all(list_in_english()), named_person())


def at_once(*happens: Callable[[], None]) -> None:
    """Call some functions in threads of their own, each with a connection of its own."""
    together = Barrier(len(happens))

    def happen(what: Callable[[], None]) -> None:
        try:
            together.wait(30)
            what()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(happens)) as threads:
        for done in [threads.submit(happen, what) for what in happens]:
            done.result()


@pytest.mark.parametrize("seed", range(3))
def test_the_source_and_its_translations_are_published_at_once(key: UUID, seed: int) -> None:
    author, translators = History(key, seed), [History(key, seed + 1 + place) for place in range(len(LANGUAGES))]

    def edits() -> None:
        with transaction.atomic():
            author.edit()

    def publications(language: str, history: History) -> None:
        with transaction.atomic():
            history.translate(language)
        history.publish_translation(language)

    for _round in range(3):
        at_once(edits, *(lambda pair=pair: publications(*pair) for pair in zip(LANGUAGES, translators, strict=True)))
    looking = History(key, seed)
    looking.check()
