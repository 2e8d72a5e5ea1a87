"""The screens of keys, looked at on a desktop and a telephone, in two languages; a new key is copied by its button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from api.models import ApiKey
from tests.browser.crawling import Crawl
from tests.english import session
from tests.factories.home import home


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["bg", "pl"])
def test_a_key_is_made_copied_and_found_in_the_persons_language(
    tab_of: Callable[[Client], Page], language: str
) -> None:
    home()
    tab = tab_of(session("administrator", language))
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("/admin/keys/new/")
    tab.locator("[name=name]").fill("Vexil")
    tab.locator("footer [type=submit]").click()
    key = tab.locator("#made-key")
    tab.locator(".made-key__copy button").click()
    expect(tab.get_by_role("status").filter(has_text=".")).to_be_visible()
    assert tab.evaluate("navigator.clipboard.readText()") == key.input_value()
    beginning = ApiKey.objects.get().beginning
    crawl = Crawl(tab, language, frozenset({"Vexil", "vexil", beginning, f"Authorization: Bearer {beginning}…"}))
    crawl.look("/admin/keys/ (made)")
    crawl.visit("/admin/keys/")
    crawl.visit("/admin/keys/new/")
    assert crawl.report() == ""


@pytest.mark.django_db(transaction=True)
def test_where_a_browser_copies_nothing_the_key_is_selected(tab_of: Callable[[Client], Page]) -> None:
    home()
    tab = tab_of(session("administrator", "en"))
    tab.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    tab.goto("/admin/keys/new/")
    tab.locator("[name=name]").fill("Vexil")
    tab.locator("footer [type=submit]").click()
    tab.locator(".made-key__copy button").click()
    expect(tab.locator("#made-key")).to_be_focused()
    selected = tab.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart")
    assert selected == len(tab.locator("#made-key").input_value())
