"""The way into the administration and to restricted pages: who guesses has to pause, who forgot gets a mail."""

from __future__ import annotations

import re
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.users.models import UserProfile

from cms.housekeeping import tidy
from cms.models import WrongAttempts
from cms.throttling import PAGE, RESET
from cms.throttling import SIGN_IN as LIMITS
from tests.factories.complete import file
from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.django_db
SIGN_IN = "/admin/login/"
TRIES = LIMITS.here.tries
RIGHT, WRONG = "the right password", "a guess"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.1"


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


@pytest.mark.parametrize(
    ("language", "password", "refused"),
    [
        ("bg", "Парола", "Грешен потребител или грешна парола."),
        ("lv", "Parole", "Lietotājvārds vai parole nav pareiza."),
        ("nb", "Passord", "Brukernavnet eller passordet er feil."),
        ("pl", "Hasło", "Nieprawidłowa nazwa użytkownika lub nieprawidłowe hasło."),
        ("ro", "Parolă", "Numele de utilizator sau parola este greșită."),
    ],
)
def test_the_form_asks_and_refuses_in_the_language_of_the_browser(language: str, password: str, refused: str) -> None:
    answer = Client(headers={"Accept-Language": language}).post(SIGN_IN, {"username": "vera", "password": "no"})
    soup = BeautifulSoup(answer.content, "html.parser")
    label = soup.select_one("label[for=id_password]")
    assert label is not None
    assert label.get_text(strip=True) == password
    assert refused in soup.get_text()


def test_a_wrong_password_says_how_many_attempts_are_left_and_keeps_the_name() -> None:
    page = guess(2).content.decode()
    assert f"{TRIES - 2} attempts are left before a pause." in page
    assert 'value="editor"' in page


def test_after_too_many_guesses_even_the_right_password_has_to_wait() -> None:
    assert "Too many wrong attempts. Try again in 1 minute." in guess(TRIES).content.decode()
    response = sign_in(RIGHT)
    assert response.status_code == HTTPStatus.OK
    assert "Too many wrong attempts." in response.content.decode()


def pause_is_over() -> None:
    WrongAttempts.objects.update(refused_until=timezone.now())


def test_each_further_guess_makes_the_pause_longer_up_to_a_limit() -> None:
    guess(TRIES)
    told = []
    for _time in range(5):
        pause_is_over()
        told.append(re.search(r"Try again in (\d+) minute", guess(1).content.decode())[1])
    assert told == ["2", "4", "8", "15", "15"]


def test_guesses_while_refused_make_no_pause_longer_and_write_nothing() -> None:
    guess(TRIES)
    before = list(WrongAttempts.objects.order_by("key").values_list("count", "refused_until"))
    with CaptureQueriesContext(connection) as queries:
        guess(1)
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
    assert list(WrongAttempts.objects.order_by("key").values_list("count", "refused_until")) == before


@pytest.mark.parametrize(
    "addresses",
    [
        [f"2001:db8:0:1::{number:x}" for number in range(1, TRIES + 2)],
        [f"192.0.2.{number}" for number in range(1, TRIES + 2)],
        [f"::ffff:192.0.2.{number}" for number in range(1, TRIES + 2)],
    ],
)
def test_many_addresses_of_one_network_are_one_guesser(addresses: list[str]) -> None:
    answers = [sign_in(WRONG, address=address) for address in addresses]
    assert "Too many wrong attempts." in answers[-1].content.decode()


def test_guessing_one_name_from_many_networks_ends_too() -> None:
    answers = [sign_in(WRONG, address=f"198.51.{number}.1") for number in range(LIMITS.anywhere.tries + 1)]
    assert "Too many wrong attempts. Try again in 1 minute." in answers[-1].content.decode()


def test_strangers_keep_nobody_out_for_longer_than_some_minutes() -> None:
    for number in range(LIMITS.anywhere.tries + 12):
        pause_is_over()
        answer = sign_in(WRONG, address=f"198.51.{number}.1")
    assert f"Try again in {LIMITS.anywhere.longest} minutes." in answer.content.decode()
    pause_is_over()
    assert sign_in(RIGHT).status_code == HTTPStatus.FOUND


