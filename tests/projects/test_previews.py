"""Previews: what an editor sees of a page or an entry that is not saved yet."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest

from projects.enums import FactKind
from projects.models import (
    Concept,
    Organisation,
    Place,
    Programme,
    ProjectPage,
    ProjectStatement,
    Term,
    Topic,
    Unit,
)
from tests.factories.home import home
from tests.factories.projects import (
    PAGE_FACTORIES,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    concept,
    index,
    row,
)

pytestmark = pytest.mark.django_db


def previewed(thing: Any) -> str:
    response = thing.make_preview_request(preview_mode=thing.default_preview_mode)
    assert response.status_code == HTTPStatus.OK
    return str(response.content.decode())


@pytest.mark.parametrize("facet_type", PAGE_FACTORIES)
def test_a_page_is_previewed_with_the_words_of_its_draft(facet_type: str) -> None:
    page = PAGE_FACTORIES[facet_type](parent=index(facet_type, home()), live=False)
    page.title = "A draft title"
    assert "A draft title" in previewed(page)


def test_a_project_is_previewed_with_rows_that_are_not_saved() -> None:
    page = PAGE_FACTORIES["project"](parent=index("project", home()))
    page.statements = [row(ProjectStatement, kind="stage", text="A new stage.")]
    page.body = [("facts", {"kind": kind, "heading": ""}) for kind in FactKind.values]
    assert "A new stage." in previewed(page)


def test_a_new_project_is_previewed_before_its_first_saving() -> None:
    parent = index("project", home())
    page = ProjectPage(title="Not yet saved", slug="not-yet-saved", locale=parent.locale)
    page.depth, page.path, page.url_path = parent.depth + 1, f"{parent.path}0009", f"{parent.url_path}not-yet-saved/"
    assert "Not yet saved" in previewed(page)


def test_a_chapter_that_is_not_public_yet_is_previewed_with_its_number() -> None:
    handbook = HandbookPageFactory(parent=index("handbook", home()))
    HandbookChapterPageFactory(parent=handbook)
    assert "Chapter 2 of 2" in previewed(HandbookChapterPageFactory(parent=handbook, live=False))


@pytest.mark.parametrize(
    ("model", "fields", "words"),
    [
        (Organisation, {"name": "Forum", "country": "BG"}, "public authority"),
        (Programme, {"name": "Interreg", "fund": "ERDF"}, "ERDF"),
        (Topic, {"name": "training"}, "training"),
        (Place, {"name": "Ruse", "country": "BG", "latitude": "43.8", "longitude": "25.9", "nuts": "BG323"}, "BG323"),
        (Unit, {"name": "copy", "forms": "copy\ncopies"}, "copy<br>copies"),
        (Term, {"name": "municipality", "definition": "A unit of self-government."}, "A unit of self-government."),
    ],
)
def test_an_entry_of_a_vocabulary_is_previewed_with_what_it_says(
    model: type[Concept], fields: dict[str, str], words: str
) -> None:
    assert words in previewed(concept(model, "entry", **fields))
