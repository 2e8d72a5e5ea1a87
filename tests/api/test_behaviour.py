"""What every address of the API does alike: methods, formats, problems, caching, other origins, limits."""

from __future__ import annotations

import gzip
import json
from http import HTTPStatus
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from pytest_django import Settings

from api import languages as languages_resource
from api import throttling
from api.kept import WORTH_COMPRESSING
from api.models import RequestCount
from api.problems import KINDS, MOST_FAULTS
from cms.languages import LANGUAGE_CODES
from cms.publicity import record
from cms.signals import time_passed
from tests.api.addresses import ADDRESSES, RESOURCES, with_parameter
from tests.api.reading import XLSX
from tests.factories.home import home

pytestmark = pytest.mark.django_db


def problem(answer: Any, status: HTTPStatus) -> dict[str, Any]:
    """Return the problem that an answer is, which has to be whole."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["type"] == f"http://testserver/api/v1/docs#problem-{KINDS[status][0]}"
    return body


# ------------------------------------------------------------------------------- parameters


@pytest.mark.parametrize(
    ("query", "parameter", "code", "nearest"),
    [
        ("limti=5", "limti", "unknown_parameter", "limit"),
        ("Limit=5", "Limit", "unknown_parameter", "limit"),
        ("zzzzzzzz=5", "zzzzzzzz", "unknown_parameter", None),
        ("page=5", "page", "unknown_parameter", None),
        ("lang=nb", "lang", "unknown_parameter", "language"),
        ("language=nbb", "language", "unknown_value", "nb"),
        ("language=EN", "language", "unknown_value", "en"),
        ("language=", "language", "unknown_value", None),
        ("limit=ten", "limit", "wrong_type", "100"),
        ("limit=", "limit", "wrong_type", "100"),
        ("limit=1.5", "limit", "wrong_type", "100"),
        ("limit=٣", "limit", "wrong_type", "100"),
        ("limit=0", "limit", "out_of_range", "1"),
        ("limit=-1", "limit", "out_of_range", "1"),
        ("limit=101", "limit", "out_of_range", "100"),
        (f"limit={'9' * 5000}", "limit", "out_of_range", "100"),
        (f"limit=-{'9' * 5000}", "limit", "out_of_range", "1"),
        ("limit=%00", "limit", "wrong_type", "100"),
        ("limit=1%00", "limit", "wrong_type", "100"),
        ("since=%00", "since", "damaged_cursor", None),
        ("since=abc", "since", "damaged_cursor", None),
        ("since=żółw", "since", "damaged_cursor", None),
        (f"since={'A' * 10_000}", "since", "damaged_cursor", None),
        ("limit=1&limit=2", "limit", "repeated", None),
        ("%00=1", "\0", "unknown_parameter", None),
        ("%ED%A0%80=1", "\ufffd\ufffd\ufffd", "unknown_parameter", None),
        ("language=%ED%A0%80", "language", "unknown_value", None),
    ],
)
def test_what_cannot_be_used_is_named_with_what_was_probably_meant(
    query: str, parameter: str, code: str, nearest: str | None
) -> None:
    (fault,) = problem(Client().get(f"/api/v1/changes?{query}"), HTTPStatus.UNPROCESSABLE_ENTITY)["errors"]
    assert (fault["parameter"], fault["code"], fault["nearest"]) == (parameter, code, nearest)
    assert fault["detail"]


def test_all_faults_are_told_at_once() -> None:
    answer = Client().get("/api/v1/changes?limti=1&language=xx&limit=ten&since=abc")
    faults = problem(answer, HTTPStatus.UNPROCESSABLE_ENTITY)["errors"]
    assert [fault["parameter"] for fault in faults] == ["limti", "language", "limit", "since"]


def test_of_ten_thousand_unknown_parameters_the_first_are_told_and_the_others_counted() -> None:
    query = "&".join(f"parameter{number}=1" for number in range(10_000))
    body = problem(Client().get(f"/api/v1/languages?{query}"), HTTPStatus.UNPROCESSABLE_ENTITY)
    assert len(body["errors"]) == MOST_FAULTS
    assert "9980 more" in body["detail"]


def test_more_parameters_than_can_be_read_are_a_problem_too() -> None:
    problem(Client().get(f"/api/v1/languages?{'a&' * 30_000}"), HTTPStatus.BAD_REQUEST)


@pytest.mark.any_database
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_takes_a_parameter_that_it_does_not_know(address: str) -> None:
    problem(Client().get(with_parameter(address, "surprise=1")), HTTPStatus.UNPROCESSABLE_ENTITY)


# ------------------------------------------------------------------------------- languages of problems


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_problem_is_told_in_the_language_asked_for(language: str) -> None:
    answer = Client(headers={"accept-language": "nb"}).get("/api/v1/changes", {"language": language, "limit": "0"})
    body = problem(answer, HTTPStatus.UNPROCESSABLE_ENTITY)
    told = Client(headers={"accept-language": language}).get("/api/v1/changes", {"limit": "0"})
    assert answer["Content-Language"] == told["Content-Language"] == language
    assert body["errors"][0]["detail"] == told.json()["errors"][0]["detail"]
    assert (language == "en") == ("takes a number" in body["errors"][0]["detail"])
    assert answer["Vary"] == "Accept-Encoding"
    assert told["Vary"] == "Accept-Language, Accept-Encoding"


# ------------------------------------------------------------------------------- addresses, methods, formats


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/api/v1/chnges", "/api/v1/changes"),
        ("/api/v1/changes/", "/api/v1/changes"),
        ("/api/v1/language", "/api/v1/languages"),
        ("/api", None),
        ("/api/", "/api/v1/docs"),
        ("/api/v1/%00", "/api/v1/docs"),
        ("/api/v1/%ED%A0%80", None),
        ("/api/v1/../../admin/", None),
        (f"/api/v1/{'x' * 5000}", None),
    ],
)
def test_an_address_where_nothing_is_is_a_problem_with_the_nearest_one(address: str, nearest: str | None) -> None:
    body = problem(Client().get(address), HTTPStatus.NOT_FOUND)
    if nearest:
        assert body["nearest"] == nearest


def test_an_address_below_the_api_is_led_nowhere_else() -> None:
    from wagtail.contrib.redirects.models import Redirect

    Redirect.objects.create(old_path="/api/v1/old", redirect_link="/en/")
    problem(Client().get("/api/v1/old"), HTTPStatus.NOT_FOUND)


@pytest.mark.any_database
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_can_be_written(address: str, method: str) -> None:
    answer = getattr(Client(), method)(address)
    problem(answer, HTTPStatus.METHOD_NOT_ALLOWED)
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_head_is_what_a_reading_has_without_its_body(address: str) -> None:
    read, head = Client().get(address), Client().head(address)
    assert head.status_code == HTTPStatus.OK
    assert not head.content
    for name in ("Content-Length", "Content-Type", "Content-Disposition", "ETag", "Cache-Control"):
        assert head.get(name) == read.get(name)
    assert ("Content-Length" in read) != read.streaming


@pytest.mark.any_database
@pytest.mark.parametrize("address", ADDRESSES)
def test_scripts_of_any_origin_may_read_and_bring_no_cookie(address: str) -> None:
    asked = Client().options(
        address, headers={"origin": "https://elsewhere.example", "access-control-request-method": "GET"}
    )
    assert asked.status_code == HTTPStatus.NO_CONTENT
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for answer in (asked, Client().get(address), Client().get(with_parameter(address, "no=1"))):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
        assert not answer.cookies


@pytest.mark.any_database
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_format_that_there_is_not_is_a_problem(address: str) -> None:
    problem(Client().get(address, headers={"accept": "image/png"}), HTTPStatus.NOT_ACCEPTABLE)


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/*;q=0.5", "text/html, application/json"])
def test_json_is_given_to_who_takes_it(accept: str) -> None:
    assert Client().get("/api/v1/languages", headers={"accept": accept}).status_code == HTTPStatus.OK


def test_a_host_that_is_not_ours_is_a_problem() -> None:
    problem(Client().get("/api/v1/languages", headers={"host": "elsewhere.example"}), HTTPStatus.BAD_REQUEST)


def test_addresses_never_come_from_what_a_client_says() -> None:
    answer = Client().get("/api/v1/changes", headers={"host": "localhost", "x-forwarded-host": "elsewhere.example"})
    assert "localhost" not in answer.content.decode()


# ------------------------------------------------------------------------------- failures


class Failing:
    """A resource that fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self) -> Any:
        raise self.error


