"""Pages, rows and vocabularies of the library."""

from __future__ import annotations

from typing import Any

import factory
from wagtail.models import Locale

from home.models import HomePage
from projects.models import Concept, GlossaryPage, HandbookChapterPage, Row, index_pages
from projects.works import PRESENTERS
from tests.factories.pages import page_factory

# Every type of list, and every type of work that has one; what a work cannot be without.
NEEDED: dict[str, dict[str, Any]] = {"bulletin": {"number": factory.Sequence(lambda number: number + 1)}}
INDEX_FACTORIES: dict[str, Any] = {
    model.facet_type: page_factory(model, title=f"{model.facet_type.capitalize()}s", show_in_menus=True)
    for model in index_pages()
}
PAGE_FACTORIES: dict[str, Any] = {
    presenter.facet_type: page_factory(presenter.model, **NEEDED.get(presenter.facet_type, {}))
    for presenter in PRESENTERS
    if presenter.list_type
}
GlossaryPageFactory = page_factory(GlossaryPage, title="Glossary")
ProjectIndexPageFactory = INDEX_FACTORIES["project"]
TrainingIndexPageFactory = INDEX_FACTORIES["training"]
HandbookIndexPageFactory = INDEX_FACTORIES["handbook"]
BulletinIndexPageFactory = INDEX_FACTORIES["bulletin"]
ProjectPageFactory = PAGE_FACTORIES["project"]
TrainingPageFactory = PAGE_FACTORIES["training"]
HandbookPageFactory = PAGE_FACTORIES["handbook"]
HandbookChapterPageFactory = page_factory(HandbookChapterPage)
BulletinPageFactory = PAGE_FACTORIES["bulletin"]


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
