"""What `make run` serves is there for each user it names."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import ServedLibrary, sign_in


@pytest.mark.parametrize("language", ["bg", "en", "lv", "nb", "pl", "ro"])
def test_the_front_page_answers_in_every_language(page: Page, served_library: ServedLibrary, language: str) -> None:
    response = page.goto(served_library.address(f"/{language}/"))
    assert response is not None
    assert response.ok
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("name", ["admin", "editor", "translator-bg", "translator-ro"])
def test_each_user_signs_in_with_the_password_that_the_start_printed(
    page: Page, served_library: ServedLibrary, name: str
) -> None:
    sign_in(page, served_library, name)
    expect(page.get_by_role("navigation").first).to_be_visible()
