"""The administration walked through link by link, and what of it is English to who reads another language.

A screen is every address that a link of another screen leads to; addresses that differ by a number are one. On each,
what scripts make is opened: menus, choosers, blocks, calendars; an empty form is sent, so that it says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import polib
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import CharField, FileField, TextField
from django.db.models.fields.files import FieldFile
from django.test import Client
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation
from playwright.sync_api import Error, Locator
from playwright.sync_api import Page as Tab
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.catalogues import catalogue_path
from cms.models import LibraryDocument, LibraryImage
from cms.supplements import packages, said, supplement
from projects.models import Organisation, Place, Programme, Term, Topic, Unit
from tests.editing import signed_in
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import submitted, translated
from translation.groups import ADMINISTRATORS, STAFF, ensure_groups, translators

WORD = re.compile(r"[^\W\d_]{3,}")
LATIN = re.compile(r"[A-Za-z]{3,}")
# Not screens: who goes there signs out, gets a file, or leaves the administration.
ELSEWHERE = re.compile(r"/(logout|download|export|jsi18n|sprite|userbar|styleguide|api)\b")
# Not words to read: scripts; what is typed as it stands; keys, called as on a keyboard; a text that somebody wrote;
# what a program calls a type of page; languages by their own names, time zones by those of their register; a button
# that no style of Wagtail shows.
LEFT_OUT = (
    "script, style, noscript, code, pre, kbd, .public-DraftEditor-content, .app-label, .xdsoft_save_selected, "
    "select[name$=preferred_language], select[name$=current_time_zone]"
)
# Words that are the same in every language.
FAMILIAR = {
    **dict.fromkeys(("avif", "gif", "jpeg", "jpg", "pdf", "png", "webp", "docx", "xlsx"), "formats of files"),
    "localhost": "the name of this machine",
    "vademecum": "the name of the site",
}
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
LONG = 5  # letters of a content that is told inside of a sentence too
WRITTEN = (CharField, TextField, FileField, StreamField)
EVERY_SCREEN = 10_000  # more than there are
MOST_OPENED = 6  # of a kind on one screen; the seventh is like the sixth


@cache
def english_words() -> frozenset[str]:
    """Return the words that our texts and the packages' have in English."""
    ours = (entry.msgid + " " + entry.msgid_plural for entry in polib.pofile(str(catalogue_path("en"))))
    theirs = (
        f"{entry.message.singular} {entry.message.plural}"
        for domain in ("django", "djangojs")
        for entry in said(domain).values()
    )
    return frozenset(words_of([*ours, *theirs]))


@cache
def in_language(language: str) -> frozenset[str]:
    """Return the texts that all catalogues of a language have."""
    texts = [str(text) for _key, text in DjangoTranslation(language)._catalog.items()]
    for package in packages():
        path = package.catalogue(language, "djangojs").with_suffix(".mo")
        texts += [entry.msgstr for entry in polib.mofile(str(path))] if path.exists() else []
    texts += [entry.msgstr for entry in supplement(language, "djangojs").values()]
    return frozenset(texts)


@cache
def words_of_language(language: str) -> frozenset[str]:
    """Return the words that all catalogues of a language have."""
    return frozenset(words_of(in_language(language)))


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts in small letters, without placeholders and tags."""
    for text in texts:
        yield from WORD.findall(re.sub(r"%\(\w+\)\w|{\w*}|<[^>]*>|&\w+;", " ", text).lower())


def contents() -> frozenset[str]:
    """Return what the library itself holds: its texts are in whatever language somebody wrote them."""
    found: set[str] = set()
    models = [model for name in ("home", "projects", "cms") for model in apps.get_app_config(name).get_models()]
    for model in [*models, get_user_model()]:
        fields = [field for field in model._meta.concrete_fields if isinstance(field, WRITTEN) and not field.choices]
        for row in model._default_manager.all():
            for written in fields:
                found.update(texts_in(getattr(row, written.attname)))
    return frozenset(found)


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts in a value, each as a screen shows it: whole, in lines, without its marks."""
    if isinstance(value, FieldFile):
        yield Path(value.name or "").name
    elif isinstance(value, str):
        pieces = [re.sub(r"<[^>]*>", "", value), *re.split(r"<[^>]*>|\n", value)]
        yield from (" ".join(text.split()) for text in pieces if text.strip())
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, StreamValue):
        yield from texts_in(list(value.raw_data))
    elif isinstance(value, Iterable):
        for inner in value:
            yield from texts_in(inner)


