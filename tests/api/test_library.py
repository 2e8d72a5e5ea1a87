"""The works and pages of the library as programs get them."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction

from api.library.items import ItemType
from api.library.types import TYPES
from api.problems import MOST_FAULTS
from api.references import ITEM_RESOURCES
from api.throttling import forget_own_counts
from cms.models import LibraryDocument, LibraryImage, PageFacet
from projects.models import ProjectDocument, Topic
from tests.factories.complete import EVERY_PAGE, file
from tests.factories.home import home
from tests.factories.projects import HandbookPageFactory, ProjectPageFactory, TrainingPageFactory, index

pytestmark = pytest.mark.django_db
OF_FACTORY = {one.name: "standard page" if one.name == "page" else one.name for one in TYPES}
SITE = settings.SITE_URL
GOLDEN = Path(__file__).parent / "golden"
# What differs from one run to the next: keys, numbers of rows, names of stored files, times.
_FLEETING = re.compile(
    r"[0-9a-f]{8}(-?[0-9a-f]{4}){4}[0-9a-f]{8}|(?<=/documents/)\d+/[^\"]+|(?<=/media/images/)[^\"]+|(?<=/pictures/)\d+"
    r"|(?<=/id/)\d+|(?<=/pdf/)\d+|(?<=\"id\": )\d+|(?<=_at\": \")[^\"]+"
)


def answered(address: str, status: HTTPStatus = HTTPStatus.OK, /, **parameters: Any) -> dict[str, Any]:
    """Return what the API answers."""
    answer = Client().get(f"/api/v1/{address}", parameters)
    assert answer.status_code == status, answer.content
    body: dict[str, Any] = answer.json()
    return body


def of(page: Any) -> str:
    """Return the path of a page's item."""
    return f"{ITEM_RESOURCES[getattr(page, 'facet_type', 'page')]}/{page.translation_key}"


