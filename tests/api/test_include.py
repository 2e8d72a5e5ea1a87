"""What items refer to, told beside them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from api.library.relations import RELATIONS
from api.library.types import TYPES
from api.references import ITEM_RESOURCES
from cms.languages import LANGUAGE_CODES
from tests.api.test_library import EVERY_PAGE, OF_FACTORY, answered, of, statements
from tests.factories.home import home
from tests.factories.projects import (
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    index,
)

pytestmark = pytest.mark.django_db
# A list with two relations, of which one may lead on to concepts; the state of the library is asked for first.
TWO_INCLUDES = 15


def names(several: list[dict[str, Any]]) -> list[str]:
    return sorted(one.get("title") or one["name"] for one in several)


@pytest.fixture
def library() -> dict[str, Any]:
    """A project with every kind of relation and a training, in two languages, and a handbook in English alone."""
    project = EVERY_PAGE["project"]()
    in_norwegian = ProjectPageFactory(parent=index("project", home("nb")), title="Prosjekt", translation_of=project)
    training = TrainingPageFactory(parent=index("training", home()), title="Course", project=project)
    TrainingPageFactory(
        parent=index("training", home("nb")), title="Kurs", translation_of=training, project=in_norwegian
    )
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Manual", project=project)
    return {"project": project, "training": training, "handbook": handbook}


def test_related_items_are_told_whole_and_each_once(library: dict[str, Any]) -> None:
    path = of(library["project"])
    plain = answered(path)
    told = answered(path, include="trainings,organisations,trainings.project,topics")
    included = told.pop("included")
    assert told == plain
    assert "included" not in plain
    assert set(included) == {"trainings", "organisations", "projects", "topics"}
    assert included["trainings"] == [answered(of(library["training"]), omit="") | {"body": None}]
    assert included["projects"] == [plain | {"body": None}]
    slugs = {one["organisation"]["slug"] for one in told["parties"]} | {
        one["organisation"]["slug"] for one in told["contacts"] if one["organisation"]
    }
    assert {one["slug"] for one in included["organisations"]} == slugs
    for one in included["organisations"]:
        assert one == answered(f"organisations/{one['key']}")
    assert included["topics"] == [answered(f"topics/{one['key']}") for one in included["topics"]] != []


def test_what_is_included_of_a_list_is_each_once(library: dict[str, Any]) -> None:
    TrainingPageFactory(parent=index("training", home()), title="Second", project=library["project"])
    told = answered("trainings", include="project", fields="title,project", order="title")
    assert [item["title"] for item in told["items"]] == ["Course", "Second"]
    assert names(told["included"]["projects"]) == [library["project"].title]
    assert set(told["included"]) == {"projects"}
    assert answered("trainings", include="", limit=1).get("included") is None


def test_related_items_are_told_in_the_languages_that_are_wanted(library: dict[str, Any]) -> None:
    asked = {"language": "nb", "include": "trainings,handbooks"}
    included = answered(of(library["project"]), **asked)["included"]
    assert names(included["trainings"]) == ["Kurs"]
    assert included["handbooks"] == []
    included = answered(of(library["project"]), **asked, fallback="pl,en")["included"]
    assert names(included["handbooks"]) == ["Manual"]
    assert {one["requested"] for one in included["trainings"] + included["handbooks"]} == {"nb"}
    included = answered(of(library["project"]), language="*", include="trainings")["included"]
    assert names(included["trainings"]) == ["Course"]


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_every_relation_of_every_type_can_be_included(one: Any) -> None:
    page = EVERY_PAGE[OF_FACTORY[one.name]]()
    for name, relation in RELATIONS[one.name].items():
        told = answered(of(page), include=name)
        assert set(told["included"]) == {relation.resource}
        assert answered(ITEM_RESOURCES[one.name], include=name)["included"] == told["included"]


@pytest.mark.parametrize(
    ("value", "nearest"),
    [
        ("organizations", "organisations"),
        ("trainings.topic", "trainings.topics"),
        ("topics,trainigns", "trainings"),
        ("trainings.project.trainings", "trainings.project"),
        ("title", None),
    ],
)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_what_cannot_be_included_is_named_with_the_nearest_that_can(
    value: str, nearest: str | None, language: str
) -> None:
    problem = answered("projects", HTTPStatus.UNPROCESSABLE_ENTITY, include=value, language=language)
    (fault,) = problem["errors"]
    assert (fault["parameter"], fault["code"]) == ("include", "unknown_value")
    assert fault["value"] == value.rpartition(",")[2]
    assert nearest in (None, fault["nearest"])
    assert "trainings.topics" in fault["allowed"]


def test_what_refers_to_nothing_takes_no_include() -> None:
    (fault,) = answered("pages", HTTPStatus.UNPROCESSABLE_ENTITY, include="topics")["errors"]
    assert fault["code"] == "unknown_parameter"


def test_the_schema_names_what_can_be_included() -> None:
    schema = Client().get("/api/v1/openapi.json").json()
    operations = schema["paths"]["/api/v1/projects"]["get"]["parameters"]
    (include,) = [one for one in operations if one["name"] == "include"]
    assert r"trainings\.topics" in include["schema"]["pattern"]
    told = schema["components"]["schemas"]["ProjectList"]["properties"]["included"]
    assert "Included" in str(told)
    assert "included" not in schema["components"]["schemas"]["Project"]["properties"]


INCLUDES = (
    "projects?include=organisations,trainings.topics",
    "projects?include=trainings,handbooks",
    "projects?include=topics,places",
    "trainings?include=project,topics",
    "handbooks?include=project,chapters",
    "chapters?include=handbook,organisations",
    "bulletins?include=project,organisations",
    "terms?include=subject",
    "events?include=place,project.topics",
    "events?include=project,training",
    "figures?include=unit,projects.programme",
    "figures?include=projects,trainings",
    "documents?include=projects,trainings",
    "images?include=projects,trainings",
    "images?include=handbooks,chapters.organisations",
)
# The widest that can be asked for: bounded all the same.
MOST_OF_ALL = {"projects?include=organisations,places,trainings.project,handbooks.chapters,bulletins.organisations": 30}


def test_an_include_takes_no_more_statements_for_more_items_languages_and_depth() -> None:
    most = dict.fromkeys(INCLUDES, TWO_INCLUDES) | MOST_OF_ALL
    grow(0)
    few = {path: statements(f"{path}&limit=50&language=nb&fallback=*") for path in most}
    for number in range(1, 4):
        grow(number)
    for path, allowed in most.items():
        many = statements(f"{path}&limit=50&language=nb&fallback=*")
        assert len(few[path]) == len(many), "\n".join([path, *many])
        assert len(many) <= allowed, "\n".join([path, *many])


def grow(number: int) -> None:
    """Make more of everything, some of it in two languages."""
    for type_name in ("project", "training", "chapter", "bulletin"):
        EVERY_PAGE[type_name]()
    project = ProjectPageFactory(parent=index("project", home()), title=f"Project {number}")
    other = ProjectPageFactory(parent=index("project", home("nb")), title=f"P {number}", translation_of=project)
    training = TrainingPageFactory(parent=index("training", home()), title=f"Training {number}", project=project)
    TrainingPageFactory(
        parent=index("training", home("nb")), title=f"Kurs {number}", translation_of=training, project=other
    )
    HandbookPageFactory(parent=index("handbook", home()), title=f"Manual {number}", project=project)
