"""Keys of the API: whose requests are counted where, which keys are not accepted, and that none gets out."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from api import throttling
from api.keys import clients
from api.keys.format import LENGTH, hidden, is_whole, make_key
from api.models import ApiKey, RequestCount
from cms.languages import LANGUAGE_CODES
from cms.publicity import record
from tests.api.addresses import ADDRESSES, with_parameter
from tests.factories.api import FAR, key_of, mistyped, new_key

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/languages"
PAST = date(2020, 1, 1)


def ask(key: str, address: str = ADDRESS, *, at: str = "192.0.2.1", **headers: str) -> Any:
    """Return what the holder of a key gets."""
    return Client(REMOTE_ADDR=at, headers={"authorization": f"Bearer {key}", **headers}).get(address)


# ------------------------------------------------------------------------------- what a key looks like


def test_a_key_is_known_by_its_beginning_and_its_checksum() -> None:
    keys = {make_key() for _time in range(50)}
    assert len(keys) == 50
    for key in keys:
        assert key.startswith("vademecum_")
        assert len(key) == LENGTH
        assert is_whole(key)
        assert not any(map(is_whole, (key[:-1], f"{key}a", mistyped(key), key[10:], key.upper(), "")))


def test_of_what_looks_like_a_key_the_first_letters_are_left() -> None:
    key = make_key()
    assert hidden(f"?key={key}&x={key[:30]}") == f"?key={key[:16]}…&x={key[:16]}…"
    assert hidden("/en/vademecum/") == "/en/vademecum/"


# ------------------------------------------------------------------------------- whose count


@pytest.fixture
def _few(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.API_REQUESTS_A_MINUTE = 3
    settings.API_KEY_REQUESTS_A_MINUTE = 5
    monkeypatch.setattr(throttling, "SHARED_EVERY", 2)
    monkeypatch.setattr(throttling.time, "time", lambda: 1_800_000_030.0)


@pytest.mark.usefixtures("_few")
def test_a_key_has_one_count_wherever_it_is_used_and_whoever_uses_it() -> None:
    key = new_key()
    left = [ask(key, at=f"192.0.2.{number}") for number in (1, 2)] + [ask(key, at="2001:db8::1") for _time in range(3)]
    assert [answer["RateLimit"] for answer in left] == [f'"key";r={number};t=30' for number in (4, 3, 2, 1, 0)]
    assert left[0]["RateLimit-Policy"] == '"key";q=5;w=60'
    refused = ask(key, at="198.51.100.1")
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert refused["Retry-After"] == "30"
    without = Client(REMOTE_ADDR="192.0.2.1").get(ADDRESS)
    assert without["RateLimit"] == '"minute";r=2;t=30'


@pytest.mark.usefixtures("_few")
def test_a_key_is_served_where_its_network_may_not_ask_any_more() -> None:
    for _time in range(4):
        last = Client(REMOTE_ADDR="192.0.2.1").get(ADDRESS)
    assert last.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert ask(new_key()).status_code == HTTPStatus.OK


@pytest.mark.usefixtures("_few")
def test_two_keys_have_two_counts_each_with_its_own_limit() -> None:
    own, usual = new_key(requests_a_minute=2), new_key()
    assert [ask(own).status_code for _time in range(3)] == [200, 200, 429]
    assert ask(usual)["RateLimit"] == '"key";r=4;t=30'


@pytest.mark.usefixtures("_few")
def test_all_processes_count_for_a_key_together() -> None:
    key = new_key()
    for _process in range(3):
        throttling.forget_own_counts()  # another process
        for _time in range(2):
            ask(key)
    assert RequestCount.objects.get().count == 6
    assert ask(key).status_code == HTTPStatus.TOO_MANY_REQUESTS


# ------------------------------------------------------------------------------- keys that are not accepted


# What is sent, what the library knows of the key where it knows it (today is its last day, unless it says otherwise),
# and the code of the fault.
SENT: dict[str, tuple[str, dict[str, Any] | None, str | None]] = {
    "revoked": ("Bearer {key}", {"revoked_at": datetime(2020, 1, 1, tzinfo=UTC), "expires_on": PAST}, "revoked_key"),
    "expired": ("Bearer {key}", {"expires_on": PAST}, "expired_key"),
    "unknown": ("Bearer {key}", None, "unknown_key"),
    "mistyped": ("Bearer {mistyped}", {}, "damaged_key"),
    "cut": ("Bearer {key:.40}", {}, "damaged_key"),
    "bare": ("{key}", {}, "damaged_key"),
    "another scheme": ("Token {key}", {}, "damaged_key"),
    "twice": ("Bearer {key}, Bearer {key}", {}, "damaged_key"),
    "empty": ("Bearer", None, "damaged_key"),
    "anything": ("Bearer żółw", None, "damaged_key"),
    "on its last day": ("bearer   {key} ", {}, None),
    "of a proxy": ("Basic dmFkZW1lY3VtOnNlY3JldA==", None, None),
    "nothing": ("", None, None),
}


@pytest.mark.any_database
@pytest.mark.parametrize("address", [ADDRESS, *ADDRESSES[-3:]])
@pytest.mark.parametrize(("header", "known", "code"), SENT.values(), ids=SENT)
def test_a_key_that_is_not_accepted_is_told_why(
    header: str, known: dict[str, Any] | None, code: str | None, address: str
) -> None:
    key = make_key()
    if known is not None:
        key_of(key, **{"expires_on": timezone.localdate()} | known)
    sent = header.format(key=key, mistyped=mistyped(key))
    answer = Client(headers={"authorization": sent}).get(address)
    if code is None:
        assert answer.status_code == HTTPStatus.OK
        return
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    assert answer["WWW-Authenticate"] == f'Bearer realm="api", error="invalid_token", error_description="{code}"'
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], fault["code"]) == ("Authorization", code)
    assert key[17:] not in answer.content.decode()
    assert answer["RateLimit"].startswith('"minute";')


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_why_is_told_in_the_language_asked_for(language: str) -> None:
    key = new_key(revoked_at=timezone.now())
    answer = ask(key, f"{ADDRESS}?language={language}")
    assert answer["Content-Language"] == language
    assert (language == "en") == ("was revoked on" in answer.json()["errors"][0]["detail"])


def test_a_mistyped_key_is_not_looked_up() -> None:
    with CaptureQueriesContext(connection) as asked:
        ask(mistyped(new_key()), "/api/v1/nowhere")
    assert not [one for one in asked if "SELECT" in one["sql"] and "apikey" in one["sql"] and "digest" in one["sql"]]


@pytest.mark.usefixtures("_few")
def test_wrong_keys_count_for_the_network_that_sends_them() -> None:
    assert [ask(make_key()).status_code for _time in range(4)] == [401, 401, 401, 429]
    assert Client(REMOTE_ADDR="192.0.2.1").get(ADDRESS).status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert ask(make_key(), at="198.51.100.1").status_code == HTTPStatus.UNAUTHORIZED


def test_a_key_that_was_extended_or_revoked_is_so_for_the_next_request() -> None:
    key = new_key(expires_on=PAST)
    assert ask(key).status_code == HTTPStatus.UNAUTHORIZED
    ApiKey.objects.update(expires_on=FAR)
    assert ask(key).status_code == HTTPStatus.OK
    ApiKey.objects.update(revoked_at=timezone.now())
    assert ask(key).status_code == HTTPStatus.UNAUTHORIZED


def test_scripts_of_any_origin_may_send_a_key_and_read_why_it_is_not_accepted() -> None:
    asked = Client().options(
        ADDRESS, headers={"origin": "https://elsewhere.example", "access-control-request-headers": "authorization"}
    )
    assert "Authorization" in asked["Access-Control-Allow-Headers"]
    answer = ask(make_key(), origin="https://elsewhere.example")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "WWW-Authenticate" in answer["Access-Control-Expose-Headers"]


# ------------------------------------------------------------------------------- what it costs, what is kept


@pytest.mark.any_database
@pytest.mark.parametrize("address", [ADDRESS, "/api/v1/changes"])
def test_what_did_not_change_costs_two_statements_with_a_key(address: str) -> None:
    record()
    key = new_key()
    first = ask(key, address)
    with CaptureQueriesContext(connection) as asked:
        again = ask(key, address, **{"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert len(asked) <= (2 if address == ADDRESS else 3)  # changes are made and compared


def test_answers_are_the_same_with_and_without_a_key() -> None:
    with_key, without = ask(new_key()), Client().get(ADDRESS)
    assert with_key.content == without.content
    # So a shared cache may keep an answer that was asked for with a key: RFC 9111, 3.5.
    for name in ("ETag", "Vary", "Cache-Control"):
        assert with_key[name] == without[name]
    assert with_key["Cache-Control"].startswith("public")


@pytest.mark.any_database
def test_the_use_of_a_key_is_written_once_an_hour_whichever_process_sees_it() -> None:
    key = new_key()

    def writes() -> int:
        with CaptureQueriesContext(connection) as asked:
            ask(key)
        return len([one for one in asked if one["sql"].startswith("UPDATE")])

    assert [writes() for _time in range(3)] == [1, 0, 0]
    used = ApiKey.objects.get().last_used_at
    assert used is not None
    ApiKey.objects.update(last_used_at=used - timedelta(minutes=59))
    assert writes() == 0
    ApiKey.objects.update(last_used_at=used - timedelta(minutes=61))
    assert [writes() for _time in range(2)] == [1, 0]


def test_a_refused_key_is_not_used() -> None:
    ask(new_key(revoked_at=timezone.now()))
    assert ApiKey.objects.get().last_used_at is None


def test_a_use_that_cannot_be_written_does_not_keep_the_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def read_only(rows: QuerySet[ApiKey], **values: Any) -> int:
        raise OperationalError("attempt to write a readonly database")

    key = new_key()
    monkeypatch.setattr(QuerySet, "update", read_only)
    assert ask(key).status_code == HTTPStatus.OK
    assert "was not noted" in caplog.text


def test_a_database_that_is_away_while_a_key_is_looked_up_is_a_problem_that_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Away:
        def rows(self, **values: Any) -> Any:
            raise OperationalError("away")

    monkeypatch.setattr(clients, "_known", Away())
    answer = ask(make_key())
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert int(answer["Retry-After"]) > 0


# ------------------------------------------------------------------------------- nothing gets out


def test_a_key_is_in_no_log_no_problem_and_no_table(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    key = new_key()
    secret = key[17:]
    told = [
        ask(key),
        ask(key, f"/api/v1/{key}"),
        ask(key, with_parameter(ADDRESS, f"key={key}")),
        ask(key, with_parameter(ADDRESS, f"{key}=1")),
        ask(key, f"/api/v1/projects?key={key}"),
        ask(key, f"/api/v1/projects/{key}"),
        ask(key, f"/api/v1/projects?title__{key}=1&order={key}&fields={key}&include={key}&country={key}"),
        ask(key, f"/api/v1/changes?since={key}"),
        ask(key, f"/api/v1/resolve?path=/{key}/"),
        ask(mistyped(key)),
        Client(headers={"authorization": key}).get(ADDRESS),
    ]
    for answer in told:
        assert secret not in answer.content.decode()
        assert secret not in str(answer.headers)
    assert secret not in caplog.text
    assert secret not in str(ApiKey.objects.values())
