"""The description of the API: for programs as OpenAPI 3.1, for people as a page made of the same."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override
from ninja.openapi.schema import REF_TEMPLATE
from pydantic import BaseModel

from api import problems
from api.operations import OPERATIONS, ROOT, Operation, api, asked_of, refuse_other_formats
from api.parameters import choice
from api.problems import KINDS, MEDIA_TYPE, OF_ADDRESSES, Problem, ProblemError, kind_address, nearest_to
from api.references import ITEM_RESOURCES
from api.schemas import JSON
from api.webhooks.schema import Message, openapi_webhooks
from cms.editions import Edition
from cms.languages import LANGUAGE_CODES, current_language
from cms.validators import validated

LANGUAGE = choice("language", gettext_noop("Language of the documentation."), LANGUAGE_CODES)
CACHE = "public, max-age=300, stale-while-revalidate=86400"
TRANSLATED = ("description", "summary")
KEY = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "vademecum_…",
    "description": gettext_noop(
        "A key that the library's staff made. Every operation answers without one; with it, requests are counted for "
        "the key, wherever they come from, and more of them are allowed."
    ),
}


def openapi(request: HttpRequest) -> HttpResponse:
    """Answer with the description for programs."""
    refuse_other_formats(request, JSON)
    answer = HttpResponse(json.dumps(document(_language(request)), ensure_ascii=False), content_type=JSON)
    answer.headers["Cache-Control"] = CACHE
    answer.headers["Content-Language"] = current_language()
    return validated(request, answer)


def docs(request: HttpRequest) -> HttpResponse:
    """Answer with the description for people: what can be asked for, each with a page of its own, and the problems."""
    told = document(_language(request))
    groups: dict[str, list[dict[str, Any]]] = {}
    for operation in OPERATIONS:
        one = told["paths"][operation.address]["get"]
        groups.setdefault(operation.group, []).append(
            {"summary": one["summary"], "path": operation.address, "name": operation.name}
        )
    # What the library is of comes first, then what leads to it.
    in_order = sorted(groups, key=lambda group: group not in ITEM_RESOURCES.values())
    listed = [
        (status, name, _(title), _(detail) % {"formats": JSON}) for status, (name, title, detail) in KINDS.items()
    ]
    webhook = told["webhooks"]["change"]["post"]
    example = json.dumps(webhook["requestBody"]["content"][JSON]["example"], indent=2, ensure_ascii=False)
    context = {"groups": [groups[group] for group in in_order], "problems": listed, "webhook": webhook}
    return _page(request, "api/docs.html", "docs", context | {"example": example})


def operation_docs(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with the description of one operation for people."""
    operation = next((one for one in OPERATIONS if one.name == name), None)
    if operation is None:
        pages = [f"{ROOT}docs/{one.name}" for one in OPERATIONS]
        raise ProblemError(HTTPStatus.NOT_FOUND, nearest=nearest_to(request.path_info, pages, OF_ADDRESSES))
    shown = _shown(document(_language(request)), operation)
    return _page(request, "api/operation.html", f"docs/{name}", {"operation": shown})


def _page(request: HttpRequest, template: str, path: str, context: dict[str, Any]) -> HttpResponse:
    refuse_other_formats(request, "text/html")
    language = _language(request)
    shared = {
        "document": document(language),
        "language": language,
        "editions": [Edition(code, f"{ROOT}{path}?language={code}") for code in LANGUAGE_CODES],
        "site_name": settings.WAGTAIL_SITE_NAME,
        "home": f"/{language}/",
        "root": f"{ROOT}docs",
        "schema_address": f"{ROOT}openapi.json?language={language}",
    }
    answer = HttpResponse(render_to_string(template, {**shared, **context}))
    answer.headers["Cache-Control"] = CACHE
    answer.headers["Content-Language"] = language
    return validated(request, answer)


def _language(request: HttpRequest) -> str:
    return asked_of(request, [LANGUAGE], {})["language"] or current_language()


def _shown(told: dict[str, Any], operation: Operation) -> dict[str, Any]:
    """Return what the page shows of an operation."""
    one = told["paths"][operation.address]["get"]
    return {
        **one,
        "parameters": [{**parameter, "values_taken": _values(parameter["schema"])} for parameter in one["parameters"]],
        "path": operation.address,
        "name": operation.name,
        "content_type": operation.media_type,
        "example": _written(operation.example),
        "fields": [*_fields(told, operation.answer.__name__)] if operation.answer else [],
    }


