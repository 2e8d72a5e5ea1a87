"""A live translation never shows the source's words, never loses a text that was public, and has what all share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from wagtail_localize.models import StringTranslation

from cms.signals import page_saved
from search.signal_handlers import index_saved_page
from tests.translation.conftest import in_all, list_in_english, named_person
from tests.translation.history import History, first_project
from translation import refreshing
from translation.following import Following

pytestmark = pytest.mark.django_db

HISTORIES = int(os.environ.get("TEST_TRUTH", "500"))
TOGETHER = 10  # of them in one test
STEPS = 7


@pytest.fixture(scope="module")
def key(once: Any) -> Iterator[UUID]:
    """The key of a project in three languages, made once for all histories; nobody searches for it."""
    made: UUID = once(lambda: first_project(in_all(list_in_english()), named_person()))
    page_saved.disconnect(index_saved_page)
    yield made
    page_saved.connect(index_saved_page)


def happen(key: UUID, seed: int) -> None:
    """Let things happen to the project, look at it after each, and undo all of it."""
    with transaction.atomic():
        history = History(key, seed)
        for _step in range(STEPS):
            history.step()
            history.check()
        transaction.set_rollback(True)


def all_happen(key: UUID, seeds: Iterable[int]) -> None:
    """Let one history happen after the other."""
    for seed in seeds:
        happen(key, seed)


@pytest.mark.parametrize("first", range(0, HISTORIES, TOGETHER))
def test_whatever_happens_readers_are_told_the_truth(key: UUID, first: int) -> None:
    all_happen(key, range(first, first + TOGETHER))


_follow_in_order, _carry = Following._children, refreshing.carry


def _in_the_old_order(self: Following, kinds: Any, new: Any, own: Any, path: str) -> list[Any]:
    places = {block.get("id"): place for place, block in enumerate(own or ())}
    return sorted(_follow_in_order(self, kinds, new, own, path), key=lambda block: places.get(block.get("id"), 99))


def _unmarked(*args: Any) -> None:
    _carry(*args)
    StringTranslation.objects.update(has_error=False)


# What makes it so, each taken away: some history shows it.
MUTANTS: dict[str, tuple[str, Any]] = {
    "words of the source are shown": ("translation.known.Known.public_text", lambda self, path, source, stand: source),
    "bodies do not follow": ("translation.following.Following.streams", lambda self, model, new, content: set()),
    "blocks keep their order": ("translation.following.Following._children", _in_the_old_order),
    "what is public is not kept": ("translation.ledger.remember", lambda *args: None),
    "guesses are not marked": ("translation.refreshing.carry", _unmarked),
    "the source is not frozen anew": ("translation.propagation.refresh", lambda *args: None),
    "older versions stay as they are": ("translation.propagation._follow", lambda *args: None),
    "lost segments are not written anew": ("translation.localize.repair_segments", lambda *args: None),
    "readers are told that nothing changed": ("translation.propagation.not_yet_told", lambda *args: []),
    "shared values stay": ("translation.propagation.correct", lambda *args, **kwargs: set()),
}


# What few histories show is looked for where it was seen first.
FIRST_SHOWN_BY = {"what is public is not kept": 32}


@pytest.mark.parametrize("rule", MUTANTS)
def test_each_rule_is_needed(key: UUID, monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    monkeypatch.setattr(*MUTANTS[rule])
    with pytest.raises((AssertionError, IndexError)):
        all_happen(key, range(FIRST_SHOWN_BY.get(rule, 0), 60))
