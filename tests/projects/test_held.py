"""When a training was held: what it says itself, or else what its sessions say, and everywhere the same."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from projects.models import TrainingPage, TrainingSession
from tests.factories.home import home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    index,
    row,
)
from tests.projects.reading import card, read, words

pytestmark = pytest.mark.django_db
PROJECT_YEARS = {"start": date(2017, 1, 1), "end": date(2019, 1, 1), "status": "running"}


def session(start: date | None, end: date | None = None) -> TrainingSession:
    made: TrainingSession = row(TrainingSession, title="A day", start=start, end=end)
    return made


def training(*sessions: TrainingSession, **fields: Any) -> TrainingPage:
    fields.setdefault("kind", "study_visit")
    project = ProjectPageFactory(parent=index("project", home()), title="Its project", **PROJECT_YEARS)
    made: TrainingPage = TrainingPageFactory(
        parent=index("training", home()), title="Held", project=project, sessions=list(sessions), **fields
    )
    return made


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2020, 6, 15))


# Own fields, sessions; period and status on the page, years and status as facets.
CASES: dict[str, tuple[dict[str, Any], list[tuple[date | None, date | None]], str, str, list[str], str]] = {
    "sessions only": (
        {}, [(date(2019, 12, 30), None), (date(2020, 1, 4), date(2020, 1, 5))],
        "30 December 2019 – 5 January 2020", "completed", ["2019", "2020"], "completed",
    ),
    "one day": ({}, [(date(2020, 2, 18), None)], "18 February 2020", "completed", ["2020"], "completed"),
    "a last day only": ({}, [(None, date(2020, 2, 18))], "18 February 2020", "completed", ["2020"], "completed"),
    "today": ({}, [(date(2020, 6, 15), None)], "15 June 2020", "running", ["2020"], "running"),
    "to come": ({}, [(date(2020, 6, 16), None)], "16 June 2020", "planned", ["2020"], "planned"),
    "own period": (
        {"start": date(2019, 3, 1), "end": date(2019, 4, 1), "precision": "month"}, [(date(2019, 3, 5), None)],
        "March 2019 – April 2019", "completed", ["2019"], "completed",
    ),
    "own status": (
        {"status": "planned"}, [(date(2020, 2, 18), None)], "18 February 2020", "planned", ["2020"], "planned",
    ),
    "own period without sessions": (
        {"start": date(2019, 3, 1), "precision": "year"}, [], "start: 2019", "not stated", ["2019"], "not_stated",
    ),
    "a length": ({"duration_months": 3}, [], "3 months", "not stated", ["unknown"], "not_stated"),
    "nothing": ({}, [(None, None)], "not stated", "not stated", ["unknown"], "not_stated"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_output_says_the_same_of_a_training(case: str) -> None:
    own, days, period, status, years, state = CASES[case]
    page = training(*(session(start, end) for start, end in days), **own)
    shown = read(page)
    assert (card(shown, "Period"), card(shown, "Status")) == (period, status)
    facets = {
        name: sorted(page.facets.filter(name=name).values_list("value", flat=True)) for name in ("year", "status")
    }
    assert facets == {"year": years, "status": [state]}
    (listed,) = BeautifulSoup(Client().get("/en/trainings/").content, "html.parser").select(".agenda > li")
    on_card = "date not stated" if period == "not stated" else period.removeprefix("start: ")
    assert words(listed.select_one(".when")) == on_card
    assert (f"· {status}" in words(listed.select_one(".meta"))) is (state != "not_stated")
    (table,) = csv.DictReader(io.StringIO(Client().get("/en/trainings/?format=csv").getvalue().decode("utf-8-sig")))
    assert table["Year"] == "; ".join(year.replace("unknown", "year unknown") for year in years)
    assert table["Status"] == (status if state != "not_stated" else "")
    assert bool(table["Start"]) is (years != ["unknown"])
    for year in years:
        assert "Held" in Client().get("/en/trainings/", {"year": year}).content.decode()
    described = json.loads(shown.select_one("script[type$=json]").get_text())
    assert described.get("startDate", "")[:4] == years[0].replace("unknown", "")


def test_the_project_s_years_and_status_are_not_those_of_what_it_left() -> None:
    project = ProjectPageFactory(parent=index("project", home()), **PROJECT_YEARS)
    pages = [
        HandbookPageFactory(parent=index("handbook", home()), project=project),
        BulletinPageFactory(parent=index("bulletin", home()), project=project),
    ]
    for page in pages:
        assert list(page.facets.filter(name="year").values_list("value", flat=True)) == ["unknown"]
        assert not page.facets.filter(name="status").exists()


def test_trainings_stand_in_the_order_of_their_days_wherever_these_are_from() -> None:
    project = ProjectPageFactory(parent=index("project", home()), slug="its")
    made: dict[str, dict[str, Any]] = {
        "Second": {"start": date(2020, 2, 1)},
        "Third": {"sessions": [session(date(2020, 3, 1))]},
        "First": {"sessions": [session(date(2020, 1, 1)), session(date(2020, 5, 1))]},
        "Undated": {},
    }
    for title, fields in made.items():
        TrainingPageFactory(parent=index("training", home()), title=title, project=project, **fields)
    listed = BeautifulSoup(Client().get("/en/trainings/").content, "html.parser")
    assert [words(title) for title in listed.select("section.in-wide .agenda h3")] == [
        "Third", "Second", "First", "Undated",
    ]  # fmt: skip
    left = read(project).select("#related ~ * .rows li, .rows li")
    assert [words(one.h3) for one in left] == ["First", "Second", "Third", "Undated"]
    assert "January 2020" in words(left[0])


def test_a_training_is_found_as_running_and_completed_when_its_days_come(monkeypatch: pytest.MonkeyPatch) -> None:
    page = training(session(date(2020, 6, 20), date(2020, 6, 21)))
    found = []
    for day in (16, 20, 21, 22):
        monkeypatch.setattr(timezone, "localdate", lambda *_args, day=day: date(2020, 6, day))
        call_command("publish_scheduled")
        found.append(page.facets.get(name="status").value)
    assert found == ["planned", "running", "running", "completed"]


def test_a_session_with_a_last_day_only_stands_in_the_calendar() -> None:
    page = training(session(None, date(2020, 2, 18)))
    assert "DTSTART;VALUE=DATE:20200218" in Client().get(f"/en/calendar/{page.pk}.ics").content.decode()
    assert "A day" in words(
        BeautifulSoup(Client().get("/en/trainings/").content, "html.parser").select_one(".calendar")
    )
    assert words(read(page).select_one(".agenda .when")) == "18 February 2020"


@pytest.mark.parametrize(
    ("website", "said"), [("", "not stated"), ("https://example.org/", "not stated in the source")]
)
def test_only_a_source_that_is_named_can_have_left_something_out(website: str, said: str) -> None:
    project = ProjectPageFactory(parent=index("project", home()), slug="its", website=website)
    assert [card(read(project), name) for name in ("Budget", "Period", "Status")] == [said] * 3
    page = TrainingPageFactory(parent=index("training", home()), project=project)
    assert [card(read(page), name) for name in ("Places", "Period", "Status")] == [said] * 3
    book = HandbookPageFactory(parent=index("handbook", home()), project=project)
    assert card(read(book), "Publisher") == said
    issue = BulletinPageFactory(parent=index("bulletin", home()), project=project)
    assert words(read(issue).select_one("dl.meta dd")) == said
