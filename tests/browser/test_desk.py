"""The matrix and a person's work as people meet them: by keys, on a telephone, in the dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from tests.browser.actions import accessibility_faults
from tests.browser.crawling import TELEPHONE
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import submitted, translate, translated
from tests.translation.conftest import member_of
from tests.translation.conftest import signed_in as session_of
from translation.groups import translators

TabOf = Callable[[Client], Page]
STAFF = "Communications staff"
MATRIX, WORK = "/admin/translations/", "/admin/translations/mine/"


@pytest.fixture
def begun(transactional_db: None) -> Translation:
    """Of three pages one is live in Norwegian, one waits to be published, of one nothing is translated yet."""
    home("nb")
    shelf = index("project", home())
    translated(shelf, "nb")
    translate(submitted(ProjectPageFactory(parent=shelf, title="Dry land"), "nb"))
    return submitted(ProjectPageFactory(parent=shelf, title="Clean water"), "nb")


def tab_in(tab_of: TabOf, group: str, language: str = "en") -> Page:
    """Return the browser of a member of a group who reads the administration in a language."""
    user = member_of(group)
    UserProfile.objects.filter(user=user).update(preferred_language=language)
    return tab_of(session_of(user))


def test_the_next_piece_is_one_key_away(tab_of: TabOf, begun: Translation) -> None:
    tab = tab_in(tab_of, translators("nb"))
    tab.goto(WORK)
    expect(tab.locator("#desk-next")).to_contain_text("Clean water")
    tab.keyboard.press("n")
    expect(tab.locator("#editor")).to_be_visible()
    translate(begun)
    tab.get_by_role("button", name="Publish in Norwegian Bokmål").click()
    expect(tab.locator(".messages")).to_contain_text("is published in Norwegian Bokmål")
    tab.goto(WORK)
    expect(tab.locator("#desk-next")).to_contain_text("Dry land")


def test_a_number_of_the_matrix_opens_what_it_counts(tab_of: TabOf, begun: Translation) -> None:
    tab = tab_in(tab_of, STAFF)
    tab.goto(MATRIX)
    row = tab.locator(".desk-matrix tbody tr", has_text="Clean water")
    row.get_by_role("link", name="Not begun").click()
    expect(tab.locator("#editor h2").first).to_have_text("Fields")
    expect(tab.locator("h1")).to_contain_text("Clean water")


def test_many_are_published_and_each_says_what_came_of_it(tab_of: TabOf, begun: Translation) -> None:
    tab = tab_in(tab_of, STAFF)
    tab.goto(MATRIX)
    for title in ("Clean water", "Dry land"):
        tab.locator(".desk-matrix tbody tr", has_text=title).get_by_role("checkbox").check()
    tab.locator(".desk-actions").get_by_label("Norwegian Bokmål").check()
    tab.locator(".desk-actions").get_by_role("button", name="Publish").click()
    tab.locator("main form [type=submit]").last.click()
    expect(tab.locator("#batch")).to_contain_text("are not translated or have an error")
    expect(tab.locator("#batch")).to_contain_text("Dry land")
    assert accessibility_faults(tab) == []


@pytest.mark.parametrize(("language", "scheme"), [("ro", "light"), ("pl", "dark")])
def test_the_desk_shuts_nobody_out(tab_of: TabOf, begun: Translation, language: str, scheme: str) -> None:
    tab = tab_in(tab_of, STAFF, language)
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in (MATRIX, f"{MATRIX}?kind=projects.term", WORK, f"{WORK}?q=nothing"):
        tab.goto(address)
        for size in (None, TELEPHONE):
            if size:
                tab.set_viewport_size(size)
            assert accessibility_faults(tab) == []
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        tab.set_viewport_size({"width": 1400, "height": 1000})
