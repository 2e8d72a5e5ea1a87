"""Whatever editors do, nothing of it waits for Elasticsearch: none of it opens a connection."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from cms.models import PageFacet
from home.models import StandardPage
from projects.models import Organisation, ProjectParty
from search.models import SearchDocument
from tests.editing import PUBLISH, add_address, body, edit_address, filled_in, signed_in
from tests.factories.home import home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, ProjectPageFactory, concept, index
from tests.search.asking import publish
from tests.search.between import Between

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


@pytest.fixture
def admin() -> Client:
    return signed_in()


@pytest.fixture(autouse=True)
def hanging(settings: Settings) -> Iterator[Between]:
    """Let Elasticsearch accept connections and never answer; fail where anybody has come."""
    with Between() as hanging:
        settings.ELASTICSEARCH_URL = [hanging.url]
        yield hanging
        assert hanging.connections == 0


@pytest.fixture
def page() -> StandardPage:
    return publish("Orchids.", title="Orchids")


def post(admin: Client, name: str, *arguments: int, **sent: Any) -> None:
    answer = admin.post(reverse(f"wagtailadmin_pages:{name}", args=arguments), sent)
    assert answer.status_code in {HTTPStatus.OK, HTTPStatus.FOUND}


def test_a_new_page_is_published(admin: Client) -> None:
    address = add_address(StandardPage, home())
    text = body(("text", rich_text("<p>Orchids.</p>")))
    admin.post(address, filled_in(admin, address, title="New", slug="new", body=text) | PUBLISH)
    assert SearchDocument.objects.filter(page__title="New", page__live=True).exists()


def test_a_change_is_published(admin: Client, page: StandardPage) -> None:
    address = edit_address(page)
    text = body(("text", rich_text("<p>Tulips.</p>")))
    admin.post(address, filled_in(admin, address, title="Tulips", body=text) | PUBLISH)
    assert SearchDocument.objects.get(page=page).title == "Tulips"


def test_a_page_is_unpublished(admin: Client, page: StandardPage) -> None:
    post(admin, "unpublish", page.pk)
    assert not Page.objects.get(pk=page.pk).live


def test_a_page_is_deleted(admin: Client, page: StandardPage) -> None:
    post(admin, "delete", page.pk)
    assert not SearchDocument.objects.filter(page=page.pk).exists()


def test_a_page_is_moved(admin: Client) -> None:
    first, second = (HandbookPageFactory(parent=index("handbook", home()), title=title) for title in ("One", "Two"))
    chapter = HandbookChapterPageFactory(parent=first, title="Orchids")
    before = SearchDocument.objects.get(page=chapter).version
    post(admin, "move_confirm", chapter.pk, second.pk)
    assert PageFacet.objects.get(page=chapter, name="handbook").value == str(second.translation_key)
    assert SearchDocument.objects.get(page=chapter).version > before


def test_a_page_is_restricted_and_opened_again(admin: Client, page: StandardPage) -> None:
    for kind in ("login", "none"):
        post(admin, "set_privacy", page.pk, restriction_type=kind)
        assert page.get_view_restrictions().exists() == (kind == "login")


def test_an_entry_of_a_vocabulary_is_renamed(admin: Client) -> None:
    council = concept(Organisation, "council", name="Orchid council", country="BG")
    party = ProjectParty(organisation=council, role="partner", locale=council.locale)
    project = ProjectPageFactory(parent=index("project", home()), title="Project", parties=[party])
    before = SearchDocument.objects.get(page=project).version
    address = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[council.pk])
    sent = filled_in(admin, address, form="w-editor-form", name="Tulip council") | PUBLISH
    assert admin.post(address, sent).status_code == HTTPStatus.FOUND
    assert Organisation.objects.get(pk=council.pk).name == "Tulip council"
    assert SearchDocument.objects.get(page=project).version > before
