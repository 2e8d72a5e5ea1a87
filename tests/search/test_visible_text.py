"""What editors write and readers see on a page is searched; addresses that robots harvest are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import models
from modelcluster.fields import ParentalKey

from projects.models import Concept
from search.documents.indexing import content_of
from tests.factories.complete import EVERY_PAGE
from tests.reading import read

pytestmark = pytest.mark.django_db

# What a block keeps beside the words that readers see, and what only leads to somebody or something.
NO_WORDS = {"id", "type", "anchor", "kind", "url", "page", "image", "decorative"}
REACHED_BY = {"email", "phone", "website", "examples"}


def typed(page: Any) -> Iterator[str]:
    """Yield each text of a page that somebody typed: its own, those of its rows and blocks, the names in its facts."""
    yield from of_fields(page)
    for relation in page._meta.related_objects:
        if isinstance(relation.field, ParentalKey):
            for row in getattr(page, relation.name).all():
                yield from of_fields(row)
    if "body" in {field.name for field in page._meta.fields}:
        yield from of_block(page.body.get_prep_value())
        terms = [block.value for block in page.body if block.block_type == "term"]
        yield from (text for term in terms for text in (term.name, term.definition))


def of_fields(row: Any) -> Iterator[str]:
    for field in row._meta.concrete_fields:
        value = getattr(row, field.name) if field.editable and field.name not in REACHED_BY else None
        if isinstance(value, Concept):
            yield value.name
        elif type(field) in (models.CharField, models.TextField) and not field.choices and isinstance(value, str):
            yield value


def of_block(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for name, inner in value.items() if name not in NO_WORDS for text in of_block(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in of_block(inner))
    elif isinstance(value, str):
        yield BeautifulSoup(value, "html.parser").get_text(" ")


def one_line(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def seen(page: Any) -> str:
    """Return the words that readers of a page see or are read, in one line."""
    main = read(page.url_path).main
    for frame in main.select("nav, .pager, #cite-this-page, [aria-labelledby=cite-this-page]"):
        frame.decompose()
    alternatives = [picture.get("alt", "") for picture in main.find_all("img")]
    return one_line(" ".join([main.get_text(" "), *alternatives]))


def searched(page: Any) -> str:
    content = content_of(page)
    sections = (f"{section.heading} {section.text}" for section in content.sections)
    return one_line(" ".join([content.title, content.summary, *sections]))


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_what_readers_see_of_what_was_typed_is_searched(name: str) -> None:
    page = EVERY_PAGE[name]()
    visible, found = seen(page), searched(page)
    texts = {one_line(text) for text in typed(page)} - {""}
    assert {text for text in texts if text in visible and text not in found} == set()


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_no_address_or_number_of_a_contact_is_searched(name: str) -> None:
    page = EVERY_PAGE[name]()
    content = content_of(page)
    assert "@" not in " ".join(section.text for section in content.sections)