def test_a_device_where_somebody_has_signed_in_before_lets_them_in_whoever_guesses_elsewhere() -> None:
    device = Client(REMOTE_ADDR=HERE)
    device.post(SIGN_IN, {"username": "editor", "password": RIGHT})
    device.post("/admin/logout/")
    for number in range(LIMITS.anywhere.tries):
        sign_in(WRONG, address=f"198.51.{number}.1")
    assert sign_in(RIGHT).status_code == HTTPStatus.OK
    answer = device.post(SIGN_IN, {"username": "editor", "password": RIGHT})
    assert answer.status_code == HTTPStatus.FOUND


def test_a_known_device_has_to_pause_as_well_and_is_known_to_its_own_user_alone() -> None:
    get_user_model().objects.create_user("other", "other@example.org", RIGHT)
    device = Client(REMOTE_ADDR=HERE)
    device.post(SIGN_IN, {"username": "editor", "password": RIGHT})
    device.post("/admin/logout/")
    for _try in range(TRIES):
        device.post(SIGN_IN, {"username": "editor", "password": WRONG})
    refused = device.post(SIGN_IN, {"username": "editor", "password": RIGHT})
    assert "Too many wrong attempts." in refused.content.decode()
    for number in range(LIMITS.anywhere.tries):
        sign_in(WRONG, name="other", address=f"198.51.{number}.1")
    other = device.post(SIGN_IN, {"username": "other", "password": RIGHT})
    assert "Too many wrong attempts." in other.content.decode()


@pytest.mark.parametrize("forged", ["", "x", "a:b:c", "\x00", "known"])
def test_a_forged_mark_of_a_device_helps_nobody(forged: str) -> None:
    known = Client(REMOTE_ADDR=HERE)
    known.post(SIGN_IN, {"username": "editor", "password": RIGHT})
    (name,) = [cookie for cookie in known.cookies if cookie.startswith("known-")]
    guess(TRIES)
    stranger = Client(REMOTE_ADDR=HERE)
    stranger.cookies[name] = forged
    assert stranger.post(SIGN_IN, {"username": "editor", "password": RIGHT}).status_code == HTTPStatus.OK


def test_signing_in_forgets_the_wrong_attempts() -> None:
    guess(TRIES - 1)
    sign_in(RIGHT)
    guess(TRIES - 1)
    assert sign_in(RIGHT).status_code == HTTPStatus.FOUND


def test_guessing_many_names_from_one_network_ends_too() -> None:
    for number in range(LIMITS.network.tries):
        sign_in(WRONG, name=f"user-{number}", address=f"192.0.2.{number}")
    assert "Too many wrong attempts." in sign_in(RIGHT).content.decode()


def test_an_office_that_signs_in_rightly_is_never_refused() -> None:
    for number in range(LIMITS.network.tries + 3):
        assert sign_in(RIGHT, address=f"192.0.2.{number}").status_code == HTTPStatus.FOUND


def test_attempts_are_forgotten_after_a_day_and_deleted() -> None:
    guess(TRIES)
    WrongAttempts.objects.update(last=timezone.now() - timedelta(days=1, seconds=1), refused_until=timezone.now())
    assert f"{TRIES - 1} attempts are left" in guess(1).content.decode()
    WrongAttempts.objects.update(last=timezone.now() - timedelta(days=1, seconds=1))
    tidy()
    assert not WrongAttempts.objects.exists()


