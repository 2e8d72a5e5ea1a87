"""The library as a browser meets it, and what several browser tests do with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

# WCAG 2.2 to level AA, and what axe-core calls good practice.
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@dataclass(frozen=True)
class ServedLibrary:
    """The demonstration library as `make run` serves it, with a database of its own."""

    url: str
    process: int
    passwords: dict[str, str]

    def address(self, path: str) -> str:
        """Return the full address of a path of the site."""
        return self.url + path


@contextmanager
def readers_tab(browser: Browser, address: str) -> Iterator[Page]:
    """Give a tab of a reader with an English browser at an address; fails when a script, a file or a policy does."""
    window = browser.new_context(base_url=address, locale="en-GB", viewport={"width": 1280, "height": 900})
    window.set_default_timeout(15_000)
    tab = window.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield tab
    window.close()
    assert not faults


def sign_in(tab: Page, library: ServedLibrary, name: str) -> None:
    """Sign in to the administration as one of the demonstration's users."""
    tab.goto(library.address("/admin/login/"))
    tab.fill("input[name=username]", name)
    tab.fill("input[name=password]", library.passwords[name])
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert "/login/" not in tab.url


# Wagtail looks for changes from the third second on: what was typed before counts as unchanged.
SAY_WHEN_WATCHED = """
window.addEventListener("w-unsaved:watch-edits", () => { document.documentElement.dataset.watched = "yes"; });
"""


def wait_until_watched(tab: Page) -> None:
    """Wait until a change of the form is noticed; the tab was opened with SAY_WHEN_WATCHED."""
    expect(tab.locator("html")).to_have_attribute("data-watched", "yes")


def choose_action(tab: Page, selector: str) -> None:
    """Click one of the editor's actions, in whatever language they are named."""
    if not tab.locator(selector).first.is_visible():
        tab.locator("footer [data-w-dropdown-target=toggle]").click()
    tab.locator(selector).first.click()


def action(tab: Page, selector: str) -> None:
    """Choose one of the editor's actions and wait for the page that answers."""
    with tab.expect_navigation():
        choose_action(tab, selector)


def accessibility_faults(tab: Page) -> list[str]:
    """Return what axe-core finds wrong on the page that the tab shows, one line an element."""
    results = Axe().run(tab, options=AXE_OPTIONS)
    return [
        f"{violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
