"""The frame of the site in a language: the words of its front page, and what lies right below it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api.language_choice import FALLBACK, LANGUAGE, LanguageChoice
from api.lists import Listed
from api.operations import Operation, operation
from api.problems import ProblemError
from api.schemas import Answer, described
from cms.languages import LANGUAGE_CODES
from cms.navigation import NavigationLink, home_editions
from cms.navigation import navigation as frame
from cms.site_addresses import home_address, permanent_address, whole


class Home(Answer):
    """The front page of a language."""

    model_config = described(gettext_noop("The front page of a language, and what it says on every page."))

    address: str = Field(description=gettext_noop("Address of the front page."))
    tagline: str = Field(description=gettext_noop("What the site is, in a few words."))
    notice: str = Field(description=gettext_noop("A notice for all readers; empty where there is none."))
    publisher: str = Field(description=gettext_noop("Who publishes the site."))


class Link(Answer):
    """A page right below the front page."""

    model_config = described(gettext_noop("A page right below the front page."))

    title: str = Field(description=gettext_noop("Title of the page."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    address: str = Field(description=gettext_noop("Address of the page."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    is_in_menu: bool = Field(description=gettext_noop("Whether it belongs to the library; else it is about the site."))
    lists: str | None = Field(description=gettext_noop("Type of the works that it lists; null where it is no list."))
    feed: str | None = Field(description=gettext_noop("Address of its feed (Atom); null where it has none."))


class Navigation(Listed):
    """The frame of the site."""

    model_config = described(gettext_noop("The frame of the site in a language."))

    language: str = Field(description=gettext_noop("Code of the language served."))
    requested: str = Field(description=gettext_noop("Code of the language asked for."))
    home: Home = Field(description=gettext_noop("The front page."))
    items: list[Link] = Field(description=gettext_noop("The items, in order."))


EXAMPLE = {
    "count": 1,
    "next": None,
    "previous": None,
    "language": "en",
    "requested": "lv",
    "home": {
        "address": "https://library.example.org/en/",
        "tagline": "What projects leave behind, in six languages",
        "notice": "",
        "publisher": "Library of projects",
    },
    "items": [
        {
            "title": "Handbooks",
            "key": "0a7b2f3c-16c0-4d0c-8a5a-7a2f9d6c1b11",
            "address": "https://library.example.org/en/handbooks/",
            "permanent_address": "https://library.example.org/id/12/",
            "is_in_menu": True,
            "lists": "handbook",
            "feed": "https://library.example.org/en/handbooks/?format=atom",
        }
    ],
}


@operation(
    Operation(
        path="navigation",
        name="get_navigation",
        summary=gettext_noop("Navigation"),
        description=gettext_noop(
            "The front page of a language with its words, and the public pages right below it: the lists of the "
            "library and the pages about the site, in their order."
        ),
        parameters=(LANGUAGE, FALLBACK),
        answer=Navigation,
        example=EXAMPLE,
    )
)
def navigation(request: HttpRequest, asked: dict[str, Any]) -> Navigation:
    """Answer with the frame of the first language that has a public front page: two statements."""
    wanted = LanguageChoice.of(asked)
    there = [edition.language for edition in home_editions() if edition.address]
    language = next((code for code in wanted.languages if code in there), None)
    if language is None and wanted.is_open:
        language = next((code for code in (settings.LANGUAGE_CODE, *LANGUAGE_CODES) if code in there), None)
    found = frame(language, "") if language else None
    if language is None or found is None or found.home is None:  # or gone in between
        raise ProblemError(HTTPStatus.NOT_FOUND, languages=there)
    return Navigation(
        count=len(found.links),
        next=None,
        previous=None,
        language=language,
        requested=wanted.requested,
        home=Home(
            address=whole(home_address(language)),
            tagline=found.home.tagline,
            notice=found.home.notice,
            publisher=found.home.publisher,
        ),
        items=[_link(link) for link in found.links],
    )


def _link(link: NavigationLink) -> Link:
    address = whole(link.address)
    return Link(
        title=link.title,
        key=link.key,
        address=address,
        permanent_address=whole(permanent_address(link.number)),
        is_in_menu=link.in_menu,
        lists=getattr(link.model, "facet_type", "") or None,
        feed=f"{address}?format=atom" if link.model.has_feed else None,
    )
