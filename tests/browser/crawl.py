"""Walks through the whole administration in each language, as each of those who work in it (`make crawl`).

Not among the tests, for it takes hours: `tests/browser/test_administration_language.py` walks a part of the way.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.browser.crawling import Crawl
from tests.english import LANGUAGES, ROLES, furnished, seeds, session


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_administration_is_english_cut_off_or_shut_to_anybody(
    tab_of: Callable[[Client], Page], language: str, role: str
) -> None:
    held = furnished(language)
    crawl = Crawl(tab_of(session(role, language)), language, held)
    crawl.walk(seeds())
    assert not crawl.report(), f"{len(crawl.seen)} screens\n{crawl.report()}"
