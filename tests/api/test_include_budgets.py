"""Whichever two relations a list is asked to tell beside its items, in whatever form: few statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from api.library.items import FORMATS
from api.library.relations import BETWEEN, RELATIONS, paths_of
from api.library.types import TYPES
from api.references import ITEM_RESOURCES
from api.throttling import forget_own_counts
from projects.models import Term, Topic
from tests.api.test_budgets import extended, in_language, leading
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import index
from tests.factories.translation import locale

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
MOST, MOST_WITH_TEXT = 15, 19  # with two relations: of the items themselves, or one of what they refer to
MOST_OF_TWO_LEVELS = 22  # with two that each lead on to others, and with texts
_TYPES_OF = {resource: name for name, resource in ITEM_RESOURCES.items()}
WITH_TEXT = {one.name for one in TYPES}
LANGUAGES = ("language=en", "language=*", "language=lv&fallback=*")


def list_of(name: str) -> str:
    """Return the address of the list of a type."""
    return f"/api/v1/{ITEM_RESOURCES.get(name, f'{name}s')}"


def paths(name: str) -> list[str]:
    return [*paths_of(name, _TYPES_OF)]


def two_relations(name: str) -> Iterator[str]:
    """Yield two relations of a type, each way in which these can be asked for."""
    for first, second in combinations(RELATIONS[name], 2):
        yield f"{first},{second}"
    yield from (path for path in paths(name) if BETWEEN in path)


def forms(name: str) -> Iterator[str]:
    """Yield the ways in which a list can be asked for that may take more statements than others."""
    yield from LANGUAGES if name in WITH_TEXT else LANGUAGES[::2]
    if name in WITH_TEXT:
        yield from (f"{LANGUAGES[1]}&format={form}" for form in FORMATS)


@pytest.fixture(scope="module", autouse=True)
def _library(once: Callable[[Callable[[], None]], None]) -> None:
    once(_written)


def _written() -> None:
    """Write a library: every item refers to all that it can, in two languages, and every text to all that it may."""
    for name, make in EVERY_PAGE.items():
        page = make()
        if name in WITH_TEXT:
            page = extended(page, leading(page))
        if getattr(page, "facet_type", None) in WITH_TEXT and page.get_parent().depth < 4:
            index(page.facet_type, home("nb"))
            if not page.has_translation(locale("nb")):
                in_language(page, "nb")
    Term.objects.filter(key="term").update(subject=Topic.objects.get(key="topic"))


def statements(address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(address)
    assert answer.status_code == 200, (address, answer.content)
    return len(captured)


@pytest.mark.parametrize("name", [name for name in RELATIONS if RELATIONS[name]])
def test_a_list_with_two_relations_in_any_form(name: str) -> None:
    for form in forms(name):
        statements(f"{list_of(name)}?{form}&include={paths(name)[0]}")  # what is read once a process
    taken = {}
    for include in two_relations(name):
        for form in forms(name):
            forget_own_counts()
            taken[f"{form}&include={include}"] = statements(f"{list_of(name)}?limit=50&{form}&include={include}")
    over = {
        asked: number for asked, number in taken.items() if number > (MOST_WITH_TEXT if "format=" in asked else MOST)
    }
    assert over == {}


@pytest.mark.parametrize("name", [one.name for one in TYPES if len(paths(one.name)) > 1])
def test_a_list_with_two_relations_of_two_levels(name: str) -> None:
    deep = [path for path in paths(name) if BETWEEN in path]
    several = {",".join(pair): 0 for pair in combinations(deep, 2)}
    for include in several:
        forget_own_counts()
        several[include] = statements(f"{list_of(name)}?limit=50&language=*&format=markdown&include={include}")
    assert {include: number for include, number in several.items() if number > MOST_OF_TWO_LEVELS} == {}
