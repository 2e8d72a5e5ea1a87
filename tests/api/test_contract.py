"""Version 1 of the API only grows: the contract that clients were given holds."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest

from api.documentation import document
from api.urls import api_urls
from tests.api.contract import breaches, contract, release, released

ITEMS = "/api/v1/projects"
ITEM = "/api/v1/projects/{key}"


@pytest.fixture
def present() -> Any:
    assert api_urls  # what is not imported declares no operation
    return contract(document("en"))


def test_nothing_that_clients_rely_on_is_broken(present: Any) -> None:
    assert breaches(released(), present) == []


def test_what_was_released_is_the_present_contract(present: Any, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--write-golden") and not breaches(released(), present):
        release(present)
    assert released() == present, "run tests/api/test_contract.py with --write-golden, and look at what is new"


def _parameter(schema: Any, path: str, name: str) -> Any:
    return next(one for one in schema["paths"][path]["get"]["parameters"] if one["name"] == name)


def _answer(schema: Any, name: str) -> Any:
    return schema["components"]["schemas"][name]


def _drop_parameter(schema: Any) -> None:
    schema["paths"][ITEMS]["get"]["parameters"].remove(_parameter(schema, ITEMS, "title"))


def _require(schema: Any) -> None:
    _parameter(schema, ITEMS, "title")["required"] = True


def _new_required(schema: Any) -> None:
    new = {"name": "token", "in": "query", "required": True, "schema": {"type": "string"}}
    schema["paths"][ITEM]["get"]["parameters"].append(new)


def _unlisted(schema: Any) -> None:
    fields = _parameter(schema, ITEM, "fields")["schema"]
    fields["pattern"] = re.sub(r"(?<=[(|])title\|", "", fields["pattern"])


def _unnull(schema: Any) -> None:
    summary = _answer(schema, "Project")["properties"]["title"]
    kind = summary.pop("type")
    summary["anyOf"] = [{"type": kind}, {"type": "null"}]


def _without_block(schema: Any) -> None:
    body = _answer(schema, "BodyOfItem")["properties"]["blocks"]["anyOf"][0]["items"]
    body["oneOf"].pop()


BREAKING: dict[str, tuple[Callable[[Any], Any], str]] = {
    "a path is gone": (lambda schema: schema["paths"].pop(ITEM), f"GET {ITEM}: is gone"),
    "an operation is renamed": (
        lambda schema: schema["paths"][ITEM]["get"].update(operationId="read_project"),
        f"GET {ITEM}: its name changed",
    ),
    "a parameter is gone": (_drop_parameter, f"GET {ITEMS} ?title: is gone"),
    "a parameter has to be sent": (_require, f"GET {ITEMS} ?title: has to be sent"),
    "a new one has to be sent": (_new_required, f"GET {ITEM} ?token: is new and has to be sent"),
    "a value is not taken": (
        lambda schema: _parameter(schema, ITEMS, "language")["schema"]["enum"].remove("lv"),
        f"GET {ITEMS} ?language: does not take 'lv'",
    ),
    "a value of several is not taken": (_unlisted, f"GET {ITEM} ?fields: does not take 'title'"),
    "a range is narrower": (
        lambda schema: _parameter(schema, ITEMS, "limit")["schema"].update(maximum=50),
        f"GET {ITEMS} ?limit: maximum is narrower",
    ),
    "another value is usual": (
        lambda schema: _parameter(schema, ITEMS, "limit")["schema"].update(default=10),
        f"GET {ITEMS} ?limit: default changed",
    ),
    "an error is gone": (
        lambda schema: schema["paths"][ITEM]["get"]["responses"].pop("404"),
        f"GET {ITEM} 404: is gone",
    ),
    "a field is gone": (lambda schema: _answer(schema, "Project")["properties"].pop("code"), "Project.code: is gone"),
    "a field is not always there": (
        lambda schema: _answer(schema, "Project")["required"].remove("title"),
        "Project.title: is not always there",
    ),
    "a field may be null": (_unnull, "Project.title: may be null"),
    "a field is of another type": (
        lambda schema: _answer(schema, "Project")["properties"]["title"].update(type="integer"),
        "Project.title: type changed",
    ),
    "a key is any text": (
        lambda schema: _answer(schema, "Project")["properties"]["key"].pop("format"),
        "Project.key: format changed",
    ),
    "a type of blocks is gone": (_without_block, "BodyOfItem.blocks[]: is never"),
}


@pytest.mark.parametrize(("change", "named"), BREAKING.values(), ids=BREAKING)
def test_a_breach_is_named(present: Any, change: Callable[[Any], Any], named: str) -> None:
    changed = copy.deepcopy(present)
    change(changed)
    found = breaches(present, changed)
    assert len(found) == 1
    assert named in found[0]


def _grown(schema: Any) -> None:
    schema["paths"]["/api/v1/news"] = {"get": {"operationId": "list_news", "responses": {}}}
    schema["paths"][ITEM]["get"]["responses"]["451"] = {"content": {}}
    new = {"name": "token", "in": "query", "required": False, "schema": {"type": "string"}}
    schema["paths"][ITEM]["get"]["parameters"].append(new)
    fields = _parameter(schema, ITEM, "fields")["schema"]
    fields["pattern"] = re.sub(r"(?<=[(|])title\|", "title|subtitle|", fields["pattern"])
    _parameter(schema, ITEMS, "limit")["schema"].update(maximum=500)
    project = _answer(schema, "Project")
    project["properties"]["subtitle"] = {"type": "string"}
    project["required"].append("subtitle")
    project["properties"]["code"] = {"type": "string"}  # was null where there is none
    blocks = _answer(schema, "BodyOfItem")["properties"]["blocks"]["anyOf"][0]["items"]
    blocks["oneOf"].append({"$ref": "#/components/schemas/Project"})


def test_growth_is_no_breach(present: Any) -> None:
    changed = copy.deepcopy(present)
    _grown(changed)
    assert breaches(present, changed) == []
    assert breaches(changed, present) != []


@pytest.mark.parametrize(("lost", "is_breach"), [(None, False), ("currency", True)])
def test_a_schema_may_have_another_name_where_it_says_all_that_it_said(
    present: Any, lost: str | None, is_breach: bool
) -> None:
    changed = copy.deepcopy(present)
    schemas = changed["components"]["schemas"]
    schemas["Costs"] = copy.deepcopy(schemas["Budget"])
    schemas["Project"]["properties"]["budget"]["anyOf"][0]["$ref"] = "#/components/schemas/Costs"
    if lost:
        del schemas["Costs"]["properties"][lost]
    found = breaches(present, changed)
    assert bool(found) is is_breach
    assert all(one.startswith("Project.budget: ") for one in found)
