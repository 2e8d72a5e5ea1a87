"""The state of the library differs whenever something that is public may, and only then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.generation import generation
from cms.models import ChangedEntry, LibraryDocument
from cms.publicity import record
from projects.models import Topic
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import concept

pytestmark = pytest.mark.django_db


def published(page: Any) -> None:
    page.title = "Other"
    page.save_revision().publish()


def over_by_the_clock(page: Any) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


CHANGES: dict[str, Callable[[Any], Any]] = {
    "a page is published": published,
    "a page is new": lambda page: StandardPageFactory(parent=home(), title="New"),
    "a page is unpublished": lambda page: page.unpublish(),
    "a page is deleted": lambda page: page.delete(),
    "a page is restricted": lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
    "a page is over by the clock": over_by_the_clock,
    "an entry is new": lambda page: concept(Topic, "waste"),
    "an entry is renamed": lambda page: Topic.objects.get(key="water").save(),
    "an entry is deleted": lambda page: Topic.objects.get(key="water").delete(),
    "a file is new": lambda page: LibraryDocument.objects.create(title="New", file=ContentFile(b"a", "a.txt")),
    "a file is renamed": lambda page: LibraryDocument.objects.get(title="Old").save(),
    "a file is deleted": lambda page: LibraryDocument.objects.get(title="Old").delete(),
}


@pytest.fixture
def page() -> Any:
    concept(Topic, "water")
    LibraryDocument.objects.create(title="Old", file=ContentFile(b"b", "b.txt"))
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees")
    record()
    return page


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_state_differs_before_and_after_it_is_recorded(page: Any, change: str) -> None:
    before = generation()
    with TestCase.captureOnCommitCallbacks(execute=True):
        CHANGES[change](page)
        during = generation()
    record()
    after = generation()
    assert before not in (during, after) or change == "a page is deleted"
    assert before != after


def test_a_draft_leaves_the_state_as_it_is(page: Any) -> None:
    before = generation()
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.title = "Draft"
        page.save_revision()
    assert generation() == before


def test_a_change_that_is_committed_late_is_another_state() -> None:
    ChangedEntry.objects.create(pk=7)
    before = generation()
    ChangedEntry.objects.create(pk=5)
    assert generation() != before


def test_another_day_is_another_state(monkeypatch: pytest.MonkeyPatch) -> None:
    before, later = generation(), timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert generation() != before


def test_old_notes_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChangedEntry, "KEPT", 3)
    for _time in range(5):
        ChangedEntry.objects.create()
    ChangedEntry.forget_old()
    assert ChangedEntry.objects.count() == 3


def test_the_state_is_known_in_one_statement() -> None:
    with CaptureQueriesContext(connection) as asked:
        generation()
    assert len(asked) == 1
