"""The front page and the pages about the site."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from projects.models import Place, ProjectFigure, ProjectPlace, Unit
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def test_the_front_page_begins_with_its_claim_and_the_search() -> None:
    home(title="Projects end.", summary="Search them.", examples="investor service\nbg: публично партньорство")
    soup = read("/en/")
    assert words(soup, "h1") == ["Projects end."]
    assert soup.select_one("main form[role=search]")["action"] == "/en/search/"
    links = soup.select(".opening .meta a")
    assert links[0]["href"] == "/en/search/?q=investor%20service"
    assert links[1].select_one("[lang=bg]").get_text() == "публично партньорство"
    assert len(soup.select("input[name=q]")) == 1


def test_it_counts_each_work_once_and_links_to_the_lists() -> None:
    english = ProjectPageFactory(parent=index("project", home()))
    ProjectPageFactory(parent=index("project", home("bg")), translation_of=english)
    ProjectPageFactory(parent=index("project", home()), live=False)
    TrainingPageFactory(parent=index("training", home()))
    soup = read("/en/")
    tally = dict(zip(words(soup, ".tally dt"), words(soup, ".tally dd"), strict=True))
    assert tally == {"project": "1", "training or study visit": "1", "languages, one search": "6"}
    assert soup.select_one(".tally a")["href"] == "/en/projects/"


def test_it_shows_the_newest_projects_in_the_best_language() -> None:
    ProjectPageFactory(parent=index("project", home()), title="Old", start=date(2009, 1, 1))
    ProjectPageFactory(parent=index("project", home("pl")), title="Nowy", start=date(2019, 1, 1))
    soup = read("/en/")
    assert words(soup, ".rows h3") == ["Nowy", "Old"]
    assert [link.get("lang") for link in soup.select(".rows h3 a")] == ["pl", None]
    assert words(soup, ".rows .mark") == ["not translated; Polish", "original"]


def test_it_shows_the_greatest_result_that_counts() -> None:
    unit = concept(Unit, "copies", forms="copy\ncopies")
    ProjectPageFactory(
        parent=index("project", home()),
        title="Guides",
        figures=[
            ProjectFigure(value=Decimal(9000), unit=unit, what="planned only", kind="planned"),
            ProjectFigure(value=Decimal(8000), unit=unit, what="counted elsewhere", counts=False),
            ProjectFigure(value=Decimal(3000), unit=unit, what="for five districts"),
            ProjectFigure(value=Decimal(600), unit=unit, what="for one"),
        ],
    )
    soup = read("/en/")
    assert words(soup, ".figure div, .figure p") == ["3,000", "copies", "for five districts"]
    assert words(soup, "#figure") == ["A result, in figures"]


def test_a_result_is_said_in_one_language_and_one_of_the_reader_s_goes_before() -> None:
    concept(Unit, "copies", "en", forms="copy\ncopies")
    concept(Unit, "copies", "lv", forms="eksemplāru\neksemplārs\neksemplāri")
    unit = Unit.objects.get(locale__language_code="lv")
    ProjectPageFactory(
        parent=index("project", home()), figures=[ProjectFigure(value=Decimal(3000), unit=unit, what="in total")]
    )
    home("lv")
    (shown,) = read("/lv/").select("li.figure")
    assert shown["lang"] == "en"
    assert words(shown, "div, p") == ["3,000", "copies", "in total"]
    assert not shown.select("[lang]")
    ProjectPageFactory(
        parent=index("project", home("lv")), figures=[ProjectFigure(value=Decimal(2000), unit=unit, what="kopā")]
    )
    (shown,) = read("/lv/").select("li.figure")
    assert not shown.has_attr("lang")
    assert words(shown, "div, p") == ["2000", "eksemplāru", "kopā"]


def test_handbooks_and_bulletins_stand_with_drawn_covers_that_only_eyes_see() -> None:
    HandbookPageFactory(parent=index("handbook", home()), title="Guide", series="rivers", cover_series="Guides")
    BulletinPageFactory(parent=index("bulletin", home()), title="Bulletin No. 5: the end", number=5)
    soup = read("/en/")
    assert words(soup, ".shelf h3") == ["Guide", "Bulletin No. 5: the end"]
    covers = soup.select(".cover[aria-hidden=true]")
    assert [cover["data-series"] for cover in covers] == ["rivers", "bulletin"]
    assert words(soup, ".c-title") == ["Guide", "Bulletin No. 5"]
    assert words(soup, ".c-no") == ["5"]


def test_its_first_section_has_all_marks_beside_it() -> None:
    home(body=[("heading", {"text": "How to read our margins", "anchor": "marks"}), ("text", "<p>Shapes tell.</p>")])
    soup = read("/en/")
    assert words(soup, "h2#marks") == ["How to read our margins"]
    assert len(soup.select(".note .mark")) == 7


def test_an_empty_library_has_a_front_page_too() -> None:
    soup = read("/lv/") if home("lv") else None
    assert soup is not None
    assert not soup.select(".tally, .rows, .shelf, .figure")


def test_the_site_tells_search_engines_how_to_search_it() -> None:
    data = json.loads(read("/en/").select_one("script[type='application/ld+json']").string)
    assert data["@type"] == "WebSite"
    assert data["potentialAction"]["target"]["urlTemplate"] == "http://testserver/en/search/?q={search_term_string}"


def test_a_page_about_the_site_says_when_it_was_changed_and_checked_and_how_to_cite_it() -> None:
    page = StandardPageFactory(
        parent=home(),
        title="About",
        last_published_at=datetime(2026, 11, 3, 23, tzinfo=UTC),
        reviewed_on=date(2026, 11, 20),
    )
    soup = read(page.url_path)
    assert words(soup, ".dates time") == ["4 November 2026", "20 November 2026"]
    assert soup.select_one(".dates a[rel=bookmark]")["href"] == f"/id/{page.pk}/"


def test_the_front_page_asks_a_constant_number_of_questions() -> None:
    """Two for the address and the page, one for its languages, one for the navigation; three for the
    newest projects, handbooks and bulletins, two for what their cards say, one for the totals, two
    for the result in figures; one for the languages that have a front page.
    """
    unit = concept(Unit, "copies", forms="copy\ncopies")
    place = concept(Place, "sofia", country="BG", latitude=Decimal(42), longitude=Decimal(23))
    english = home(body=[("text", "<p>Words.</p>")])
    for facet_type in ("project", "training", "handbook", "bulletin"):
        index(facet_type, english)
    asked = []
    for more in (2, 8):
        for _number in range(more):
            owner = ProjectPageFactory(
                parent=index("project", english),
                places=[ProjectPlace(place=place)],
                figures=[ProjectFigure(value=Decimal(5), unit=unit, what="of them")],
            )
            TrainingPageFactory(parent=index("training", english), project=owner)
            HandbookPageFactory(parent=index("handbook", english), project=owner)
            BulletinPageFactory(parent=index("bulletin", english), project=owner)
        with CaptureQueriesContext(connection) as queries:
            response = Client().get("/en/")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 15
    assert len(response.content) < 100_000
