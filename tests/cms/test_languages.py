"""The language of a request: the address says it, the browser only chooses at the door."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from cms.languages import country_name, language_name
from cms.middleware import preferred_language
from tests.factories.home import home


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("bg", "bg"),
        ("no", "nb"),
        ("nn-NO,nb;q=0.5", "nb"),
        ("de, pl;q=0.8, en;q=0.5", "pl"),
        ("ro-MD", "ro"),
        ("de", "en"),
        ("", "en"),
        ("\x00;q=,,,*", "en"),
        ("lv;q=0.1, en;q=0.9", "en"),
    ],
)
def test_the_browser_s_first_language_of_ours_is_preferred(header: str, language: str) -> None:
    assert preferred_language(header) == language


@pytest.mark.django_db
@pytest.mark.parametrize(("header", "address"), [("nn", "/nb/"), ("bg", "/bg/"), ("xx", "/en/"), ("pl, bg", "/bg/")])
def test_the_door_leads_to_a_home_page_that_is_there_and_says_that_it_depends_on_the_browser(
    header: str, address: str
) -> None:
    home("nb")
    home("bg")
    response = Client().get("/", headers={"accept-language": header})
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == address
    assert "Accept-Language" in response["Vary"]
    assert "Cache-Control" not in response or "public" not in response["Cache-Control"]


@pytest.mark.django_db
def test_nothing_on_a_home_page_leads_back_to_the_door() -> None:
    assert b'href="/"' not in Client().get("/en/").content


@pytest.mark.django_db
def test_an_address_is_never_answered_in_the_browser_s_language() -> None:
    response = Client().get("/en/", headers={"accept-language": "pl"})
    assert response["Content-Language"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")


def test_languages_and_countries_are_named_in_the_reader_s_language() -> None:
    assert language_name("nb", "pl") == "norweski (bokmål)"
    assert country_name("BG", "lv") == "Bulgārija"
    assert country_name("QQ", "lv") == "QQ"