def test_a_failure_is_a_problem_with_the_reference_that_the_log_has(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(languages_resource, "home_editions", Failing(RuntimeError("secret")))
    answer = Client(raise_request_exception=False).get("/api/v1/languages")
    body = problem(answer, HTTPStatus.INTERNAL_SERVER_ERROR)
    assert f"Reference {body['reference']}" in caplog.text
    assert "secret" not in answer.content.decode()


def test_a_database_that_is_away_is_a_problem_that_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages_resource, "home_editions", Failing(OperationalError("away")))
    answer = Client().get("/api/v1/languages")
    problem(answer, HTTPStatus.SERVICE_UNAVAILABLE)
    assert int(answer["Retry-After"]) > 0


# ------------------------------------------------------------------------------- caching


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_did_not_change_is_not_sent_again(address: str) -> None:
    record()
    first = Client().get(address)
    with CaptureQueriesContext(connection) as asked:
        again = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert not again.content
    assert again["Access-Control-Allow-Origin"] == "*"
    assert len(asked) <= 2
    since = Client().get(address, headers={"if-modified-since": first["Last-Modified"]})
    assert since.status_code == HTTPStatus.NOT_MODIFIED


def test_what_changed_is_sent_again() -> None:
    first = Client().get("/api/v1/languages")
    home("pl")
    again = Client().get("/api/v1/languages", headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.OK


@pytest.mark.parametrize("address", RESOURCES)
def test_data_is_the_same_for_everybody(address: str) -> None:
    answer = Client(headers={"accept-language": "pl"}).get(address)
    assert answer["Cache-Control"].startswith("public")
    assert answer["Vary"] == "Accept-Encoding"
    assert answer.getvalue() == Client(headers={"accept-language": "bg"}).get(address).getvalue()


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_long_is_compressed_for_who_takes_it(address: str) -> None:
    plain = Client().get(address)
    packed = Client().get(address, headers={"accept-encoding": "gzip, br"})
    assert plain["Vary"] == packed["Vary"]
    content, sent = plain.getvalue(), packed.getvalue()
    is_short = len(content) < WORTH_COMPRESSING and not plain.streaming
    if is_short or plain["Content-Type"] == XLSX:
        assert "Content-Encoding" not in packed
        assert sent == content
        return
    assert gzip.decompress(sent) == content
    assert packed["ETag"] == f"W/{plain['ETag']}"
    if not packed.streaming:
        assert int(packed["Content-Length"]) == len(sent) < len(content)
    headers = {"accept-encoding": "gzip", "if-none-match": packed["ETag"]}
    assert Client().get(address, headers=headers).status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip", True), ("br, GZIP ;q=0.5", True), ("gzip;q=1.0,*;q=0", True), ("gzip; q=0.001", True),
        ("gzip;q=0", False), ("br, gzip ; q=0.000", False), ("x-gzip2", False), ("identity", False),
        ("gzip;q*=é'x'%ff", False), ("gzip;q=..", False),
    ],
)  # fmt: skip
def test_who_refuses_compression_gets_none(accepted: str, is_packed: bool) -> None:
    answer = Client().get("/api/v1/openapi.json", headers={"accept-encoding": accepted})
    assert answer.status_code == HTTPStatus.OK
    assert answer.has_header("Content-Encoding") == is_packed


