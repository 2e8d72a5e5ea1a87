"""The documentation of the API as people read it: in six languages, by keyboard, on a telephone, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.languages import LANGUAGE_CODES
from tests.browser.actions import accessibility_faults, readers_tab

DOCS = "/api/v1/docs"
OPERATION = "/api/v1/docs/list_organisations"


@pytest.fixture
def reader(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    with readers_tab(browser, live_server.url) as tab:
        yield tab


@pytest.mark.parametrize("address", [DOCS, OPERATION])
@pytest.mark.parametrize(("language", "scheme"), [("bg", "light"), ("nb", "dark")])
def test_axe_finds_nothing_to_mend(reader: Page, address: str, language: str, scheme: str) -> None:
    reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reader.goto(f"{address}?language={language}")
    expect(reader.locator("html")).to_have_attribute("lang", language)
    assert not accessibility_faults(reader)


@pytest.mark.parametrize("address", [DOCS, OPERATION])
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_nothing_scrolls_sideways_on_a_small_telephone(reader: Page, address: str, language: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 640})
    reader.goto(f"{address}?language={language}")
    assert reader.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_a_reader_without_a_mouse_changes_the_language_and_scrolls_an_example(reader: Page) -> None:
    reader.set_viewport_size({"width": 320, "height": 640})
    reader.goto(OPERATION)
    focused = "document.activeElement"
    for _press in range(len(LANGUAGE_CODES) + 2):
        reader.keyboard.press("Tab")
        if reader.evaluate(f"{focused}.hreflang") == "pl":
            break
    assert reader.evaluate(f"getComputedStyle({focused}).outlineStyle") != "none"
    with reader.expect_navigation():
        reader.keyboard.press("Enter")
    expect(reader.locator("html")).to_have_attribute("lang", "pl")
    for _press in range(len(LANGUAGE_CODES) + 12):
        reader.keyboard.press("Tab")
        if reader.evaluate(f"{focused}.tagName") == "PRE":
            break
    example = reader.locator("pre:focus")
    reader.keyboard.press("ArrowRight")
    # Not `wait_for_function`, which the Content-Security-Policy forbids to look a second time.
    example.evaluate("pre => pre.scrollLeft || new Promise(done => pre.addEventListener('scroll', done, {once: true}))")
    assert example.evaluate("pre => pre.scrollLeft") > 0


def test_a_problem_leads_to_its_explanation(reader: Page) -> None:
    problem = reader.request.get("/api/v1/nothing").json()
    _site, _sign, anchor = problem["type"].partition("#")
    reader.goto(f"{DOCS}#{anchor}")
    expect(reader.locator(":target")).to_contain_text(problem["title"])
