"""The description of the API, for programs and for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pydantic import BaseModel
from wagtail.models import get_page_models

from api import languages
from api.operations import OPERATIONS, Operation
from api.problems import KINDS, Problem
from api.references import ITEM_RESOURCES
from api.webhooks.schema import EventType, Message
from api.webhooks.signing import signed
from cms.languages import LANGUAGE_CODES
from cms.models import Event
from projects.models.library import LibraryPage
from tests.api.addresses import IN_JSON, WITHOUT_ITEM, asked
from tests.api.reading import XLSX

pytestmark = pytest.mark.any_database


@pytest.fixture
def document() -> dict[str, Any]:
    answer = Client().get("/api/v1/openapi.json", {"language": "en"})
    assert answer["Content-Type"] == "application/json"
    body: dict[str, Any] = answer.json()
    return body


HEAVIEST = 100_000  # bytes of a page


def objects(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema of an object in a description with its path; examples are none."""
    if isinstance(part, list):
        for number, inner in enumerate(part):
            yield from objects(inner, f"{path}/{number}")
    elif isinstance(part, dict):
        if part.get("type") == "object":
            yield path, part
        for name, inner in part.items():
            if name != "example":
                yield from objects(inner, f"{path}/{name}")


def schemas(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of every schema."""
    for place, schema in objects(part, path):
        yield from ((f"{place}/{name}", field) for name, field in schema["properties"].items())


@pytest.mark.django_db
def test_the_description_is_of_the_version_that_is_promised(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "http://testserver"}]


@pytest.mark.django_db
def test_every_operation_is_described_with_an_example_and_its_problems(document: dict[str, Any]) -> None:
    assert set(document["paths"]) == {operation.address for operation in OPERATIONS}
    names = []
    for methods in document["paths"].values():
        assert set(methods) == {"get"}
        told = methods["get"]
        names.append(told["operationId"])
        assert told["summary"]
        assert told["description"]
        ((media_type, body),) = told["responses"]["200"]["content"].items()
        assert body.get("example") or media_type == XLSX or "catalogue" in told["operationId"]
        for status in ("400", "404", "405", "406", "422", "429", "500", "503"):
            name = told["responses"][status]["$ref"].rpartition("/")[2]
            example = document["components"]["responses"][name]["content"]["application/problem+json"]["example"]
            assert example["status"] == int(status)
            Problem.model_validate(example)
        for parameter in told["parameters"]:
            assert parameter["description"]
            assert "example" in parameter
            assert parameter["schema"].get("items", parameter["schema"])["type"] in {"string", "integer"}
    assert len(names) == len(set(names))


TYPES = {"string": str, "integer": int}


@pytest.mark.django_db
def test_an_example_of_a_parameter_is_of_its_type(document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        for parameter in methods["get"]["parameters"]:
            schema, example = parameter["schema"], parameter["example"]
            values = example if schema["type"] == "array" else [example]
            kind = TYPES[schema.get("items", schema)["type"]]
            assert all(isinstance(value, kind) for value in values), f"{path} {parameter['name']}: {example!r}"


@pytest.mark.django_db
def test_groups_of_operations_are_told(document: dict[str, Any]) -> None:
    told = {tag["name"]: tag["description"] for tag in document["tags"]}
    used = {tag for methods in document["paths"].values() for tag in methods["get"]["tags"]}
    assert set(told) == used
    assert told["topics"] == "Topics"


@pytest.mark.django_db
def test_no_object_is_without_a_type_and_no_field_without_a_description(document: dict[str, Any]) -> None:
    for path, schema in objects(document["components"]):
        assert schema["properties"], path
        assert schema["description"], path
    for path, field in schemas(document["components"]):
        assert field.get("description"), path
        assert {"type", "$ref", "anyOf", "oneOf", "enum"} & field.keys(), path


def models_in(hint: Any, found: set[type[BaseModel]]) -> None:
    """Add the schemas that a field is made of."""
    if isinstance(hint, type) and issubclass(hint, BaseModel) and hint not in found:
        found.add(hint)
        for field in hint.model_fields.values():
            models_in(field.annotation, found)
    for inner in get_args(hint):
        models_in(inner, found)


def test_no_two_schemas_have_one_name() -> None:
    found: set[type[BaseModel]] = set()
    for operation in OPERATIONS:
        models_in(operation.answer, found)
    names = [model.__name__ for model in found]
    assert sorted(names) == sorted(set(names))


@pytest.mark.django_db
def test_every_reference_of_the_description_leads_somewhere(document: dict[str, Any]) -> None:
    def references(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            yield from ([part["$ref"]] if "$ref" in part else [])
            part = list(part.values())
        if isinstance(part, list):
            for inner in part:
                yield from references(inner)

    found = set(references(document))
    assert found
    for reference in found:
        target: Any = document
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]


@pytest.mark.parametrize("operation", IN_JSON, ids=lambda operation: operation.name)
def test_an_example_is_an_answer(operation: Operation) -> None:
    assert operation.answer
    body = operation.answer.model_validate(operation.example)
    assert json.loads(body.model_dump_json(exclude={"included"})) == operation.example


@pytest.mark.parametrize(
    "operation",
    [one for one in OPERATIONS if one.group in ITEM_RESOURCES.values() and one not in IN_JSON],
    ids=lambda one: one.name,
)
def test_an_example_of_another_form_is_read_as_it_says(operation: Operation) -> None:
    if operation.media_type == "text/csv":
        heads, *rows = csv.reader(io.StringIO(str(operation.example), newline=""))
        assert heads
        assert {len(row) for row in rows} <= {len(heads)}
    elif operation.media_type == "application/jsonl":
        assert operation.answer
        for line in str(operation.example).splitlines():
            operation.answer.model_validate_json(line)
    else:
        assert operation.media_type == XLSX


@pytest.mark.django_db
@pytest.mark.parametrize("operation", [one for one in IN_JSON if one in WITHOUT_ITEM], ids=lambda one: one.name)
def test_an_answer_is_as_it_is_described(operation: Operation) -> None:
    assert operation.answer
    body = Client().get(asked(operation)).json()
    assert json.loads(operation.answer.model_validate(body).model_dump_json(exclude={"included"})) == body


@pytest.mark.django_db
def test_the_schema_lets_answers_grow(document: dict[str, Any]) -> None:
    assert not [path for path, schema in objects(document["components"]) if "additionalProperties" in schema]


@pytest.mark.django_db
def test_every_type_of_work_is_counted() -> None:
    types = {model.facet_type for model in get_page_models() if issubclass(model, LibraryPage)}
    assert types == set(languages.RESOURCES)


# ------------------------------------------------------------------------------- for people


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_the_documentation_is_told_in_each_language(language: str) -> None:
    answer = Client().get("/api/v1/docs", {"language": language})
    soup = BeautifulSoup(answer.content, "html.parser")
    assert answer["Content-Language"] == soup.html["lang"] == language
    for operation in OPERATIONS:
        assert soup.find(id=operation.name)["href"] == f"/api/v1/docs/{operation.name}?language={language}"
        assert operation.address in soup.get_text()
    for name, _title, _detail in KINDS.values():
        assert soup.find(id=f"problem-{name}")
    assert "%(" not in soup.get_text()
    english = Client().get("/api/v1/openapi.json", {"language": "en"}).json()
    translated = Client().get("/api/v1/openapi.json", {"language": language}).json()
    assert (language == "en") == (english == translated)
    assert english.keys() == translated.keys()


@pytest.mark.django_db
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_each_operation_has_a_page_of_its_own_in_each_language(operation: Operation) -> None:
    for language in LANGUAGE_CODES:
        answer = Client().get(f"/api/v1/docs/{operation.name}", {"language": language})
        soup = BeautifulSoup(answer.content, "html.parser")
        assert answer["Content-Language"] == soup.html["lang"] == language
        assert (language == "en") == (operation.description in soup.get_text())
        assert not [text for text in soup.select("h1, dd p") if text.get_text(strip=True)[:1].islower()]
        names = {code.get_text() for code in soup.select("dt code")}
        assert {parameter.name for parameter in operation.parameters} <= names
        fields = operation.answer.model_fields if operation.answer else ()
        assert {*fields} <= {name.removesuffix("[]") for name in names}
        assert operation.media_type in {code.get_text() for code in soup.select("p code")}
        assert len(answer.content) < HEAVIEST


@pytest.mark.django_db
def test_an_operation_that_there_is_not_has_no_page() -> None:
    answer = Client().get("/api/v1/docs/list_change")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer.json()["nearest"] == "/api/v1/docs/list_changes"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/docs", "/api/v1/docs/list_changes"])
def test_the_documentation_needs_nothing_of_others_and_no_script(address: str) -> None:
    answer = Client().get(address)
    assert len(answer.content) < HEAVIEST
    assert answer.status_code == HTTPStatus.OK
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    soup = BeautifulSoup(answer.content, "html.parser")
    assert not soup.find("script")
    assert not soup.find("style")
    assert not soup.find(style=True)
    assert [link["href"] for link in soup.find_all("link")] == ["/static/cms/favicon.svg", "/static/api/docs.css"]


@pytest.mark.django_db
def test_a_language_that_there_is_not_is_a_problem() -> None:
    assert Client().get("/api/v1/docs", {"language": "xx"}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.django_db
def test_what_webhooks_are_sent_is_described_as_it_is(document: dict[str, Any]) -> None:
    told = document["webhooks"]["change"]["post"]
    assert {parameter["name"] for parameter in told["parameters"]} == set(signed([], "msg_1", timezone.now(), ""))
    content = told["requestBody"]["content"]["application/json"]
    assert Message.model_validate(content["example"]).data is not None
    schema = document["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
    assert set(schema["properties"]) == set(Message.model_fields)
    assert set(get_args(EventType)) == {"test", *(f"item.{event.value}" for event in Event)}
    shown = BeautifulSoup(Client().get("/api/v1/docs", {"language": "pl"}).content, "lxml")
    assert "webhook-signature" in shown.select_one("section[aria-labelledby=webhooks]").get_text()
