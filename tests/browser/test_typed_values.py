"""Dates and numbers as editors type them in a browser, in three languages of the administration."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from projects.models import ProjectPage
from tests.editing import add_address, signed_in
from tests.factories.home import home
from tests.factories.projects import index

USUAL = {"pl": "30 czerwca 2026", "bg": "30 юни 2026 г.", "nb": "30. juni 2026"}
IN_WORDS = {"pl": "wtorek, 30 czerwca 2026", "bg": "вторник, 30 юни 2026 г.", "nb": "tirsdag 30. juni 2026"}


def said(tab: Page, name: str) -> Locator:
    """Return what is said next to a field."""
    return tab.locator(f"#id_{name} ~ [data-said-words]")


def type_into(tab: Page, name: str, typed: str) -> None:
    """Type into a field as a person does, leave it, and find it as it was typed."""
    field = tab.locator(f"#id_{name}")
    panel = field.locator("xpath=ancestor::section[@role='tabpanel']").get_attribute("id")
    tab.locator(f"[role=tab][href='#{panel}']").click()
    field.click()
    field.fill(typed)
    tab.keyboard.press("Tab")
    expect(field).not_to_be_focused()
    expect(field).to_have_value(typed)


@pytest.mark.parametrize("language", USUAL)
def test_dates_and_numbers_are_typed_in_the_languages_ways_said_back_and_kept(
    tab_of: Callable[[Client], Page], language: str
) -> None:
    tab = tab_of(signed_in(language=language))
    tab.goto(add_address(ProjectPage, index("project", home())))
    tab.locator("#id_title").fill(f"Typed in {language}")
    type_into(tab, "budget_total", "1.250")
    expect(said(tab, "budget_total")).to_contain_text("1,25")
    type_into(tab, "budget_total", "1 250 000,00")
    expect(said(tab, "budget_total")).to_have_text("1 250 000")
    for typed in ("30/06/2026", USUAL[language]):
        type_into(tab, "start", typed)
        expect(said(tab, "start")).to_have_text(IN_WORDS[language])
    type_into(tab, "end", "2030-13-45")
    expect(said(tab, "end")).to_contain_text("2030-13-45")
    type_into(tab, "end", "31.12.2026")
    with tab.expect_navigation():
        tab.locator("#page-edit-form").evaluate("form => form.submit()")
    expect(tab.locator("#id_start")).to_have_value("2026-06-30")
    expect(tab.locator("#id_end")).to_have_value("2026-12-31")
    expect(tab.locator("#id_budget_total")).to_have_value("1\xa0250\xa0000")
    expect(said(tab, "start")).to_have_text(IN_WORDS[language])
