"""What robots are told: the sitemap of every language, and what to leave alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
CHANGED = datetime(2026, 11, 3, 12, tzinfo=UTC)


def sitemap(address: str) -> ElementTree.Element:
    answer = Client().get(address)
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def locations(address: str) -> list[str | None]:
    return [found.text for found in sitemap(address).iterfind(".//s:loc", NAMES)]


def test_the_index_lists_the_sitemap_of_each_language_that_has_public_pages() -> None:
    home("pl")
    home("bg", live=False)
    assert locations("/sitemap.xml") == ["http://testserver/sitemap-en.xml", "http://testserver/sitemap-pl.xml"]


def test_a_language_s_sitemap_lists_its_public_pages_only() -> None:
    english = home()
    StandardPageFactory(parent=english, slug="open")
    StandardPageFactory(parent=english, slug="draft", live=False)
    StandardPageFactory(parent=english, slug="over", expire_at=timezone.now() - timedelta(minutes=1))
    StandardPageFactory(parent=home("bg"), slug="other")
    closed = StandardPageFactory(parent=english, slug="closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert locations("/sitemap-en.xml") == ["http://testserver/en/", "http://testserver/en/open/"]


def test_each_page_names_its_languages_and_its_last_change() -> None:
    page = StandardPageFactory(parent=home(), slug="about", last_published_at=CHANGED)
    StandardPageFactory(parent=home("bg"), slug="za-sayta", translation_of=page)
    of_page = sitemap("/sitemap-en.xml").findall("s:url", NAMES)[-1]
    assert of_page.findtext("s:lastmod", namespaces=NAMES) == "2026-11-03T14:00:00+02:00"
    assert {link.get("hreflang"): link.get("href") for link in of_page.iterfind("x:link", NAMES)} == {
        "bg": "http://testserver/bg/za-sayta/",
        "en": "http://testserver/en/about/",
    }


def test_a_language_that_is_not_ours_has_no_sitemap() -> None:
    assert Client().get("/sitemap-de.xml").status_code == HTTPStatus.NOT_FOUND


def test_a_sitemap_asks_two_questions_however_many_pages_there_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    english = home()
    for _number in range(5):
        StandardPageFactory(parent=english)
    # The pages of the language; the languages of all public pages.
    with django_assert_num_queries(2):
        Client().get("/sitemap-en.xml")


def test_robots_learn_where_the_sitemap_is_and_stay_away_from_the_administration_and_mail_links() -> None:
    text = Client().get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text
    assert "Disallow: /write/" in text


def test_the_old_address_of_the_site_s_sign_leads_to_it() -> None:
    assert Client().get("/favicon.ico")["Location"] == "/static/cms/favicon.ico"
