"""The guide inside the administration, from the help menu, on a telephone too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, ViewportSize, expect

from tests.editing import signed_in

SAID = {
    "bg": ("Помощ", "Първата ви публикация", "Първият ви превод"),
    "nb": ("Hjelp", "Din første publisering", "Din første oversettelse"),
}
TELEPHONE = ViewportSize(width=390, height=844)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", SAID)
def test_the_guide_is_found_in_the_help_menu_and_fits_a_telephone(
    tab_of: Callable[[Client], Page], language: str
) -> None:
    menu, publication, translation = SAID[language]
    tab = tab_of(signed_in(language=language))
    tab.goto("/admin/")
    tab.locator(".sidebar").get_by_role("button", name=menu, exact=True).click()
    with tab.expect_navigation():
        tab.locator(".sidebar").get_by_role("link", name=publication).click()
    expect(tab.locator("h1")).to_contain_text(publication)
    with tab.expect_navigation():
        tab.locator(".guide").get_by_role("link", name=translation).click()
    expect(tab.locator("h1")).to_contain_text(translation)

    tab.set_viewport_size(TELEPHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
