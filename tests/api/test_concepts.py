"""The vocabularies, the sums of figures and the events as resources."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from api.concepts import VOCABULARIES, Vocabulary
from api.operations import OPERATIONS
from projects.models import (
    Concept,
    Organisation,
    Place,
    Programme,
    ProjectEvent,
    ProjectFigure,
    ProjectPage,
    ProjectParty,
    ProjectPlace,
    ProjectTopic,
    Term,
    Topic,
    Unit,
)
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index

pytestmark = pytest.mark.django_db
MADE: dict[type[Concept], dict[str, Any]] = {
    Organisation: {"short_name": "KS", "country": "NO", "kind": "association"},
    Programme: {"fund": "ERDF"},
    Topic: {},
    Place: {"country": "NO", "kind": "city", "latitude": Decimal("59.9139"), "longitude": Decimal("10.7522")},
    Unit: {"forms": "participant\nparticipants"},
    Term: {"definition": "A unit of self-government.", "variants": "council\ncommune", "avoid": "town hall"},
}


def made(model: type[Concept], key: str = "one", language: str = "en", **fields: Any) -> Any:
    return concept(model, key, language, **{**MADE[model], **fields})


def shown(*concepts: Concept, **fields: Any) -> ProjectPage:
    """Return a project that names concepts; of terms none has to."""
    by_type = {type(one): one for one in concepts}
    rows: dict[str, Any] = {
        "parties": [ProjectParty(organisation=by_type[Organisation])] if Organisation in by_type else [],
        "topics": [ProjectTopic(topic=by_type[Topic])] if Topic in by_type else [],
        "places": [ProjectPlace(place=by_type[Place])] if Place in by_type else [],
        "figures": [ProjectFigure(value=Decimal(5), unit=by_type[Unit])] if Unit in by_type else [],
    }
    if Programme in by_type:
        fields["programme"] = by_type[Programme]
    made_now: ProjectPage = ProjectPageFactory(parent=index("project", home("en")), **rows, **fields)
    return made_now


def asked(path: str, status: int = 200, **query: Any) -> Any:
    answer = Client().get(f"/api/v1/{path}", query)
    assert answer.status_code == status, answer.content
    return answer.json()


each = pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=[one.plural for one in VOCABULARIES])


@each
def test_a_vocabulary_is_listed_and_each_concept_has_its_address(vocabulary: Vocabulary) -> None:
    one = made(vocabulary.model)
    made(vocabulary.model, language="bg", name="Едно")
    shown(one)
    (item,) = asked(vocabulary.plural)["items"]
    assert (item["key"], item["name"], item["language"]) == (str(one.translation_key), "one", "en")
    assert item["names"] == [{"language": "bg", "text": "Едно"}, {"language": "en", "text": "one"}]
    assert asked(item["api_address"].removeprefix("http://testserver/api/v1/")) == item
    assert asked(vocabulary.plural, language="bg")["items"][0]["name"] == "Едно"


@each
def test_what_is_told_is_as_it_is_described(vocabulary: Vocabulary) -> None:
    one = made(vocabulary.model, **({"subject": made(Topic, "subject")} if vocabulary.model is Term else {}))
    shown(one)
    for path in (vocabulary.plural, f"{vocabulary.plural}/{one.translation_key}"):
        answer = next(
            operation.answer
            for operation in OPERATIONS
            if operation.path == path.replace(str(one.translation_key), "{key}")
        )
        told = asked(path)
        assert json.loads(answer.model_validate(told).model_dump_json(exclude={"included"})) == told


@each
def test_without_fallback_no_other_language_is_told_but_which_there_are(vocabulary: Vocabulary) -> None:
    one = made(vocabulary.model)
    shown(one)
    path = f"{vocabulary.plural}/{one.translation_key}"
    assert asked(path, 404, language="nb")["languages"] == ["en"]
    assert asked(vocabulary.plural, language="nb")["items"] == []
    for fallback in ("en", "*", "bg,en"):
        assert asked(path, language="nb", fallback=fallback)["language"] == "en"
        (item,) = asked(vocabulary.plural, language="nb", fallback=fallback)["items"]
        assert (item["language"], item["requested"]) == ("en", "nb")


@each
def test_what_only_a_draft_or_a_restricted_page_names_is_told_nowhere(vocabulary: Vocabulary) -> None:
    if vocabulary.model is Term:
        made(Term, live=False)
    else:
        shown(made(vocabulary.model, "draft"), live=False)
        restricted = shown(made(vocabulary.model, "restricted"), title="Restricted")
        PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    assert asked(vocabulary.plural) == {"count": 0, "next": None, "previous": None, "items": []}
    for one in vocabulary.model._default_manager.all():
        assert asked(f"{vocabulary.plural}/{one.translation_key}", 404)["languages"] == []


@each
def test_a_list_is_cut_ordered_and_narrowed(vocabulary: Vocabulary) -> None:
    for key in ("b", "a", "c"):
        shown(made(vocabulary.model, key), title=key)
    names = [item["name"] for item in asked(vocabulary.plural, limit=2)["items"]]
    assert (names, asked(vocabulary.plural, limit=2)["count"]) == (["a", "b"], 3)
    following = asked(vocabulary.plural, limit=2)["next"].removeprefix("http://testserver/api/v1/")
    assert [item["name"] for item in asked(following)["items"]] == ["c"]
    assert [item["name"] for item in asked(vocabulary.plural, order="-name")["items"]] == ["c", "b", "a"]
    assert [item["name"] for item in asked(vocabulary.plural, slug__in="a,c")["items"]] == ["a", "c"]


@each
def test_a_list_takes_as_many_statements_for_many_as_for_few(vocabulary: Vocabulary) -> None:
    counted = []
    for key in ("a", "b", "c"):
        shown(made(vocabulary.model, key), title=key)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            asked(vocabulary.plural)
        counted.append(len(queries))
    assert counted[0] == counted[1] == counted[2] <= 6


@pytest.mark.parametrize(
    ("model", "told"),
    [
        (Organisation, {"short_name": "KS", "kind": "association", "country": "NO"}),
        (Programme, {"short_name": None, "fund": "ERDF"}),
        (Place, {"kind": "city", "country": "NO", "nuts": None, "latitude": 59.9139, "longitude": 10.7522}),
        (Unit, {"forms": [{"plural": "one", "text": "participant"}, {"plural": "other", "text": "participants"}]}),
        (Term, {"variants": ["council", "commune"], "avoid": ["town hall"], "subject": None}),
    ],
)
def test_each_says_what_is_known_of_it(model: type[Concept], told: dict[str, Any]) -> None:
    one = made(model)
    shown(one)
    plural = next(vocabulary.plural for vocabulary in VOCABULARIES if vocabulary.model is model)
    item = asked(f"{plural}/{one.translation_key}")
    assert {name: item[name] for name in told} == told


def test_a_terms_subject_field_is_a_topic_with_an_address() -> None:
    topic = made(Topic, "waste")
    made(Term, subject=topic)
    (item,) = asked("terms")["items"]
    assert asked(item["subject"]["api_address"].removeprefix("http://testserver/api/v1/"))["slug"] == "waste"


@pytest.mark.parametrize("part", ["ВОД", "вод", "Вод"])
def test_a_part_of_a_name_is_found_in_capitals_and_small_letters_of_every_script(part: str) -> None:
    shown(made(Topic, language="bg", name="Води (и отпадъци)"))
    assert asked("topics", language="bg", name__contains=part)["count"] == 1
    assert asked("topics", language="bg", name__contains="(и")["count"] == 1
    assert asked("topics", language="bg", name__contains=".")["count"] == 0


@pytest.mark.parametrize("key", ["waste", "0", "5b0d6c0e8a4b4f5e9d530c4f6e1f7a10", "%00", "../languages"])
def test_what_is_no_key_is_told(key: str) -> None:
    answer = Client().get(f"/api/v1/topics/{key}")
    assert answer.status_code in (404, 422)
    assert answer["Content-Type"] == "application/problem+json"


# ----------------------------------------------------------------------------------------- figures and events


def test_figures_are_added_up_with_what_they_come_from() -> None:
    unit = made(Unit)
    works = [shown(unit, title=title) for title in ("A", "B")]
    (item,) = asked("figures")["items"]
    assert (item["of"], item["kind"], item["value"], item["works"]) == ("project", "achieved", "10", 2)
    assert item["unit"]["key"] == str(unit.translation_key)
    assert [one["work"]["title"] for one in item["items"]] == ["A", "B"]
    assert item["items"][0]["work"]["permanent_address"] == f"http://testserver/id/{works[0].pk}/"
    assert asked("figures", kind="planned")["items"] == asked("figures", of="training")["items"] == []
    assert asked("figures", language="nb")["items"] == []
    assert asked("figures", language="nb", fallback="*")["count"] == 1


def test_events_are_told_by_day_with_their_work() -> None:
    place = made(Place, "oslo")
    shown(
        title="A",
        events=[
            ProjectEvent(date=date(2026, 3, 1), text="Second"),
            ProjectEvent(date=date(2026, 2, 1), text="First", place=place),
        ],
    )
    first, second = asked("events")["items"]
    assert (first["text"], first["start"], first["end"], first["place"]["name"]) == (
        "First",
        "2026-02-01",
        "2026-02-01",
        "oslo",
    )
    assert (second["place"], second["title"], second["work"]["title"]) == (None, None, "A")
    assert second["address"] == "http://testserver/en/projects/a/#events"
    assert [item["text"] for item in asked("events", order="-start")["items"]] == ["Second", "First"]
    assert [item["text"] for item in asked("events", since="2026-02-15")["items"]] == ["Second"]
    assert [item["text"] for item in asked("events", until="2026-02-15")["items"]] == ["First"]
    assert asked("events", type="session")["items"] == []
    assert [item["text"] for item in asked("events", country="NO")["items"]] == ["First"]
    assert asked("events", country__in="BG,PL")["items"] == []


@pytest.mark.parametrize("day", ["2026", "2026-02-30", "yesterday", ""])
def test_what_is_no_day_is_told(day: str) -> None:
    (fault,) = asked("events", 422, since=day)["errors"]
    assert (fault["parameter"], fault["code"]) == ("since", "wrong_type")