def titles(address: str, **parameters: Any) -> list[str]:
    return [item["title"] for item in answered(address, **parameters)["items"]]


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_every_type_of_item_is_told_whole_as_its_schema_says(one: ItemType) -> None:
    page = EVERY_PAGE[OF_FACTORY[one.name]]()
    item = answered(of(page))
    schema = one.schema
    assert json.loads(schema.model_validate(item).model_dump_json()) == item
    assert set(item) == set(schema.model_fields)
    assert (item["type"], item["title"], item["language"]) == (one.name, page.title, "en")
    assert item["address"] == SITE + page.url_path
    assert [block["type"] for block in item["body"]["blocks"]] == [child.block_type for child in page.body]
    assert item["translations"][0]["api_address"] == item["api_address"]
    (listed,) = [other for other in answered(ITEM_RESOURCES[one.name])["items"] if other["key"] == item["key"]]
    assert listed == item | {"body": None}
    (with_text,) = answered(ITEM_RESOURCES[one.name], format="blocks", title=page.title)["items"]
    assert with_text == item


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_the_item_of_a_complete_page_is_as_it_was_agreed(one: ItemType, request: pytest.FixtureRequest) -> None:
    """`pytest --write-golden` writes the files anew; their difference is what to look at."""
    item = answered(of(EVERY_PAGE[OF_FACTORY[one.name]]()))
    told = _FLEETING.sub("…", json.dumps(item, ensure_ascii=False, indent=1, sort_keys=True)) + "\n"
    golden = GOLDEN / f"{one.name}.json"
    if request.config.getoption("--write-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_a_project_says_what_is_known_and_null_of_what_is_not() -> None:
    page = EVERY_PAGE["project"]()
    item = answered(of(page))
    assert item["budget"] == {
        "total": "1489666.82",
        "currency": "EUR",
        "parts": [{"source": "EU", "amount": "1000000"}],
    }
    assert item["period"] == {"start": "2017-04-20", "end": "2019-03-31", "precision": "day", "months": None}
    assert item["own_contribution_percent"] == "15"
    assert item["programme"] == {"text": "programme", "language": "en", "slug": "programme"}
    assert (item["fund"], item["no_partners"], item["withdrawn_on"]) == ("ERDF", False, None)
    assert item["contacts"][0]["email"] == "pr [@] example.org"
    assert item["contacts"][0]["phone"] is None
    assert [one["withdrew"] for one in item["parties"]] == [False, True]
    bare = ProjectPageFactory(parent=index("project", home()), title="Bare", no_partners=True)
    item = answered(of(bare))
    assert (item["code"], item["budget"], item["programme"], item["no_partners"]) == (None, None, None, True)
    assert item["period"] == dict.fromkeys(["start", "end", "precision", "months"])


@pytest.mark.parametrize(("precision", "start"), [("day", "2009-08-31"), ("month", "2009-08"), ("year", "2009")])
def test_a_date_is_as_exact_as_it_is_known(precision: str, start: str) -> None:
    page = ProjectPageFactory(parent=index("project", home()), start="2009-08-31", precision=precision)
    period = answered(of(page))["period"]
    assert (period["start"], period["end"], period["precision"]) == (start, None, precision)


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_text_comes_in_the_form_that_is_asked_for(form: str) -> None:
    body = answered(of(EVERY_PAGE["chapter"]()), format=form)["body"]
    assert body["format"] == form
    assert "Ways and means" in body[form]
    assert [name for name in ("blocks", "html", "markdown") if body[name] is None] == [
        name for name in ("blocks", "html", "markdown") if name != form
    ]


# -------------------------------------------------------------------------------- languages


@pytest.fixture
def works() -> dict[str, Any]:
    """Three trainings: in three languages, in Bulgarian (where it was written) and Polish, in Polish alone."""
    all_three = TrainingPageFactory(parent=index("training", home()), title="Water")
    TrainingPageFactory(parent=index("training", home("nb")), title="Vann", translation_of=all_three)
    TrainingPageFactory(parent=index("training", home("pl")), title="Woda", translation_of=all_three)
    bulgarian = TrainingPageFactory(parent=index("training", home("bg")), title="Отпадъци")
    TrainingPageFactory(parent=index("training", home("pl")), title="Odpady", translation_of=bulgarian)
    polish = TrainingPageFactory(parent=index("training", home("pl")), title="Drogi")
    return {"water": all_three, "waste": bulgarian, "roads": polish}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"language": "nb"}, ["Vann"]),
        ({"language": "nb", "fallback": "en"}, ["Vann"]),
        ({"language": "nb", "fallback": "pl"}, ["Drogi", "Odpady", "Vann"]),
        ({"language": "nb", "fallback": "bg,pl"}, ["Drogi", "Vann", "Отпадъци"]),
        ({"language": "lv", "fallback": "*"}, ["Drogi", "Water", "Отпадъци"]),
        ({"language": "lv", "fallback": "pl,*"}, ["Drogi", "Odpady", "Woda"]),
        ({"language": "*"}, ["Drogi", "Odpady", "Vann", "Water", "Woda", "Отпадъци"]),
        ({"language": "lv"}, []),
    ],
)
def test_a_list_has_each_item_in_the_first_language_that_is_wanted(
    works: dict[str, Any], query: dict[str, str], expected: list[str]
) -> None:
    told = answered("trainings", order="title", **query)
    assert [item["title"] for item in told["items"]] == expected
    assert told["count"] == len(expected)
    assert {item["requested"] for item in told["items"]} <= {query["language"]}


def test_filters_and_order_apply_to_what_is_served(works: dict[str, Any]) -> None:
    asked = {"language": "nb", "fallback": "pl", "order": "title"}
    assert titles("trainings", title__contains="od", **asked) == ["Odpady"]
    assert titles("trainings", title="Water", **asked) == []
    assert titles("trainings", title="Vann", **asked) == ["Vann"]


