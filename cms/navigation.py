"""The links that stand on every page, and the site's words for this language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone
from wagtail.models import Page

from cms.editions import Edition
from cms.languages import LANGUAGE_CODES
from cms.prepared import Prepared, Slot
from cms.site_addresses import home_address
from cms.visibility import NOW, public_pages


@dataclass(frozen=True)
class NavigationLink:
    """A link to a page below the home page.

    `number` and `key` are the page's. `current` when the reader is there or below it; `in_menu` for the library, else
    it is about the site.
    """

    number: int
    key: UUID
    title: str
    address: str
    current: bool
    in_menu: bool
    model: Any


class HomeWords(NamedTuple):
    """What a front page says on every page of its language."""

    tagline: str
    notice: str
    publisher: str


@dataclass(frozen=True)
class Navigation:
    """The frame of a language: its home's words and the links to what lies below it."""

    home: HomeWords | Page | None
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


# One step of the index a child, however much lies below each: a path is its parent's and four signs.
_HOME_AND_BELOW = """
WITH RECURSIVE home (path) AS (SELECT path FROM wagtailcore_page WHERE slug = %s AND url_path = %s),
below (path) AS (
    SELECT (SELECT MIN(p.path) FROM wagtailcore_page p WHERE p.path > home.path AND p.path < home.path || 'ZZZZZZZZ')
    FROM home
    UNION ALL
    SELECT (SELECT MIN(p.path) FROM wagtailcore_page p, home
            WHERE p.path > below.path || 'ZZZZZZZZ' AND p.path < home.path || 'ZZZZZZZZ')
    FROM below WHERE below.path IS NOT NULL
)
SELECT path FROM home UNION ALL SELECT path FROM below
"""


def _frame() -> QuerySet[Page, Any]:
    """Return a language's public front page and what is public right below it, the front page first."""
    paths: Any = RawSQL(_HOME_AND_BELOW, (Slot("code"), Slot("address")))  # noqa: S611  our own SQL
    return (
        public_pages(Page.objects.filter(path__in=paths), NOW)
        .order_by("path")
        .values_list(
            "pk", "translation_key", "title", "url_path", "show_in_menus",
            "content_type__app_label", "content_type__model",
            *(f"{_front_page_model()._meta.model_name}__{name}" for name in HomeWords._fields),
        )
    )  # fmt: skip


_FRAME = Prepared(_frame)


def navigation(language: str, path: str, home: Page | None = None) -> Navigation:
    """Return the navigation of a language, for a reader at `path`: one query.

    `home` is a front page that is not yet public, in a preview.
    """
    address = home_address(language)
    rows = _FRAME.rows(now=timezone.now(), code=language, address=address)
    links = tuple(
        NavigationLink(number, key, title, below, path.startswith(below), in_menu, apps.get_model(app, model))
        for number, key, title, below, in_menu, app, model, *_words in rows
        if below != address
    )
    if home is None and rows and rows[0][3] == address:
        return Navigation(HomeWords(*rows[0][7:]), links)
    return Navigation(home, links if home else ())


def search_address(language: str) -> str:
    """Return the address of the search in a language."""
    return f"/{language}/search/"


def home_editions() -> list[Edition]:
    """Return all our languages with the home page of those that have a public one: one query."""
    public = set(public_pages(_homes()).values_list("url_path", flat=True))
    return [Edition(code, address if (address := home_address(code)) in public else None) for code in LANGUAGE_CODES]


def _homes() -> QuerySet[Any]:
    return _front_page_model()._default_manager.defer("body")


def _front_page_model() -> Any:
    return apps.get_model(settings.FRONT_PAGE_MODEL)
