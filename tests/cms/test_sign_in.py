"""The way into the administration and to restricted pages: who guesses has to pause, who forgot gets a mail."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.users.models import UserProfile

from cms.throttling import TRIES, TRIES_OF_AN_ADDRESS
from tests.factories.complete import file
from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.django_db
SIGN_IN = "/admin/login/"
RIGHT, WRONG = "the right password", "a guess"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def editor() -> Any:
    return get_user_model().objects.create_superuser("editor", "editor@example.org", RIGHT)


def sign_in(password: str, name: str = "editor", address: str = HERE) -> Any:
    return Client(REMOTE_ADDR=address).post(SIGN_IN, {"username": name, "password": password})


def guess(times: int, **kwargs: str) -> Any:
    return [sign_in(WRONG, **kwargs) for _try in range(times)][-1]


def test_the_right_password_opens_the_administration() -> None:
    response = sign_in(RIGHT)
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == reverse("wagtailadmin_home")


def test_a_wrong_password_says_how_many_attempts_are_left_and_keeps_the_name() -> None:
    page = guess(2).content.decode()
    assert f"{TRIES - 2} attempts are left before a pause." in page
    assert 'value="editor"' in page


def test_after_too_many_guesses_even_the_right_password_has_to_wait() -> None:
    assert "Too many wrong attempts. Try again in 15 minutes." in guess(TRIES).content.decode()
    response = sign_in(RIGHT)
    assert response.status_code == HTTPStatus.OK
    assert "Too many wrong attempts." in response.content.decode()


def test_who_guesses_keeps_nobody_else_out() -> None:
    guess(TRIES + 1)
    assert sign_in(RIGHT, address=ELSEWHERE).status_code == HTTPStatus.FOUND


def test_signing_in_forgets_the_wrong_attempts() -> None:
    guess(TRIES - 1)
    sign_in(RIGHT)
    guess(TRIES - 1)
    assert sign_in(RIGHT).status_code == HTTPStatus.FOUND


def test_guessing_many_names_from_one_place_ends_too() -> None:
    for number in range(TRIES_OF_AN_ADDRESS):
        sign_in(WRONG, name=f"user-{number}")
    assert "Too many wrong attempts." in sign_in(RIGHT).content.decode()


def test_a_new_password_ends_the_pause(editor: Any) -> None:
    guess(TRIES + 1)
    editor.set_password("another good one")
    editor.save()
    assert sign_in("another good one").status_code == HTTPStatus.FOUND


def test_a_name_without_a_password_is_no_attempt() -> None:
    for _try in range(TRIES + 1):
        assert "This field is required." in sign_in("").content.decode()
    assert sign_in(RIGHT).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("name", ["", "\x00", "x" * 300, "'; --", "<script>", "عربي", "😀"])
def test_odd_names_are_told_not_to_fit(name: str) -> None:
    response = sign_in(WRONG, name=name)
    assert response.status_code == HTTPStatus.OK
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize(
    "address", [SIGN_IN, "/_util/login/", "/admin/password_reset/", "/admin/password_reset/confirm/MQ/nonsense/"]
)
def test_the_way_in_looks_like_the_library_and_has_its_strict_policy(address: str) -> None:
    response = Client().get(address, headers={"Accept-Language": "pl"}, follow=True)
    page = response.content.decode()
    assert '<html lang="pl">' in page
    assert "Vademecum</title>" in " ".join(page.split()).replace(" </title>", "</title>")
    assert not re.search("<script(?![^>]* src=)", page)
    assert "unsafe-inline" not in response["Content-Security-Policy"]


# ------------------------------------------------------------------------------ passwords of pages


@pytest.fixture
def asked_for_by_a_page() -> str:
    page = StandardPageFactory(parent=home(), title="Secret plan")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password=RIGHT
    )
    return reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])


@pytest.fixture
def asked_for_by_a_collection() -> str:
    collection = Collection.get_first_root_node().add_child(name="Internal")
    document = file()
    document.collection = collection
    document.save()
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.PASSWORD, password=RIGHT
    )
    return reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])


@pytest.mark.parametrize("asked_for", ["asked_for_by_a_page", "asked_for_by_a_collection"])
def test_guessing_the_password_of_a_page_or_a_collection_has_to_pause(
    request: pytest.FixtureRequest, asked_for: str
) -> None:
    address = request.getfixturevalue(asked_for)

    def answer(password: str, place: str = HERE) -> Any:
        return Client(REMOTE_ADDR=place).post(address, {"password": password, "return_url": "/en/"})

    for _try in range(TRIES):
        assert "not correct" in answer(WRONG).content.decode()
    refused = answer(RIGHT)
    assert refused.status_code == HTTPStatus.OK
    assert "Too many wrong attempts. Try again in 15 minutes." in refused.content.decode()
    assert answer(RIGHT, ELSEWHERE).status_code == HTTPStatus.FOUND


def test_the_right_password_of_a_page_opens_it_again_and_again(asked_for_by_a_page: str) -> None:
    for _try in range(TRIES + 2):
        response = Client().post(asked_for_by_a_page, {"password": RIGHT, "return_url": "/en/"})
        assert response.status_code == HTTPStatus.FOUND


# --------------------------------------------------------------------------------- forgotten passwords


def ask_for_a_link(email: str = "editor@example.org") -> Any:
    return Client(REMOTE_ADDR=HERE).post("/admin/password_reset/", {"email": email}, headers={"Accept-Language": "en"})


def test_the_link_of_the_mail_leads_to_a_new_password() -> None:
    ask_for_a_link()
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link is not None
    client = Client()
    form = client.get(link[1], follow=True)
    address = form.redirect_chain[-1][0]
    new = {"new_password1": "a wholly new one", "new_password2": "a wholly new one"}
    assert client.post(address, new, follow=True).status_code == HTTPStatus.OK
    assert sign_in("a wholly new one").status_code == HTTPStatus.FOUND
    assert "This link is used up" in Client().get(link[1], follow=True).content.decode()


def test_the_mail_is_written_in_the_language_that_its_reader_works_in(editor: Any) -> None:
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "bg"
    profile.save()
    ask_for_a_link()
    with translation.override("bg"):
        assert translation.gettext("Choose a new password here:") in mail.outbox[0].body
    assert "Vademecum" in mail.outbox[0].subject
    assert "\n" not in mail.outbox[0].subject


def test_an_unknown_address_gets_the_same_answer_and_no_mail() -> None:
    assert ask_for_a_link("nobody@example.org")["Location"] == ask_for_a_link()["Location"]
    assert len(mail.outbox) == 1


def test_nobody_is_flooded_with_links() -> None:
    for _try in range(TRIES + 3):
        assert ask_for_a_link().status_code == HTTPStatus.FOUND
    assert len(mail.outbox) == TRIES


@pytest.mark.parametrize("email", ["", "nonsense", "x" * 300 + "@example.org", "\x00@example.org"])
def test_an_address_that_is_none_is_told_at_the_field(email: str) -> None:
    response = ask_for_a_link(email)
    assert response.status_code == HTTPStatus.OK
    assert "error-text" in response.content.decode()


def test_without_a_mail_server_the_mail_stands_in_the_terminal(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    ask_for_a_link()
    assert re.search(r"^http://testserver/admin/password_reset/confirm/\S+$", capsys.readouterr().out, re.MULTILINE)
