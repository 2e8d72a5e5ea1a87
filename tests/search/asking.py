"""Short ways to publish a text and to ask for it."""

from __future__ import annotations

import re
from html import unescape
from http import HTTPStatus
from typing import Any

from django.test import Client
from django.utils import translation

from cms.selection import Selection
from home.models import StandardPage
from search.request import SearchRequest
from search.results.page import ResultsPage
from tests.factories.home import StandardPageFactory, home

CLIENT = Client()


def publish(text: str, language: str = "en", title: str = "A page", **fields: Any) -> StandardPage:
    """Publish a page about the site with one section of text."""
    fields.setdefault("body", [("text", f"<p>{text}</p>")])
    fields.setdefault("parent", home(language))
    page: StandardPage = StandardPageFactory(title=title, **fields)
    return page


def ask(
    text: str, language: str = "en", *, results_in: str = "", verbatim: bool = False, **selection: Any
) -> ResultsPage:
    """Return what comes of a search on the page of a language."""
    with translation.override(language):
        search = SearchRequest(language, results_in or language, text, Selection(**selection), verbatim)
        outcome = ResultsPage(search)
        on_top = {hit.document_id for hit in outcome.best_bets}
        below = [hit for hit in outcome.answer.hits if hit.document_id not in on_top]
        assert len(outcome.results) == len(on_top) + len(below)
        return outcome


def titles(outcome: ResultsPage) -> list[str]:
    """Return the titles of the strict hits in order."""
    return ["".join(part.text for part in result.title) for result in outcome.strict]


def finds(text: str, language: str = "en", **search: Any) -> list[str]:
    """Return the titles of the strict hits of a search."""
    return titles(ask(text, language, **search))


def show(query: str, language: str = "en", **parameters: Any) -> str:
    """Return the search page."""
    answer = CLIENT.get(f"/{language}/search/", {"q": query, **parameters})
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


def text_of(html: str) -> str:
    """Return the text of a page in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
