"""Parameters, filters and the languages of an item, as any resource declares them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from wagtail.models import Page

import api.urls  # noqa: F401  declares the operations
from api.filters import CODE, DAY, DECIMAL, IN, KEY, MOST_VALUES, NOT, TEXT, WHOLE, Filter, narrowed, parameters_of
from api.language_choice import FALLBACK, LANGUAGE, LANGUAGE_OR_ANY, LanguageChoice
from api.lists import LIMIT, OFFSET, ends
from api.operations import OPERATIONS, Operation
from api.parameters import read_all
from cms.languages import LANGUAGE_CODES
from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.any_database

KEY_TEXT = "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10"
FILTERS = (
    Filter("title", "Title.", "title", TEXT),
    Filter("slug", "Last part of the address.", "slug", CODE),
    Filter("depth", "Depth in the tree.", "depth", WHOLE),
    Filter("budget", "Budget.", "budget", DECIMAL),
    Filter("start", "First day.", "start", DAY),
    Filter("project", "Project.", "project", KEY),
    Filter("status", "Status.", "status", CODE, values=("running", "finished"), operators=("", IN, NOT)),
)


def read(query: str) -> Any:
    return read_all(parameters_of(FILTERS), QueryDict(query))


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("depth=3", "depth", (3,)),
        ("depth=3&depth=4", "depth", (3, 4)),
        ("depth__in=3,4&depth__in=5", "depth__in", ((3, 4), (5,))),
        ("depth__gte=-3", "depth__gte", -3),
        ("budget__lt=1250000.5", "budget__lt", Decimal("1250000.5")),
        ("start__gte=2017-04-20", "start__gte", date(2017, 4, 20)),
        (f"project={KEY_TEXT.upper()}", "project", (UUID(KEY_TEXT),)),
        ("status__not=running", "status__not", ("running",)),
        ("start__isnull=true", "start__isnull", True),
        ("title__contains=%D0%B2%D0%BE%D0%B4%D0%B0", "title__contains", ("вода",)),
    ],
)
def test_a_value_is_read_as_its_type_has_it(query: str, name: str, value: Any) -> None:
    reading = read(query)
    assert not reading.faults
    assert reading.values[name] == value


@pytest.mark.parametrize(
    ("query", "parameter", "code", "nearest"),
    [
        ("depth=three", "depth", "wrong_type", None),
        ("depth=1e3", "depth", "wrong_type", None),
        (f"depth={'9' * 100}", "depth", "wrong_type", None),
        ("budget=12,5", "budget", "wrong_type", None),
        ("budget=NaN", "budget", "wrong_type", None),
        ("start=2017-02-30", "start", "wrong_type", None),
        ("start=2017", "start", "wrong_type", None),
        ("start__in=2017-01-01,x", "start__in", "wrong_type", None),
        ("project=5b0d6c0e", "project", "wrong_type", None),
        ("title=%00", "title", "wrong_type", None),
        ("title=", "title", "wrong_type", None),
        ("status=runing", "status", "unknown_value", "running"),
        ("status__gte=running", "status__gte", "unknown_operator", None),
        ("start__gt3=2017-01-01", "start__gt3", "unknown_operator", "start__gt"),
        ("start__isnull=yes", "start__isnull", "unknown_value", None),
        ("start__gte=2017-01-01&start__gte=2018-01-01", "start__gte", "repeated", None),
        ("strat__gte=2017-01-01", "strat__gte", "unknown_parameter", "start__gte"),
        (f"depth__in={'1,' * MOST_VALUES}1", "depth__in", "out_of_range", None),
    ],
)
def test_what_is_no_value_of_a_filter_is_named(query: str, parameter: str, code: str, nearest: str | None) -> None:
    (fault,) = read(query).faults
    assert (fault.parameter, fault.code) == (parameter, code)
    if nearest or code == "unknown_value":
        assert fault.nearest == nearest
    assert fault.detail


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("title=Water", ["Water"]),
        ("title=Water&title=Waste", ["Waste", "Water"]),
        ("title__in=Water,Waste", ["Waste", "Water"]),
        ("title__contains=WA", ["Waste", "Water"]),
        ("title__contains=wat&title__contains=wor", ["Water", "Works"]),
        ("title__not=Water", ["Waste", "Works"]),
        ("title__not=Water&title__not=Works", ["Waste"]),
        ("title__contains=a&title__not=Water", ["Waste"]),
        ("depth__gt=3", []),
        ("depth__lte=3&title__in=Works", ["Works"]),
        ("title__isnull=true", []),
        ("title__isnull=false", ["Waste", "Water", "Works"]),
    ],
)
@pytest.mark.django_db
def test_a_list_is_narrowed_by_all_filters_and_any_of_their_values(query: str, titles: list[str]) -> None:
    front = home("en")
    for title in ("Water", "Waste", "Works"):
        StandardPageFactory(parent=front, title=title)
    pages = narrowed(Page.objects.child_of(front), FILTERS, read(query).values)
    assert sorted(pages.values_list("title", flat=True)) == titles


@pytest.mark.parametrize(
    ("query", "languages", "is_open"),
    [
        ("", ("en",), False),
        ("language=nb", ("nb",), False),
        ("language=nb&fallback=", ("nb",), False),
        ("language=nb&fallback=en,bg", ("nb", "en", "bg"), False),
        ("language=nb&fallback=nb,en,en", ("nb", "en"), False),
        ("language=nb&fallback=*", ("nb",), True),
        ("language=nb&fallback=pl,*,en", ("nb", "pl"), True),
    ],
)
def test_the_languages_of_an_item_come_in_the_order_asked_for(
    query: str, languages: tuple[str, ...], is_open: bool
) -> None:
    reading = read_all((LANGUAGE, FALLBACK), QueryDict(query))
    assert not reading.faults
    choice = LanguageChoice.of(reading.values)
    assert (choice.languages, choice.is_open, choice.is_every) == (languages, is_open, False)


def test_all_languages_can_be_asked_for_at_once() -> None:
    choice = LanguageChoice.of(read_all((LANGUAGE_OR_ANY, FALLBACK), QueryDict("language=*")).values)
    assert choice.is_every
    assert set(choice.languages) == set(LANGUAGE_CODES)


@pytest.mark.parametrize("fallback", ["xx", "en,", ",", "en;bg", "EN"])
def test_what_is_no_language_is_no_fallback(fallback: str) -> None:
    (fault,) = read_all((FALLBACK,), QueryDict(f"fallback={fallback}")).faults
    assert fault.code == "unknown_value"


@pytest.mark.parametrize(
    ("query", "count", "next_query", "previous_query"),
    [
        ("", 20, None, None),
        ("", 21, "offset=20", None),
        ("limit=5&title=a%26b", 11, "limit=5&title=a%26b&offset=5", None),
        ("limit=5&offset=5", 11, "limit=5&offset=10", "limit=5"),
        ("limit=5&offset=3", 11, "limit=5&offset=8", "limit=5"),
        ("limit=5&offset=10", 11, None, "limit=5&offset=5"),
        ("offset=500", 11, None, "offset=480"),
    ],
)
def test_a_part_of_a_list_leads_to_those_beside_it(
    query: str, count: int, next_query: str | None, previous_query: str | None
) -> None:
    request = RequestFactory().get(f"/api/v1/projects?{query}")
    asked = read_all((LIMIT, OFFSET), QueryDict("&".join(p for p in query.split("&") if "title" not in p))).values
    address = "http://testserver/api/v1/projects"
    beside = ends(request, asked, count)
    assert beside["count"] == count
    assert beside["next"] == (next_query and f"{address}?{next_query}")
    assert beside["previous"] == (f"{address}?{previous_query}" if previous_query else None)


def test_each_operator_is_described_with_an_example_that_it_takes() -> None:
    for parameter in parameters_of(FILTERS):
        told = parameter.as_openapi()
        example = told["example"]
        sent = QueryDict(mutable=True)
        sent.setlist(parameter.name, [str(one) for one in (example if isinstance(example, list) else [example])])
        assert not read_all((parameter,), sent).faults


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_nothing_stands_for_what_an_address_or_a_client_always_gives(operation: Operation) -> None:
    always = [one for one in operation.parameters if one.is_in_path or one.is_required]
    assert [one.name for one in always if one.default is not None] == []
