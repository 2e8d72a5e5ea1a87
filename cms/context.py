"""What every page shows around its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db.models import Value
from django.db.models.functions import StrIndex

from cms.editions import editions
from cms.links import links_of
from cms.pictures import with_renditions
from cms.presenting import Context
from cms.structured import breadcrumbs
from cms.visibility import public_pages

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cms.models.pages import BasePage
    from cms.passages import Passage

HOME_DEPTH = 2


class Crumb(NamedTuple):
    """A page above this one."""

    title: str
    address: str


def page_context(page: BasePage, _request: HttpRequest, context: Context) -> Context:
    """Return the languages, the breadcrumb and the sections of a page, and what these show.

    Two queries, and where there are links to pages, links to documents or pictures, one for each.
    """
    in_languages = editions(page)
    addresses = {edition.language: settings.SITE_URL + edition.address for edition in in_languages if edition.address}
    passages = context["view"].passages
    links = links_of(passages, page.language, [getattr(page, "successor_id", None)])
    with_renditions([*pictures(passages), getattr(page, "image", None)])
    is_home = page.depth == HOME_DEPTH
    crumbs = [] if is_home else breadcrumb(page)
    return {
        "editions": in_languages,
        "alternates": addresses,
        "default_alternate": f"{settings.SITE_URL}/" if is_home else addresses.get(page.original_language),
        "canonical": settings.SITE_URL + page.url_path,
        "crumbs": crumbs,
        "breadcrumb_data": breadcrumbs(crumbs, page),
        "passages": passages,
        "withdrawn_on": getattr(page, "withdrawn_on", None),
        "links": links,
        "successor": links.pages.get(getattr(page, "successor_id", None) or 0),
    }


def pictures(passages: Iterable[Passage]) -> Iterator[Any]:
    """Yield the pictures of some sections."""
    for passage in passages:
        for block in passage.blocks:
            yield from block.block.shown_pictures(block.value)


def breadcrumb(page: BasePage) -> list[Crumb]:
    """Return the public pages above `page`, the language's home first."""
    above = (
        public_pages()
        .alias(at=StrIndex(Value(page.path), "path"))
        .filter(at=1, depth__gt=1, depth__lt=page.depth)
        .order_by("depth")
        .values_list("title", "url_path")
    )
    return [Crumb(title, address) for title, address in above]
