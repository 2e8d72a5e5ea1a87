"""What is asked for again and again is sent again only where it changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from cms import validators
from projects.models import TrainingPage, TrainingSession
from tests.factories.home import home
from tests.factories.projects import TrainingPageFactory, index, row

pytestmark = pytest.mark.django_db
ADDRESSES: dict[str, Callable[[Any], str]] = {
    "feed": lambda page: "/en/trainings/?format=atom",
    "table": lambda page: "/en/trainings/?format=csv",
    "workbook": lambda page: "/en/trainings/?format=xlsx",
    "calendar": lambda page: f"/en/calendar/{page.pk}.ics",
    "sitemap": lambda page: "/sitemap-en.xml",
    "index of sitemaps": lambda page: "/sitemap.xml",
    "BibTeX": lambda page: f"/en/cite/{page.pk}.bib",
    "RIS": lambda page: f"/en/cite/{page.pk}.ris",
}


@pytest.fixture
def training() -> TrainingPage:
    """Return a training with a date."""
    made: TrainingPage = TrainingPageFactory(
        parent=index("training", home()),
        title="Course",
        slug="course",
        sessions=[row(TrainingSession, title="First", start=date(2026, 3, 1))],
    )
    made.save_revision().publish()
    return made


class Clock:
    """The time as a test says it is."""

    now = 1_800_000_000.5

    def time(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock of the validators, which knows nothing of other tests."""
    monkeypatch.setattr(validators, "time", made := Clock())
    validators._seen.clear()
    return made


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_what_a_program_has_is_not_sent_again(name: str, header: str, training: TrainingPage) -> None:
    address = ADDRESSES[name](training)
    first = Client().get(address)
    asked = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]
    again = Client().get(address, headers={asked: first[header]})
    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert again["ETag"] == first["ETag"]


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_what_changed_is_sent_even_within_the_same_second(name: str, header: str, training: TrainingPage) -> None:
    address = ADDRESSES[name](training)
    first = Client().get(address)
    training.title, training.slug = "Another course", "other"
    training.save_revision().publish()
    asked = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]
    again = Client().get(address, headers={asked: first[header]})
    assert again.status_code == HTTPStatus.OK
    assert again["ETag"] != first["ETag"]


@pytest.mark.parametrize("name", ["feed", "table", "workbook", "sitemap"])
def test_what_went_is_a_change_too(name: str, training: TrainingPage, clock: Clock) -> None:
    address = ADDRESSES[name](training)
    first = Client().get(address)
    clock.now += 60
    training.unpublish()
    again = Client().get(address, headers={"If-Modified-Since": first["Last-Modified"]})
    assert again.status_code == HTTPStatus.OK
    assert Client().get(address, headers={"If-Modified-Since": again["Last-Modified"]}).status_code == 304


def test_a_page_that_is_not_there_has_no_validators(training: TrainingPage) -> None:
    assert not Client().get("/en/calendar/999999.ics").has_header("ETag")


def test_only_so_many_addresses_are_remembered(monkeypatch: pytest.MonkeyPatch, training: TrainingPage) -> None:
    monkeypatch.setattr(validators, "MOST_REMEMBERED", 2)
    for number in range(4):
        Client().get(f"/en/trainings/?format=csv&page={number}")
    assert len(validators._seen) == 2
