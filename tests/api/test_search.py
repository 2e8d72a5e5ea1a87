"""The search for programs says what the search page says: hits, sections, facets, how the text was read."""

from __future__ import annotations

from html import unescape
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from projects.models import ProjectTopic, Term, Topic
from search.models import BestBet
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index, row
from tests.search.asking import ask, publish

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def found(query: str = "", status: HTTPStatus = HTTPStatus.OK, **asked: Any) -> dict[str, Any]:
    """Return what a search answers."""
    answer = Client().get("/api/v1/search", {"q": query, **asked})
    assert answer.status_code == status, answer.content
    body: dict[str, Any] = answer.json()
    return body


def titles(body: dict[str, Any]) -> list[str]:
    return [item["title"]["text"] for item in body["items"]]


# ------------------------------------------------------------------------------- hits


def test_a_hit_is_told_with_its_best_section_and_where_the_words_stand() -> None:
    fees = [
        ("heading", {"text": "Fees & charges", "anchor": "fees"}),
        ("text", "<p>The municipal fee for <b>waste</b> & water 💧 is due.</p>"),
    ]
    page = publish("", title="Waste", slug="waste", body=fees)
    (hit,) = found("waste fees")["items"]
    assert (hit["key"], hit["language"], hit["address"]) == (str(page.translation_key), "en", f"{SITE}/en/waste/")
    assert hit["permanent_address"] == f"{SITE}/id/{page.pk}/"
    assert hit["api_address"] == f"{SITE}/api/v1/pages/{page.translation_key}?language=en"
    assert Client().get(hit["api_address"]).json()["title"] == page.title
    assert hit["section"]["address"].startswith(f"{SITE}/en/waste/#")
    assert hit["section"]["heading"]["html"] == "<mark>Fees</mark> &amp; charges"
    assert (hit["section"]["is_in_file"], hit["has_enough_words"]) == (False, True)
    for marked in (hit["title"], hit["excerpt"], hit["section"]["heading"]):
        plain = marked["html"].replace("<mark>", "").replace("</mark>", "")
        assert unescape(plain) == marked["text"]
        words = [marked["text"][mark["start"] : mark["end"]] for mark in marked["marks"]]
        assert words == [piece.partition("</mark>")[0] for piece in marked["html"].split("<mark>")[1:]]
    assert "fee" in [hit["excerpt"]["text"][mark["start"] : mark["end"]] for mark in hit["excerpt"]["marks"]]


def test_what_an_editor_wrote_is_escaped() -> None:
    publish("Orchids.", title="<script>alert(1)</script> orchids")
    (hit,) = found("orchids")["items"]
    assert "<script>" not in hit["title"]["html"]
    assert hit["title"]["html"].endswith("<mark>orchids</mark>")


def test_the_hits_are_those_of_the_page_in_its_order() -> None:
    for number in range(7):
        publish("Orchids and roses." if number % 2 else "Orchids.", title=f"Flower {number}")
    publish("Roses.", title="Garden")
    page = ask("orchids roses")
    body = found("orchids roses")
    assert titles(body) == ["".join(part.text for part in one.title) for one in [*page.strict, *page.loose]]
    assert [one["has_enough_words"] for one in body["items"]] == [
        result.has_enough for result in (*page.strict, *page.loose)
    ]
    assert body["count"] == sum(one["has_enough_words"] for one in body["items"])
    assert body["count"] == page.total


def test_parts_of_any_size_follow_one_another() -> None:
    for number in range(7):
        publish("Orchids.", title=f"Flower {number}")
    whole = titles(found("orchids"))
    assert len(whole) == 7
    read: list[str] = []
    body = found("orchids", limit=3)
    for _part in range(3):
        read += titles(body)
        if body["next"]:
            body = Client().get(body["next"].removeprefix(SITE)).json()
    assert read == whole
    assert body["next"] is None
    assert body["previous"] == f"{SITE}/api/v1/search?q=orchids&limit=3&offset=3"


