"""The frame of the site for programs: its front page and what lies right below it, in the language that is there."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import index

pytestmark = pytest.mark.django_db


def navigation(query: str = "", status: HTTPStatus = HTTPStatus.OK) -> dict[str, Any]:
    """Return the frame, or the problem."""
    answer = Client().get(f"/api/v1/navigation{query}")
    assert answer.status_code == status, answer.content
    body: dict[str, Any] = answer.json()
    return body


def test_the_lists_of_the_library_and_the_pages_about_the_site_are_told_in_their_order() -> None:
    front = home("nb", tagline="Prosjekter", publisher="Biblioteket")
    projects = index("project", front)
    about = StandardPageFactory(parent=front, title="Om", slug="om")
    body = navigation("?language=nb")
    assert (body["language"], body["requested"], body["count"]) == ("nb", "nb", 2)
    words = {"tagline": "Prosjekter", "notice": "", "publisher": "Biblioteket"}
    assert body["home"] == {"address": "http://testserver/nb/", **words}
    first, second = body["items"]
    assert first == {
        "title": projects.title,
        "key": str(projects.translation_key),
        "address": f"http://testserver{projects.url_path}",
        "permanent_address": f"http://testserver/id/{projects.pk}/",
        "is_in_menu": True,
        "lists": "project",
        "feed": f"http://testserver{projects.url_path}?format=atom",
    }
    assert second["key"] == str(about.translation_key)
    assert (second["lists"], second["feed"], second["is_in_menu"]) == (None, None, False)


def test_nothing_is_told_of_what_is_not_public() -> None:
    front = home()
    StandardPageFactory(parent=front, title="Draft", live=False)
    closed = StandardPageFactory(parent=front, title="Closed")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert navigation()["items"] == []


@pytest.mark.parametrize(
    ("query", "language"),
    [("?language=nb&fallback=en", "en"), ("?language=nb&fallback=lv,pl,en", "pl"), ("?language=nb&fallback=*", "en")],
)
def test_the_first_language_that_is_there_is_served(query: str, language: str) -> None:
    home("pl")
    body = navigation(query)
    assert (body["requested"], body["language"]) == ("nb", language)
    assert body["home"]["address"] == f"http://testserver/{language}/"


@pytest.mark.parametrize("query", ["?language=nb", "?language=nb&fallback=lv", "?language=nb&fallback="])
def test_a_language_that_is_not_there_is_a_problem_that_lists_those_that_are(query: str) -> None:
    home("pl")
    body = navigation(query, HTTPStatus.NOT_FOUND)
    assert body["languages"] == ["en", "pl"]
    assert "en, pl" in body["detail"]


def test_without_any_public_front_page_there_is_nothing() -> None:
    Page.objects.filter(depth=2).update(live=False)
    assert navigation("?fallback=*", HTTPStatus.NOT_FOUND)["languages"] == []
