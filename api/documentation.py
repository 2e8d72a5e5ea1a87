"""The description of the API: for programs as OpenAPI 3.1, for people as a page made of the same."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override
from ninja.openapi.schema import REF_TEMPLATE
from pydantic import BaseModel

from api import problems
from api.operations import JSON, OPERATIONS, ROOT, Operation, api, asked_of, refuse_other_formats
from api.parameters import choice
from api.problems import KINDS, MEDIA_TYPE, Problem, kind_address
from cms.editions import Edition
from cms.languages import LANGUAGE_CODES, current_language
from cms.validators import validated

LANGUAGE = choice("language", gettext_noop("Language of the documentation."), LANGUAGE_CODES)
CACHE = "public, max-age=300, stale-while-revalidate=86400"
TRANSLATED = ("description", "summary")


def openapi(request: HttpRequest) -> HttpResponse:
    """Answer with the description for programs."""
    refuse_other_formats(request, JSON)
    answer = HttpResponse(json.dumps(document(_language(request)), ensure_ascii=False), content_type=JSON)
    answer.headers["Cache-Control"] = CACHE
    answer.headers["Content-Language"] = current_language()
    return validated(request, answer)


def docs(request: HttpRequest) -> HttpResponse:
    """Answer with the description for people."""
    refuse_other_formats(request, "text/html")
    language = _language(request)
    context = {
        "document": document(language),
        "operations": [*_operations(document(language))],
        "problems": [(status, name, _(title), _(detail)) for status, (name, title, detail) in KINDS.items()],
        "language": language,
        "editions": [Edition(code, f"{ROOT}docs?language={code}") for code in LANGUAGE_CODES],
        "site_name": settings.WAGTAIL_SITE_NAME,
        "home": f"/{language}/",
        "schema_address": f"{ROOT}openapi.json?language={language}",
    }
    answer = HttpResponse(render_to_string("api/docs.html", context))
    answer.headers["Cache-Control"] = CACHE
    answer.headers["Content-Language"] = language
    return validated(request, answer)


def _language(request: HttpRequest) -> str:
    return asked_of(request, [LANGUAGE], {})["language"] or current_language()


def _operations(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what the page shows of each operation."""
    for operation in OPERATIONS:
        one = told["paths"][operation.address]["get"]
        yield {
            **one,
            "parameters": [
                {**parameter, "values_taken": _values(parameter["schema"])} for parameter in one["parameters"]
            ],
            "path": operation.address,
            "name": operation.name,
            "example": json.dumps(operation.example, indent=2, ensure_ascii=False),
            "fields": [*_fields(told, operation.answer.__name__)],
        }


def _values(schema: dict[str, Any]) -> list[str]:
    """Return the values that a parameter takes, where they are named."""
    values: list[str] = schema.get("items", schema).get("enum", [])
    return values


def _fields(told: dict[str, Any], schema: str, path: str = "") -> Iterator[dict[str, str]]:
    """Yield the fields of an answer with those inside them, each with its path."""
    for name, field in told["components"]["schemas"][schema]["properties"].items():
        inner = _reference(field)
        is_list = field.get("type") == "array"
        here = f"{path}{name}{'[]' if is_list else ''}"
        yield {"path": here, "type": _type(field), "description": field.get("description", "")}
        if inner:
            yield from _fields(told, inner, f"{here}.")


def _reference(field: dict[str, Any]) -> str:
    reference = str(field.get("$ref") or field.get("items", {}).get("$ref", ""))
    return reference.rpartition("/")[2]


def _type(field: dict[str, Any]) -> str:
    """Return what a field holds, as the standard names it."""
    if "anyOf" in field:
        return " | ".join(_type(one) for one in field["anyOf"])
    if "enum" in field:
        return " | ".join(map(str, field["enum"]))
    return str(field.get("format") or field.get("type") or "object")


@lru_cache(maxsize=len(LANGUAGE_CODES))
def document(language: str) -> dict[str, Any]:
    """Return the description in a language; it changes with the code alone."""
    told = copy.deepcopy(dict(api.get_openapi_schema(path_prefix=ROOT)))
    told["servers"] = [{"url": settings.SITE_URL}]
    told["externalDocs"] = {"url": f"{settings.SITE_URL}{reverse('api-docs:docs')}"}
    schemas = told["components"]["schemas"]
    schemas |= _schemas(Problem)
    told["components"]["responses"] = {KINDS[status][0]: _problem(status) for status in KINDS}
    for operation in OPERATIONS:
        told["paths"][operation.address] = {"get": _described(told["paths"][operation.address]["get"], operation)}
    with override(language):
        _translate(told)
    return json.loads(json.dumps(told))


def _schemas(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template=REF_TEMPLATE, mode="serialization")
    return {**schema.pop("$defs", {}), model.__name__: schema}


def _described(one: dict[str, Any], operation: Operation) -> dict[str, Any]:
    (answer,) = one["responses"].values()
    return {
        **one,
        "description": operation.description,
        "tags": [operation.path.partition("/")[0]],
        "parameters": [parameter.as_openapi() for parameter in operation.parameters],
        "responses": {
            "200": {
                "description": operation.summary,
                "content": {JSON: {**answer["content"][JSON], "example": operation.example}},
            },
            **{str(status): {"$ref": f"#/components/responses/{KINDS[status][0]}"} for status in operation.problems},
        },
    }


def _problem(status: int) -> dict[str, Any]:
    name, title, detail = KINDS[status]
    example: dict[str, Any] = {
        "type": kind_address(name),
        "title": title,
        "status": status,
        "detail": detail % {"formats": JSON},
        "instance": f"{ROOT}changes",
        "errors": [],
        "nearest": None,
        "languages": [],
        "begin": None,
        "reference": None,
    }
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        example["errors"] = [
            problems.Fault(
                parameter="limti",
                code="unknown_parameter",
                detail="There is no parameter “limti” here.",
                nearest="limit",
                allowed=["since", "language", "limit"],
            ).model_dump()
        ]
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
    return {"description": title, "content": {MEDIA_TYPE: content}}


def _translate(part: Any) -> None:
    """Put what people read of a description into the active language; examples stay as they are."""
    if isinstance(part, list):
        for one in part:
            _translate(one)
    elif isinstance(part, dict):
        for name, inner in part.items():
            if name in TRANSLATED and isinstance(inner, str):
                part[name] = _(inner)
            elif name in TRANSLATED and isinstance(inner, list):  # sentences
                part[name] = " ".join(map(_, inner))
            elif name != "example":
                _translate(inner)