def test_an_item_that_is_not_there_in_the_language_names_those_in_which_it_is(works: dict[str, Any]) -> None:
    path = of(works["waste"])
    problem = answered(path, HTTPStatus.NOT_FOUND, language="nb")
    assert problem["languages"] == ["bg", "pl"]
    assert answered(path, HTTPStatus.NOT_FOUND, language="nb", fallback="en")["languages"] == ["bg", "pl"]
    assert answered(path, language="nb", fallback="en,pl")["title"] == "Odpady"
    served = answered(path, language="nb", fallback="*")
    assert (served["title"], served["language"], served["requested"]) == ("Отпадъци", "bg", "nb")
    assert served["original_language"] == "bg"
    assert [one["language"] for one in served["translations"]] == ["bg", "pl"]
    assert served["translations"][0]["origin"] == "original"


def test_all_translations_of_an_item_come_in_one_call(works: dict[str, Any]) -> None:
    asked = {"language": "*", "key": works["water"].translation_key, "format": "markdown"}
    items = answered("trainings", **asked)["items"]
    assert sorted((item["language"], item["title"]) for item in items) == [
        ("en", "Water"), ("nb", "Vann"), ("pl", "Woda"),
    ]  # fmt: skip
    keys = f"{works['water'].translation_key},{works['roads'].translation_key}"
    assert titles("trainings", key__in=keys, language="pl", order="title") == ["Drogi", "Woda"]


def test_a_key_that_there_is_not_is_not_found() -> None:
    assert answered(f"projects/{uuid4()}", HTTPStatus.NOT_FOUND)["languages"] == []
    assert answered("projects/7", HTTPStatus.UNPROCESSABLE_ENTITY)["errors"][0]["parameter"] == "key"


# ------------------------------------------------------------------------------------ lists


def test_facets_narrow_a_list() -> None:
    page = EVERY_PAGE["project"]()
    ProjectPageFactory(parent=index("project", home()), title="Another", start="2021-01-01", budget_total="5")
    for query in ("country=BG", "topic__in=topic,topic", "topic__isnull=false", "year=2018", "start__lt=2020-01-01"):
        assert titles(f"projects?{query}") == [page.title], query
    for query in ("country__not=BG", "topic__isnull=true", "budget_total__lt=10", "start__gte=2020-01-01"):
        assert titles(f"projects?{query}") == ["Another"], query


@pytest.mark.parametrize(
    ("query", "values", "nearest"),
    [
        ("topic=topc", ["topc"], "topic"),
        ("topic__in=topic,none", ["none"], None),
        ("country=ZZ&country=BG", ["ZZ"], None),
        ("country__not=bg", ["bg"], "BG"),
        ("status=completd", ["completd"], "completed"),
        ("year=twelve&country=XX", ["XX", "twelve"], None),
        ("programme=nothing", ["nothing"], None),
    ],
)
def test_what_is_no_value_of_a_facet_is_a_problem_in_lists_and_their_files(
    query: str, values: list[str], nearest: str | None
) -> None:
    EVERY_PAGE["project"]()
    for path in ("projects", "projects.csv", "projects.jsonl"):
        faults = answered(f"{path}?{query}", HTTPStatus.UNPROCESSABLE_ENTITY)["errors"]
        assert [fault["value"] for fault in faults] == values
        assert {fault["code"] for fault in faults} == {"unknown_value"}
        assert {fault["parameter"] for fault in faults} == {one.partition("=")[0] for one in query.split("&")}
        assert faults[0]["nearest"] == nearest


def test_of_many_values_that_are_none_the_first_are_told() -> None:
    problem = answered(f"projects?limit=x&topic__in={','.join(map(str, range(90)))}", HTTPStatus.UNPROCESSABLE_ENTITY)
    assert len(problem["errors"]) == MOST_FAULTS
    assert f"{91 - MOST_FAULTS} more are not listed." in problem["detail"]


