"""A cache in front of the library finds by a change's key every answer that the change concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from api import surrogate_keys
from cms.publicity import record
from tests.api.addresses import IN_JSON, WITHOUT_ITEM, asked
from tests.api.test_library import EVERY_PAGE, of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def named_in(told: Any) -> Iterator[str]:
    """Yield by what each item is named that an answer tells or refers to, wherever it stands."""
    if isinstance(told, list):
        for one in told:
            yield from named_in(one)
    elif isinstance(told, dict):
        if re.fullmatch("[0-9a-f]{8}-.{27}", str(told.get("key"))):
            yield told["key"]
        if isinstance(number := told.get("id"), int):
            yield f"file-{number}"
        for one in told.values():
            yield from named_in(one)


@pytest.fixture
def pages() -> dict[str, Page]:
    """Publish a complete page of each type."""
    made = {name: make() for name, make in EVERY_PAGE.items()}
    record()  # so that they are told as changes too
    return made


def keys_of(address: str, **headers: str) -> list[str]:
    return Client().get(address, headers=headers)["Surrogate-Key"].split()


@pytest.mark.usefixtures("pages")
def test_an_answer_is_found_by_its_resource_and_by_each_item_that_it_names() -> None:
    without_items = set()
    for address in [asked(operation) for operation in WITHOUT_ITEM if operation in IN_JSON]:
        resource = address.removeprefix("/api/v1/").partition("?")[0]
        answer = Client().get(address)
        items = set(named_in(answer.json()))
        assert answer["Surrogate-Key"].split()[:2] == ["library", resource]
        assert {"library", resource, *items} == set(answer["Surrogate-Key"].split())
        if not items:
            without_items.add(resource)
    assert without_items <= {"languages", "suggest", "figures"}


def test_an_item_is_found_by_its_key_and_by_those_of_what_it_refers_to(pages: dict[str, Page]) -> None:
    detail = Client().get(f"/api/v1/{of(pages['project'])}?include=organisations")
    told = detail.json()
    keys = {told["key"], *(one["key"] for one in told["included"]["organisations"])}
    assert len(keys) > 1
    assert keys <= set(detail["Surrogate-Key"].split())


@pytest.mark.usefixtures("pages")
def test_an_answer_that_names_more_than_a_header_holds_is_found_by_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(surrogate_keys, "MOST", 3)
    assert keys_of("/api/v1/projects") == ["library", "projects", "many"]


@pytest.mark.usefixtures("pages")
def test_fields_that_are_left_out_leave_the_keys() -> None:
    assert len(keys_of("/api/v1/projects?fields=title")) > len(["library", "projects"])


@pytest.mark.parametrize("address", ["projects.csv", "projects.xlsx", "projects.jsonl", "catalogue.ttl"])
def test_any_change_may_concern_a_whole_list(address: str) -> None:
    assert keys_of(f"/api/v1/{address}") == ["library", address.partition(".")[0], "many"]


def test_a_problem_has_no_keys() -> None:
    assert "Surrogate-Key" not in Client().get("/api/v1/projects?limit=0")
