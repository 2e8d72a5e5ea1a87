"""An old address leads to the page with all that was asked of it, and tells nobody what they may not know."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client, TestCase
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, ProjectPageFactory, index

pytestmark = pytest.mark.django_db


def renamed(page: Any, slug: str) -> None:
    """Change the address of a page as its editor does."""
    page.slug = slug
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()


def closed(page: Page) -> None:
    """Let only who signs in read a page and what is below it."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize(
    "query", ["", "format=atom", "format=csv", "sort=title", "topic=a&topic=b&page=2", "q=%D0%BE%D0%B1%20a%26b"]
)
def test_a_renamed_list_is_found_with_the_whole_query(query: str) -> None:
    projects = index("project", home())
    renamed(projects, "works")
    mark = "?" if query else ""
    answer = Client().get(f"/en/projects/{mark}{query}")
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.MOVED_PERMANENTLY, f"/en/works/{mark}{query}")


def test_what_lies_below_a_renamed_page_is_found_too() -> None:
    projects = index("project", home())
    ProjectPageFactory(parent=projects, slug="rhodope")
    renamed(projects, "works")
    assert Client().get("/en/projects/rhodope/?a=b")["Location"] == "/en/works/rhodope/?a=b"


def test_the_permanent_address_of_a_list_keeps_the_query() -> None:
    projects = index("project", home())
    assert Client().get(f"/id/{projects.pk}/?format=atom")["Location"] == "/en/projects/?format=atom"


@pytest.mark.parametrize("hide", ["restricted", "draft", "alias", "parent"])
def test_the_new_address_of_a_page_that_is_not_public_is_not_told(hide: str) -> None:
    projects = index("project", home())
    page = ProjectPageFactory(parent=projects, slug="open")
    renamed(page, "secret")
    if hide == "draft":
        page.unpublish()
    elif hide == "alias":
        Page.objects.filter(pk=page.pk).update(alias_of=projects)
    else:
        closed(projects if hide == "parent" else page)
    assert Redirect.objects.filter(old_path="/en/projects/open").exists()
    answer = Client().get("/en/projects/open/")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "secret" not in answer.content.decode()


def test_a_moved_page_does_not_name_its_new_private_parent() -> None:
    handbooks = index("handbook", home())
    page = HandbookChapterPageFactory(parent=HandbookPageFactory(parent=handbooks, slug="read"), slug="open")
    private = HandbookPageFactory(parent=handbooks, slug="secret")
    closed(private)
    old = page.url_path
    page.move(private, "last-child")
    assert Redirect.objects.filter(old_path=old.rstrip("/")).exists()
    answer = Client().get(old)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "secret" not in answer.content.decode()


@pytest.mark.parametrize(
    ("old", "link", "asked", "location"),
    [
        ("/old", "/en/about/", "/old/?a=1", "/en/about/?a=1"),
        ("/old", "/en/about/?x=0#top", "/old?a=1", "/en/about/?x=0&a=1#top"),
        ("/old", "https://example.org/x", "/old?a=1", "https://example.org/x"),
        ("/old?a=1", "/en/about/", "/old?a=1", "/en/about/"),
    ],
)
def test_a_redirect_that_staff_made_leads_where_they_said(old: str, link: str, asked: str, location: str) -> None:
    Redirect.add_redirect(old, link, is_permanent=False)
    answer = Client().get(asked)
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, location)


def test_a_page_that_is_there_is_never_led_away_from() -> None:
    page = StandardPageFactory(parent=home(), slug="about")
    Redirect.add_redirect("/en/about", StandardPage.objects.get(pk=page.pk))
    assert Client().get("/en/about/").status_code == HTTPStatus.OK
