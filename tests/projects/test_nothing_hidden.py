"""Whatever an editor fills in, readers see and find: each row and reference of each page type, with no block for it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import models
from django.test import Client
from modelcluster.fields import ParentalKey
from wagtail.models import Page, TranslatableMixin

from cms.models import BasePage, LibraryDocument, LibraryImage
from projects.models import Concept, LibraryPage, ProjectPage, Unit
from tests.factories.complete import file, picture
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
MODELS = [model for model in apps.get_models() if issubclass(model, BasePage)]
RELATIONS = [
    (model, relation)
    for model in MODELS
    for relation in model._meta.related_objects
    if isinstance(relation.field, ParentalKey) and issubclass(relation.related_model, TranslatableMixin)
]
# What a page keeps for the site itself, and references that Wagtail has.
OF_THE_SITE = {
    "page_ptr",
    "content_type",
    "locale",
    "owner",
    "latest_revision",
    "live_revision",
    "locked_by",
    "alias_of",
}
REFERENCES = [
    (model, field)
    for model in MODELS
    for field in model._meta.concrete_fields
    if isinstance(field, models.ForeignKey) and field.name not in OF_THE_SITE
]
# What only counts, draws or belongs to another value, and so is no words of its own.
UNSEEN = {"id", "page", "sort_order", "translation_key", "locale", "lead", "counts", "part", "withdrew", "kind", "role"}


# Found by the title and the text of the file; kept from who collects addresses; a number that nobody looks for.
UNSEARCHED = {"document", "email", "capacity"}


def made(model: type[Page], **fields: Any) -> Any:
    """Return a public page of a type with nothing but a title and these fields."""
    fields |= {"title": "Bare page"}
    if model.__name__ == "HandbookChapterPage":
        return HandbookChapterPageFactory(parent=HandbookPageFactory(parent=index("handbook", home())), **fields)
    return PAGE_FACTORIES[model.facet_type](parent=index(model.facet_type, home()), **fields)


def reference(field: models.ForeignKey[Any, Any]) -> tuple[Any, str]:
    """Return something that a field can refer to, and what readers see of it."""
    target: Any = field.related_model
    if issubclass(target, Concept):
        extra: dict[str, Any] = {"forms": "seen unit\nseen units"} if target is Unit else {}
        country: dict[str, Any] = (
            {"country": "PL", "latitude": Decimal(52), "longitude": Decimal(15)} if target.__name__ == "Place" else {}
        )
        found = concept(target, "seen", name=f"Seen {field.name}", **extra, **country)
        return found, "seen units" if target is Unit else found.name
    if target is LibraryDocument:
        found = file()
        return found, found.url
    if target is LibraryImage:
        return picture(), "Seen in the picture"
    found = PAGE_FACTORIES["project"](parent=index("project", home()), title="Seen page")
    return (found.page_ptr if target is Page else found), found.title


def value_of(field: models.Field[Any, Any]) -> tuple[Any, str]:
    """Return a value of a field, and what readers see of it."""
    if isinstance(field, models.ForeignKey):
        return reference(field)
    if field.choices:
        return "pl", "Polish"
    if isinstance(field, models.EmailField):
        return "seen@example.org", "example.org"
    if isinstance(field, models.DateField):
        day = datetime.date(2031, 5, 17 if field.name != "end" else 19)
        return day, f"{day.day}\xa0May 2031"
    if isinstance(field, models.DecimalField | models.IntegerField):
        return 321, "321"
    if field.name == "phone":
        return "+48 22 123 45", "+48 22 123 45"
    return f"Seen {field.name}", f"Seen {field.name}"


def seen(page: Page) -> str:
    """Return what readers see of a page: its words, its attributes and addresses, all blanks alike."""
    soup = BeautifulSoup(Client().get(page.url_path).content, "html.parser")
    main = soup.main
    assert main is not None
    return str(main).replace("\u2060", "")


def searched(page: Any) -> str:
    """Return the words by which a page is found, all blanks alike."""
    content = page.search_content()
    texts = [content.title, content.summary, *(section.text for section in content.sections)]
    return " ".join(" ".join(texts).split())


def cases() -> list[Any]:
    """Return each relation with each value of what parts its rows into kinds."""
    found = []
    for model, relation in RELATIONS:
        parting = next(
            (f for f in relation.related_model._meta.fields if f.name in ("kind", "role") and f.choices), None
        )
        for value in [value for value, _label in parting.choices] if parting else [""]:
            fixed = {parting.name: value} if parting else {}
            name = f"{model.__name__}.{relation.get_accessor_name()}{f' {value}' if value else ''}"
            found.append(pytest.param(model, relation, fixed, id=name))
    return found


@pytest.mark.parametrize(("model", "relation", "fixed"), cases())
def test_no_row_is_invisible(model: type[LibraryPage], relation: Any, fixed: dict[str, str]) -> None:
    values = {
        field.name: value_of(field)
        for field in relation.related_model._meta.concrete_fields
        if field.name not in UNSEEN
    }
    filled = row(relation.related_model, **fixed, **{name: value for name, (value, _shown) in values.items()})
    more = {"budget_total": Decimal(1000)} if relation.get_accessor_name() == "budget_parts" else {}
    page = made(model, **{relation.get_accessor_name(): [filled]}, **more)
    shown = seen(page)
    assert not {name: text for name, (_value, text) in values.items() if text not in shown}
    found = searched(page)
    assert not {
        name: text
        for name, (_value, text) in values.items()
        if text.replace("\xa0", " ") not in found and name not in UNSEARCHED
    }


@pytest.mark.parametrize(
    ("model", "field"), [pytest.param(model, field, id=f"{model.__name__}.{field.name}") for model, field in REFERENCES]
)
def test_no_reference_is_invisible(model: type[LibraryPage], field: Any) -> None:
    value, text = reference(field)
    several: dict[str, dict[str, Any]] = {
        "image": {"image_alt": "Seen in the picture"},
        "successor": {"withdrawn_on": datetime.date(2026, 1, 1), "withdrawal_reason": "Old."},
    }
    more = several.get(field.name, {})
    assert text in seen(made(model, **{field.name: value}, **more))


def test_the_own_contribution_is_seen_without_a_total() -> None:
    assert "12.5%" in seen(made(ProjectPage, own_contribution_percent=Decimal("12.50")))
