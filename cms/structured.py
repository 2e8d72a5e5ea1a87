"""What pages say of themselves to search engines, in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings

from cms.withdrawal import titled

if TYPE_CHECKING:
    from cms.models.pages import BasePage
    from cms.presenting import About

Data = dict[str, Any]
_CONTEXT = "https://schema.org"


def breadcrumbs(above: Sequence[tuple[str, str]], page: BasePage) -> Data | None:
    """Return the pages above a page, their titles and addresses, and itself; None where there are none above."""
    if not above:
        return None
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": settings.SITE_URL + address}
            for position, (name, address) in enumerate([*above, (page.title, page.url_path)], start=1)
        ],
    }


def website(page: BasePage, languages: Iterable[str]) -> Data:
    """Return the site at its front page, with its search."""
    address = settings.SITE_URL + page.url_path
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": settings.WAGTAIL_SITE_NAME,
        "description": page.summary or page.title,
        "url": address,
        "inLanguage": list(languages),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{address}search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def collection(page: BasePage, works: Iterable[BasePage], total: int, first: int) -> Data:
    """Return a list: how many works it has, and those from place `first` on that this page shows."""
    return {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": page.title,
        "description": page.summary or page.title,
        "url": settings.SITE_URL + page.url_path,
        "inLanguage": page.language,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": total,
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": titled(work.title, getattr(work, "withdrawn_on", None), work.language),
                    "url": settings.SITE_URL + work.url_path,
                }
                for position, work in enumerate(works, start=first)
            ],
        },
    }


def term_set(page: About, terms: Iterable[tuple[str, str]]) -> Data:
    """Return a glossary; a term is its anchor and its name in the page's language."""
    address = settings.SITE_URL + page.address
    return {
        "@context": _CONTEXT,
        "@type": "DefinedTermSet",
        "name": page.title,
        "@id": address,
        "inLanguage": page.language,
        "hasDefinedTerm": [{"@type": "DefinedTerm", "@id": f"#{anchor}", "name": name} for anchor, name in terms],
    }