def read_by_cursor(query: str, limit: int, **asked: Any) -> list[str]:
    """Return the titles of a search, read to its end by the cursor of each answer."""
    read: list[str] = []
    body = found(query, limit=limit, **asked)
    while True:
        read += titles(body)
        if body["cursor"] is None:
            return read
        body = found(query, limit=limit, after=body["cursor"], **asked)


@pytest.mark.parametrize("order", ["relevance", "date", "title"])
@pytest.mark.parametrize("limit", [1, 3, 5])
def test_a_search_is_read_whole_and_in_its_order_by_cursor(order: str, limit: int) -> None:
    for number in range(5):
        publish("Orchids and roses." * (number + 1), title=f"Flower {number}")
    for number in range(3):
        publish("Roses.", title=f"Garden {number}")
    strict = [
        item["title"]["text"] for item in found("orchids roses", order=order)["items"] if item["has_enough_words"]
    ]
    assert len(strict) == 5
    assert read_by_cursor("orchids roses", limit, order=order)[:5] == strict
    assert len(read_by_cursor("", 50)) == found()["count"]


def test_what_is_published_meanwhile_neither_repeats_nor_hides_a_hit() -> None:
    for number in range(4):
        publish("Orchids.", title=f"Flower {number}")
    first = found("orchids", limit=2, order="title")
    publish("Orchids.", title="Earlier")
    second = found("orchids", limit=2, order="title", after=first["cursor"])
    assert titles(first) + titles(second) == [f"Flower {number}" for number in range(4)]
    assert titles(found("orchids", limit=2, offset=2, order="title")) == ["Flower 1", "Flower 2"]


def test_where_the_last_hit_is_no_hit_any_more_its_place_counts() -> None:
    pages = [publish("Orchids.", title=f"Flower {number}") for number in range(4)]
    first = found("orchids", limit=2, order="title")
    pages[1].delete()
    assert titles(found("orchids", limit=2, order="title", after=first["cursor"])) == ["Flower 3"]


def test_deeper_than_items_are_passed_over_the_reading_goes_on_by_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.search.DEEPEST", 2)
    for number in range(7):
        publish("Orchids.", title=f"Flower {number}")
    body, read = found("orchids", limit=2), list[str]()
    ways = []
    while True:
        read += titles(body)
        if body["next"] is None:
            break
        ways.append("after" if "after=" in body["next"] else "offset")
        body = Client().get(body["next"].removeprefix(SITE)).json()
    assert read == titles(found("orchids"))
    assert ways == ["offset", "after", "after"]
    assert body["previous"] is None


def test_a_cursor_of_another_search_and_an_offset_beside_it_are_refused() -> None:
    for number in range(3):
        publish("Orchids.", title=f"Flower {number}")
    cursor = found("orchids", limit=1)["cursor"]
    problem = found("roses", HTTPStatus.UNPROCESSABLE_ENTITY, after=cursor, offset=1)
    assert [(fault["parameter"], fault["code"]) for fault in problem["errors"]] == [
        ("after", "damaged_cursor"),
        ("offset", "not_together"),
    ]
    assert titles(found("orchids", limit=2, after=cursor)) == titles(found("orchids"))[1:]


def test_without_a_text_everything_is_listed() -> None:
    for title in ("Beta", "alpha", "Gamma"):
        publish("Words.", title=title)
    body = found(order="title")
    assert [title for title in titles(body) if title in ("alpha", "Beta", "Gamma")] == ["alpha", "Beta", "Gamma"]


def test_what_editors_recommend_stands_on_top_of_the_first_part() -> None:
    page = publish("Roses.", title="Garden")
    publish("Orchids.", title="Flower")
    BestBet.objects.create(words="orchids", page=page)
    body = found("orchids", limit=1)
    assert (titles(body)[0], body["items"][0]["is_recommended"]) == ("Garden", True)
    assert "Garden" not in titles(found("orchids", limit=1, offset=1))


# ------------------------------------------------------------------------------- how the text was read


def test_how_the_text_was_read_is_told() -> None:
    publish("Investors choose municipalities.")
    read = found('investor "choose municipalities" -orchids the')["read"]
    assert (read["phrases"], read["excluded"], read["too_common"]) == (["choose municipalities"], ["orchids"], ["the"])
    (word,) = read["words"]
    assert (word["text"], word["how"]) == ("investor", "typed")
    assert "investors" in word["forms"]
    assert read["second_try"] is None


