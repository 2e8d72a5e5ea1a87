"""No null character reaches the database, which may refuse it."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from projects.facets import SEARCH_FACETS
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import index

pytestmark = pytest.mark.django_db
NULL = "%00"


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=True)


@pytest.mark.parametrize(
    "address",
    [
        "/{}",
        "/en/{}",
        "/en/a{}b/",
        "/en/search/{}",
        "/media/images/{}.jpg",
        "/documents/1/{}.pdf",
        "/write/{}/",
        "/admin/login/{}",
        "/admin/pages/{}/",
        "/sitemap-{}.xml",
    ],
)
def test_an_address_with_a_null_character_is_not_found(client: Client, address: str) -> None:
    answer = client.get(address.format(NULL))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "\0" not in answer.content.decode()


def test_parameters_lose_it(client: Client) -> None:
    StandardPageFactory(parent=home(), title="Orchids")
    names = ["q", "lang", "sort", "page", "verbatim", NULL, *(facet.name for facet in SEARCH_FACETS)]
    for name in names:
        answer = client.get(f"/en/search/?q=orchids&{name}=or{NULL}chids")
        assert answer.status_code == HTTPStatus.OK
    assert "Orchids" in client.get(f"/en/search/?q=or{NULL}chids").content.decode()


def test_so_do_those_of_a_list_and_of_signing_in(client: Client) -> None:
    page = index("project", home())
    names = ["q", "sort", "page", "format", *(facet.name for facet in SEARCH_FACETS)]
    query = "&".join(f"{name}=a{NULL}b" for name in names)
    assert client.get(f"{page.url}?{query}").status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert client.get(f"{reverse('wagtailadmin_login')}?next=/{NULL}").status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"])
def test_so_do_cookies(client: Client, name: str) -> None:
    page = StandardPageFactory(parent=home())
    headers = {"cookie": f'{name}="\\000aaaaaaaaaaaaaaa"'}
    for address in (page.url, "/admin/"):
        assert client.get(address, headers=headers).status_code < HTTPStatus.BAD_REQUEST


def test_a_form_refuses_it(client: Client) -> None:
    sent = {"username": "a\0b", "password": "c\0d"}
    answer = client.post(reverse("wagtailadmin_login"), sent)
    assert answer.status_code == HTTPStatus.OK
    assert "Null characters are not allowed" in answer.content.decode()