def test_a_topic_that_no_work_has_is_a_value_of_its_facet() -> None:
    EVERY_PAGE["project"]()
    Topic.objects.create(locale=Locale.objects.get(language_code="en"), key="waste", name="Waste")
    assert titles("projects", topic="waste") == []


def test_what_only_hidden_pages_have_is_not_offered() -> None:
    page = EVERY_PAGE["project"]()
    PageFacet.objects.create(page=page, name="topic", value="withdrawn")
    assert titles("projects", topic="withdrawn") == [page.title]
    Page.objects.filter(pk=page.pk).update(live=False)
    (fault,) = answered("projects?topic=withdrawm", HTTPStatus.UNPROCESSABLE_ENTITY)["errors"]
    assert fault["nearest"] is None
    assert answered("projects?topic=withdrawn", HTTPStatus.UNPROCESSABLE_ENTITY)["errors"]


def test_what_belongs_to_a_project_or_a_handbook_is_found_by_its_key() -> None:
    project = ProjectPageFactory(parent=index("project", home()), title="The whole")
    TrainingPageFactory(parent=index("training", home()), title="A part", project=project)
    TrainingPageFactory(parent=index("training", home()), title="No part")
    assert titles("trainings", project=project.translation_key) == ["A part"]
    item = answered(of(project))
    assert [one["title"] for one in item["trainings"]] == ["A part"]
    chapter = EVERY_PAGE["chapter"]()
    handbook = chapter.get_parent().specific
    HandbookPageFactory(parent=index("handbook", home()), title="Empty")
    assert titles("chapters", handbook=handbook.translation_key) == [chapter.title]
    assert [one["title"] for one in answered(of(handbook))["chapters"]] == [chapter.title]
    above = answered(of(chapter))["handbook"]
    assert (above["key"], above["title"]) == (str(handbook.translation_key), handbook.title)
    Page.objects.filter(pk=handbook.pk).update(live=False)
    assert answered(of(chapter))["handbook"] is None


def test_a_list_is_read_part_by_part() -> None:
    for number in range(5):
        ProjectPageFactory(parent=index("project", home()), title=f"Project {number}")
    first = answered("projects", order="-title", limit=2)
    assert (first["count"], first["previous"]) == (5, None)
    address, read = first["next"], [item["title"] for item in first["items"]]
    while address:
        part = Client().get(address.removeprefix(SITE)).json()
        read += [item["title"] for item in part["items"]]
        address = part["next"]
    assert read == [f"Project {number}" for number in reversed(range(5))]


@pytest.mark.parametrize("hidden", ["draft", "expired", "restricted", "below restricted", "alias"])
def test_what_readers_cannot_see_is_in_no_answer(hidden: str) -> None:
    chapter = EVERY_PAGE["chapter"]()
    if hidden == "draft":
        Page.objects.filter(pk=chapter.pk).update(live=False)
    elif hidden == "expired":
        Page.objects.filter(pk=chapter.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    elif hidden == "alias":
        Page.objects.filter(pk=chapter.pk).update(alias_of=home().pk)
    else:
        restricted = chapter if hidden == "restricted" else chapter.get_parent()
        PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    assert titles("chapters", language="*") == []
    assert answered("chapters")["count"] == 0
    assert answered(of(chapter), HTTPStatus.NOT_FOUND, fallback="*")["languages"] == []


def statements(address: str) -> list[str]:
    answered(address)
    forget_own_counts()  # requests are counted together: one of twenty takes a statement more
    with CaptureQueriesContext(connection) as captured:
        answered(address)
    return [query["sql"] for query in captured.captured_queries]


def test_a_file_that_only_some_readers_may_have_is_in_no_item() -> None:
    hidden = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=hidden, restriction_type="login")
    documents = [file() for _number in range(2)]
    page = ProjectPageFactory(
        parent=index("project", home()),
        documents=[ProjectDocument(document=one, title=f"Report {one.pk}") for one in documents],
    )
    LibraryDocument.objects.filter(pk=documents[0].pk).update(collection=hidden)
    assert [one["title"] for one in answered(of(page))["documents"]] == [f"Report {documents[1].pk}"]
    translation = file()
    LibraryDocument.objects.filter(pk=translation.pk).update(edition_of=documents[0].pk, language="bg")
    first, _second = answered(of(page))["documents"]
    assert [one["language"] for one in first["editions"]] == ["bg"]