def test_a_second_try_is_told_and_can_be_taken_back() -> None:
    publish("Foreign investors.")
    body = found("foreign invistors")
    assert body["read"]["second_try"] == {"text": "foreign investors", "how": "near"}
    assert [word["how"] for word in body["read"]["words"]] == ["typed", "near"]
    verbatim = found("foreign invistors", verbatim="true")
    assert verbatim["read"]["second_try"] is None


def test_where_nothing_is_found_near_texts_are_told() -> None:
    publish("Foreign investors.")
    body = found("invistors", verbatim="true")
    assert (body["count"], body["items"]) == (0, [])
    assert {"typed": "invistors", "word": "investors", "text": "investors"} in body["near"]


def test_a_work_of_another_language_is_told_with_the_reason() -> None:
    home("nb").save()
    term = concept(Term, "budget-deficit", "en", name="budget deficit")
    concept(Term, "budget-deficit", "nb", name="budsjettunderskudd", translation_key=term.translation_key)
    page = publish("Et budsjettunderskudd i kommunen.", "nb", title="Om budsjettunderskudd")
    body = found("budget deficit")
    (foreign,) = body["in_other_languages"]
    assert (foreign["item"]["key"], foreign["item"]["language"]) == (str(page.translation_key), "nb")
    (reason,) = foreign["reasons"]
    assert reason == {
        "name": {"text": "budget deficit", "language": "en"},
        "name_there": {"text": "budsjettunderskudd", "language": "nb"},
        "is_name": False,
    }
    assert body["other_languages"] == [{"language": "nb", "count": 1}]
    assert titles(found("budget deficit", results_language="nb")) == ["Om budsjettunderskudd"]


# ------------------------------------------------------------------------------- facets


@pytest.fixture
def topics() -> None:
    for key, name in (("waste", "Waste"), ("water", "Water")):
        topic = concept(Topic, key, name=name)
        ProjectPageFactory(
            parent=index("project", home()), title=f"Orchids and {key}", topics=[row(ProjectTopic, topic=topic)]
        )


def values(body: dict[str, Any], name: str) -> dict[str, tuple[int, bool]]:
    (facet,) = [facet for facet in body["facets"] if facet["name"] == name]
    return {one["value"]: (one["count"], one["is_chosen"]) for one in facet["values"]}


@pytest.mark.usefixtures("topics")
def test_facets_are_counted_and_a_choice_narrows_all_but_its_own() -> None:
    assert values(found("orchids"), "topic") == {"waste": (1, False), "water": (1, False)}
    body = found("orchids", topic="waste")
    assert titles(body) == ["Orchids and waste"]
    assert values(body, "topic") == {"waste": (1, True), "water": (1, False)}
    assert values(body, "type") == {"project": (1, False)}
    assert found("orchids", topic=["waste", "water"])["count"] == 2


@pytest.mark.usefixtures("topics")
def test_labels_are_in_the_language_asked_for_and_say_so() -> None:
    concept(Topic, "waste", "nb", name="Avfall")
    body = found("orchids", language="nb", results_language="en")
    (facet,) = [facet for facet in body["facets"] if facet["name"] == "topic"]
    labels = {one["value"]: one["label"] for one in facet["values"]}
    assert facet["title"] == "Tema"
    assert labels["water"] == {"text": "Water", "language": "en"}


