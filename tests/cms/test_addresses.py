"""An address at which another part of the site answers is no page's, whichever way a page would come by it."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cms.languages import LANGUAGE_CODES
from home.models import StandardPage
from tests.editing import PUBLISH, add_address, edit_address, errors, filled_in, signed_in
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import ProjectPageFactory, index

pytestmark = pytest.mark.django_db
OWNED = "At “search” another part of the site answers. Choose a different address."


@pytest.mark.parametrize("typed", ["search", "Search!"])
def test_a_new_page_is_refused_the_address_of_the_search_at_its_field(typed: str) -> None:
    admin, address = signed_in(), add_address(StandardPage, home())
    for action in ({}, PUBLISH):
        answer = admin.post(address, filled_in(admin, address, title="How to search", slug=typed) | action)
        assert answer.status_code == HTTPStatus.OK
        assert errors(answer) == {"slug": OWNED}


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_page_that_is_there_is_refused_it_too_in_every_language(language: str) -> None:
    admin, page = signed_in(), StandardPageFactory(parent=home(language), slug="about")
    address = edit_address(page)
    assert errors(admin.post(address, filled_in(admin, address, slug="search") | PUBLISH)) == {"slug": OWNED}
    page.refresh_from_db()
    assert page.slug == "about"


def test_a_copy_is_refused_it_and_takes_letters_of_any_alphabet() -> None:
    admin, page = signed_in(), StandardPageFactory(parent=home(), slug="about")
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    sent = {"new_title": "Copy", "new_slug": "search", "new_parent_page": page.get_parent().pk}
    assert errors(admin.post(address, sent)) == {"new_slug": OWNED}
    assert admin.post(address, sent | {"new_slug": "За сайта"}).status_code == HTTPStatus.FOUND
    assert StandardPage.objects.filter(slug="za-sayta").exists()


@pytest.mark.parametrize("title", ["Search", "search"])
def test_an_address_that_is_made_from_the_title_steps_aside(title: str) -> None:
    page = StandardPageFactory(parent=home(), title=title)
    assert page.slug == "search-2"


def test_a_program_is_refused_it() -> None:
    with pytest.raises(ValidationError) as refused:
        StandardPageFactory(parent=home(), slug="search")
    assert refused.value.message_dict == {"slug": [OWNED]}


def test_deeper_below_the_home_of_a_language_the_word_is_free() -> None:
    page = ProjectPageFactory(parent=index("project", home()), slug="search")
    assert page.url_path == "/en/projects/search/"
