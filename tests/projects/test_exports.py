"""A list taken away as a table or followed as a feed: what the page shows, all of it."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import UTC, date, datetime
from decimal import Decimal
from http import HTTPStatus
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cms import portions
from projects.lists import tables
from projects.lists.listing import PAGE_SIZE
from projects.lists.tables import table as table_of
from projects.models import ProjectFigure, ProjectPage, Unit
from tests.factories.home import home
from tests.factories.projects import INDEX_FACTORIES, PAGE_FACTORIES, ProjectPageFactory, concept, index

pytestmark = pytest.mark.django_db
PER_PORTION = 5  # the works, their countries, languages, facets, figures
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGE_OF_XML = "{http://www.w3.org/XML/1998/namespace}lang"


def project(language: str = "en", **fields: Any) -> ProjectPage:
    made: ProjectPage = ProjectPageFactory(parent=index("project", home(language)), **fields)
    return made


def export(format_name: str, language: str = "en", **query: Any) -> Any:
    address = index("project", home(language)).url_path
    return Client().get(address, {"format": format_name, **query})


def table(response: Any, delimiter: str = ",") -> list[dict[str, str]]:
    return read_csv(response.getvalue(), delimiter)


def read_csv(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def feed(response: Any) -> ElementTree.Element:
    return ElementTree.fromstring(response.content)


# ------------------------------------------------------------------------------------------- table


def test_a_table_opens_in_an_office_program() -> None:
    response = export("csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="projects-en.csv"'
    assert response.getvalue().startswith(b"\xef\xbb\xbf")


def test_a_table_says_of_each_work_what_is_known_exactly() -> None:
    unit = concept(Unit, "people", forms="person\npeople")
    project(
        title="One",
        code="ROBG-168",
        start=date(2017, 4, 20),
        end=date(2019, 4, 19),
        last_published_at=datetime(2026, 11, 3, 23, tzinfo=UTC),
        budget_total=Decimal("1489666.82"),
        figures=[
            ProjectFigure(value=Decimal(43), unit=unit, kind="planned"),
            ProjectFigure(value=Decimal(1), unit=unit),
        ],
    )
    (row,) = table(export("csv"))
    assert row["Title"] == "One"
    assert row["Project number"] == "ROBG-168"
    assert (row["Start"], row["End"]) == ("2017-04-20", "2019-04-19")
    assert (row["Total budget"], row["Currency"]) == ("1489666.82", "EUR")
    assert row["Results in figures"] == "43 people (planned); 1 person"
    assert row["Last changed"] == "2026-11-04"
    assert row["Year"] == "2017; 2018; 2019"
    assert row["Address"] == "http://testserver/en/projects/one/"


def test_a_corrected_figure_is_corrected_in_the_table() -> None:
    unit = concept(Unit, "people", forms="person\npeople")
    page = project(figures=[ProjectFigure(value=Decimal(12), unit=unit)])
    figure = page.figures.get()
    figure.value = Decimal(13)
    figure.save()
    assert table(export("csv"))[0]["Results in figures"] == "13 people"


def test_where_the_decimal_sign_is_a_comma_the_columns_are_parted_by_semicolons() -> None:
    project("pl", title="Jeden", budget_total=Decimal("1074741.60"), currency="PLN")
    (row,) = table(export("csv", "pl"), delimiter=";")
    assert "1074741,60" in row.values()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("https://example.org")'])
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    project(title="One", code=text)
    cell = table(export("csv"))[0]["Project number"]
    assert cell[0] not in "=+-@\t"
    assert text.strip().lstrip("'") in cell


def test_a_table_has_the_whole_choice_and_nothing_else() -> None:
    for number in range(PAGE_SIZE + 1):
        project(title=f"Running {number}", status="running")
    project(title="Done", status="completed")
    rows = table(export("csv", status="running", page="2"))
    assert len(rows) == PAGE_SIZE + 1
    assert "Done" not in {row["Title"] for row in rows}


def workbook(content: bytes) -> list[dict[str, Any]]:
    heads, *rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_a_workbook_has_numbers_as_numbers_and_days_as_days() -> None:
    project("pl", title="Jeden", budget_total=Decimal("1074741.60"), currency="PLN", start=date(2017, 4, 20))
    response = export("xlsx", "pl")
    assert response["Content-Disposition"] == 'attachment; filename="projects-pl.xlsx"'
    content = response.getvalue()
    (row,) = workbook(content)
    assert row["Tytuł"] == "Jeden"
    values = [*row.values()]
    assert 1074741.6 in values
    assert datetime(2017, 4, 20) in values  # noqa: DTZ001  a workbook knows no time zones
    assert load_workbook(io.BytesIO(content)).properties.modified == datetime(2000, 1, 1)  # noqa: DTZ001  the same


def test_a_workbook_says_what_the_table_says() -> None:
    project(title="One", code="ROBG-168", summary="Two\nlines", start=date(2017, 4, 20))
    project(title="Two", withdrawn_on=date(2026, 5, 1), withdrawal_reason="Wrong.")
    in_book = [
        {head: f"{value:%Y-%m-%d}" if isinstance(value, datetime) else str(value or "") for head, value in row.items()}
        for row in workbook(export("xlsx").getvalue())
    ]
    assert in_book == table(export("csv"))


@pytest.mark.parametrize("text", ["=1+1", "+1", '=HYPERLINK("https://example.org")', "\x07bell", "\ud83d\ude00x"])
def test_a_workbook_takes_any_text_and_runs_none(text: str) -> None:
    project(title="One", code=text.encode("utf-16", "surrogatepass").decode("utf-16"))
    cells = load_workbook(io.BytesIO(export("xlsx").getvalue())).active["C2":"C2"]
    assert cells[0][0].data_type == "s"


@pytest.mark.parametrize("facet_type", INDEX_FACTORIES)
def test_every_list_is_a_table_and_a_feed(facet_type: str) -> None:
    parent = index(facet_type, home())
    PAGE_FACTORIES[facet_type](parent=parent, title="Only one")
    assert [row["Title"] for row in table(Client().get(parent.url_path, {"format": "csv"}))] == ["Only one"]
    found = feed(Client().get(parent.url_path, {"format": "atom"}))
    assert found.findtext("a:entry/a:title", namespaces=ATOM) == "Only one"


@pytest.mark.parametrize("format_name", ["csv", "xlsx"])
def test_a_table_is_read_in_portions_and_has_every_work_in_order(
    format_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "SIZE", 2)
    index("project", home())
    asked = []
    for _round in range(2):
        for _more in range(4):
            project(start=date(2017, 1, 1))
        with CaptureQueriesContext(connection) as queries:
            answer = export(format_name, sort="title")
            content = answer.getvalue()
        titles = [row["Title"] for row in (workbook(content) if format_name == "xlsx" else read_csv(content))]
        assert titles == sorted(ProjectPage.objects.values_list("title", flat=True), key=str.lower)
        asked.append(len(queries))
    assert asked[1] - asked[0] == 2 * PER_PORTION


def test_what_is_hidden_while_a_table_is_read_is_left_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "SIZE", 1)
    for title in ("One", "Two", "Three"):
        project(title=title)
    rows = table_of(ProjectPage.objects.live().order_by("pk"), "en")
    titles = [next(rows)[0], next(rows)[0]]
    ProjectPage.objects.get(title="Two").unpublish()
    project(title="Four")
    assert [*titles, *(row[0] for row in rows)] == ["Title", "One", "Three"]


def test_a_head_says_what_a_table_is_and_makes_none() -> None:
    project(title="One")
    read = export("csv")
    with CaptureQueriesContext(connection) as queries:
        answer = Client().head(index("project", home()).url_path, {"format": "csv"})
    assert not answer.getvalue()
    for name in ("Content-Type", "Content-Disposition", "ETag"):
        assert answer[name] == read[name]
    assert not [query for query in queries if "figure" in query["sql"]]


def test_a_table_that_fails_before_anything_is_sent_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_asked: Any) -> Any:
        raise RuntimeError

    project(title="One")
    monkeypatch.setattr(tables, "cards", fail)
    address = index("project", home()).url_path
    for format_name in ("csv", "xlsx"):
        answer = Client(raise_request_exception=False).get(address, {"format": format_name})
        assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert not list(Path(tempfile.gettempdir()).glob("openpyxl.*"))


# -------------------------------------------------------------------------------------------- feed


def test_a_feed_is_complete_and_its_identities_stay_when_pages_move() -> None:
    page = project(
        title="One & <two>",
        summary="What it did\x0b",
        first_published_at=datetime(2026, 1, 2, tzinfo=UTC),
        last_published_at=datetime(2026, 3, 4, tzinfo=UTC),
    )
    response = export("atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = feed(response)
    assert found.get(LANGUAGE_OF_XML) == "en"
    for required in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert found.findtext(required, namespaces=ATOM)
    entry = found.find("a:entry", ATOM)
    assert entry is not None
    assert entry.findtext("a:id", namespaces=ATOM) == f"http://testserver/id/{page.pk}/"
    assert entry.findtext("a:title", namespaces=ATOM) == "One & <two>"
    assert entry.findtext("a:summary", namespaces=ATOM) == "What it did"
    assert entry.findtext("a:updated", namespaces=ATOM) == "2026-03-04T02:00:00+02:00"
    assert entry.findtext("a:published", namespaces=ATOM) == "2026-01-02T02:00:00+02:00"


def test_a_feed_follows_the_choice_and_begins_with_the_latest_change() -> None:
    project(title="Old", status="running", last_published_at=datetime(2026, 1, 1, tzinfo=UTC))
    project(title="New", status="running", last_published_at=datetime(2026, 2, 1, tzinfo=UTC))
    project(title="Other", status="completed", last_published_at=datetime(2026, 3, 1, tzinfo=UTC))
    found = feed(export("atom", status="running"))
    assert [title.text for title in found.iterfind("a:entry/a:title", ATOM)] == ["New", "Old"]
    assert found.findtext("a:updated", namespaces=ATOM) == "2026-02-01T02:00:00+02:00"
    links = {link.get("rel"): link.get("href") for link in found.iterfind("a:link", ATOM)}
    assert links == {
        "self": "http://testserver/en/projects/?status=running&format=atom",
        "alternate": "http://testserver/en/projects/?status=running",
    }


@pytest.mark.parametrize(("format_name", "most"), [("csv", 12), ("atom", 5)])
def test_an_export_asks_a_constant_number_of_questions(format_name: str, most: int) -> None:
    """Two for the address and the page; three for the cards. A table asks for the state of the library, for the
    numbers of its works, then for the facets, for the names of topics and programmes, for the figures and their units.
    """
    unit = concept(Unit, "people", forms="person\npeople")
    index("project", home())
    asked = []
    for number in (2, 6):
        for _more in range(number):
            project(figures=[ProjectFigure(value=Decimal(1), unit=unit)], start=date(2017, 1, 1))
        with CaptureQueriesContext(connection) as queries:
            export_at = Client().get("/en/projects/", {"format": format_name})
        assert export_at.getvalue()
        asked.append(len(queries))
    assert asked[0] == asked[1] <= most
