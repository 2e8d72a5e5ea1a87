"""The files of the library as a resource: each work once, with its editions, as far as readers may have them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from api.operations import OPERATIONS
from cms.models import LibraryDocument
from projects.models import ProjectDocument, ProjectPage
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index

pytestmark = pytest.mark.django_db


def document(title: str, language: str = "en", of: LibraryDocument | None = None, **fields: Any) -> LibraryDocument:
    return LibraryDocument.objects.create(
        title=title,
        file=ContentFile(f"%PDF-1.7 {title}\n%%EOF\n".encode(), f"{language}.pdf"),
        language=language,
        edition_of=of,
        **fields,
    )


def offered(*documents: LibraryDocument, **fields: Any) -> ProjectPage:
    rows = [ProjectDocument(document=one) for one in documents]
    page: ProjectPage = ProjectPageFactory(parent=index("project", home("en")), documents=rows, **fields)
    return page


def asked(path: str, status: int = 200, **query: Any) -> Any:
    answer = Client().get(f"/api/v1/{path}", query)
    assert answer.status_code == status, answer.content
    return answer.json()


def restricted_collection() -> Collection:
    collection: Collection = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def test_a_document_is_told_with_its_file_and_what_shows_it() -> None:
    report = document("Report", kind="report", edition="2nd, revised")
    page = offered(report, title="Waste")
    (item,) = asked("documents")["items"]
    assert item["id"] == item["file_id"] == report.pk
    assert (item["type"], item["title"], item["kind"], item["edition"]) == (
        "document",
        "Report",
        "report",
        "2nd, revised",
    )
    assert (item["size"], item["checksum"]) == (report.file_size, report.file_hash)
    assert (item["format"], item["media_type"]) == ("PDF", "application/pdf")
    assert Client().get(item["address"]).status_code == 200
    (shown,) = item["shown_by"]
    assert (shown["type"], shown["key"], shown["title"]) == ("project", str(page.translation_key), "Waste")
    assert Client().get(shown["api_address"]).json()["key"] == shown["key"]
    assert asked(f"documents/{report.pk}") == item


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ({"language": "bg"}, "bg"),
        ({"language": "nb"}, None),
        ({"language": "nb", "fallback": "pl,en"}, "en"),
        ({"language": "nb", "fallback": "*"}, "bg"),
        ({"language": "*"}, "bg"),
    ],
)
def test_a_document_is_told_in_the_best_of_its_languages(query: dict[str, Any], language: str | None) -> None:
    first = document("Доклад", "bg")
    english = document("Report", "en", first)
    offered(first)
    for number in (first.pk, english.pk):
        told = asked(f"documents/{number}", 200 if language else 404, **query)
        if language is None:
            assert told["languages"] == ["bg", "en"]
            continue
        assert (told["id"], told["language"], told["original_language"]) == (first.pk, language, "bg")
        assert [one["language"] for one in told["editions"]] == ["bg", "en"]
        assert asked(told["editions"][1]["api_address"].partition("/api/v1/")[2])["title"] == "Report"
    titles = [item["title"] for item in asked("documents", **query)["items"]]
    every = ["Report", "Доклад"] if query["language"] == "*" else [{"bg": "Доклад", "en": "Report"}.get(language or "")]
    assert titles == [title for title in every if title]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Alpha", "Beta"]),
        ("order=-title", ["Beta", "Alpha"]),
        ("order=newest", ["Beta", "Alpha"]),
        ("title__contains=ALP", ["Alpha"]),
        ("kind=report", ["Alpha"]),
        ("kind__not=report", ["Beta"]),
        ("size__gt=1000", []),
        ("limit=1&offset=1", ["Beta"]),
    ],
)
def test_documents_are_narrowed_and_ordered(query: str, titles: list[str]) -> None:
    offered(document("Alpha", kind="report"), document("Beta", kind="survey"))
    assert [item["title"] for item in asked(f"documents?{query}")["items"]] == titles


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("kind=reprot", "kind"), ("sise=3", "sise"), ("order=size", "order"), ("fields=sizes", "fields")],
)
def test_what_documents_cannot_be_asked_for_is_named(query: str, parameter: str) -> None:
    (fault,) = asked(f"documents?{query}", 422)["errors"]
    assert fault["parameter"] == parameter


@pytest.mark.parametrize(
    ("number", "status"), [("0", 422), ("x", 422), ("99999999999999999999", 422), ("2147483647", 404)]
)
def test_a_number_that_no_document_has_is_a_problem(number: str, status: int) -> None:
    asked(f"documents/{number}", status)


def test_only_the_fields_that_are_asked_for_are_told() -> None:
    offered(document("Report"))
    assert set(asked("documents?fields=title")["items"][0]) == {"type", "id", "key", "language", "title"}
    assert "shown_by" not in asked("documents?omit=shown_by")["items"][0]


def _of_draft(report: LibraryDocument) -> None:
    offered(report, live=False)


def _of_restricted_page(report: LibraryDocument) -> None:
    PageViewRestriction.objects.create(page=offered(report), restriction_type=PageViewRestriction.LOGIN)


def _of_restricted_collection(report: LibraryDocument) -> None:
    offered(report)
    LibraryDocument.objects.filter(pk=report.pk).update(collection=restricted_collection())


def _of_nothing(report: LibraryDocument) -> None:
    pass


def _deleted(report: LibraryDocument) -> None:
    offered(report).delete()
    report.delete()


@pytest.mark.parametrize("hide", [_of_draft, _of_restricted_page, _of_restricted_collection, _of_nothing, _deleted])
def test_nothing_is_told_of_a_document_that_readers_cannot_have(hide: Callable[[LibraryDocument], None]) -> None:
    report = document("Report")
    number = report.pk
    hide(report)
    assert asked("documents", language="*") == {"count": 0, "next": None, "previous": None, "items": []}
    assert asked(f"documents/{number}", 404, language="*")["languages"] == []


def test_an_edition_in_a_restricted_collection_is_not_among_the_others() -> None:
    first = document("Доклад", "bg", collection=restricted_collection())
    english = document("Report", "en", first)
    page = offered(first)
    told = asked(f"documents/{english.pk}")
    assert [one["title"] for one in told["editions"]] == ["Report"]
    assert told["original_language"] is None
    assert [one["key"] for one in told["shown_by"]] == [str(page.translation_key)]
    assert asked(f"documents/{first.pk}", 404, language="bg")["languages"] == ["en"]


def test_what_is_told_is_as_it_is_described() -> None:
    report = document("Report")
    offered(report)
    for path, name in (("documents", "list_documents"), (f"documents/{report.pk}", "get_document")):
        answer = next(one.answer for one in OPERATIONS if one.name == name)
        told = asked(path)
        assert json.loads(answer.model_validate(told).model_dump_json(exclude={"included"})) == told


@pytest.mark.parametrize("path", ["documents?limit=50&fallback=*", "documents/{number}?fallback=*"])
def test_documents_cost_the_same_however_many_there_are(path: str) -> None:
    costs = []
    for size in (1, 5):
        several = []
        for number in range(size):
            first = document(f"Report {number}")
            document(f"Доклад {number}", "bg", first)
            several.append(first)
        offered(*several)
        offered(*several)
        asked(path.format(number=several[0].pk))  # content types are read once a process
        with CaptureQueriesContext(connection) as statements:
            asked(path.format(number=several[0].pk), omit="checksum")
        costs.append(len(statements))
    # The state of the library, the count (of a list), the files, their editions, what refers to them, its pages.
    assert costs == ([6, 6] if path.startswith("documents?") else [5, 5])
