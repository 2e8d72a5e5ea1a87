"""Suggestions below the search field: by keyboard, mouse and finger, and the same form without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.actions import ServedLibrary, accessibility_faults

LIST = "[role=listbox]"
OPTION = f"{LIST} [role=option]"


def field(page: Page) -> Locator:
    return page.get_by_role("combobox")


def type_into(page: Page, text: str) -> None:
    field(page).focus()
    page.keyboard.type(text)
    expect(page.locator(OPTION).first).to_be_visible()


def active(page: Page) -> Any:
    return field(page).get_attribute("aria-activedescendant")


@pytest.fixture
def home(page: Page, served_library: ServedLibrary) -> Page:
    page.goto(served_library.address("/en/"))
    return page


def test_the_list_opens_by_typing_alone_and_is_told_as_a_combobox(home: Page) -> None:
    expect(field(home)).to_have_attribute("aria-expanded", "false")
    field(home).focus()
    expect(home.locator(LIST)).to_be_hidden()
    type_into(home, "munic")
    expect(field(home)).to_have_attribute("aria-expanded", "true")
    assert field(home).get_attribute("aria-controls") == home.locator(LIST).get_attribute("id")
    assert field(home).get_attribute("aria-autocomplete") == "list"
    assert active(home) is None
    number = home.locator(OPTION).count()
    expect(home.locator("form.searchbox [role=status]")).to_have_text(re.compile(rf"^{number} suggestions?$"))


def test_arrow_keys_go_through_the_options_and_back_to_what_was_typed(home: Page) -> None:
    type_into(home, "munic")
    options = home.locator(OPTION)
    home.keyboard.press("ArrowDown")
    assert active(home) == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field(home)).to_have_value("munic")
    home.keyboard.press("ArrowUp")
    assert active(home) is None
    home.keyboard.press("ArrowUp")
    assert active(home) == options.last.get_attribute("id")
    home.keyboard.press("Home")
    assert active(home) is None
    assert home.evaluate("document.activeElement.selectionStart") == 0
    home.keyboard.press("ArrowDown")
    home.keyboard.press("End")
    assert active(home) is None
    assert home.evaluate("document.activeElement.selectionStart") == len("munic")


def test_enter_on_an_option_goes_there(home: Page) -> None:
    type_into(home, "munic")
    home.keyboard.press("ArrowDown")
    chosen = home.locator(OPTION).first.locator("span").first.inner_text()
    with home.expect_navigation():
        home.keyboard.press("Enter")
    assert "/en/search/?q=" in home.url
    expect(field(home)).to_have_value(chosen)


def test_enter_in_the_field_searches_for_what_was_typed(home: Page) -> None:
    type_into(home, "munic")
    with home.expect_navigation():
        home.keyboard.press("Enter")
    assert home.url.endswith("/en/search/?q=munic")


def test_escape_closes_then_clears(home: Page) -> None:
    type_into(home, "munic")
    home.keyboard.press("Escape")
    expect(home.locator(LIST)).to_be_hidden()
    expect(field(home)).to_have_attribute("aria-expanded", "false")
    expect(field(home)).to_have_value("munic")
    home.keyboard.press("Escape")
    expect(field(home)).to_have_value("")


def test_tab_leaves_and_chooses_nothing(home: Page) -> None:
    type_into(home, "munic")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Tab")
    expect(home.locator(LIST)).to_be_hidden()
    expect(home.get_by_role("button", name="Search")).to_be_focused()
    assert home.url.endswith("/en/")


def test_a_mouse_chooses(home: Page) -> None:
    type_into(home, "good local")
    option = home.locator(OPTION, has_text=re.compile("Good local self-government")).first
    title = option.locator("span").first.inner_text()
    with home.expect_navigation():
        option.click()
    expect(home.locator("h1")).to_have_text(title)


def test_a_concept_by_its_abbreviation_in_another_language(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address("/bg/"))
    type_into(page, "ERDF")
    option = page.locator(OPTION, has_text="Европейски фонд за регионално развитие").first
    expect(option.locator(".detail[lang=en]")).to_have_text("ERDF")
    page.keyboard.press("ArrowDown")
    assert active(page) == option.get_attribute("id")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(field(page)).to_have_value("Европейски фонд за регионално развитие")
    expect(page.locator("ol.hits > li").first).to_be_visible()


def test_fast_typing_asks_once_and_an_old_answer_never_shows(home: Page) -> None:
    asked: list[str] = []

    def keep(request: Request) -> None:
        if "/suggest/" in request.url:
            asked.append(request.url)

    home.on("request", keep)
    type_into(home, "municipal")
    assert [address.partition("q=")[2] for address in asked] == ["municipal"]


def test_the_quick_search_of_other_pages_suggests_too(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address("/en/projects/"))
    type_into(page, "munic")
    with page.expect_navigation():
        page.locator(OPTION).first.click()
    assert "/en/search/?q=" in page.url


def test_suggestions_of_another_language_say_so(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address("/en/search/?q=x&lang=nb"))
    field(page).fill("")
    type_into(page, "kommu")
    expect(page.locator(f"{OPTION} > span").first).to_have_attribute("lang", "nb")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("address", "typed"), [("/bg/", "общ"), ("/nb/", "kommu"), ("/nb/glossary/", "kommu")])
def test_axe_finds_nothing_with_the_list_open(
    page: Page, served_library: ServedLibrary, address: str, typed: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served_library.address(address))
    type_into(page, typed)
    page.keyboard.press("ArrowDown")
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("address", ["/bg/", "/bg/proekti/", "/bg/search/?q=x"])
def test_a_finger_has_room_on_a_telephone_and_nothing_scrolls_sideways(
    browser: Browser, served_library: ServedLibrary, address: str
) -> None:
    window = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tab = window.new_page()
    tab.goto(served_library.address(address))
    field(tab).fill("")
    type_into(tab, "общ")
    boxes = [option.bounding_box() for option in tab.locator(OPTION).all()]
    assert all(box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    with tab.expect_navigation():
        tab.locator(OPTION).first.tap()
    assert "/bg/search/?q=" in tab.url
    window.close()


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    window = browser.new_context(java_script_enabled=False)
    yield window.new_page()
    window.close()


def test_without_scripts_it_is_a_search_field(without_scripts: Page, served_library: ServedLibrary) -> None:
    without_scripts.goto(served_library.address("/en/"))
    expect(without_scripts.locator(LIST)).to_have_count(0)
    without_scripts.get_by_role("searchbox").fill("investor")
    with without_scripts.expect_navigation():
        without_scripts.keyboard.press("Enter")
    assert without_scripts.url.endswith("/en/search/?q=investor")


def test_without_an_answer_the_form_still_searches(home: Page) -> None:
    home.route("**/suggest/**", lambda route: route.fulfill(status=503))
    field(home).fill("investor")
    with home.expect_response("**/suggest/**"):
        field(home).press("s")
    expect(home.locator(LIST)).to_be_hidden()
    with home.expect_navigation():
        home.keyboard.press("Enter")
    assert home.url.endswith("/en/search/?q=investors")