# ------------------------------------------------------------------------------- limits


@pytest.fixture
def _few(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.API_REQUESTS_A_MINUTE = 5
    monkeypatch.setattr(throttling, "SHARED_EVERY", 2)
    monkeypatch.setattr(throttling.time, "time", lambda: 1_800_000_030.0)


@pytest.mark.usefixtures("_few")
def test_who_asks_too_often_is_told_when_to_come_again() -> None:
    left = [Client().get("/api/v1/languages")["RateLimit"] for _time in range(5)]
    assert left == [f'"minute";r={number};t=30' for number in (4, 3, 2, 1, 0)]
    answer = Client().get("/api/v1/languages")
    problem(answer, HTTPStatus.TOO_MANY_REQUESTS)
    assert answer["Retry-After"] == "30"
    assert answer["RateLimit-Policy"] == '"minute";q=5;w=60'


@pytest.mark.usefixtures("_few")
def test_another_network_and_another_minute_have_a_limit_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for _time in range(6):
        last = Client(REMOTE_ADDR="192.0.2.1").get("/api/v1/languages")
    assert last.status_code == HTTPStatus.TOO_MANY_REQUESTS
    neighbour, other = Client(REMOTE_ADDR="192.0.2.99"), Client(REMOTE_ADDR="198.51.100.1")
    assert neighbour.get("/api/v1/languages").status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert other.get("/api/v1/languages").status_code == HTTPStatus.OK
    monkeypatch.setattr(throttling.time, "time", lambda: 1_800_000_061.0)
    assert neighbour.get("/api/v1/languages").status_code == HTTPStatus.OK


@pytest.mark.usefixtures("_few")
def test_all_processes_count_together() -> None:
    for _process in range(3):
        throttling.forget_own_counts()  # another process
        for _time in range(2):
            last = Client().get("/api/v1/languages")
    assert RequestCount.objects.get().count == 6
    assert Client().get("/api/v1/languages").status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert last.status_code == HTTPStatus.OK


@pytest.mark.usefixtures("_few")
def test_a_count_tells_nobody_s_address_and_goes_with_its_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    for _time in range(2):
        Client(REMOTE_ADDR="192.0.2.1").get("/api/v1/languages")
    assert "192.0.2" not in str(RequestCount.objects.values().get())
    monkeypatch.setattr(throttling.time, "time", lambda: 1_800_000_121.0)
    time_passed.send(None)
    assert not RequestCount.objects.exists()


@pytest.mark.usefixtures("_few")
def test_counting_costs_a_statement_now_and_then() -> None:
    costs = []
    for _time in range(4):
        with CaptureQueriesContext(connection) as asked:
            Client().get("/api/v1/nowhere")
        costs.append(len(asked))
    assert costs == [0, 1, 0, 1]


# ------------------------------------------------------------------------------- Wagtail's own


def test_wagtail_s_own_api_stays_off() -> None:
    resolver = get_resolver()
    assert not [name for name in resolver.namespace_dict if "wagtailapi" in name]
    for version in ("v2", "v3"):
        problem(Client().get(f"/api/{version}/pages/"), HTTPStatus.NOT_FOUND)
        problem(Client().post(f"/api/{version}/pages/", json.dumps({}), "application/json"), HTTPStatus.NOT_FOUND)