@cache
def untranslated(language: str) -> frozenset[str]:
    """Return the English of every text of ours and the packages' that is another in a language, whole."""
    with translation.override(language):
        ours = {entry.msgid for entry in polib.pofile(str(catalogue_path("en")))}
        theirs = {entry.message.singular for entry in said("django").values()}
        texts = {text.strip() for text in ours | theirs}
        return frozenset(text for text in texts if translation.gettext(text) != text) - in_language(language)


def english_in(text: str, language: str, contents: frozenset[str]) -> list[str]:
    """Return the words of a text that are English to who reads a language.

    In another alphabet every Latin word is suspect; in ours, one of our texts' or the packages' English only.
    """
    if text in contents:
        return []
    if text in untranslated(language):
        return [text]
    for content in sorted(contents, key=len, reverse=True):
        if len(content) >= LONG and content in text:
            text = text.replace(content, " ")
    words = set(words_of([text])) - words_of_language(language) - FAMILIAR.keys()
    is_suspect = LATIN.fullmatch if language == "bg" else english_words().__contains__
    return sorted(word for word in words if is_suspect(word))


@dataclass
class Crawl:
    """One walk through the administration."""

    tab: Tab
    language: str
    contents: frozenset[str]
    limit: int = EVERY_SCREEN
    seen: set[str] = field(default_factory=set)
    found: dict[str, str] = field(default_factory=dict)  # a text with English in it: the first screen that says it

    def walk(self, seeds: Iterable[str]) -> dict[str, str]:
        """Visit the seeds and everything that they lead to; return each text with English, and where it is said."""
        waiting = list(seeds)
        kinds = {self.kind(address) for address in waiting}
        while waiting and len(self.seen) < self.limit:
            address = waiting.pop(0)
            self.seen.add(address)
            for link in self.visit(address):
                if self.kind(link) not in kinds:
                    kinds.add(self.kind(link))
                    waiting.append(link)
        return self.found

    def report(self) -> str:
        """Return a line for each text: where it is said, its English words, and the text."""
        return "\n".join(
            f"{place}: {', '.join(english_in(text, self.language, self.contents))}: {text[:200]}"
            for text, place in sorted(self.found.items(), key=lambda pair: pair[1])
        )

    @staticmethod
    def kind(address: str) -> str:
        """Return what addresses that differ by a number or a language have in common."""
        return re.sub(r"\d+", "0", urlsplit(address).path)

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
        links = [link for link in self.tab.evaluate(LINKS) if self.is_screen(link)]
        self.open_all(address)
        self.send_empty(address)
        return links

    def is_screen(self, link: str) -> bool:
        """Tell whether a link leads to a screen of the administration."""
        path = urlsplit(link).path
        return path.startswith("/admin/") and not ELSEWHERE.search(path)

    def read(self, address: str) -> None:
        """Keep what the screen says in English."""
        for text in self.tab.evaluate(TEXTS, LEFT_OUT):
            if text not in self.found and english_in(text, self.language, self.contents):
                self.found[text] = urlsplit(address).path

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


LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
ROLES: dict[str, Callable[[str], str]] = {
    "editor": lambda language: STAFF,
    "translator": translators,
    "administrator": lambda language: ADMINISTRATORS,
}


def session(role: str, language: str) -> Client:
    """Return the browser of somebody who works in a language in one of the roles."""
    ensure_groups()
    user = get_user_model().objects.create_user("vexil", "vexil@example.org")
    user.groups.set(Group.objects.filter(name=ROLES[role](language)))
    return signed_in("vexil", language)


def furnished(language: str) -> frozenset[str]:
    """Make a library with every type of page, and one page that is handed over for translation; return what it holds.

    Titles and names are no words of any language, so that one of the interface is not taken for them.
    """
    home(language)
    for make in EVERY_PAGE.values():
        make()
    before = contents()
    for number, page in enumerate(Page.objects.filter(depth__gt=2).specific()):
        type(page).objects.filter(pk=page.pk).update(title=f"Vexil {number}", draft_title=f"Vexil {number}")
    for model in (LibraryImage, LibraryDocument):
        model.objects.update(title="Kromba")
    for model in (Organisation, Place, Programme, Term, Topic, Unit):
        model.objects.update(name="Zynthar")
    shelf = index("project", home())
    translated(shelf, language)
    submitted(ProjectPageFactory(parent=shelf, title="Vexil"), language)
    return before | contents()


def seeds() -> list[str]:
    """Return where a walk begins: the first page, and the form of a page of each type, of a translation too."""
    newest = {type(page): page.pk for page in Page.objects.filter(depth__gt=1).specific()}
    drafts = Page.objects.filter(live=False).values_list("pk", flat=True)
    forms = [f"/admin/pages/{key}/edit/" for key in sorted({*newest.values(), *drafts})]
    return ["/admin/", *forms]
