"""The links that stand on every page, and the site's words for this language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page

from cms.languages import LANGUAGE_CODES, Edition
from cms.visibility import public_pages


@dataclass(frozen=True)
class NavigationLink:
    """A link to a page below the home page.

    `current` when the reader is there or below it; `in_menu` for the library, else it is about the site.
    """

    title: str
    address: str
    current: bool
    in_menu: bool
    model: Any


@dataclass(frozen=True)
class Navigation:
    """The frame of a language: its home's words and the links to what lies below it."""

    home: Page | None
    links: tuple[NavigationLink, ...] = ()

    @property
    def library(self) -> list[NavigationLink]:
        """Return the links to the library."""
        return [link for link in self.links if link.in_menu]

    @property
    def about(self) -> list[NavigationLink]:
        """Return the links to the pages about the site."""
        return [link for link in self.links if not link.in_menu]

    @property
    def feeds(self) -> list[NavigationLink]:
        """Return the links to the lists that can be followed."""
        return [link for link in self.links if link.model.has_feed]


def navigation(language: str, path: str, home: Page | None = None) -> Navigation:
    """Return the navigation of a language, for a reader at `path`.

    Two queries, for its public home page, where that is not given, and for what lies below it.
    """
    if home is None:
        home = public_pages(_homes().filter(url_path=home_address(language))).first()
    if home is None:
        return Navigation(None)
    children = (
        public_pages(Page.objects.child_of(home))
        .order_by("path")
        .values_list("title", "url_path", "show_in_menus", "content_type__app_label", "content_type__model")
    )
    return Navigation(
        home,
        tuple(
            NavigationLink(title, address, path.startswith(address), in_menu, apps.get_model(app, model))
            for title, address, in_menu, app, model in children
        ),
    )


def home_address(language: str) -> str:
    """Return the address of a language's front page."""
    return f"/{language}/"


def search_address(language: str) -> str:
    """Return the address of the search in a language."""
    return f"/{language}/search/"


def home_editions() -> list[Edition]:
    """Return all our languages with the home page of those that have a public one: one query."""
    public = set(public_pages(_homes()).values_list("url_path", flat=True))
    return [Edition(code, address if (address := home_address(code)) in public else None) for code in LANGUAGE_CODES]


def _homes() -> QuerySet[Any]:
    return apps.get_model("home", "HomePage")._default_manager.defer("body")
