"""A part of the way of `make crawl`: the first screens and forms, in two languages; and a list on a telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.browser.crawling import TELEPHONE, Crawl
from tests.browser.layout import layout_faults
from tests.editing import signed_in
from tests.english import furnished, seeds, session
from tests.factories.home import home
from tests.factories.projects import TrainingPageFactory, index

SCREENS = 8


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "role"), [("bg", "editor"), ("pl", "translator")])
def test_the_first_screens_are_in_the_persons_language_and_can_be_read(
    tab_of: Callable[[Client], Page], language: str, role: str
) -> None:
    held = furnished(language)
    crawl = Crawl(tab_of(session(role, language)), language, held, limit=SCREENS)
    crawl.walk(seeds())
    assert len(crawl.seen) == SCREENS
    assert crawl.report() == ""


SAMPLE = """
<main style="width: 300px; font: 16px sans-serif">
  <button style="width: 80px; overflow: hidden; white-space: nowrap">A long label of a button</button>
  <div style="position: relative; height: 40px">
    <span style="position: absolute; left: 0">First words</span>
    <span style="position: absolute; left: 40px">Second</span>
  </div>
  <p title="Told whole" style="width: 40px; overflow: hidden; white-space: nowrap">Told whole</p>
  <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">For screen readers</span>
  <p>Read by everybody</p>
</main>
"""


def test_what_cannot_be_read_is_found(browser: Browser) -> None:
    tab = browser.new_page()
    tab.set_content(SAMPLE)
    assert layout_faults(tab) == ["cut off: A long label of a button", "over one another: First words / Second"]
    tab.close()


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
