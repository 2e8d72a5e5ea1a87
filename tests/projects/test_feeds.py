"""Feeds as programs of other people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from django.test import Client

from cms.languages import LANGUAGE_CODES
from tests.factories.home import home
from tests.factories.projects import INDEX_FACTORIES, PAGE_FACTORIES, index

pytestmark = pytest.mark.django_db


def read(facet_type: str, language: str = "en", **query: str) -> Any:
    """Return the feed of a list as its reader's program understands it."""
    address = index(facet_type, home(language)).url_path
    found = feedparser.parse(Client().get(address, {"format": "atom", **query}).content)
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("facet_type", INDEX_FACTORIES)
def test_an_entry_leads_to_its_edition_in_the_language_of_the_feed(facet_type: str) -> None:
    make = PAGE_FACTORIES[facet_type]
    first = make(parent=index(facet_type, home("bg")), title="Original", original_language="bg")
    for language in LANGUAGE_CODES[1:]:
        make(parent=index(facet_type, home(language)), title=f"In {language}", translation_of=first)
    for language in LANGUAGE_CODES:
        feed = read(facet_type, language)
        (entry,) = feed.entries
        assert entry.link.startswith(f"http://testserver/{language}/")
        assert feed.feed.link == f"http://testserver{index(facet_type, home(language)).url_path}"
        assert [(link.rel, link.hreflang) for link in entry.links] == [("alternate", language)]


@pytest.mark.parametrize(
    ("there", "feed", "shown"),
    [("pl bg en", "lv", "en"), ("pl bg", "lv", "pl"), ("pl lv", "lv", "lv"), ("bg", "pl", "bg")],
)
def test_without_an_edition_in_its_language_it_leads_to_the_one_that_the_list_shows(
    there: str, feed: str, shown: str
) -> None:
    first, *others = there.split()
    source = PAGE_FACTORIES["project"](parent=index("project", home(first)), title=first, original_language=first)
    for language in others:
        PAGE_FACTORIES["project"](parent=index("project", home(language)), title=language, translation_of=source)
    (entry,) = read("project", feed).entries
    assert (entry.link, entry.title, entry.title_detail.language) == (
        f"http://testserver/{shown}/projects/{shown}/", shown, shown,
    )  # fmt: skip


def test_a_reader_s_program_gets_what_was_written() -> None:
    page = PAGE_FACTORIES["bulletin"](
        parent=index("bulletin", home()),
        title="Łódź & <община>",
        summary="„Цитат“ \x0b & more",
        date=date(2026, 1, 1),
        first_published_at=datetime(2026, 1, 2, 3, tzinfo=UTC),
        last_published_at=datetime(2026, 3, 4, 5, tzinfo=UTC),
    )
    feed = read("bulletin")
    (entry,) = feed.entries
    assert (entry.id, entry.title_detail.type) == (f"http://testserver/id/{page.pk}/", "text/plain")
    assert (entry.title, entry.summary) == ("Łódź & <община>", "„Цитат“  & more")
    assert entry.published_parsed[:5] == (2026, 1, 2, 3, 0)
    assert entry.updated_parsed[:5] == feed.feed.updated_parsed[:5] == (2026, 3, 4, 5, 0)
    assert feed.version == "atom10"


def test_a_program_learns_that_a_work_was_withdrawn() -> None:
    PAGE_FACTORIES["project"](
        parent=index("project", home("pl")),
        title="Jeden",
        summary="Co zrobiono.",
        withdrawn_on=date(2026, 5, 4),
        withdrawal_reason="Zawierał błędy.",
    )
    (entry,) = read("project", "lv").entries
    assert entry.title == "Jeden (wycofano)"
    assert entry.summary == "Wycofano 4\xa0maja 2026. Zawierał błędy. Co zrobiono."
    assert [tag.term for tag in entry.tags] == ["withdrawn"]
