"""The marks of the demonstration can be vouched for, and each language has enough to read."""

from __future__ import annotations

from collections import Counter, defaultdict
from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from cms.enums import TextOrigin
from cms.languages import LANGUAGE_CODES
from cms.models import BasePage
from cms.visibility import public_pages
from demo.texts import Text, catalogues, folder_of, identity, pages
from home.models import StandardPage

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("library")]

SPECIMENS = [text for text in pages() if folder_of(text) == "specimens"]


def editions(key: str) -> list[BasePage]:
    """Return the public editions of a page of the library."""
    return [page.specific for page in public_pages(Page.objects.filter(translation_key=identity("page", key)))]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_each_mark_occurs_in_each_language(language: str) -> None:
    marks = set()
    for text in SPECIMENS:
        page = StandardPage.objects.get(translation_key=identity("page", text.key), locale__language_code=language)
        marks.add(("original" if page.is_original else page.origin, page.source_changed_on is not None))
    assert marks == {
        ("original", False),
        ("human", False),
        ("machine", False),
        ("reviewed", False),
        ("human", True),
        ("machine", True),
    }


@pytest.mark.parametrize("text", SPECIMENS, ids=lambda text: text.key)
def test_a_specimen_names_the_mark_that_it_carries(text: Text) -> None:
    for page in editions(text.key):
        response = Client().get(page.url_path)
        assert response.status_code == HTTPStatus.OK
        main = BeautifulSoup(response.content, "html.parser").find("main")
        mark = " ".join(main.select_one(".mark").get_text(" ").split())
        named = [" ".join(cell.get_text(" ").split()) for cell in main.select("table td:last-child")]
        assert mark.replace(" ;", ";").lower() in named, (page.language, mark, named)


def test_nothing_but_a_specimen_claims_that_a_person_translated_it() -> None:
    specimens = {identity("page", text.key) for text in SPECIMENS}
    claims = [
        page.url_path
        for catalogue in catalogues()
        for page in editions(catalogue.key)
        if page.translation_key not in specimens and not page.is_original and page.origin != TextOrigin.MACHINE
    ]
    assert not claims


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_each_language_has_enough_to_read(language: str) -> None:
    keys = {text.key for text in pages() if text.language == language}
    keys |= {catalogue.key for catalogue in catalogues() if catalogue.language == language}
    there = Counter(text.kind for text in pages() if text.key in keys)
    assert there["project"] >= 4
    assert there["training"] >= 2
    assert there["bulletin"] >= 1
    chapters: dict[str, set[str]] = defaultdict(set)
    for text in pages():
        if text.kind == "chapter":
            chapters[text["handbook"]].add(text.key)
    assert any(handbook in keys and whole <= keys for handbook, whole in chapters.items())
