"""Several people in one page of the editor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.actions import SAY_WHEN_WATCHED, ServedLibrary, choose_action, sign_in, wait_until_watched
from tests.browser.test_editing import new_training, publish, userbar_link

Opened = Callable[[str], Page]
KEPT = {
    "pl": "Obie wersje zostały zachowane",
    "bg": "И двете версии са запазени",
    "nb": "Begge versjonene er tatt vare på",
}


@pytest.fixture
def window(browser: Browser, served_library: ServedLibrary) -> Callable[[str, str], Page]:
    """Return a window of a language in which a user of the demonstration is signed in."""

    def open_window(name: str, language: str) -> Page:
        tab = browser.new_context(locale=language, viewport={"width": 1400, "height": 1000}, bypass_csp=True).new_page()
        tab.set_default_timeout(20_000)
        sign_in(tab, served_library, name)
        return tab

    return open_window


def edit_address(tab: Page, library: ServedLibrary, slug: str) -> str:
    """Return where the training at an address is edited."""
    tab.goto(library.address(f"/en/trainings/{slug}/"))
    return userbar_link(tab, r"/pages/\d+/edit/")


def is_news(answer: Response) -> bool:
    """Tell whether an answer says who else edits the page, and whether there is a newer version than the form's."""
    return answer.request.method == "POST" and "/ping/" in answer.url


@pytest.mark.parametrize("language", KEPT)
def test_whoever_publishes_over_an_unseen_version_reads_that_both_are_kept(
    window: Callable[[str, str], Page], page: Page, served_library: ServedLibrary, language: str
) -> None:
    slug = f"sorting-together-{language}"
    theirs = window("admin", "en-GB")
    new_training(theirs, served_library, f"Sorting together {language}")
    publish(theirs)
    address = edit_address(theirs, served_library, slug)
    mine = window("editor", language)
    mine.add_init_script(SAY_WHEN_WATCHED)
    mine.goto(address)

    wait_until_watched(mine)
    theirs.goto(address)
    theirs.locator("#id_title").fill("What the administrator wrote")
    publish(theirs)
    mine.locator("#id_title").fill("What the editor wrote")
    # The form saves itself and is refused, or hears of the newer version before it does so, and saves itself no more.
    with mine.expect_response(is_news, timeout=60_000):
        pass
    choose_action(mine, "[name=action-publish]")
    with mine.expect_navigation():
        mine.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]").click()

    expect(mine.locator(".messages")).to_contain_text(KEPT[language])
    expect(mine.locator("#id_title")).to_have_value("What the editor wrote")
    page.goto(served_library.address(f"/en/trainings/{slug}/"))
    expect(page.locator("h1")).to_have_text("What the administrator wrote")
    mine.locator(".messages a", has=mine.locator("xpath=self::*[contains(@href, '/compare/')]")).click()
    expect(mine.locator("main")).to_contain_text("administrator")
    expect(mine.locator("main")).to_contain_text("editor")
