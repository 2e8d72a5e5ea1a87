"""Several pages of one type are read at once: in as many statements as one, and each as if it were alone."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import BasePage
from cms.presenting import presenter_of
from projects.models import LibraryPage, TrainingPage
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import (
    PAGE_FACTORIES,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    index,
)

pytestmark = pytest.mark.django_db
TYPES = {model.facet_type: model for model in apps.get_models() if issubclass(model, LibraryPage)}


def stored(model: type[BasePage], most: int) -> list[Any]:
    """Return so many pages of a type, as they are read from the database."""
    return list(model._default_manager.order_by("pk")[:most])


def statements(model: type[BasePage], most: int) -> list[str]:
    """Return the statements of reading so many pages of a type for a reader."""
    pages = stored(model, most)
    assert len(pages) == most
    with CaptureQueriesContext(connection) as captured:
        assert len(presenter_of(model).views(pages, "en")) == most
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize("name", [*TYPES, "standard page"])
def test_twenty_pages_are_read_in_as_many_statements_as_one(name: str) -> None:
    made = [EVERY_PAGE[name]() for _number in range(20)]
    model = type(made[0])
    asked = {most: statements(model, most) for most in (1, 5, 20)}
    assert {most: len(several) for most, several in asked.items()} == dict.fromkeys(asked, len(asked[1])), asked[20]


def told(view: Any) -> tuple[Any, list[Any]]:
    """Return the values of a view, and what is read of its body."""
    body = [(one.anchor, one.heading, one.facts, one.text, [term.pk for term in one.terms]) for one in view.passages]
    return dataclasses.replace(view, passages=()), body


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("language", [None, "en", "nb"])
def test_each_of_several_pages_is_told_as_if_it_were_alone(name: str, language: str | None) -> None:
    """Two works, one of them with an edition in another language, for all readers or each for its own."""
    page = EVERY_PAGE[name]()
    EVERY_PAGE[name]()
    model = type(page)
    above = page.get_parent().specific
    parent = (
        HandbookPageFactory(parent=index("handbook", home("nb")), translation_of=above)
        if name == "chapter"
        else index(name, home("nb"))
    )
    factory = PAGE_FACTORIES.get(name, HandbookChapterPageFactory)
    factory(parent=parent, translation_of=page, title="Hele verket")
    alone = [
        presenter_of(model).view(page, language or page.language) for page in model._default_manager.order_by("pk")
    ]
    together = presenter_of(model).views(stored(model, 3), language)
    assert [one.language for one in together] == ([language] * 3 if language else ["en", "en", "nb"])
    assert [told(view) for view in together] == [told(view) for view in alone]


def test_parts_of_several_projects_have_each_its_own_one_and_no_hidden_one() -> None:
    first, second, hidden = (
        ProjectPageFactory(parent=index("project", home()), title=title, live=title != "Hidden")
        for title in ("First", "Second", "Hidden")
    )
    for project in (first, second, hidden, None):
        TrainingPageFactory(parent=index("training", home()), title="Part", project=project)
    views = presenter_of(TrainingPage).views(stored(TrainingPage, 4), "en")
    projects = [view.relatives.project.title if view.relatives.project else None for view in views]
    assert projects == ["First", "Second", None, None]
    assert [len(view.relatives.of_type("training")) for view in views] == [1, 1, 1, 0]
