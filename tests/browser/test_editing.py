"""The library as editors and translators meet it, from signing in to the public page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.actions import ServedLibrary, sign_in

SUMMARY = "One day on sorting what a small municipality throws away."
Opened = Callable[[str], Page]


@pytest.fixture
def signed_in(browser: Browser, served_library: ServedLibrary) -> Opened:
    """Return a window in which a user of the demonstration is signed in."""

    def open_window(name: str) -> Page:
        tab = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 1000}).new_page()
        tab.set_default_timeout(20_000)
        sign_in(tab, served_library, name)
        return tab

    return open_window


def userbar_link(tab: Page, pattern: str) -> str:
    """Return the address that the bar for editors on a public page offers."""
    tab.wait_for_function("document.querySelector('wagtail-userbar')?.shadowRoot?.querySelector('a')")
    links = tab.evaluate(
        "Array.from(document.querySelector('wagtail-userbar').shadowRoot.querySelectorAll('a')).map(one => one.href)"
    )
    return next(link for link in links if re.search(pattern, link))


def publish(tab: Page) -> None:
    """Choose “Publish” from the editor's actions."""
    tab.get_by_role("button", name="More actions").click()
    with tab.expect_navigation():
        tab.locator("[name=action-publish]").click()


def new_training(tab: Page, library: ServedLibrary, title: str) -> None:
    """Open the form of a new training in English and fill in what a training needs."""
    tab.goto(library.address("/en/trainings/"))
    tab.goto(userbar_link(tab, "/add_subpage/"))
    tab.locator("#id_title").fill(title)
    tab.locator("#id_summary").fill(SUMMARY)


def test_an_editor_publishes_a_training_with_a_picture_and_readers_find_it(
    signed_in: Opened, page: Page, served_library: ServedLibrary, tmp_path: Path
) -> None:
    picture = tmp_path / "yard.png"
    Image.new("RGB", (800, 500), "#336677").save(picture)
    tab = signed_in("editor")
    new_training(tab, served_library, "Sorting without tears")
    tab.get_by_role("button", name="Choose an image").first.click()
    tab.get_by_role("tab", name="Upload").click()
    tab.locator(".modal input[type=file]").set_input_files(picture)
    expect(tab.locator(".modal input[name$=title]").first).to_have_value("yard")
    tab.locator(".modal").get_by_role("button", name="Upload").click()
    expect(tab.locator(".modal")).to_be_hidden(timeout=20_000)
    publish(tab)
    expect(tab.get_by_text("validation errors").first).to_be_visible()
    expect(tab.get_by_text("Say what the picture shows").first).to_be_visible()
    tab.locator("#id_image_alt").fill("A yard with containers in a row")
    publish(tab)

    page.goto(served_library.address("/en/trainings/"))
    page.get_by_role("link", name="Sorting without tears").click()
    expect(page.locator("h1")).to_have_text("Sorting without tears")
    image = page.get_by_alt_text("A yard with containers in a row")
    image.scroll_into_view_if_needed()
    page.wait_for_function("Array.from(document.images).every(one => !one.loading || one.complete)")
    assert image.evaluate("one => one.naturalWidth") > 0
    page.goto(served_library.address("/en/search/?q=tear+sorted"))
    expect(page.locator(".hits").get_by_role("link", name="Sorting without tears")).to_be_visible()


def test_a_translator_publishes_a_whole_translation_only(
    signed_in: Opened, page: Page, served_library: ServedLibrary
) -> None:
    editor = signed_in("editor")
    new_training(editor, served_library, "A course to translate")
    publish(editor)
    editor.goto(served_library.address("/en/trainings/a-course-to-translate/"))
    source = userbar_link(editor, r"/pages/\d+/edit/")
    editor.goto(source.replace("/admin/pages/", "/admin/localize/submit/page/").replace("edit/", ""))
    editor.get_by_label("Bulgarian").check()
    with editor.expect_navigation():
        editor.get_by_role("button", name="Submit").click()
    page.goto(served_library.address("/bg/obuchenia/"))
    expect(page.get_by_text("A course to translate")).to_have_attribute("lang", "en")

    translator = signed_in("translator-bg")  # whose administration is in the language of their group
    translator.goto(editor.url)
    publish_button = translator.get_by_role("button", name="Публикуване на български")
    with translator.expect_navigation():
        publish_button.click()
    expect(translator.locator(".messages").get_by_text("не са преведени").first).to_be_visible()
    translator.locator(".desk-tgt").first.click()
    field = translator.locator("textarea.desk-written")
    for words in ("Курс за превод", "Един ден за отпадъците на малката община."):
        expect(field).to_have_value("")  # the next text that is to do opens by itself
        field.fill(words)
        field.press("Control+Enter")
        expect(translator.locator(".desk-tgt", has_text=words)).to_be_visible()
    with translator.expect_navigation():
        publish_button.click()

    page.goto(served_library.address("/bg/obuchenia/"))
    page.get_by_role("link", name="Курс за превод").click()
    expect(page.locator("html")).to_have_attribute("lang", "bg")
    expect(page.locator("h1")).to_have_text("Курс за превод")
