"""A part of the way of `make crawl`: the first screens and forms, in two languages; and a list on a telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, ViewportSize

from tests.browser.crawling import Crawl
from tests.editing import signed_in
from tests.english import furnished, seeds, session
from tests.factories.home import home
from tests.factories.projects import TrainingPageFactory, index

SCREENS = 8
TELEPHONE = ViewportSize(width=390, height=844)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "role"), [("bg", "editor"), ("pl", "translator")])
def test_the_first_screens_are_not_english(tab_of: Callable[[Client], Page], language: str, role: str) -> None:
    held = furnished(language)
    crawl = Crawl(tab_of(session(role, language)), language, held, limit=SCREENS)
    crawl.walk(seeds())
    assert len(crawl.seen) == SCREENS
    assert not crawl.found, crawl.report()


@pytest.mark.django_db(transaction=True)
def test_the_names_in_a_list_of_pages_are_read_on_a_telephone(tab_of: Callable[[Client], Page]) -> None:
    shelf = index("training", home())
    TrainingPageFactory(parent=shelf, title="Municipalities and their citizens")
    tab = tab_of(signed_in(language="bg"))
    tab.set_viewport_size(TELEPHONE)
    tab.goto(f"/admin/pages/{shelf.pk}/")
    table = tab.locator("#listing-results table").bounding_box()
    name = tab.locator("#listing-results td.title").first.bounding_box()
    assert table is not None
    assert name is not None
    assert table["width"] <= TELEPHONE["width"], "the state is within the window too"
    assert name["width"] > TELEPHONE["width"] / 3
