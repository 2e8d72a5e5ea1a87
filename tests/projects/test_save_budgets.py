"""What saving a page asks of the database: a budget for each type, however much follows from it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import BulletinPage, HandbookChapterPage, HandbookPage, TrainingPage
from tests.factories.home import home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    index,
)

pytestmark = pytest.mark.django_db


def statements(page: Any) -> list[str]:
    """Return the statements of saving a page again, unchanged, as it is read from the database."""
    stored = type(page)._default_manager.get(pk=page.pk)
    stored.save()
    stored = type(page)._default_manager.get(pk=page.pk)
    with CaptureQueriesContext(connection) as captured:
        stored.save()
    return [query["sql"] for query in captured.captured_queries]


@pytest.fixture
def project() -> Any:
    """A project that left much behind."""
    page = ProjectPageFactory(parent=index("project", home()), title="Project")
    for number in range(14):
        TrainingPageFactory(parent=index("training", home()), title=f"Training {number}", project=page)
    for number in range(2):
        handbook = HandbookPageFactory(parent=index("handbook", home()), title=f"Handbook {number}", project=page)
        for chapter in range(3):
            HandbookChapterPageFactory(parent=handbook, title=f"Chapter {chapter}")
    BulletinPageFactory(parent=index("bulletin", home()), title="Bulletin", project=page)
    return page


PARTS: dict[str, Any] = {
    "training": TrainingPage,
    "handbook": HandbookPage,
    "chapter": HandbookChapterPage,
    "bulletin": BulletinPage,
}


# By type: a page with rows and what follows from it; the text for the search is made of all that the page shows. One of
# them notes that the content changed and one what the page named before, so that whoever follows what is public is told
# in any case (cms/publicity.py).
# One of them asks which translations have to be counted anew; one waits, on PostgreSQL, for whoever else writes them.
BUDGETS = {"project": 128, "training": 57, "handbook": 50, "chapter": 43, "bulletin": 43}


@pytest.mark.parametrize("name", BUDGETS)
def test_saving_a_page_keeps_to_its_budget(project: Any, name: str) -> None:
    page = project if name == "project" else PARTS[name].objects.filter(live=True).first()
    asked = statements(page)
    assert len(asked) <= BUDGETS[name], len(asked)