def test_every_refusal_is_on_record_with_its_place_and_without_the_password(
    caplog: pytest.LogCaptureFixture,
) -> None:
    guess(TRIES + 1)
    sign_in(WRONG, name="my secret word")
    told = caplog.text
    assert told.count(f"Wrong password: sign-in 'editor', from '{HERE}'") == TRIES
    assert told.count("Refused after too many attempts: sign-in 'editor'") == 1
    assert "Wrong password: sign-in (unknown)" in told
    assert WRONG not in told
    assert "my secret word" not in told


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
    request: pytest.FixtureRequest, asked_for: str, caplog: pytest.LogCaptureFixture
) -> None:
    address = request.getfixturevalue(asked_for)

    def answer(password: str, place: str = HERE) -> Any:
        return Client(REMOTE_ADDR=place).post(address, {"password": password, "return_url": "/en/"})

    for _try in range(TRIES):
        assert "not correct" in answer(WRONG).content.decode()
    refused = answer(RIGHT)
    assert refused.status_code == HTTPStatus.OK
    assert "Too many wrong attempts. Try again in 1 minute." in refused.content.decode()
    assert "Refused after too many attempts: password of a" in caplog.text
    assert WRONG not in caplog.text
    assert answer(RIGHT, ELSEWHERE).status_code == HTTPStatus.FOUND


def test_the_password_of_a_page_cannot_be_guessed_from_many_networks(asked_for_by_a_page: str) -> None:
    sent = {"password": WRONG, "return_url": "/en/"}
    member = Client(REMOTE_ADDR=HERE)
    member.post(asked_for_by_a_page, sent | {"password": RIGHT})
    for number in range(PAGE.anywhere.tries):
        Client(REMOTE_ADDR=f"198.51.{number}.1").post(asked_for_by_a_page, sent)
    refused = Client(REMOTE_ADDR=HERE).post(asked_for_by_a_page, sent | {"password": RIGHT})
    assert "Too many wrong attempts." in refused.content.decode()
    assert member.post(asked_for_by_a_page, sent | {"password": RIGHT}).status_code == HTTPStatus.FOUND


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


def test_who_is_known_and_who_is_not_costs_the_same_time(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    asked = {}
    for email in ("editor@example.org", "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            ask_for_a_link(email)
        asked[email] = [re.sub(r"'[^']*'|\d+", "", query["sql"]) for query in queries]
    assert len(asked["editor@example.org"]) == len(asked["nobody@example.org"]) > 0
    assert not mail.outbox
    for queued in DBTaskResult.objects.all():
        queued.task.call(*queued.task_result.args, **queued.task_result.kwargs)
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]


def test_who_chose_a_new_password_by_the_link_is_not_kept_out_by_strangers_who_go_on_guessing() -> None:
    ask_for_a_link()
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    device = Client(REMOTE_ADDR=HERE)
    address = device.get(link[1], follow=True).redirect_chain[-1][0]
    device.post(address, {"new_password1": "a wholly new one", "new_password2": "a wholly new one"})
    for number in range(LIMITS.anywhere.tries):
        sign_in(WRONG, address=f"198.51.{number}.1")
    answer = device.post(SIGN_IN, {"username": "editor", "password": "a wholly new one"})
    assert answer.status_code == HTTPStatus.FOUND


def test_nobody_is_flooded_with_links() -> None:
    for _try in range(RESET.here.tries + 3):
        assert ask_for_a_link().status_code == HTTPStatus.FOUND
    assert len(mail.outbox) == RESET.here.tries


# --------------------------------------------------------------------------------------------- the way out


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch"])
def test_nothing_but_the_button_signs_anybody_out(method: str) -> None:
    client = Client()
    client.post(SIGN_IN, {"username": "editor", "password": RIGHT})
    answer = getattr(client, method)("/admin/logout/")
    assert answer.status_code == (HTTPStatus.OK if method in {"get", "head"} else HTTPStatus.METHOD_NOT_ALLOWED)
    assert settings.SESSION_COOKIE_NAME not in answer.cookies
    assert client.get("/admin/").status_code == HTTPStatus.OK


def test_the_question_has_a_button_that_signs_out() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(get_user_model().objects.get(username="editor"))
    form: Any = BeautifulSoup(client.get("/admin/logout/").content, "html.parser").select_one("main form")
    assert client.post(form["action"]).status_code == HTTPStatus.FORBIDDEN
    assert client.get("/admin/").status_code == HTTPStatus.OK
    token = form.select_one("[name=csrfmiddlewaretoken]")["value"]
    assert client.post(form["action"], {"csrfmiddlewaretoken": token}).status_code == HTTPStatus.FOUND
    assert client.get("/admin/").status_code == HTTPStatus.FOUND


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
