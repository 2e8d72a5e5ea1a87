"""Whole lists as files: every item of the list, in its order, however many there are."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import api.urls  # noqa: F401  declares the operations
from api import exports
from api.operations import OPERATIONS
from cms import portions
from cms.languages import LANGUAGE_CODES
from cms.publicity import record
from projects.lists import tables
from projects.models import Organisation, ProjectEvent, ProjectFigure, ProjectPage, ProjectParty, Unit
from tests.api.reading import lines_of, rows_of, text_of
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index, row

pytestmark = pytest.mark.django_db
LISTS = sorted(one.path.removesuffix(".csv") for one in OPERATIONS if one.path.endswith(".csv"))
ENDINGS = ("csv", "xlsx", "jsonl")


def asked(path: str, **parameters: Any) -> Any:
    answer = Client().get(f"/api/v1/{path}", parameters)
    assert answer.status_code == HTTPStatus.OK, answer.getvalue()
    return answer


def project(language: str = "en", **fields: Any) -> ProjectPage:
    made: ProjectPage = ProjectPageFactory(parent=index("project", home(language)), **fields)
    return made


@pytest.fixture
def _library() -> None:
    """Make one of everything that there is in the library."""
    for make in EVERY_PAGE.values():
        make()
    record()


def test_every_list_that_is_told_in_parts_is_there_whole() -> None:
    told_in_parts = {one.path for one in OPERATIONS if {"limit", "offset"} <= {each.name for each in one.parameters}}
    assert set(LISTS) == told_in_parts - {"search"}
    for path in LISTS:
        assert {f"{path}.{ending}" for ending in ENDINGS} <= {one.path for one in OPERATIONS}


@pytest.mark.usefixtures("_library")
def test_a_file_has_all_that_the_list_has_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "SIZE", 1)
    for path in LISTS:
        items = asked(path, language="en", fallback="*", limit=100).json()["items"]
        assert items, path
        assert lines_of(asked(f"{path}.jsonl", language="en", fallback="*")) == items
        for ending in ("csv", "xlsx"):
            rows = rows_of(asked(f"{path}.{ending}", language="en", fallback="*"))
            assert len(rows) == len(items)
            for told, item in zip(rows, items, strict=True):
                name = item.get("title") or item.get("name")
                assert name is None or name in told.values()


def test_filters_order_and_languages_are_those_of_the_list() -> None:
    one = project("bg", title="Едно", code="B", start=date(2017, 1, 1))
    project("bg", title="Две", code="A", start=date(2018, 1, 1))
    project(title="Three", code="C", start=date(2019, 1, 1))
    asking = {"language": "bg", "fallback": "en", "start__gte": "2017-06-01", "order": "-title"}
    assert [item["title"] for item in lines_of(asked("projects.jsonl", **asking))] == ["Две", "Three"]
    rows = rows_of(asked("projects.csv", **asking))
    assert [told["Заглавие"] for told in rows] == ["Две", "Three"]
    assert [told["Език на показване"] for told in rows] == ["bg", "en"]
    (only,) = lines_of(asked("projects.jsonl", language="*", key=str(one.translation_key), fields="title"))
    assert only.keys() == {"type", "key", "language", "title"}
    assert len(rows_of(asked("projects.xlsx", language="*"))) == 3


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("projects.csv", "limit=5"),
        ("projects.jsonl", "offset=5"),
        ("projects.jsonl", "include=trainings"),
        ("projects.csv", "fields=title"),
        ("projects.xlsx", "format=html"),
        ("images.csv", "omit=credit"),
        ("projects.csv", "strat__gte=2017-01-01"),
    ],
)
def test_what_a_file_does_not_take_is_a_problem_that_names_it(address: str, parameter: str) -> None:
    answer = Client().get(f"/api/v1/{address}?{parameter}")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["errors"][0]["parameter"] == parameter.partition("=")[0]


@pytest.mark.usefixtures("_library")
def test_texts_are_in_the_file_in_the_form_that_is_asked_for() -> None:
    for form in ("blocks", "html", "markdown"):
        assert all(item["body"][form] is not None for item in lines_of(asked("projects.jsonl", format=form)))
    assert {item["body"] for item in lines_of(asked("projects.jsonl"))} == {None}


def test_works_have_the_columns_of_the_site_for_programs() -> None:
    unit = concept(Unit, "people", forms="person\npeople")
    project("pl", title="Jeden", budget_total=Decimal("1074741.60"), currency="PLN", start=date(2017, 4, 20))
    project("pl", title="Dwa; trzy", figures=[ProjectFigure(value=Decimal(43), unit=unit)])
    answer = asked("projects.csv", language="pl", order="title")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    site = Client().get(index("project", home("pl")).url_path, {"format": "csv", "sort": "title"}).getvalue()
    content = answer.getvalue()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.splitlines()[0].decode() == site.decode("utf-8-sig").splitlines()[0].replace(";", ",")
    second, first = rows_of(asked("projects.csv", language="pl", order="title"))
    assert first["Tytuł"] == "Jeden"
    assert {"1074741.60", "PLN", "2017-04-20"} <= set(first.values())
    assert second["Tytuł"] == "Dwa; trzy"


def test_a_sum_in_a_table_says_what_it_counts_and_in_which_works() -> None:
    unit = concept(Unit, "people", forms="person\npeople")
    counted = [(43, "Officials trained"), (7, "Officials trained"), (2, "")]
    for number, (value, what) in enumerate(counted):
        project(title=f"Work {number}", figures=[ProjectFigure(value=Decimal(value), unit=unit, what=what)])
    (row,) = rows_of(asked("figures.csv"))
    assert (row["Value"], row["Works"], row["Text"]) == ("52", "3", "Officials trained")
    assert row["Name of the work"] == "Work 0; Work 1; Work 2"


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_no_two_columns_of_the_table_of_sums_have_the_same_head(language: str) -> None:
    content = asked("figures.csv", language=language).getvalue().decode()
    heads = next(csv.reader([content.splitlines()[0]]))
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.org")'])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_is_run_as_a_formula(ending: str, text: str) -> None:
    organisation = concept(Organisation, "one", name=text, short_name=text)
    project(title=text, code=text, parties=[_party(organisation)])
    for path in ("projects", "organisations"):
        (told,) = rows_of(asked(f"{path}.{ending}"))
        assert f"'{text}" in told.values()
        assert text not in told.values()


def _party(organisation: Organisation) -> Any:
    return row(ProjectParty, organisation=organisation, role="partner")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("projects.csv?language=nb", "projects-nb.csv"),
        ("terms.xlsx?language=bg", "terms-bg.xlsx"),
        ("handbooks.jsonl?language=*", "handbooks.jsonl"),
    ],
)
def test_a_file_has_a_name_that_says_what_it_is(address: str, name: str) -> None:
    assert Client().get(f"/api/v1/{address}")["Content-Disposition"] == f'attachment; filename="{name}"'


MORE: dict[str, Callable[[], Any]] = {
    "projects": project,
    "organisations": lambda: project(parties=[_party(concept(Organisation, f"o{Organisation.objects.count()}"))]),
    "events": lambda: project(events=[row(ProjectEvent, text="Opening", date=date(2020, 1, 1))]),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("path", MORE)
def test_more_items_take_statements_for_their_portions_alone(
    path: str, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for size in (100, 100, 2):
        monkeypatch.setattr(portions, "SIZE", size)
        for _more in range(3):
            MORE[path]()
        with CaptureQueriesContext(connection) as queries:
            text_of(asked(f"{path}.{ending}"))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
    of_a_portion = counts[1] - 2  # the state of the library, and which items there are
    assert counts[2] <= counts[1] + 5 * of_a_portion


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError("secret"), 500), (OperationalError("away"), 503)], ids=["fault", "outage"]
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_fails_before_anything_is_sent_is_a_problem(
    ending: str, error: Exception, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: Any) -> Any:
        raise error

    project()
    monkeypatch.setattr(tables, "cards", fail)
    monkeypatch.setattr(exports, "_lines", fail)
    answer = Client(raise_request_exception=False).get(f"/api/v1/projects.{ending}")
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert "Content-Disposition" not in answer


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_read_for_a_head_or_for_who_has_it(ending: str) -> None:
    project()
    record()
    etag = Client().get(f"/api/v1/projects.{ending}")["ETag"]
    with CaptureQueriesContext(connection) as queries:
        assert Client().head(f"/api/v1/projects.{ending}")["ETag"] == etag
        assert Client().get(f"/api/v1/projects.{ending}", headers={"if-none-match": etag}).status_code == 304
    assert len(queries) <= 4
    assert not [query for query in queries if "projects_projectpage" in query["sql"]]
    project()
    again = Client().get(f"/api/v1/projects.{ending}", headers={"if-none-match": etag})
    assert again.status_code == HTTPStatus.OK
    again.getvalue()
