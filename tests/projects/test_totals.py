"""Results added up over the library, and what happens on known days: each work once, and only what is public."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.editions import Chain
from projects.enums import FigureKind
from projects.lists.cards import best_editions
from projects.lists.dated import EVENT, SESSION, Window, happening, read
from projects.lists.totals import Total, totals
from projects.models import (
    Place,
    ProjectEvent,
    ProjectFigure,
    ProjectPage,
    TrainingPage,
    TrainingParticipants,
    TrainingSession,
    Unit,
)
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, TrainingPageFactory, concept, index

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    return concept(Unit, "participant", forms="participant\nparticipants")


def project(language: str = "en", **fields: Any) -> ProjectPage:
    return ProjectPageFactory(parent=index("project", home(language)), **fields)


def training(**fields: Any) -> TrainingPage:
    return TrainingPageFactory(parent=index("training", home("en")), **fields)


def figure(value: int, unit: Unit, **fields: Any) -> ProjectFigure:
    return ProjectFigure(value=Decimal(value), unit=unit, **fields)


def added(language: str = "en") -> list[Total]:
    return totals(partial(best_editions, chain=Chain.of_site(language)), language)


def sums(language: str = "en") -> list[tuple[str, str, str, Decimal]]:
    return [(one.facet_type, one.unit.key, one.kind, one.value) for one in added(language)]


def test_like_units_and_kinds_are_added_and_others_are_not(unit: Unit) -> None:
    handbook = concept(Unit, "handbook", forms="handbook\nhandbooks")
    project(title="A", figures=[figure(100, unit), figure(3, handbook)])
    project(title="B", figures=[figure(80, unit), figure(500, unit, kind=FigureKind.PLANNED)])
    (first, *others) = added()
    assert (first.value, first.works) == (180, 2)
    assert [(one.title, one.value) for one in first.addends] == [("A", 100), ("B", 80)]
    assert [(one.unit.key, one.kind, one.value) for one in others] == [
        ("participant", "planned", 500),
        ("handbook", "achieved", 3),
    ]


def test_a_work_counts_once_whatever_its_languages(unit: Unit) -> None:
    english = project(title="One", figures=[figure(100, unit)])
    project("bg", title="Едно", translation_of=english, figures=[figure(100, unit)])
    assert sums() == sums("bg") == sums("lv") == [("project", "participant", "achieved", 100)]
    (one,) = added("bg")
    assert [addend.title for addend in one.addends] == ["Едно"]


def test_a_projects_results_and_its_trainings_participants_are_two_sums(unit: Unit) -> None:
    project(title="A", figures=[figure(100, unit)])
    training(title="T", participants=[TrainingParticipants(value=Decimal(40), unit=unit)])
    assert sums() == [("project", "participant", "achieved", 100), ("training", "participant", "achieved", 40)]


@pytest.mark.parametrize("left_out", [{"counts": False}, {"part": True}])
def test_parts_and_what_is_kept_out_of_totals_are_not_added(unit: Unit, left_out: dict[str, bool]) -> None:
    project(title="A", figures=[figure(180, unit), figure(100, unit, **left_out)])
    assert sums() == [("project", "participant", "achieved", 180)]


def test_percentages_are_not_added() -> None:
    project(title="A", figures=[figure(90, concept(Unit, "percent", forms="%\n%"))])
    assert added() == []


@pytest.mark.parametrize("fields", [{"live": False}, {"withdrawn_on": date(2026, 5, 1), "withdrawal_reason": "Wrong."}])
def test_drafts_and_withdrawn_works_are_not_added(unit: Unit, fields: dict[str, Any]) -> None:
    project(title="A", figures=[figure(90, unit)], **fields)
    assert added() == []


def test_fractions_are_exact(unit: Unit) -> None:
    project(title="A", figures=[ProjectFigure(value=Decimal("0.10"), unit=unit)])
    project(title="B", figures=[ProjectFigure(value=Decimal("0.20"), unit=unit)])
    (one,) = added()
    assert one.value == Decimal("0.30")


def test_sums_take_two_statements_however_many_works_there_are(
    unit: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        project(title=f"A{number}", figures=[figure(1, unit)])
        with django_assert_num_queries(2):
            assert added()[0].works == number + 1


# -------------------------------------------------------------------------------------- what happens on known days


@pytest.fixture
def place() -> Place:
    return concept(Place, "burgas", country="BG", latitude=Decimal("42.5"), longitude=Decimal("27.5"))


def days(window: Window, **order: bool) -> list[tuple[str, str, date, date]]:
    rows = happening(partial(best_editions, chain=Chain.of_site("en")), window, **order)
    return [(one.kind, one.title or one.text, one.first, one.last) for one in read(rows, "en")]


@pytest.fixture
def dated(place: Place) -> None:
    project(
        title="A",
        events=[
            ProjectEvent(date=date(2020, 2, 20), place=place, text="Conference"),
            ProjectEvent(date=date(2019, 1, 5), text="Kick-off"),
        ],
    )
    training(
        title="T",
        sessions=[
            TrainingSession(title="First", start=date(2020, 2, 19), end=date(2020, 2, 21)),
            TrainingSession(title="One day", end=date(2020, 3, 1)),
            TrainingSession(title="Some day"),
        ],
    )


KICK_OFF = ("event", "Kick-off", date(2019, 1, 5), date(2019, 1, 5))
FIRST = ("session", "First", date(2020, 2, 19), date(2020, 2, 21))
CONFERENCE = ("event", "Conference", date(2020, 2, 20), date(2020, 2, 20))
ONE_DAY = ("session", "One day", date(2020, 3, 1), date(2020, 3, 1))


@pytest.mark.usefixtures("dated")
@pytest.mark.parametrize(
    ("window", "found"),
    [
        (Window(), [KICK_OFF, FIRST, CONFERENCE, ONE_DAY]),
        (Window(kinds=[SESSION]), [FIRST, ONE_DAY]),
        (Window(kinds=[EVENT], since=date(2020, 1, 1)), [CONFERENCE]),
        (Window(since=date(2020, 2, 21)), [FIRST, ONE_DAY]),
        (Window(until=date(2020, 2, 19)), [KICK_OFF, FIRST]),
        (Window(since=date(2020, 2, 20), until=date(2020, 2, 20)), [FIRST, CONFERENCE]),
        (Window(countries=["BG"]), [CONFERENCE]),
        (Window(countries=["NO"]), []),
    ],
)
def test_what_happens_is_found_by_kind_day_and_country(window: Window, found: list[Any]) -> None:
    assert days(window) == found
    assert days(window, latest_first=True) == found[::-1]


def test_what_happens_stands_once_in_the_best_language_with_its_work() -> None:
    english = project(title="A", events=[ProjectEvent(date=date(2020, 1, 1), text="Start")])
    (event,) = english.events.all()
    project(
        "bg",
        title="А",
        translation_of=english,
        events=[ProjectEvent(date=date(2020, 1, 1), text="Начало", translation_key=event.translation_key)],
    )
    for language, text in [("bg", "Начало"), ("en", "Start"), ("lv", "Start")]:
        (one,) = read(happening(partial(best_editions, chain=Chain.of_site(language)), Window()), language)
        assert (one.text, one.key, one.work_key) == (text, event.translation_key, english.translation_key)


@pytest.mark.usefixtures("dated")
def test_what_happens_is_counted_sliced_and_read_in_one_statement_each(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    rows = happening(partial(best_editions, chain=Chain.of_site("en")), Window())
    with django_assert_num_queries(3):
        assert rows.count() == 4
        assert [one.place.text if one.place else "" for one in read(rows[1:3], "en")] == ["", "burgas"]