@pytest.mark.usefixtures("topics")
@pytest.mark.parametrize(
    ("asked", "parameter", "nearest"),
    [
        ({"topic": "wast"}, "topic", "waste"),
        ({"topic": "nonsense"}, "topic", None),
        ({"type": "projects"}, "type", "project"),
        ({"status": "\0"}, "status", None),
        ({"project": "x" * 5000}, "project", None),
        ({"year": ""}, "year", None),
        ({"year": "abc"}, "year", None),
        ({"year": "20090"}, "year", None),
        ({"country": "ZZ"}, "country", None),
        ({"country": "no"}, "country", None),
    ],
)
def test_what_is_no_value_of_a_facet_is_a_problem(asked: Any, parameter: str, nearest: str | None) -> None:
    answer = Client().get("/api/v1/search", {"q": "orchids", **asked})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], fault["code"], fault["nearest"]) == (parameter, "unknown_value", nearest)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"q": "x" * 1001}, "out_of_range"),
        ({"offset": "1001"}, "out_of_range"),
        ({"limit": "51"}, "out_of_range"),
        ({"order": "newest"}, "unknown_value"),
        ({"verbatim": "1"}, "unknown_value"),
        ({"topic": [str(number) for number in range(41)]}, "out_of_range"),
    ],
)
def test_what_cannot_be_used_is_a_problem(asked: Any, code: str) -> None:
    (fault,) = found(status=HTTPStatus.UNPROCESSABLE_ENTITY, **asked)["errors"]
    assert fault["code"] == code


@pytest.mark.parametrize(
    "asked", [{"topic": "nonsense"}, {"topic": [str(number) for number in range(41)]}, {"limit": "51"}]
)
def test_what_is_wrong_is_said_in_the_language_of_the_client(asked: Any) -> None:
    said = [
        Client().get("/api/v1/search", {"q": "orchids", **asked, **named}, headers=headers).json()["errors"]
        for named, headers in (({}, {"Accept-Language": "bg"}), ({"language": "bg"}, {}), ({}, {}))
    ]
    assert said[0] == said[1] != said[2]


# ------------------------------------------------------------------------------- publicity, cost


@pytest.mark.parametrize("hide", ["draft", "restricted", "below", "alias"])
def test_nothing_is_told_of_what_is_not_public(hide: str) -> None:
    parent = publish("Nothing.", title="Parent")
    page = publish("Secretword.", title="Secretword", parent=parent)
    if hide == "draft":
        page.unpublish()
    elif hide == "alias":
        Page.objects.filter(pk=page.pk).update(alias_of=parent)
    else:
        PageViewRestriction.objects.create(page=page if hide == "restricted" else parent, restriction_type="login")
    answers = [
        Client().get("/api/v1/search", {"q": "secretword"}),
        Client().get("/api/v1/search", {"q": "secretwrod"}),
        Client().get("/api/v1/suggest", {"q": "secretw"}),
    ]
    for answer in answers:
        assert "secretword" not in answer.content.decode().lower().replace('"secretword"', "")
        assert "Secretword" not in answer.content.decode()


def test_a_search_costs_the_same_however_much_is_found() -> None:
    costs = []
    for number in range(1, 12):
        publish("Orchids.", title=f"Flower {number}")
        if number in (2, 11):
            found("orchids", limit=50)
            with CaptureQueriesContext(connection) as asked:
                assert found("orchids", limit=50)["count"] == number
            costs.append(len(asked))
    assert costs[0] == costs[1] <= 8


# ------------------------------------------------------------------------------- suggestions


def test_suggestions_are_those_of_the_site() -> None:
    publish("Municipality.", title="Municipal waste", slug="waste")
    site = Client().get("/en/search/suggest/", {"q": "munic"}).json()["suggestions"]
    body = Client().get("/api/v1/suggest", {"q": "munic", "language": "en"}).json()
    assert [(one["kind"], one["text"], one["address"]) for one in body["items"]] == [
        (one["kind"], one["text"], f"{SITE}{one['address']}") for one in site
    ]
    assert body["count"] == len(site) > 0


def test_suggestions_are_told_in_the_language_asked_for_whatever_the_browser_prefers() -> None:
    publish("Municipality.", title="Municipal waste", slug="waste")
    told = [
        Client(headers={"accept-language": language}).get("/api/v1/suggest", {"q": "munic"}).content
        for language in ("pl", "bg")
    ]
    assert told[0] == told[1]
    assert b'"Search"' in told[0]


@pytest.mark.parametrize("query", ["", "m", "\0", "x" * 1000, '"', "-", "*", "%", "ę"])
def test_of_some_texts_there_are_no_suggestions(query: str) -> None:
    answer = Client().get("/api/v1/suggest", {"q": query})
    assert (answer.status_code, answer.json()["items"]) == (HTTPStatus.OK, [])
