"""A live translation never shows the source's words, never loses a text that was public, and has what all share."""

from __future__ import annotations

import os
from collections.abc import Iterable
from uuid import UUID

import pytest
from django.db import transaction

from tests.translation.history import History

pytestmark = pytest.mark.django_db

HISTORIES = int(os.environ.get("TEST_TRUTH", "500"))
TOGETHER = 10  # of them in one test
STEPS = 5


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