def _written(example: Mapping[str, Any] | str) -> str:
    return example if isinstance(example, str) else json.dumps(example, indent=2, ensure_ascii=False)


def _values(schema: dict[str, Any]) -> list[str]:
    """Return the values that a parameter takes, where they are named."""
    values: list[str] = schema.get("items", schema).get("enum", [])
    return values


def _fields(told: dict[str, Any], schema: str, path: str = "", above: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
    """Yield the fields of an answer with those inside them, each with its path; what contains itself is told once."""
    for name, field in told["components"]["schemas"][schema]["properties"].items():
        inner = _reference(field)
        is_list = field.get("type") == "array"
        here = f"{path}{name}{'[]' if is_list else ''}"
        yield {"path": here, "type": _type(field), "description": field.get("description", "")}
        if inner and inner not in (*above, schema):
            yield from _fields(told, inner, f"{here}.", (*above, schema))


def _reference(field: dict[str, Any]) -> str:
    """Return the one schema that a field, its items, or the field where it is not null, refers to."""
    parts = [field, field.get("items", {}), *field.get("anyOf", [])]
    schemas = {str(part["$ref"]).rpartition("/")[2] for part in parts if "$ref" in part}
    return schemas.pop() if len(schemas) == 1 else ""


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
    told["info"]["contact"] = {"name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL}
    told["servers"] = [{"url": settings.SITE_URL}]
    told["tags"] = _groups()
    told["externalDocs"] = {"url": f"{settings.SITE_URL}{reverse('api-docs:docs')}"}
    schemas = told["components"]["schemas"]
    schemas |= _schemas(Problem) | _schemas(Message)
    told["webhooks"] = openapi_webhooks()
    told["components"]["securitySchemes"] = {"key": dict(KEY)}
    told["security"] = [{}, {"key": []}]
    told["components"]["responses"] = {KINDS[status][0]: _problem(status) for status in KINDS}
    for operation in OPERATIONS:
        told["paths"][operation.address] = {"get": _described(told["paths"][operation.address]["get"], operation)}
    with override(language):
        _translate(told)
    return json.loads(json.dumps(told))


def _schemas(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template=REF_TEMPLATE, mode="serialization")
    return {**schema.pop("$defs", {}), model.__name__: schema}


def _groups() -> list[dict[str, str]]:
    """Return what operations are grouped by, each told as its first operation is."""
    told: dict[str, str] = {}
    for operation in OPERATIONS:
        told.setdefault(operation.group, operation.summary)
    return [{"name": group, "description": summary} for group, summary in told.items()]


def _described(one: dict[str, Any], operation: Operation) -> dict[str, Any]:
    return {
        **one,
        "description": operation.description,
        "tags": [operation.group],
        "parameters": [parameter.as_openapi() for parameter in operation.parameters],
        "responses": {
            "200": {
                "description": operation.summary,
                "content": {operation.media_type: _body(operation)},
            },
            **{str(status): {"$ref": f"#/components/responses/{KINDS[status][0]}"} for status in operation.problems},
        },
    }


def _body(operation: Operation) -> dict[str, Any]:
    """Return what a body is. The schema of a line is told as OpenAPI 3.2 does, by a name that 3.1 lets pass."""
    schema = {"$ref": REF_TEMPLATE.format(model=operation.answer.__name__)} if operation.answer else {}
    if operation.media_type == JSON:
        told: dict[str, Any] = {"schema": schema}
    elif operation.media_type.startswith("text/"):
        told = {"schema": {"type": "string"}}
    else:  # bytes or lines, of which JSON's schemas say nothing
        told = {"x-itemSchema": schema} if schema else {}
    return {**told, "example": operation.example} if operation.example else told


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
    if status == HTTPStatus.UNAUTHORIZED:
        said = "This key was revoked on May 4, 2026."
        example["errors"] = [problems.Fault(parameter="Authorization", code="revoked_key", detail=said).model_dump()]
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
                part[name] = capfirst(_(inner))
            elif name in TRANSLATED and isinstance(inner, list):  # sentences
                part[name] = " ".join(capfirst(_(sentence)) for sentence in inner)
            elif name != "example":
                _translate(inner)
