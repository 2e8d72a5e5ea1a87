"""A training with its sessions, and an issue of a bulletin among the others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cms.models import LibraryDocument
from projects.models import (
    BulletinPage,
    Organisation,
    Place,
    TrainingDocument,
    TrainingObjective,
    TrainingParticipants,
    TrainingPlace,
    TrainingSession,
    Unit,
)
from tests.factories.home import home
from tests.factories.projects import (
    BulletinPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)
from tests.projects.reading import card, read, section, words

pytestmark = pytest.mark.django_db


def training(**fields: Any) -> Any:
    return TrainingPageFactory(parent=index("training", home()), **fields)


def test_a_session_without_a_date_says_so_and_has_no_calendar_file() -> None:
    place = concept(Place, "gorzow", name="Gorzów", country="PL", latitude="52.7", longitude="15.2")
    dated = row(
        TrainingSession, title="The first call", start=date(2020, 2, 18), place=place, language="pl", capacity=24,
        sort_order=0,
    )  # fmt: skip
    page = training(sessions=[dated, row(TrainingSession, title="The visit", sort_order=1)])
    shown = section(read(page), "sessions")
    assert words(shown.select_one(".in-label .meta")) == "2 sessions · 1 with a date"
    first, second = shown.select(".agenda > li")
    assert words(first) == (
        "18 February 2020 The first call Gorzów · Polish · 24 places Add to the calendar : The first call"
    )
    assert words(second) == "date not stated The visit place not stated"


def test_a_training_without_dates_offers_no_calendar() -> None:
    page = training(sessions=[row(TrainingSession, title="The visit")])
    shown = read(page)
    assert words(section(shown, "sessions").select_one(".meta")) == "1 session · dates not stated"
    assert not shown.select("a[type='text/calendar']")
    assert card(shown, "Period") == "not stated"


def test_a_training_tells_for_whom_it_is_and_what_they_learn_and_who_came() -> None:
    unit = concept(Unit, "unit", forms="unit\nunits")
    page = training(
        audience="Officers.",
        objectives=[row(TrainingObjective, text="Answer.")],
        participants=[row(TrainingParticipants, value=Decimal(43), unit=unit, what="took part", kind="planned")],
    )
    shown = read(page)
    assert words(section(shown, "for-whom").select_one(".in-text")) == "Officers."
    assert words(section(shown, "objectives").select_one("li")) == "Answer."
    assert words(section(shown, "participants").select_one("li")) == "43 units planned took part"


def test_materials_say_in_which_languages_they_are_not() -> None:
    polish = LibraryDocument.objects.create(title="A", language="pl", file="documents/a.pdf", file_size=1_300_000)
    page = training(documents=[row(TrainingDocument, document=polish, title="Workbook")])
    shown = section(read(page), "materials")
    assert words(shown.select_one(".doc")) == "PDF Workbook Polski , 1.3 MB : Workbook English : not available"


def test_a_training_leads_to_its_project_and_the_others_of_it() -> None:
    project = ProjectPageFactory(parent=index("project", home()), title="Standards", summary="Two stages.")
    first = training(title="Managers", project=project, start=date(2020, 1, 1))
    second = training(title="Officers", project=project, start=date(2020, 2, 1))
    shown = read(second)
    assert words(section(shown, "the-project").select_one(".in-text")) == "Standards Two stages."
    link = shown.select_one(".pager [rel=prev]")
    assert link is not None
    assert link["href"] == first.url_path


def test_the_places_of_a_training_are_named_in_the_readers_language() -> None:
    polish = concept(Place, "lubuskie", "pl", name="lubuskie", country="PL", latitude="52", longitude="15")
    concept(Place, "lubuskie", "en", name="Lubuskie region", country="PL", latitude="52", longitude="15")
    assert card(read(training(places=[row(TrainingPlace, place=polish)])), "Places") == "Lubuskie region"


# -------------------------------------------------------------------------------------- bulletin


@pytest.fixture
def issues() -> list[BulletinPage]:
    """Three issues of one project."""
    project = ProjectPageFactory(parent=index("project", home()), title="Governance")
    return [
        BulletinPageFactory(
            parent=index("bulletin", home()),
            title=title,
            number=number,
            project=project,
            publisher=concept(Organisation, f"arm{number}", name="Association"),
            body=[("heading", {"text": "The counter", "anchor": "counter"}), ("text", "<p>One article.</p>")],
        )
        for number, title in ((1, "Start"), (2, "Council"), (3, "Resources"))
    ]


def test_an_issue_lists_its_articles_and_stands_between_its_neighbours(issues: list[BulletinPage]) -> None:
    shown = read(issues[1])
    assert words(shown.select_one(".kind")) == "Bulletin, no. 2"
    assert [words(link) for link in shown.select(".contents a")] == ["1 The counter"]
    assert words(shown.select_one(".pager")) == "Previous · No. 1 Start Next · No. 3 Resources"
    assert [words(title) for title in shown.select(".shelf h3")] == ["No. 3 · Resources", "No. 1 · Start"]


def test_an_issue_without_a_date_says_so(issues: list[BulletinPage]) -> None:
    assert "Date not stated" in words(read(issues[0]).select_one("dl.meta"))


def test_an_issue_in_another_project_is_no_neighbour(issues: list[BulletinPage]) -> None:
    alone = BulletinPageFactory(parent=index("bulletin", home()), number=4)
    assert not read(alone).select(".pager")
