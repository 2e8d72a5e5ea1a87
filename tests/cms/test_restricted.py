"""A restricted page: asks for its password and tells nothing of itself."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import BulletinPageFactory, index

pytestmark = pytest.mark.django_db
PASSWORD = "for members"


def restricted() -> Any:
    page = StandardPageFactory(
        parent=home(), title="Secret plan", slug="plan", summary="Only for us", body=[("text", "<p>The plan</p>")]
    )
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD)
    return page


def test_a_restricted_page_tells_nothing_of_itself() -> None:
    content = Client().get(restricted().url_path).content.decode()
    for secret in ("Secret plan", "Only for us", "The plan"):
        assert secret not in content


def test_a_wrong_password_is_told_beside_the_field_and_the_right_one_opens_the_page() -> None:
    page = restricted()
    client = Client()
    form: Any = BeautifulSoup(client.get(page.url_path).content, "html.parser").select_one("main form")
    sent = {"return_url": form.select_one("[name=return_url]")["value"]}
    wrong: Any = BeautifulSoup(client.post(form["action"], sent | {"password": "guess"}).content, "html.parser")
    assert wrong.select_one("#password[aria-invalid=true][aria-describedby=password-error]")
    assert wrong.select_one("#password-error").get_text()
    right = client.post(form["action"], sent | {"password": PASSWORD}, follow=True)
    assert "The plan" in right.content.decode()


def test_a_page_for_signed_in_people_sends_others_to_sign_in() -> None:
    page = StandardPageFactory(parent=home(), title="Secret plan")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    answer = Client().get(page.url_path)
    assert answer.status_code == HTTPStatus.FOUND
    assert "login" in answer["Location"]


def test_what_lies_below_a_restricted_page_is_restricted_too() -> None:
    parent = index("bulletin", home())
    issue = BulletinPageFactory(parent=parent, title="Secret issue")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD)
    assert "Secret issue" not in Client().get(issue.url_path).content.decode()


@pytest.mark.parametrize("format_name", ["csv", "atom"])
def test_a_restricted_list_is_not_exported(format_name: str) -> None:
    parent = index("bulletin", home())
    BulletinPageFactory(parent=parent, title="Secret issue")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD)
    answer = Client().get(parent.url_path, {"format": format_name})
    assert answer["Content-Type"].startswith("text/html")
    assert "Secret issue" not in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_page_can_only_be_read(method: str) -> None:
    answer = getattr(Client(), method)("/en/")
    assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
