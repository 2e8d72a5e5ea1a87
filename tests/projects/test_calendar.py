"""Months as tables: under a project's events, and over a list of trainings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from projects.drawings.months import Mark, Month, month_of
from projects.models import Place, ProjectEvent, TrainingSession
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, TrainingPageFactory, concept, index, row
from tests.projects.reading import read, section, words
from tests.reading import read as read_address


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: date(2018, 10, 24))


def numbers(month: Month) -> list[list[int]]:
    return [[day.number for day in week] for week in month.weeks]


# ----------------------------------------------------------------------------------------- months


def test_a_month_has_whole_weeks_from_monday_on() -> None:
    assert numbers(month_of(date(2018, 10, 9), [], "en")) == [
        [1, 2, 3, 4, 5, 6, 7],
        [8, 9, 10, 11, 12, 13, 14],
        [15, 16, 17, 18, 19, 20, 21],
        [22, 23, 24, 25, 26, 27, 28],
        [29, 30, 31, 1, 2, 3, 4],
    ]


@pytest.mark.parametrize(
    ("moment", "weeks", "first", "last"),
    [
        (date(2021, 2, 28), 4, 1, 28),  # begins on a Monday, ends on a Sunday
        (date(2020, 2, 29), 5, 27, 1),
        (date(2026, 8, 1), 6, 27, 6),
        (date(9999, 12, 31), 5, 29, 2),  # the week ends beyond the last date that there is
        (date(1, 1, 1), 5, 1, 4),
    ],
)
def test_a_month_has_as_many_weeks_as_it_touches(moment: date, weeks: int, first: int, last: int) -> None:
    found = numbers(month_of(moment, [], "en"))
    assert (len(found), found[0][0], found[-1][-1]) == (weeks, first, last)
    assert {len(week) for week in found} == {7}


@pytest.mark.parametrize(
    ("language", "name", "monday", "written"),
    [
        ("bg", "октомври 2018 г.", ("пн", "понеделник"), "9 октомври"),
        ("en", "October 2018", ("Mo", "Monday"), "9 October"),
        ("lv", "2018. gada oktobris", ("Pr", "Pirmdiena"), "9. oktobris"),
        ("nb", "oktober 2018", ("ma", "mandag"), "9. oktober"),
        ("pl", "październik 2018", ("pon", "poniedziałek"), "9 października"),
        ("ro", "octombrie 2018", ("lu", "luni"), "9 octombrie"),
    ],
)
def test_a_month_is_named_in_the_reader_s_language(
    language: str, name: str, monday: tuple[str, str], written: str
) -> None:
    month = month_of(date(2018, 10, 9), [], language)
    assert " ".join(month.name.split()) == name
    assert month.weekdays[0] == monday
    assert " ".join(month.weeks[1][1].written.split()) == written


def test_what_takes_several_days_is_on_each_of_them_and_on_no_day_of_another_month() -> None:
    visit = Mark(date(2018, 10, 30), date(2018, 11, 2), "Visit", "#visit")
    days = [day for week in month_of(date(2018, 10, 1), [visit], "en").weeks for day in week]
    assert [day.number for day in days if day.marks] == [30, 31]


@pytest.mark.parametrize(("moment", "marked"), [(date(2018, 10, 9), [24]), (date(2018, 9, 9), [])])
def test_today_is_marked_in_its_own_month_alone(moment: date, marked: list[int]) -> None:
    days = [day for week in month_of(moment, [], "en").weeks for day in week]
    assert [day.number for day in days if day.is_today] == marked


# ----------------------------------------------------------------------------- events of a project


def event(on: date, where: str = "", **fields: Any) -> ProjectEvent:
    place = concept(Place, where, name=where, country="BE", latitude="50.8", longitude="4.3") if where else None
    return row(ProjectEvent, date=on, place=place, text=fields.pop("text", "A seminar."), **fields)


def project(*events: ProjectEvent) -> Any:
    for place, one in enumerate(events):
        one.sort_order = place
    return ProjectPageFactory(
        parent=index("project", home()), body=[("facts", {"kind": "events", "heading": ""})], events=list(events)
    )


@pytest.mark.django_db
def test_the_day_of_an_event_says_its_date_and_place_and_leads_to_it() -> None:
    shown = section(read(project(event(date(2018, 10, 9), "Brussels"))), "events")
    link = shown.select_one("table.calendar td a")
    assert words(link.select_one("[aria-hidden]")) == "9"
    assert "".join(link.find_all(string=True)[1:]).replace("\N{NO-BREAK SPACE}", " ") == "9 October: Brussels"
    target = shown.select_one(str(link["href"]))
    assert words(target.select_one(".when")).startswith("9 October 2018")


@pytest.mark.django_db
def test_an_event_without_a_place_is_marked_in_words_too() -> None:
    shown = section(read(project(event(date(2018, 10, 9)))), "events")
    assert words(shown.select_one("td .cal-what")) == "event"


@pytest.mark.django_db
def test_today_is_said_in_words_whether_something_happens_or_not() -> None:
    quiet = section(read(project(event(date(2018, 10, 9)))), "events").select_one("td.is-today")
    assert words(quiet) == "24 (today)"
    busy = section(read(project(event(date(2018, 10, 24), "Brussels"))), "events").select_one("td.is-today")
    assert words(busy) == "24 24 October (today): Brussels"


@pytest.mark.django_db
def test_the_table_has_a_name_and_its_columns_have_full_names() -> None:
    table = section(read(project(event(date(2018, 10, 9)))), "events").select_one("table.calendar")
    assert words(table.caption) == "October 2018"
    assert [words(head.select_one(".visually-hidden")) for head in table.select("th[scope=col]")] == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]  # fmt: skip


@pytest.mark.django_db
def test_days_of_the_neighbouring_months_are_seen_but_not_read_out() -> None:
    table = section(read(project(event(date(2018, 10, 9)))), "events").select_one("table.calendar")
    other = table.select("td.is-other")
    assert [words(cell) for cell in other] == ["1", "2", "3", "4"]
    assert all(cell.select("[aria-hidden=true]") for cell in other)


@pytest.mark.django_db
def test_several_events_of_one_month_share_one_table() -> None:
    page = project(
        event(date(2018, 10, 9), "Brussels"),
        event(date(2018, 11, 5), "Ruse"),
        event(date(2018, 10, 9), "Giurgiu"),
        event(date(2018, 10, 30)),
    )
    shown = section(read(page), "events")
    assert [words(table.caption) for table in shown.select("table.calendar")] == ["October 2018", "November 2018"]
    october, november = shown.select("ul.happenings")
    assert [words(one).split(" 2018")[0] for one in october.select(".when")] == [
        "9 October", "9 October", "30 October",
    ]  # fmt: skip
    assert len(november.select("li")) == 1
    marked = [words(cell) for cell in shown.select_one("table.calendar").select("td") if cell.a]
    assert marked == ["9 9 October: Brussels 9 October: Giurgiu", "30 30 October: event"]


@pytest.mark.django_db
def test_the_months_ask_the_database_for_nothing() -> None:
    def asked(page: Any) -> int:
        Client().get(page.url_path)
        with CaptureQueriesContext(connection) as queries:
            Client().get(page.url_path)
        return len(queries)

    without, within = project(), project(*(event(date(2018, month, 9), f"place {month}") for month in range(1, 13)))
    # One more: the names of the places.
    assert asked(within) == asked(without) + 1


# ------------------------------------------------------------------------------ a list of trainings


def training(title: str, *sessions: tuple[str, date | None, date | None], **fields: Any) -> Any:
    rows = [
        row(TrainingSession, title=name, start=start, end=end, sort_order=place)
        for place, (name, start, end) in enumerate(sessions)
    ]
    return TrainingPageFactory(parent=index("training", home()), title=title, sessions=rows, **fields)


def listed(query: str = "") -> Any:
    return read_address(f"{index('training', home()).url_path}{query}")


@pytest.mark.django_db
def test_a_list_without_dated_sessions_has_no_calendar() -> None:
    training("Undated", ("Meeting", None, None))
    assert not listed().select("table.calendar, #calendar")


@pytest.mark.django_db
def test_the_dated_sessions_stand_in_their_month_beside_the_trainings_they_belong_to() -> None:
    page = training(
        "Investor service",
        ("First call", date(2018, 10, 9), date(2018, 10, 10)),
        ("Visit", date(2018, 10, 30), None),
        ("Review", None, None),
    )
    shown = listed()
    assert words(shown.select_one(".cal-head h3")) == "October 2018"
    links = shown.select("table.calendar td a")
    assert [words(link.select_one(".cal-what")) for link in links] == ["First call", "First call", "Visit"]
    assert {link["href"] for link in links} == {f"{page.url_path}#sessions"}
    assert [words(note) for note in shown.select(".note p:not(.note-head)")] == [
        "9 October – 10 October First call Investor service",
        "30 October Visit Investor service",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "month", "ways"),
    [
        ("", "December 2018", ["February 2018", "March 2019"]),  # the next one from October on
        ("?month=2018-02", "February 2018", ["December 2018"]),
        ("?month=2019-03", "March 2019", ["December 2018"]),
        ("?month=2018-05", "December 2018", ["February 2018", "March 2019"]),  # nothing happens in May
        ("?month=%00&month=x", "December 2018", ["February 2018", "March 2019"]),
    ],
)
def test_one_goes_from_month_to_month_that_has_sessions(query: str, month: str, ways: list[str]) -> None:
    training(
        "Course",
        ("One", date(2018, 2, 1), None),
        ("Two", date(2018, 12, 1), date(2018, 12, 3)),
        ("Three", date(2019, 3, 1), None),
    )
    head = listed(query).select_one(".cal-head")
    assert words(head.h3) == month
    assert [words(link) for link in head.select("a")] == ways


@pytest.mark.django_db
def test_where_all_is_past_the_last_month_is_shown() -> None:
    training("Course", ("One", date(2017, 2, 1), None), ("Two", date(2018, 9, 1), None))
    assert words(listed().select_one(".cal-head h3")) == "September 2018"


@pytest.mark.django_db
def test_the_calendar_shows_the_chosen_trainings_and_keeps_the_choice() -> None:
    training("Course", ("Lesson", date(2018, 11, 1), None), ("Lesson", date(2018, 12, 1), None), kind="course")
    training("Visit", ("Journey", date(2018, 11, 2), None), kind="study_visit")
    shown = listed("?kind=course")
    assert [words(name) for name in shown.select(".cal-what")] == ["Lesson"]
    later = shown.select_one(".cal-head a[rel=next]")["href"]
    assert later == f"{index('training', home()).url_path}?kind=course&month=2018-12#calendar"


@pytest.mark.django_db
def test_sessions_that_readers_may_not_see_are_in_no_calendar() -> None:
    training("Draft", ("Secret", date(2018, 11, 1), None), live=False)
    hidden = training("Restricted", ("Closed", date(2018, 11, 2), None))
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    training("Open", ("Public", date(2018, 11, 3), None))
    assert [words(name) for name in listed().select(".cal-what")] == ["Public"]


@pytest.mark.django_db
def test_the_calendar_asks_two_questions_however_many_sessions_there_are() -> None:
    """The months that have sessions, and the sessions of one month; the list itself asks for the days of its works."""
    address = index("training", home()).url_path

    def asked() -> int:
        Client().get(address)
        with CaptureQueriesContext(connection) as queries:
            Client().get(address)
        of_sessions = [query["sql"] for query in queries if "trainingsession" in query["sql"]]
        return sum("first_session" not in statement for statement in of_sessions)

    training("Course", *((f"Lesson {number}", date(2018, 11, number), None) for number in range(1, 3)))
    few = asked()
    for month in (9, 11, 12):
        training("Course", *((f"Lesson {number}", date(2018, month, number), None) for number in range(1, 9)))
    assert few == asked() == 2
