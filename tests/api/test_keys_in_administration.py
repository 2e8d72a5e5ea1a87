"""Keys in the administration: made once and shown once, extended, revoked, never deleted."""

from __future__ import annotations

import re
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from api.keys.format import digest_of, is_whole, make_key
from api.models import ApiKey, KeyState
from cms.languages import LANGUAGE_CODES
from tests.api.test_keys import ask
from tests.editing import errors, signed_in
from tests.factories.api import key_of, new_key
from tests.reading import text
from translation.groups import STAFF, ensure_groups

pytestmark = pytest.mark.django_db
LIST = "/admin/keys/"


def form(**changes: Any) -> dict[str, Any]:
    """Return what the form of a new key sends."""
    last = timezone.localdate() + timedelta(days=365)
    return {"name": "Ministry", "contact": "", "expires_on": str(last), "requests_a_minute": ""} | changes


def made(client: Client, **changes: Any) -> tuple[str, Any]:
    """Make a key; return it and the answer that shows it."""
    answer = client.post(f"{LIST}new/", form(**changes))
    found = BeautifulSoup(answer.content, "html.parser").select_one("#made-key")
    assert found, errors(answer)
    return str(found["value"]), answer


@pytest.fixture
def admin() -> Client:
    return signed_in()


def test_a_key_is_shown_once_and_kept_nowhere(admin: Client) -> None:
    key, answer = made(admin, contact="Ane", requests_a_minute="7000")
    assert is_whole(key)
    assert "no-store" in answer["Cache-Control"]
    row = ApiKey.objects.get()
    assert row.digest == digest_of(key)
    assert key.startswith(row.beginning)
    assert (row.name, row.contact, row.limit, row.created_by) == ("Ministry", "Ane", 7000, User.objects.get())
    assert ask(key)["RateLimit-Policy"] == '"key";q=7000;w=60'
    own = [f"{LIST}{name}/{row.pk}/" for name in ("edit", "inspect", "history", "revoke")]
    for address in [LIST, *own, "/admin/", "/admin/reports/site-history/"]:
        seen = admin.get(address)
        assert seen.status_code == HTTPStatus.OK, address
        assert key[17:] not in seen.content.decode()
        assert row.digest not in seen.content.decode()
    kept = [*ModelLogEntry.objects.values(), *Session.objects.values(), *ApiKey.objects.values()]
    assert key[17:] not in str(kept)
    assert row.digest not in str([*ModelLogEntry.objects.values()])


def test_a_form_that_is_sent_twice_makes_one_key(admin: Client) -> None:
    made(admin)
    again = admin.post(f"{LIST}new/", form(name="ministry"))
    assert "name already" in errors(again)["name"]
    assert ApiKey.objects.count() == 1


def test_the_name_of_a_revoked_key_is_free(admin: Client) -> None:
    new_key(name="Ministry", revoked_at=timezone.now())
    made(admin)
    assert ApiKey.objects.count() == 2


def test_a_year_and_the_usual_limit_are_suggested(admin: Client, settings: Settings) -> None:
    settings.API_KEY_REQUESTS_A_MINUTE = 1234
    answer = admin.get(f"{LIST}new/")
    shown = answer.context["form"]
    assert shown.initial["expires_on"] == timezone.localdate() + timedelta(days=365)
    assert "1,234" in text(answer)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "   "}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"contact": "x" * 251}, "contact"),
        ({"expires_on": ""}, "expires_on"),
        ({"expires_on": "2020-01-01"}, "expires_on"),
        ({"expires_on": "some day"}, "expires_on"),
        ({"requests_a_minute": "0"}, "requests_a_minute"),
        ({"requests_a_minute": "-5"}, "requests_a_minute"),
        ({"requests_a_minute": "many"}, "requests_a_minute"),
        ({"requests_a_minute": "1.5"}, "requests_a_minute"),
        ({"requests_a_minute": "1000001"}, "requests_a_minute"),
        ({"requests_a_minute": "9" * 40}, "requests_a_minute"),
    ],
)
@pytest.mark.any_database
def test_what_cannot_be_is_told_at_its_field(admin: Client, changes: dict[str, str], field: str) -> None:
    assert errors(admin.post(f"{LIST}new/", form(**changes))).keys() == {field}
    assert not ApiKey.objects.exists()


def test_a_key_is_renamed_and_extended_and_stays_the_same(admin: Client) -> None:
    key = new_key(expires_on=timezone.localdate() - timedelta(days=1))
    row = ApiKey.objects.get()
    same_day = admin.post(f"{LIST}edit/{row.pk}/", form(name="Renamed", expires_on=str(row.expires_on)))
    assert same_day.status_code == HTTPStatus.FOUND
    assert ask(key).status_code == HTTPStatus.UNAUTHORIZED
    admin.post(f"{LIST}edit/{row.pk}/", form(name="Renamed", requests_a_minute="9"))
    assert ask(key)["RateLimit-Policy"] == '"key";q=9;w=60'
    assert ApiKey.objects.get().name == "Renamed"