def test_a_training_s_own_picture_is_told_with_its_sizes_unless_it_is_hidden() -> None:
    page = EVERY_PAGE["training"]()
    told = answered(of(page))["image"]
    assert (told["id"], told["alt"], told["credit"]) == (page.image_id, "A square", "Somebody")
    names = {one["name"]: one["address"] for one in told["renditions"]}
    assert names["whole-480"].startswith(f"{SITE}/pictures/{page.image_id}/whole-480.")
    assert answered("trainings", title=page.title)["items"][0]["image"] == told
    hidden = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=hidden, restriction_type="login")
    LibraryImage.objects.filter(pk=page.image_id).update(collection=hidden)
    assert answered(of(page))["image"] is None
    assert answered("trainings", title=page.title)["items"][0]["image"] is None
    assert answered(of(ProjectPageFactory(parent=index("project", home()), title="P"))).get("image") is None


@pytest.mark.parametrize("form", ["blocks", "html", "markdown"])
def test_no_e_mail_address_is_easier_to_harvest_than_on_the_page(form: str) -> None:
    page = EVERY_PAGE["project"]()
    page.body.extend(
        [
            ("text", '<p>Write to <a href="mailto:desk@example.org?subject=a">us</a> or other@example.org.</p>'),
            ("quote", {"text": "I am quoted@example.org.", "source": ""}),
            ("note", {"kind": "plain", "title": "Note", "text": "Or noted@example.org."}),
            ("action", {"label": "Write", "page": None, "url": "mailto:call@example.org"}),
        ]
    )
    page.save()
    answer = Client().get(f"/api/v1/{of(page)}", {"format": form}).content.decode()
    assert "@example.org" not in answer
    assert "mailto:" not in answer
    (contact,) = json.loads(answer)["contacts"]
    assert contact["email"] == "pr [@] example.org"
    leading = Client().get(contact["write_to"].removeprefix(SITE))
    assert (leading.status_code, leading["Location"]) == (HTTPStatus.FOUND, "mailto:pr@example.org")
    if form != "html":
        assert "other [@] example.org" in answer.replace("\\", "")


# ------------------------------------------------------------------------------------ fields


@pytest.mark.parametrize(
    ("query", "there", "missing"),
    [
        ("fields=title,address", {"title", "address", "type", "key", "language"}, {"body", "summary"}),
        ("omit=body,translations", {"title", "summary"}, {"body", "translations"}),
        ("fields=title,body&omit=body", {"title"}, {"body", "summary"}),
        ("fields=body", {"body"}, {"title"}),
    ],
)
def test_a_client_takes_the_fields_that_it_wants(query: str, there: set[str], missing: set[str]) -> None:
    page = EVERY_PAGE["bulletin"]()
    (listed,) = answered(f"bulletins?{query}")["items"]
    for item in (listed, answered(f"{of(page)}?{query}")):
        assert there <= set(item)
        assert not missing & set(item)
        assert item.get("body", "not asked for") is not None


def test_a_field_that_there_is_not_is_named_with_the_nearest() -> None:
    (fault,) = answered("projects", HTTPStatus.UNPROCESSABLE_ENTITY, fields="titel")["errors"]
    assert (fault["parameter"], fault["value"], fault["nearest"]) == ("fields", "titel", "title")


def test_a_text_that_is_not_wanted_is_not_read() -> None:
    EVERY_PAGE["chapter"]()
    assert len(statements("chapters?omit=body&format=html")) < len(statements("chapters?format=html"))
