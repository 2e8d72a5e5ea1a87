"""The library as readers meet it: every page type, keyboard only, without scripts, on a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from projects.models import TrainingSession
from tests.browser.actions import ServedLibrary, accessibility_faults
from tests.editing import signed_in
from tests.factories.home import home
from tests.factories.projects import TrainingPageFactory, index, row

EN, BG = (
    "/en/handbooks/handbook-of-good-local-self-government/",
    "/bg/narachnitsi/narachnik-za-dobro-mestno-samoupravlenie/",
)
# A page of every type in two languages.
PAGE_TYPES = {
    "list of projects": ("/en/projects/", "/bg/proekti/"),
    "list of trainings": ("/en/trainings/", "/bg/obuchenia/"),
    "list of handbooks": ("/en/handbooks/", "/bg/narachnitsi/"),
    "list of bulletins": ("/en/bulletins/", "/bg/byuletini/"),
    "project": ("/en/projects/bg-ro-e-governet/", "/bg/proekti/bg-ro-e-governet/"),
    "training": ("/en/trainings/study-visits-to-norway/", "/bg/obuchenia/uchebni-poseshtenia-v-norvegia/"),
    "handbook": (EN, BG),
    "chapter": (f"{EN}managing-municipal-resources/", f"{BG}upravlenie-na-obshtinskite-resursi/"),
    "bulletin": (
        "/en/bulletins/information-bulletin-no-1-start-and-aims-of-the-project/",
        "/bg/byuletini/informatsionen-byuletin-no-1-nachalo-i-tseli-na-proekta/",
    ),
    "glossary": ("/en/glossary/", "/bg/rechnik-na-terminite/"),
    "standard page": ("/en/accessibility/", "/bg/dostapnost/"),
    "nothing here": ("/en/nothing/", "/bg/nishto/"),
    "nothing found": ("/en/search/?q=qqxxyyzz", "/bg/search/?q=qqxxyyzz"),
}
HOMES = [f"/{language}/" for language in ("bg", "en", "lv", "nb", "pl", "ro")]
SEARCHES = [f"/{language}/search/?q=investor" for language in ("bg", "en", "lv", "nb", "pl", "ro")]
ADDRESSES = [*(address for pair in PAGE_TYPES.values() for address in pair), *HOMES, *SEARCHES]


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_to_mend_by_day_and_by_night(page: Page, served_library: ServedLibrary, address: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")  # or colours would be on their way
    page.goto(served_library.address(address))
    by_day = accessibility_faults(page)
    page.emulate_media(color_scheme="dark")
    assert (by_day, accessibility_faults(page)) == ([], [])


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_scrolls_sideways_on_a_small_telephone(page: Page, served_library: ServedLibrary, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served_library.address(address))
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", [pair[0] for pair in PAGE_TYPES.values()] + ["/en/"])
def test_nothing_moves_while_a_page_loads(page: Page, served_library: ServedLibrary, address: str) -> None:
    page.goto(served_library.address(address))
    shift = page.evaluate(
        """() => new Promise((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) { sum += entry.value; }
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        })"""
    )
    assert shift < 0.02


@pytest.mark.parametrize("address", [pair[0] for pair in PAGE_TYPES.values()] + ["/en/"])
def test_every_picture_has_its_size(page: Page, served_library: ServedLibrary, address: str) -> None:
    page.goto(served_library.address(address))
    pictures = page.locator("img")
    sizes = pictures.evaluate_all("all => all.map(one => [one.getAttribute('width'), one.getAttribute('height')])")
    assert all(width and height for width, height in sizes)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('name') || document.activeElement.textContent"))


def tab_to(page: Page, wanted: str, limit: int = 80) -> None:
    """Press Tab until the element with this name or these words has the focus, as a reader without a mouse does."""
    for _press in range(limit):
        page.keyboard.press("Tab")
        if wanted in focused(page):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    pytest.fail(f"“{wanted}” is not reached with {limit} presses of Tab.")


def test_a_reader_without_a_mouse_searches_reads_a_chapter_and_changes_the_language(
    page: Page, served_library: ServedLibrary
) -> None:
    page.goto(served_library.address("/en/"))
    tab_to(page, "q")
    page.keyboard.type("inventory of municipal property")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "Managing municipal resources")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Managing municipal resources")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.reload()
    tab_to(page, "Български")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "bg")
    expect(page.locator("h1")).to_have_text("Управление на общинските ресурси")


def test_a_reader_without_a_mouse_takes_a_page_away_as_pdf(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address(PAGE_TYPES["chapter"][0]))
    tab_to(page, "Download as PDF")
    with page.expect_request("**/en/pdf/*.pdf") as asked:
        page.keyboard.press("Enter")
    answer = page.request.get(asked.value.url)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")


def test_paper_has_the_text_and_its_notes_and_nothing_to_press(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address(PAGE_TYPES["chapter"][0]))
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".note").first).to_be_visible()
    expect(page.locator(".editions li:visible")).to_have_count(1)
    for unwanted in (".mainnav", "form", ".actions", ".pager"):
        expect(page.locator(f"{unwanted}:visible")).to_have_count(0)


def test_a_chapter_leads_on_and_its_headings_can_be_linked_to(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address(f"{EN}managing-municipal-resources/"))
    page.get_by_role("link", name="Public-private partnership").last.click()
    expect(page.locator("h1")).to_have_text("Public-private partnership")
    anchor = page.locator("h2 a[href^='#']").first
    address = anchor.get_attribute("href")
    anchor.click()
    assert page.url.endswith(str(address))


def test_the_month_of_an_event_fits_a_small_telephone_and_leads_to_the_event(
    page: Page, served_library: ServedLibrary
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served_library.address(PAGE_TYPES["project"][0]))
    month = page.get_by_role("table", name="October 2018")
    expect(month.get_by_role("columnheader", name="Monday")).to_have_count(1)
    day = month.get_by_role("link", name="9 October: Brussels")
    box = day.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    day.click()
    expect(page.locator("li:target .when")).to_contain_text("9 October 2018")


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", ["bg", "pl"])
def test_the_mark_of_a_withdrawn_meeting_covers_no_other_day(
    tab_of: Callable[[Client], Page], language: str, width: int
) -> None:
    days = [row(TrainingSession, title="Meeting", start=date(2026, 3, 9), end=date(2026, 3, 11), language=language)]
    trainings = index("training", home(language))
    gone = {"withdrawn_on": date(2026, 5, 4), "withdrawal_reason": "It was wrong."}
    TrainingPageFactory(parent=trainings, title="Lost training", sessions=days, **gone)
    tab = tab_of(signed_in())
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(trainings.url_path)
    cells = tab.locator(".calendar td:has(a)")
    expect(cells).to_have_count(3)
    wider = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.innerText)"
    assert cells.evaluate_all(wider) == []
    expect(tab.locator(".note .tag")).to_be_visible()


def test_facets_narrow_a_list_and_come_off_again(page: Page, served_library: ServedLibrary) -> None:
    page.goto(served_library.address("/en/projects/"))
    expect(page.locator("main li h2, main li h3")).to_have_count(5)
    page.get_by_label("Poland").check()
    page.get_by_role("button", name="Apply").first.click()
    expect(page.locator("main li h2, main li h3")).to_have_count(1)
    expect(page.get_by_text("Investor service standards in the Lubuskie voivodeship").first).to_be_visible()
    page.locator(".chips a").first.click()
    expect(page.locator("main li h2, main li h3")).to_have_count(5)


def test_without_scripts_a_reader_searches_and_filters_all_the_same(
    browser: Browser, served_library: ServedLibrary
) -> None:
    window = browser.new_context(java_script_enabled=False, locale="pl-PL")
    tab = window.new_page()
    tab.goto(served_library.address("/"))
    assert tab.url.endswith("/pl/")
    tab.locator("input[name=q]").first.fill("obsluga inwestora")
    tab.locator("input[name=q]").first.press("Enter")
    assert "/pl/search/" in tab.url
    expect(tab.locator(".hits a").first).to_be_visible()
    window.close()


def test_reading_sets_no_cookie(page: Page, served_library: ServedLibrary) -> None:
    for address in ("/en/", "/en/search/?q=investor", *[pair[0] for pair in PAGE_TYPES.values()]):
        page.goto(served_library.address(address))
    assert not page.context.cookies()