def test_a_key_is_revoked_after_a_question_and_stays_in_list_and_history(admin: Client) -> None:
    key = new_key(name="Ministry", contact="Ane")
    number = ApiKey.objects.get().pk
    asked = admin.get(f"{LIST}revoke/{number}/")
    assert "Ministry" in text(asked)
    assert "Ane" in text(asked)
    assert ask(key).status_code == HTTPStatus.OK
    admin.post(f"{LIST}revoke/{number}/")
    assert ask(key).status_code == HTTPStatus.UNAUTHORIZED
    first = ApiKey.objects.get().revoked_at
    admin.post(f"{LIST}revoke/{number}/")
    assert ApiKey.objects.get().revoked_at == first
    assert ModelLogEntry.objects.filter(action="api.revoke_key").count() == 1
    assert "Key revoked" in text(admin.get(f"{LIST}history/{number}/"))
    listed = text(admin.get(LIST))
    assert "Ministry" in listed
    assert "revoked" in listed


def test_a_revoked_key_can_be_looked_at_but_not_changed(admin: Client) -> None:
    new_key(revoked_at=timezone.now(), name="Old")
    row = ApiKey.objects.get()
    for answer in (admin.get(f"{LIST}edit/{row.pk}/"), admin.post(f"{LIST}edit/{row.pk}/", form())):
        assert answer.headers["Location"] == f"{LIST}inspect/{row.pk}/"
    assert ApiKey.objects.get().name == "Old"
    seen = admin.get(LIST).content.decode() + admin.get(f"{LIST}inspect/{row.pk}/").content.decode()
    assert f"{LIST}edit/" not in seen
    assert f"{LIST}revoke/" not in seen


def test_no_key_can_be_deleted(admin: Client) -> None:
    new_key()
    number = ApiKey.objects.get().pk
    assert admin.post(f"{LIST}delete/{number}/").status_code == HTTPStatus.NOT_FOUND
    pages = [admin.get(address).content.decode() for address in (LIST, f"{LIST}edit/{number}/")]
    assert not [page for page in pages if f"{LIST}delete/" in page]


def test_the_list_tells_the_state_of_each_key(admin: Client) -> None:
    today = timezone.localdate()
    rows = [
        key_of(make_key(), name="One", expires_on=today),
        key_of(make_key(), name="Two", expires_on=today - timedelta(days=1), last_used_at=timezone.now()),
        key_of(make_key(), name="Three", revoked_at=timezone.now()),
    ]
    assert [row.state for row in rows] == [KeyState.VALID, KeyState.EXPIRED, KeyState.REVOKED]
    table = BeautifulSoup(admin.get(LIST).content, "html.parser").select_one("table.listing")
    told = {
        row.select_one(".title-wrapper").get_text(strip=True): row.get_text(" ") for row in table.select("tbody tr")
    }
    for row in rows:
        assert str(row.state.label) in told[row.name]
        assert row.beginning in told[row.name]
    assert "never" in told["One"]
    assert "never" not in told["Two"]


def test_who_has_no_right_sees_no_keys() -> None:
    ensure_groups()
    user = User.objects.create_user("editor", "editor@example.org")
    user.groups.add(Group.objects.get(name=STAFF))
    new_key(name="Ministry", expires_on=timezone.localdate())
    client = signed_in("editor")
    number = ApiKey.objects.get().pk
    for address in ("", "new/", f"edit/{number}/", f"inspect/{number}/", f"history/{number}/", f"revoke/{number}/"):
        for answer in (client.get(LIST + address), client.post(LIST + address, form())):
            assert answer.status_code != HTTPStatus.OK
    assert ApiKey.objects.get().revoked_at is None
    first = client.get("/admin/").content.decode()
    assert "Ministry" not in first
    assert LIST not in first


@pytest.mark.parametrize(
    ("days", "told"),
    [(-31, ""), (-30, "ended on"), (-1, "ended on"), (0, "valid until"), (30, "valid until"), (31, "")],
)
def test_who_may_extend_a_key_is_told_before_it_ends_and_for_a_while_after(admin: Client, days: int, told: str) -> None:
    new_key(name="Ministry", expires_on=timezone.localdate() + timedelta(days=days))
    shown = text(admin.get("/admin/"))
    assert bool(re.search(f"Ministry {told}", shown)) == bool(told)
    ApiKey.objects.update(revoked_at=timezone.now())
    assert "Ministry" not in text(admin.get("/admin/"))


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_the_page_that_shows_a_key_is_in_the_language_of_the_person(language: str) -> None:
    _key, answer = made(signed_in("admin", language))
    assert (language == "en") == ("Copy the key now" in text(answer))
