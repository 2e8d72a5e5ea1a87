"""The example of a front end: static files on another origin than the library, as its readers meet it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from api.throttling import forget_own_counts
from cms.models import FrontEnd, PreviewLink
from cms.previews.links import make, token_of
from tests.browser.actions import AXE_OPTIONS, accessibility_faults, readers_tab
from tests.clients.little_library import make_library
from tests.editing import edit_address, signed_in

CLIENTS: Path = django_settings.BASE_DIR / "clients"


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""


@pytest.fixture
def pages(live_server: LiveServer, settings: Settings) -> dict[str, Any]:
    """Fill the library that is served."""
    settings.SITE_URL = live_server.url
    forget_own_counts()
    return make_library()


@pytest.fixture
def front_end(live_server: LiveServer, pages: dict[str, Any], tmp_path: Path) -> Iterator[str]:
    """Serve a copy of the example that reads the served library; return its address."""
    for folder in ("example", "typescript"):
        shutil.copytree(CLIENTS / folder, tmp_path / folder, ignore=shutil.ignore_patterns("node_modules"))
    index = tmp_path / "example" / "index.html"
    text = index.read_text(encoding="utf-8")
    assert 'content="http://localhost:8000"' in text
    index.write_text(text.replace("http://localhost:8000", live_server.url), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/example/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser: Browser, front_end: str) -> Iterator[Page]:
    with readers_tab(browser, front_end) as tab:
        yield tab


def opened(tab: Page, address: str) -> None:
    tab.goto(address)
    expect(tab.locator("main")).to_have_attribute("aria-busy", "false")


def test_a_reader_finds_a_chapter_by_keyboard_and_reads_it_in_another_language(
    reader: Page, pages: dict[str, Any]
) -> None:
    opened(reader, "?language=nb")
    expect(reader.locator("html")).to_have_attribute("lang", "nb")
    expect(reader.locator(".works a")).to_have_count(3)
    expect(reader.locator(".works h2[lang=en]")).to_have_count(2)
    reader.locator(".works a", has_text="Avfall").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_have_text("Avfall")
    # The second chapter is there in English only, and says so.
    expect(reader.locator("ol li").nth(1)).to_contain_text("Engelsk")
    reader.locator("ol a").first.focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_have_text("Gebyrer")
    facts = reader.locator(".facts")
    expect(facts).to_contain_text("menneskelig oversettelse")
    expect(facts).to_contain_text("4. mai 2026")
    expect(facts).to_contain_text("1. november 2026")
    reader.locator("#languages a[hreflang=en]").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_have_text("Fees")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(facts).not_to_contain_text("Original")
    reader.locator("#languages a[hreflang=pl]").click()
    expect(reader.locator("h1")).to_have_text("Fees")
    expect(reader.locator("h1")).to_have_attribute("lang", "en")
    expect(facts).to_contain_text("Nie przetłumaczono na wybrany język.")


def test_a_search_is_narrowed_by_a_facet_and_leads_to_a_chapter(reader: Page) -> None:
    opened(reader, "?language=en")
    reader.get_by_role("searchbox").fill("fee")
    reader.keyboard.press("Enter")
    expect(reader.locator(".hits mark").first).to_be_visible()
    assert reader.locator(".hits > li").count() > 1
    reader.locator("input[name=type][value=chapter]").check()
    reader.locator(".facets button").click()
    expect(reader.locator("input[name=type][value=chapter]")).to_be_checked()
    reader.locator(".hits a", has_text="Fees").first.click()
    expect(reader.locator("h1")).to_have_text("Fees")
    assert "chapter=" in reader.url


def test_what_the_library_refuses_is_told_in_the_readers_language(browser: Browser, front_end: str) -> None:
    window = browser.new_context(base_url=front_end, locale="nb-NO")
    tab = window.new_page()
    opened(tab, "?chapter=5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10")
    expect(tab.locator("html")).to_have_attribute("lang", "nb")
    expect(tab.locator("h1")).not_to_be_empty()
    assert not accessibility_faults(tab)
    window.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(reader: Page, pages: dict[str, Any], scheme: str) -> None:
    reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    key = pages["fees"].translation_key
    of_handbook = f"?language=nb&handbook={pages['waste'].translation_key}"
    for address in ["?language=bg", of_handbook, f"?language=nb&chapter={key}", "?language=en&q=waste"]:
        for width in (390, 1200):
            reader.set_viewport_size({"width": width, "height": 844})
            opened(reader, address)
            assert not accessibility_faults(reader)
            assert reader.evaluate("document.scrollingElement.scrollWidth") <= width


# ------------------------------------------------------------------------------------- drafts


def link_to_draft(page: Any) -> PreviewLink:
    """Return a link to a draft of a page with another title."""
    draft = page.get_latest_revision_as_object()
    draft.title = "Fees from next year on"
    draft.save_revision(clean=False)
    signed_in()
    return make(page, get_user_model().objects.get(username="admin"), 7)


@pytest.mark.parametrize("width", [390, 1200])
def test_a_draft_is_shown_to_who_has_its_token_and_says_that_it_is_one(
    reader: Page, pages: dict[str, Any], width: int
) -> None:
    token = token_of(link_to_draft(pages["fees"]))
    reader.set_viewport_size({"width": width, "height": 844})
    for language, banner in (("nb", "Forhåndsvisning av et utkast"), ("pl", "Podgląd szkicu")):
        opened(reader, f"?language={language}&preview={token}")
        expect(reader.locator("h1")).to_have_text("Fees from next year on")
        expect(reader.locator("h1")).to_have_attribute("lang", "en")
        expect(reader.locator(".preview")).to_contain_text(banner)
        expect(reader.locator(".text")).to_contain_text("The fee for waste")
        expect(reader.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
        assert not accessibility_faults(reader)
        assert reader.evaluate("document.scrollingElement.scrollWidth") <= width
    opened(reader, f"?language=en&chapter={pages['fees'].translation_key}")
    expect(reader.locator("h1")).to_have_text("Fees")


def test_a_token_that_is_over_shows_what_the_library_says(
    browser: Browser, front_end: str, pages: dict[str, Any]
) -> None:
    link = link_to_draft(pages["fees"])
    token = token_of(link)
    link.delete()
    window = browser.new_context(base_url=front_end, locale="ro-RO")
    tab = window.new_page()
    opened(tab, f"?preview={token}")
    expect(tab.locator("h1")).to_contain_text("Această previzualizare nu mai este disponibilă")
    window.close()


def is_sent(route: Route) -> bool:
    """Tell whether a form is sent."""
    return route.request.method == "POST"


def in_the_preview(tab: Page) -> FrameLocator:
    """Return what the front end shows beside the editor of a tab: its frame stands in that of the panel."""
    return tab.frame_locator("#w-preview-iframe").frame_locator("iframe")


def shown_beside_the_editor(tab: Page, page: Any) -> FrameLocator:
    """Open the editor of a page with the front end beside it; return what that shows."""
    tab.goto(edit_address(page))
    tab.locator("[data-side-panel-toggle=preview]").click()
    tab.locator("#id_preview_mode").select_option("front-end")
    shown = in_the_preview(tab)
    expect(shown.locator("h1")).to_have_text(page.title)
    return shown


@pytest.mark.parametrize("language", ["bg", "en"])
def test_the_editors_preview_shows_in_the_front_end_what_is_typed_and_not_saved(
    tab_of: Callable[[Client], Page], front_end: str, pages: dict[str, Any], language: str
) -> None:
    FrontEnd.objects.create(name="Handbooks", preview_address=f"{front_end}?language={language}")
    tab = tab_of(signed_in(language=language))
    # As for somebody who is offline when the form would save itself.
    tab.route(f"**{edit_address(pages['fees'])}", lambda route: route.abort() if is_sent(route) else route.continue_())
    shown = shown_beside_the_editor(tab, pages["fees"])
    tab.locator("#id_title").fill("Typed and not saved")
    expect(shown.locator("h1")).to_have_text("Typed and not saved")
    expect(shown.locator(".preview")).to_be_visible()
    pages["fees"].refresh_from_db()
    assert pages["fees"].get_latest_revision_as_object().title == "Fees"


def test_a_mode_that_is_chosen_while_a_preview_is_being_made_is_shown_next(
    tab_of: Callable[[Client], Page], front_end: str, pages: dict[str, Any]
) -> None:
    FrontEnd.objects.create(name="Handbooks", preview_address=f"{front_end}?language=en")
    tab = tab_of(signed_in())
    first: list[Route] = []

    def hold(route: Route) -> None:
        if first:
            route.continue_()
        else:
            first.append(route)

    tab.route("**/edit/preview/?*in_preview_panel=true*", hold)
    tab.goto(edit_address(pages["fees"]))
    with tab.expect_request("**/edit/preview/?*in_preview_panel=true*"):
        tab.locator("[data-side-panel-toggle=preview]").click()
    tab.locator("#id_preview_mode").select_option("front-end")
    first[0].continue_()
    expect(in_the_preview(tab).locator("h1")).to_have_text("Fees")


def test_the_front_end_beside_the_editor_stays_where_somebody_has_scrolled(
    tab_of: Callable[[Client], Page], front_end: str, pages: dict[str, Any]
) -> None:
    FrontEnd.objects.create(name="Handbooks", preview_address=f"{front_end}?language=en")
    tab = tab_of(signed_in())
    tab.set_viewport_size({"width": 1400, "height": 600})
    shown = shown_beside_the_editor(tab, pages["fees"])
    shown.locator("html").evaluate("(html) => { html.scrollTop = 120; }")
    expect(shown.locator("html")).to_have_js_property("scrollTop", 120)
    tab.locator("#id_title").fill("Fees from next year on")
    expect(shown.locator("h1")).to_have_text("Fees from next year on")
    expect(shown.locator("html")).to_have_js_property("scrollTop", 120)


def test_a_link_is_made_copied_and_withdrawn_by_keyboard_beside_the_editor(
    browser: Browser, tab_of: Callable[[Client], Page], pages: dict[str, Any]
) -> None:
    tab = tab_of(signed_in())
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(edit_address(pages["fees"]))
    tab.get_by_role("button", name="Toggle preview links").focus()
    tab.keyboard.press("Enter")
    links = tab.locator(".preview-links")
    links.get_by_role("button", name="Copy preview link").focus()
    tab.keyboard.press("Enter")
    expect(links.get_by_role("status")).to_contain_text("is copied")
    expect(links.get_by_role("button", name="Copy preview link")).to_be_focused()
    address = tab.evaluate("navigator.clipboard.readText()")
    expect(links.locator("input")).to_have_value(address)
    faults = Axe().run(tab, ".preview-links", AXE_OPTIONS).response["violations"]
    assert [fault["id"] for fault in faults] == []
    with readers_tab(browser, address) as reader:
        reader.goto(address)
        expect(reader.locator("h1")).to_have_text("Fees")
        expect(reader.locator(".preview-mark")).to_be_visible()
        assert not accessibility_faults(reader)
    links.get_by_role("button", name="Withdraw").focus()
    tab.keyboard.press("Enter")
    expect(links.get_by_role("status")).to_contain_text("withdrawn")
    expect(links.locator("input")).to_have_count(0)
    assert Client().get(address).status_code == 404


def test_where_a_browser_copies_nothing_the_link_is_selected(
    tab_of: Callable[[Client], Page], pages: dict[str, Any]
) -> None:
    tab = tab_of(signed_in())
    tab.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    tab.goto(f"/admin/pages/{pages['fees'].pk}/preview-links/")
    links = tab.locator(".preview-links")
    links.get_by_role("button", name="Copy preview link").click()
    expect(links.locator("input")).to_be_focused()
    expect(links.get_by_role("status")).to_contain_text("did not let it be copied")
    assert tab.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") > 80
