"""Pages, rows and vocabularies of the library."""

from __future__ import annotations

from typing import Any

import factory
from wagtail.models import Locale

from home.models import HomePage
from projects.models import (
    BulletinIndexPage,
    BulletinPage,
    Concept,
    GlossaryPage,
    HandbookChapterPage,
    HandbookIndexPage,
    HandbookPage,
    ProjectIndexPage,
    ProjectPage,
    Row,
    TrainingIndexPage,
    TrainingPage,
)
from tests.factories.pages import page_factory

ProjectIndexPageFactory = page_factory(ProjectIndexPage, title="Projects", show_in_menus=True)
TrainingIndexPageFactory = page_factory(TrainingIndexPage, title="Trainings", show_in_menus=True)
HandbookIndexPageFactory = page_factory(HandbookIndexPage, title="Handbooks", show_in_menus=True)
BulletinIndexPageFactory = page_factory(BulletinIndexPage, title="Bulletins", show_in_menus=True)
GlossaryPageFactory = page_factory(GlossaryPage, title="Glossary")
ProjectPageFactory = page_factory(ProjectPage)
TrainingPageFactory = page_factory(TrainingPage)
HandbookPageFactory = page_factory(HandbookPage)
HandbookChapterPageFactory = page_factory(HandbookChapterPage)
BulletinPageFactory = page_factory(BulletinPage, number=factory.Sequence(lambda number: number + 1))
INDEX_FACTORIES: dict[str, Any] = {
    "project": ProjectIndexPageFactory,
    "training": TrainingIndexPageFactory,
    "handbook": HandbookIndexPageFactory,
    "bulletin": BulletinIndexPageFactory,
}
PAGE_FACTORIES: dict[str, Any] = {
    "project": ProjectPageFactory,
    "training": TrainingPageFactory,
    "handbook": HandbookPageFactory,
    "bulletin": BulletinPageFactory,
}


def index(facet_type: str, home: HomePage) -> Any:
    """Return the list of one type below a front page, made where it is missing."""
    page = INDEX_FACTORIES[facet_type]
    model = page._meta.model
    found = model.objects.child_of(home).first()
    if found is not None:
        return found
    other = model.objects.first()
    return page(parent=home, **({"translation_of": other} if other else {}))


def concept(model: type[Concept], key: str, language: str = "en", **fields: Any) -> Any:
    """Return a concept's row in one language; the rows of a key are translations of one another."""
    other = model._default_manager.filter(key=key).first()
    if other is not None:
        fields.setdefault("translation_key", other.translation_key)
    fields.setdefault("name", key)
    return model._default_manager.create(key=key, locale=Locale.objects.get(language_code=language), **fields)


def row(model: type[Row], language: str = "en", /, **fields: Any) -> Any:
    """Return an unsaved row of a language for a page's factory."""
    return model(locale=Locale.objects.get(language_code=language), **fields)
