"""What the resources that are no works tell beside their items: one library that all tests here look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from projects.models import Term, Topic
from tests.api.test_library import EVERY_PAGE, answered
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index

pytestmark = pytest.mark.django_db


def names(several: list[dict[str, Any]]) -> list[str]:
    return sorted(one.get("title") or one["name"] for one in several)


@pytest.fixture(scope="module", autouse=True)
def shown(once: Callable[[Callable[[], Any]], Any]) -> Any:
    """A complete project and a complete training, a page with a picture, a term with its subject field."""
    return once(_shown)


def _shown() -> dict[str, Any]:
    made = {name: EVERY_PAGE[name]() for name in ("project", "training", "standard page")}
    Term.objects.filter(key="term").update(subject=Topic.objects.get(key="topic"))
    return made


@pytest.mark.parametrize(
    ("path", "include", "resource", "name"),
    [
        ("terms", "subject", "topics", "topic"),
        ("events", "place", "places", "place"),
        ("events", "project", "projects", "Complete project"),
        ("events", "training", "trainings", "Complete training"),
        ("events", "training.project", "projects", "Its project"),
        ("figures", "unit", "units", "unit"),
        ("figures", "projects", "projects", "Complete project"),
        ("figures", "trainings", "trainings", "Complete training"),
        ("figures", "projects.programme", "programmes", "programme"),
        ("documents", "projects", "projects", "Complete project"),
        ("documents", "trainings", "trainings", "Complete training"),
        ("documents", "projects.topics", "topics", "topic"),
        ("images", "pages", "pages", "Complete page"),
        ("images", "trainings", "trainings", "Complete training"),
    ],
)
def test_every_resource_tells_beside_its_items_what_they_refer_to(
    path: str, include: str, resource: str, name: str
) -> None:
    plain, told = answered(path), answered(path, include=include, limit=50)
    included = told.pop("included")
    assert told["items"] == plain["items"]
    assert "included" not in plain
    assert name in names(included[resource])
    for one in included[resource]:
        alone = answered(f"{resource}/{one['key']}")
        assert one == alone | ({"body": None} if "body" in alone else {})
    assert len({one["key"] for one in included[resource]}) == len(included[resource])


def test_one_item_of_every_resource_tells_what_it_refers_to() -> None:
    (term,) = answered("terms")["items"]
    assert names(answered(f"terms/{term['key']}", include="subject")["included"]["topics"]) == ["topic"]
    for resource in ("documents", "images"):
        for item in answered(resource)["items"]:
            told = answered(f"{resource}/{item['id']}", include="projects,trainings,pages", fields="id")
            assert set(told) == {"type", "id", "key", "included"} | ({"language"} if resource == "documents" else set())
            several = [one["key"] for items in told["included"].values() for one in items]
            assert sorted(several) == sorted(one["key"] for one in item["shown_by"] if one["type"] != "handbook")
    assert "included" not in answered(f"terms/{term['key']}")


def test_what_is_told_beside_a_file_is_in_the_languages_that_are_wanted(shown: dict[str, Any]) -> None:
    ProjectPageFactory(
        parent=index("project", home("nb")), title="Prosjekt", translation_of=shown["project"], documents=[]
    )
    included = answered("documents", language="en", include="projects")["included"]["projects"]
    assert names(included) == ["Complete project"]
    included = answered("documents", language="nb", fallback="*", include="projects")["included"]["projects"]
    assert names(included) == ["Prosjekt"]
