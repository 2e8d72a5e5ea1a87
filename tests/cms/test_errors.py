"""Dead ends: in the reader's language, with ways on, and without the database where that may be what broke."""

from __future__ import annotations

import logging
import logging.config
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from pytest_django import DjangoAssertNumQueries, Settings

from cms import urls
from cms.errors import server_error
from cms.settings.base import LOGGING
from home.models import HomePage
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import index
from tests.reading import read, words


def refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def damaged(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [
    path("en/refused/", refused),
    path("bg/damaged/", damaged),
    path("nb/broken/", broken),
    *urls.urlpatterns,
]
handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
with_broken_views = override_settings(ROOT_URLCONF=__name__)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "language"), [("/bg/няма/", "bg"), ("/pl/nie-ma/", "pl"), ("/nowhere/", "en")])
def test_what_is_missing_is_said_in_the_language_of_the_address(address: str, language: str) -> None:
    soup = read(address, HTTPStatus.NOT_FOUND)
    assert soup.html["lang"] == language
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.django_db
def test_the_words_of_a_missing_address_can_be_searched_for() -> None:
    soup = read("/bg/proekti/good_governance-2019/", HTTPStatus.NOT_FOUND)
    assert soup.select_one("main form")["action"] == "/bg/search/"
    assert soup.select_one("main input[name=q]")["value"] == "proekti good governance 2019"


@pytest.mark.django_db
def test_a_missing_page_is_looked_for_at_the_same_address_in_other_languages_and_elsewhere_in_this_one() -> None:
    StandardPageFactory(parent=home(), title="About", slug="about")
    moved = StandardPageFactory(parent=home("bg"), title="Старо име", slug="old")
    StandardPageFactory(parent=home("bg"), title="Чернова", slug="draft", live=False)
    found = {
        address: [link["href"] for link in read(address, HTTPStatus.NOT_FOUND).select("main .banner a")]
        for address in ("/bg/about/", "/bg/somewhere/old/", "/bg/elsewhere/draft/")
    }
    assert found == {"/bg/about/": ["/en/about/"], "/bg/somewhere/old/": [moved.url_path], "/bg/elsewhere/draft/": []}


@pytest.mark.django_db
def test_a_missing_page_offers_the_lists_of_its_language() -> None:
    index("project", home("lv"))
    assert [link["href"] for link in read("/lv/nav/", HTTPStatus.NOT_FOUND).select("main li a")] == [
        "/lv/",
        "/lv/projects/",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/a\x00b/", "/en/" + "x" * 5000 + "/", "/en/%ff/", "/en/../../etc/passwd"])
def test_an_odd_address_is_a_missing_page(address: str) -> None:
    assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


@with_broken_views
def test_a_failure_is_told_in_the_reader_s_language_without_the_database(
    django_assert_num_queries: DjangoAssertNumQueries, db: None, caplog: pytest.LogCaptureFixture
) -> None:
    with django_assert_num_queries(0):
        soup = read("/nb/broken/", HTTPStatus.INTERNAL_SERVER_ERROR)
    assert soup.html["lang"] == "nb"
    assert [link["href"] for link in soup.select("main li a")] == ["/nb/broken/", "/nb/"]
    assert words(soup, "main code")[0] in caplog.text


def test_a_failure_of_the_database_itself_is_told_too() -> None:
    # No access to a database is allowed in this test: any query would fail it.
    answer = server_error(RequestFactory().get("/en/"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert b"/en/" in answer.content


@with_broken_views
def test_a_damaged_request_is_told_without_the_database() -> None:
    soup = read("/bg/damaged/", HTTPStatus.BAD_REQUEST)
    assert soup.html["lang"] == "bg"
    assert [link["href"] for link in soup.select("main li a")] == ["/bg/"]


@pytest.mark.django_db
@with_broken_views
def test_a_refusal_offers_ways_on() -> None:
    soup = read("/en/refused/", HTTPStatus.FORBIDDEN)
    assert words(soup, "h1") == ["You may not open this"]
    assert [link["href"] for link in soup.select("main li a")] == ["/en/"]


@pytest.mark.django_db
def test_a_form_without_its_token_says_how_to_send_it_again() -> None:
    restricted = HomePage.objects.get(url_path="/en/")
    answer = Client(enforce_csrf_checks=True).post(f"/_util/authenticate_with_password/1/{restricted.pk}/")
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "reload the page and send the form again" in answer.content.decode()


# ------------------------------------------------------------------------------------------ a visitor's faults


@with_broken_views
@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("/en/", {"HTTP_HOST": "evil.example"}),
        ("/en/", {"HTTP_HOST": "a b"}),
        ("/bg/damaged/", {}),
        ("/en/refused/", {}),
        ("/admin/" + "x" * 5000, {}),
        ("/en/" + "x" * 5000, {}),
        ("/" + "x" * 60_000 + "/", {}),
        ("/static/" + "x" * 5000, {}),
        ("/media/images/" + "x" * 5000, {}),
        ("/documents/1/" + "x" * 5000, {}),
        ("/en/search/?q=" + "x" * 60_000, {}),
    ],
)
def test_what_a_visitor_does_wrong_is_one_short_line_of_the_log_and_no_error(
    address: str, options: dict[str, Any], capsys: pytest.CaptureFixture[str], db: None
) -> None:
    with logged_as_set_up():
        answer = Client().get(address, **options)
    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert " ERROR " not in told
    assert all(len(line) < 400 for line in told.splitlines())


@pytest.mark.parametrize("secure", [True, False])
def test_an_address_too_long_to_lead_on_is_no_error_either(
    settings: Settings, capsys: pytest.CaptureFixture[str], secure: bool
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    with logged_as_set_up():
        answer = Client().get("/en/search?q=" + "x" * 5000, secure=secure)
    assert answer.status_code in {HTTPStatus.BAD_REQUEST, HTTPStatus.MOVED_PERMANENTLY}
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert " ERROR " not in told


@with_broken_views
def test_a_fault_of_the_program_has_its_traceback(capsys: pytest.CaptureFixture[str], db: None) -> None:
    with logged_as_set_up():
        Client(raise_request_exception=False).get("/nb/broken/")
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert " ERROR django.request " in told


@contextmanager
def logged_as_set_up() -> Iterator[None]:
    """Send the log where the settings send it; the test runner's own handlers would show what it was made of."""
    root = logging.getLogger()
    before = root.handlers[:]
    logging.config.dictConfig(LOGGING)
    try:
        yield
    finally:
        root.handlers[:] = before
