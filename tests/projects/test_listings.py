"""The four lists: each work once, narrowed, sorted and paged by its address alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from projects.lists.listing import PAGE_SIZE, Listing, listing
from projects.models import Place, Programme, ProjectPage, ProjectPlace, ProjectTopic, Topic, TrainingSession
from tests.factories.home import home
from tests.factories.projects import (
    INDEX_FACTORIES,
    PAGE_FACTORIES,
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def project(title: str, *countries: str, language: str = "en", **fields: Any) -> ProjectPage:
    """Return a public project with a place in each of the countries."""
    places = []
    for country in countries:
        place = Place.objects.filter(key=country.lower()).first() or concept(
            Place, country.lower(), country=country, latitude=Decimal(42), longitude=Decimal(23)
        )
        places.append(ProjectPlace(place=place))
    return ProjectPageFactory(parent=index("project", home(language)), title=title, places=places, **fields)


def projects(query: str = "", language: str = "en") -> Listing:
    return listing("project", language, QueryDict(query), f"/{language}/projects/")


def titles(found: Listing) -> list[str]:
    return [card.page.title for card in found.cards]


def counts(found: Listing, facet: str) -> dict[str, int]:
    (choices,) = [entry for entry in found.facet_choices if entry.facet.name == facet]
    return {choice.value: choice.count for choice in choices.choices}


# ---------------------------------------------------------------------------------------- languages


def test_a_work_in_several_languages_stands_once_in_the_reader_s() -> None:
    english = project("One")
    project("Едно", language="bg", translation_of=english)
    assert titles(projects()) == ["One"]
    assert titles(projects(language="bg")) == ["Едно"]


def test_a_work_that_is_not_translated_stands_in_english_else_as_it_was_written() -> None:
    polish = project("Jeden", language="pl")
    project("One", translation_of=polish)
    project("Dwa", language="pl")
    assert sorted(titles(projects(language="lv"))) == ["Dwa", "One"]


def test_a_foreign_work_says_its_language_where_its_words_stand() -> None:
    project("Jeden", language="pl", summary="Opis")
    index("project", home("lv"))
    item = read("/lv/projects/").select_one(".agenda li")
    assert item.h3.a["lang"] == item.h3.a["hreflang"] == "pl"
    assert item.select_one("h3 + p")["lang"] == "pl"
    assert "Opis" not in item.select_one(".side").get_text()


def test_what_is_not_public_is_in_no_list_and_no_count() -> None:
    project("Open", "BG")
    project("Draft", "BG", live=False)
    closed = project("Closed", "BG")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    found = projects()
    assert titles(found) == ["Open"]
    assert found.everything == 1
    assert counts(found, "country") == {"BG": 1}


# ------------------------------------------------------------------------------------------- facets


def test_values_of_one_facet_add_up_and_facets_narrow_one_another() -> None:
    project("A", "BG", status="completed")
    project("B", "LV", status="completed")
    project("C", "LV", status="running")
    assert sorted(titles(projects("country=BG&country=LV"))) == ["A", "B", "C"]
    assert titles(projects("country=LV&status=completed")) == ["B"]


def test_the_counts_of_a_facet_do_not_change_with_its_own_choice() -> None:
    project("A", "BG", status="completed")
    project("B", "LV", status="running")
    assert counts(projects("country=BG"), "country") == {"BG": 1, "LV": 1}
    assert counts(projects("country=BG"), "status") == {"completed": 1, "running": 0}


def test_a_value_without_works_is_disabled_not_gone_and_a_chosen_one_can_be_given_up() -> None:
    project("A", "BG", status="completed")
    project("B", "LV", status="running")
    soup = read("/en/projects/?country=BG&status=running")
    boxes = {box["value"]: box for box in soup.select("input[name=status], input[name=country]")}
    assert boxes["completed"].has_attr("disabled") is False
    assert boxes["running"].has_attr("checked")
    assert boxes["LV"].has_attr("disabled") is False
    assert read("/en/projects/?country=BG").select_one("input[value=running]").has_attr("disabled")


def test_a_year_that_is_not_known_is_a_value_and_stands_last() -> None:
    project("Old", start=date(2009, 8, 1))
    project("New", start=date(2017, 4, 1), end=date(2019, 4, 1))
    project("Some day")
    assert list(counts(projects(), "year")) == ["2019", "2018", "2017", "2009", "unknown"]
    assert titles(projects("year=unknown")) == ["Some day"]
    assert titles(projects("year=2018")) == ["New"]


def test_a_language_is_one_in_which_the_work_can_be_read() -> None:
    english = project("One")
    project("Едно", language="bg", translation_of=english)
    project("Two")
    assert counts(projects(), "language") == {"bg": 1, "en": 2}
    assert titles(projects("language=bg")) == ["One"]


def test_topics_and_programmes_have_their_names_in_the_reader_s_language() -> None:
    topic, programme = concept(Topic, "services"), concept(Programme, "grants", name="Grants")
    concept(Topic, "services", "bg", name="услуги")
    project("One", topics=[ProjectTopic(topic=topic)], programme=programme)
    index("project", home("bg"))
    soup = read("/bg/projects/")
    assert "услуги" in soup.select_one("label:has([name=topic])").get_text()
    assert soup.select_one("label:has([name=programme]) [lang=en]").get_text() == "Grants"


def test_where_a_training_was_may_be_its_project_s_but_never_when() -> None:
    owner = project("Owner", "LV", start=date(2009, 1, 1))
    TrainingPageFactory(parent=index("training", home()), title="Visit", project=owner)
    for query, found in (("country=LV", ["Visit"]), ("year=2009", []), ("country=LV&year=unknown", ["Visit"])):
        assert titles(listing("training", "en", QueryDict(query), "/en/trainings/")) == found


def test_a_chosen_value_is_a_chip_that_leads_to_the_list_without_it() -> None:
    project("A", "BG", "LV")
    soup = read("/en/projects/?year=unknown&country=LV&country=BG")
    assert words(soup, ".chips a") == [
        "Country: Bulgaria ×, remove",
        "Country: Latvia ×, remove",
        "Year: year unknown ×, remove",
        "Remove all",
    ]
    assert [chip["href"] for chip in soup.select(".chips a")] == [
        "/en/projects/?country=LV&year=unknown",
        "/en/projects/?country=BG&year=unknown",
        "/en/projects/?country=BG&country=LV",
        "/en/projects/",
    ]


def test_the_same_choice_has_one_address_whatever_its_order() -> None:
    one = projects("status=running&country=LV&country=BG&sort=title&page=1")
    other = projects("page=1&country=BG&country=LV&country=BG&status=running&sort=title")
    assert one.here == other.here == "/en/projects/?country=BG&country=LV&status=running&sort=title"


def test_the_form_carries_the_order_along_and_begins_at_the_first_page() -> None:
    project("A", "BG")
    form = read("/en/projects/?country=BG&sort=title&page=3").select_one("form.facets")
    assert form["action"] == "/en/projects/"
    assert [(field["name"], field["value"]) for field in form.select("input[type=hidden]")] == [("sort", "title")]


# -------------------------------------------------------------------------------------- nonsense


@pytest.mark.parametrize(
    "query",
    [
        "country=ZZ",
        "country=%00",
        "country=" + "x" * 5000,
        "country=%F0%9F%8F%94&topic=%D7%A9%D7%9C%D7%95%D7%9D",
        "topic='; DROP TABLE projects--&year=MMXVII",
        "year=99999999999999999999&status=%3Cscript%3E",
        "language=xx&language=..%2F..%2Fetc",
        "sort=nonsense&page=nonsense",
        "page=-1",
        "page=0",
        "page=99999999999999999999999",
        "page=%C2%B2",
        "page=1e3",
        "format=nonsense",
        "&".join(f"country={number}" for number in range(300)),
        "%",
        "unknown=parameter",
    ],
)
def test_no_address_breaks_a_list(query: str) -> None:
    project("A", "BG")
    assert Client().get(f"/en/projects/?{query}").status_code == HTTPStatus.OK


def test_a_value_that_nothing_is_known_of_stays_chosen_and_can_be_removed() -> None:
    project("A", "BG")
    soup = read("/en/projects/?topic=windmills")
    assert words(soup, ".chips a") == ["Topic: windmills ×, remove", "Remove all"]
    assert soup.select_one("input[value=windmills]").has_attr("checked")


def test_nothing_of_an_address_becomes_markup() -> None:
    project("A", "BG")
    content = Client().get("/en/projects/", {"topic": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in content


def test_an_empty_list_offers_what_each_choice_hides() -> None:
    project("A", "BG", status="completed")
    project("B", "LV", status="running")
    soup = read("/en/projects/?country=BG&status=running")
    assert words(soup, ".empty li") == ["Without “Country: Bulgaria” 1", "Without “Status: running” 1", "2 projects"]
    assert [link["href"] for link in soup.select(".empty a")] == [
        "/en/projects/?status=running",
        "/en/projects/?country=BG",
        "/en/projects/",
    ]
    for link in soup.select(".empty a"):
        assert read(link["href"]).select(".agenda li")


def test_a_list_of_nothing_says_so_and_leads_elsewhere() -> None:
    soup = read(index("bulletin", home()).url_path)
    assert words(soup, ".empty .lead") == ["Nothing is published here yet."]
    assert soup.select(".empty a")


# ------------------------------------------------------------------------------------ order, pages


def test_the_newest_come_first_and_those_without_a_date_stand_apart() -> None:
    project("Undated")
    project("Old", start=date(2009, 8, 1))
    project("New", start=date(2017, 4, 1))
    found = projects()
    assert [card.page.title for card in found.placed] == ["New", "Old"]
    assert [card.page.title for card in found.undated] == ["Undated"]
    assert words(read("/en/projects/"), ".group-head") == ["No date stated"]


@pytest.mark.parametrize(
    ("sort", "order"), [("newest", ["B", "A", "C"]), ("title", ["A", "B", "C"]), ("changed", ["C", "B", "A"])]
)
def test_a_list_is_sorted_as_asked(sort: str, order: list[str]) -> None:
    project("A", start=date(2009, 1, 1), last_published_at=datetime(2026, 1, 1, tzinfo=UTC))
    project("B", start=date(2019, 1, 1), last_published_at=datetime(2026, 2, 1, tzinfo=UTC))
    project("C", last_published_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert titles(projects(f"sort={sort}")) == order


def test_bulletins_are_ordered_by_their_numbers_where_they_have_no_date() -> None:
    parent = index("bulletin", home())
    for number in (2, 3, 1):
        BulletinPageFactory(parent=parent, title=f"Issue {number}", number=number)
    found = listing("bulletin", "en", QueryDict(), parent.url_path)
    assert titles(found) == ["Issue 3", "Issue 2", "Issue 1"]
    assert not found.undated


def test_a_long_list_has_pages_and_a_page_beyond_the_last_shows_the_last() -> None:
    for number in range(PAGE_SIZE + 1):
        project(f"Project {number:02}", "BG")
    assert len(projects().cards) == PAGE_SIZE
    assert titles(projects("page=2&sort=title")) == titles(projects("page=999&sort=title")) == [f"Project {PAGE_SIZE}"]
    soup = read("/en/projects/?country=BG&page=2")
    assert soup.select_one(".pagination [rel=prev]")["href"] == "/en/projects/?country=BG"
    assert words(soup, ".pagination [aria-current]") == ["Page 2"]


def test_search_engines_are_told_the_page_of_the_whole_list_only() -> None:
    for number in range(PAGE_SIZE + 1):
        project(f"Project {number:02}", "BG")
    canonical = {
        query: read(f"/en/projects/{query}").select_one("link[rel=canonical]")["href"].removeprefix("http://testserver")
        for query in ("", "?page=2", "?page=7", "?country=BG&page=2", "?sort=title")
    }
    assert canonical == {
        "": "/en/projects/",
        "?page=2": "/en/projects/?page=2",
        "?page=7": "/en/projects/?page=2",
        "?country=BG&page=2": "/en/projects/",
        "?sort=title": "/en/projects/",
    }


def test_a_handbook_counts_its_public_chapters_only() -> None:
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Guide")
    HandbookChapterPageFactory(parent=handbook)
    HandbookChapterPageFactory(parent=handbook, live=False)
    assert "1 chapter ·" in words(read("/en/handbooks/"), ".issues .meta")[0]


def test_absence_is_said() -> None:
    project("A")
    project("B", start=date(2017, 1, 1), budget_total=Decimal("10.5"))
    soup = read("/en/projects/")
    assert words(soup, ".when") == ["2017", "year unknown"]
    assert ["budget not stated" in text for text in words(soup, ".side .meta")] == [False, True]


# ------------------------------------------------------------------------------------------ budget


def filled(facet_type: str, number: int) -> None:
    """Make public works of a type with everything that a list shows."""
    topic = concept(Topic, "services") if not Topic.objects.exists() else Topic.objects.first()
    for count in range(number):
        owner = project(
            f"{facet_type} {count}",
            "BG",
            "RO",
            topics=[ProjectTopic(topic=topic)],
            programme=Programme.objects.first() or concept(Programme, "grants"),
            start=date(2017, 1, 1),
        )
        when: dict[str, dict[str, Any]] = {
            "training": {"sessions": [row(TrainingSession, title="Opening", start=date(2017, 5, 1))]},
            "handbook": {"year": 2017},
            "bulletin": {"date": date(2017, 5, 1)},
        }
        if facet_type != "project":
            PAGE_FACTORIES[facet_type](parent=index(facet_type, home()), project=owner, **when[facet_type])


@pytest.mark.parametrize("facet_type", INDEX_FACTORIES)
def test_a_list_asks_a_constant_number_of_questions(facet_type: str) -> None:
    """Two for the address and the page, one for its languages, one for the breadcrumb, two for the
    navigation; one for all counts, two for the names of topics and programmes; three for the cards:
    works, countries, languages. A list of trainings asks two more, for the months of their sessions and for those
    of one month.
    """
    most = 14 if facet_type == "training" else 12
    address = index(facet_type, home()).url_path
    asked = []
    for more in (2, 6):
        filled(facet_type, more)
        with CaptureQueriesContext(connection) as queries:
            response = Client().get(address, {"country": "BG", "year": "2017"})
        asked.append(len(queries))
        assert len(BeautifulSoup(response.content, "html.parser").select(".agenda li, .issues li")) >= more
    assert asked[0] == asked[1] <= most
    assert len(response.content) < 100_000
