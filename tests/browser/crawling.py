"""The administration walked through link by link in a browser: what of it is English, cannot be read, or shuts out.

A screen is every address that a link of another screen leads to; addresses that differ by a number are one. On each,
what scripts make is opened: menus, choosers, blocks, calendars; an empty form is sent, so that it says what is wrong.
It is looked at on a desktop and on a telephone, and by axe-core.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Error, Locator, Page, ViewportSize

from tests.browser.actions import accessibility_faults
from tests.browser.layout import layout_faults
from tests.english import LEFT_OUT, english_in, is_screen, kind

# Every text and every attribute that somebody reads or hears, hidden ones too: menus are opened later. What says
# that it is in another language is meant to be.
TEXTS = """
(LEFT_OUT) => {
  const found = [document.title];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.closest(LEFT_OUT)) continue;
      const declared = element.closest("[lang]");
      if (declared && declared.lang !== document.documentElement.lang) continue;
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.localName === "template") look(element.content);
      for (const name of ["title", "alt", "placeholder", "aria-label", "aria-description", "label"])
        if (element.hasAttribute(name)) found.push(element.getAttribute(name));
      if (element.matches("input[type=submit], input[type=button]")) found.push(element.value);
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    }
  };
  look(document);
  return [...new Set(found.map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => text))];
}
"""
LINKS = "() => Array.from(document.querySelectorAll('a[href]'), (one) => one.href)"
# What is made when it is asked for: the choice of a block, a calendar, the tools of a text, a menu.
OPENED_IN_PLACE = (
    ".c-sf-add-button, [data-w-dropdown-target=toggle], input.hasDatepicker, .Draftail-Editor [contenteditable]"
)
EVERY_SCREEN = 10_000  # more than there are
MOST_OPENED = 6  # of a kind on one screen; the seventh is like the sixth
DESKTOP, TELEPHONE = ViewportSize(width=1400, height=1000), ViewportSize(width=390, height=844)
# What axe-core finds in the packages' own screens, whatever the language.
OF_PACKAGES = re.compile(
    r"page-has-heading-one"  # an entry's title is the last of the breadcrumbs
    r"|(?:region|skip-link) .*(?:skiplink|: [ap]$)"  # screens without a menu; a preview that could not be made
    r"|label .*(?:-cell-\d+-\d+$|#fileupload|\.ui-autocomplete-input|type=\"file\")"  # tables, uploads, tags, PO files
    r"|aria-input-field-name .*\.notranslate"  # running text in a table
    r"|landmark-unique .*#block-"  # two blocks of one kind
    r"|color-contrast .*(?:\.sc-|: \.(?:error|success)$)"  # localize's editor; a message that is still coming up
)


@dataclass
class Crawl:
    """One walk through the administration."""

    tab: Page
    language: str
    contents: frozenset[str]
    limit: int = EVERY_SCREEN
    seen: set[str] = field(default_factory=set)
    found: dict[str, str] = field(default_factory=dict)  # a text with English in it: the first screen that says it
    faults: dict[str, str] = field(default_factory=dict)  # what cannot be read or shuts out: the first such screen

    def walk(self, seeds: Iterable[str]) -> dict[str, str]:
        """Visit the seeds and everything that they lead to; return each text with English, and where it is said."""
        waiting = list(seeds)
        kinds = {kind(address) for address in waiting}
        while waiting and len(self.seen) < self.limit:
            address = waiting.pop(0)
            self.seen.add(address)
            for link in self.visit(address):
                if kind(link) not in kinds:
                    kinds.add(kind(link))
                    waiting.append(link)
        return self.found

    def report(self) -> str:
        """Return a line for each text: where it is said, its English words, and the text; then one for each fault."""
        english = (
            f"{place}: {', '.join(english_in(text, self.language, self.contents))}: {text[:200]}"
            for text, place in sorted(self.found.items(), key=lambda pair: pair[1])
        )
        return "\n".join((*english, *(f"{place}: {fault}" for fault, place in self.faults.items())))

    def visit(self, address: str) -> list[str]:
        """Read a screen, open what can be opened; return the addresses of the administration that it links to."""
        try:
            answer = self.tab.goto(address)
        except Error as error:
            if "Download is starting" in str(error) or "ERR_ABORTED" in str(error):
                return []
            raise
        if answer is None or "html" not in answer.headers.get("content-type", ""):
            return []
        self.tab.wait_for_load_state("load")
        self.read(address)
        self.look(address)
        links = [link for link in self.tab.evaluate(LINKS) if is_screen(link)]
        self.open_all(address)
        self.send_empty(address)
        return links

    def read(self, address: str) -> None:
        """Keep what the screen says in English."""
        for text in self.tab.evaluate(TEXTS, LEFT_OUT):
            if text not in self.found and english_in(text, self.language, self.contents):
                self.found[text] = urlsplit(address).path

    def look(self, address: str) -> None:
        """Keep what cannot be read on a telephone or a desktop, and what axe-core finds that is ours."""
        for size in (TELEPHONE, DESKTOP):
            self.tab.set_viewport_size(size)
            for fault in layout_faults(self.tab):
                self.faults.setdefault(fault, f"{urlsplit(address).path}, {size['width']} pixels")
        for fault in accessibility_faults(self.tab):
            if not OF_PACKAGES.match(fault):
                self.faults.setdefault(fault, urlsplit(address).path)

    def open_all(self, address: str) -> None:
        """Open what is made when it is asked for, and read it."""
        for opener in self.tab.locator(OPENED_IN_PLACE).all()[:MOST_OPENED]:
            if opener.is_visible():
                self.click(opener)
                self.read(address)
                self.tab.keyboard.press("Escape")
        for chooser in self.tab.locator("[data-chooser-action-choose]").all()[:MOST_OPENED]:
            if not chooser.is_visible():
                continue
            self.click(chooser)
            try:
                self.tab.locator(".modal.in .modal-body").wait_for(timeout=5_000)
            except Error:
                continue
            self.read(address)
            self.tab.evaluate("document.querySelector('.modal.in [data-dismiss=modal]')?.click()")
            self.tab.locator(".modal").first.wait_for(state="hidden", timeout=5_000)

    @staticmethod
    def click(opener: Locator) -> None:
        """Press something; what lies under something else is no fault of its words."""
        try:
            opener.click(timeout=2_000)
        except Error:
            return

    def send_empty(self, address: str) -> None:
        """Send the form of something new as it is, and read what is wrong with it."""
        if not re.search(r"/(add|create|new|reset)\b", address):
            return
        self.tab.evaluate(
            "document.querySelectorAll('main form').forEach((one) => { one.noValidate = true; })",
        )
        button = self.tab.locator("main form [type=submit]").last
        if not button.count() or not button.is_visible():
            return
        try:
            with self.tab.expect_navigation(timeout=10_000):
                button.click()
        except Error:
            return
        self.read(f"{address} (sent)")
