"""Dates and numbers in the administration's forms: typed as each language writes them, said back, never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from cms.typed.fields import DateField, DecimalField, IntegerField, MomentField, NumberInput
from home.models import StandardPage
from projects.models import BulletinPage, HandbookPage, Place, ProjectPage, TrainingPage
from tests.editing import add_address, edit_address, errors, filled_in, rows, shown, signed_in
from tests.factories.home import home
from tests.factories.projects import index

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def polish() -> Client:
    return signed_in(language="pl")


def project_address() -> str:
    return add_address(ProjectPage, index("project", home()))


def sent_project(browser: Client, **typed: Any) -> Any:
    """Save a new project as a draft with what was typed, and return the answer."""
    address = project_address()
    return browser.post(address, filled_in(browser, address, title="Nowy", slug="nowy", **typed))


def said_at(response: Any, name: str) -> str:
    """Return what a form says next to a field."""
    html = response.content.decode()
    field = html.index(f'name="{name}"')  # that of a dialog is in a script, which no parser looks into
    words = re.compile(r"data-said-words[^>]*>([^<]*)<").search(html, field)
    assert words is not None
    return words[1].strip()


def test_a_project_is_typed_as_poles_write_and_shown_back(polish: Client) -> None:
    answer = sent_project(
        polish,
        start="30.06.2026",
        end="31 grudnia 2028 r.",
        budget_total="1 250 000,00",
        own_contribution_percent="33,33",
        budget_parts=rows({"source": "UE", "amount": "1\xa0062\xa0500,5"}),
        reviewed_on="wtorek, 30 czerwca 2026",
    )
    assert answer.status_code == HTTPStatus.FOUND
    page = ProjectPage.objects.get().get_latest_revision_as_object()
    assert (page.start, page.end, page.reviewed_on) == (date(2026, 6, 30), date(2028, 12, 31), date(2026, 6, 30))
    assert (page.budget_total, page.own_contribution_percent) == (Decimal(1250000), Decimal("33.33"))
    assert page.budget_parts.get().amount == Decimal("1062500.50")
    form = polish.get(edit_address(page))
    values = shown(form)
    assert (values["start"], values["budget_total"], values["own_contribution_percent"]) == (
        "2026-06-30", "1\xa0250\xa0000", "33,33",
    )  # fmt: skip
    assert said_at(form, "start") == "wtorek, 30 czerwca 2026"


@pytest.mark.parametrize("language", ["bg", "en", "lv", "nb", "pl", "ro"])
@pytest.mark.parametrize(
    "value", ["0", "7", "999", "1250", "10000", "1250000", "0.5", "1.25", "52.2297", "15.125", "-5.5"]
)
@pytest.mark.parametrize("places", [2, 4])
def test_a_number_that_a_form_shows_is_read_again_as_the_same(language: str, value: str, places: int) -> None:
    with override(language):
        if -Decimal(value).as_tuple().exponent > places:  # type: ignore[operator]  # no NaN is here
            return
        shown_as = NumberInput(places=places).format_value(Decimal(value))
        assert DecimalField(max_digits=14, decimal_places=places).clean(shown_as) == Decimal(value)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("start", "2030-13-45"), ("end", "30.06.26"), ("reviewed_on", "jutro"), ("withdrawn_on", "czerwiec 2026")],
)
def test_a_date_that_is_none_is_refused_and_stays_as_it_was_typed(polish: Client, field: str, typed: str) -> None:
    answer = sent_project(polish, **{field: typed})
    assert errors(answer).keys() == {field}
    assert typed in errors(answer)[field]
    assert shown(answer)[field] == typed
    assert not ProjectPage.objects.exists()


@pytest.mark.parametrize(
    ("typed", "precision", "day"),
    [
        ("czerwiec 2026", "month", date(2026, 6, 1)),
        ("06.2026", "month", date(2026, 6, 1)),
        ("2026", "year", date(2026, 1, 1)),
        ("2026", "month", None),
        ("czerwiec 2026", "year", None),
        ("czerwiec 2026", "day", None),
    ],
)
def test_a_month_or_a_year_is_taken_where_the_dates_are_said_to_be_known_so_far(
    polish: Client, typed: str, precision: str, day: date | None
) -> None:
    answer = sent_project(polish, start=typed, precision=precision)
    if day is None:
        assert errors(answer).keys() == {"start"}
    else:
        assert ProjectPage.objects.get().get_latest_revision_as_object().start == day


def test_hours_of_publication_are_typed_as_people_write_them(polish: Client) -> None:
    sent_project(polish, go_live_at="30 czerwca 2040, godz. 14:30", expire_at="31.12.2040 23.59")
    page = ProjectPage.objects.get().get_latest_revision_as_object()
    # The site's zone is Sofia's.
    assert page.go_live_at == datetime(2040, 6, 30, 11, 30, tzinfo=UTC)
    assert page.expire_at == datetime(2040, 12, 31, 21, 59, tzinfo=UTC)
    assert said_at(polish.get(edit_address(page)), "go_live_at") == "sobota, 30 czerwca 2040, 14:30"


def test_a_day_of_publication_without_its_hour_is_refused(polish: Client) -> None:
    assert errors(sent_project(polish, go_live_at="30.06.2040")).keys() == {"go_live_at"}


@pytest.mark.parametrize(
    ("field", "typed", "part"),
    [
        ("budget_total", "1.250", "1,25"),
        ("budget_total", "1 250 000 zł", "1 250 000"),
        ("budget_total", "1,255", "1255"),
        ("duration_months", "24,5", ""),
        ("duration_months", "1.024", "1024"),
    ],
)
def test_a_number_that_could_be_two_or_is_none_is_refused(polish: Client, field: str, typed: str, part: str) -> None:
    found = errors(sent_project(polish, **{field: typed}))
    assert found.keys() == {field}
    assert part in found[field].replace("\xa0", " ")


def forms_of(model: type[Any]) -> Iterator[tuple[str, type[forms.BaseForm]]]:
    """Yield the form of a model in the administration, and those of its rows."""
    handler = model.get_edit_handler() if issubclass(model, Page) else model.snippet_viewset.get_edit_handler()
    form_class = handler.get_form_class()
    yield model.__name__, form_class
    for name, formset in form_class.formsets.items():
        yield f"{model.__name__}.{name}", formset.form


MODELS: list[type[Any]] = [StandardPage, ProjectPage, TrainingPage, HandbookPage, BulletinPage, Place]


@pytest.mark.parametrize("model", MODELS)
def test_every_date_and_number_that_editors_type_is_read_by_one_rule(model: type[Any]) -> None:
    ours = (DateField, MomentField, DecimalField, IntegerField)
    kinds = (forms.DateField, forms.DateTimeField, forms.IntegerField)
    found = {
        f"{form}.{name}": field
        for form, form_class in forms_of(model)
        for name, field in form_class.base_fields.items()
        if isinstance(field, kinds) and "comments" not in form
    }
    expected = {"latitude", "longitude"} if model is Place else {"go_live_at", "expire_at", "reviewed_on"}
    assert expected <= {name.rpartition(".")[2] for name in found}
    assert not [name for name, field in found.items() if not isinstance(field, ours)]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"kind": "date", "typed": "30.06.2026"}, {"words": "wtorek, 30 czerwca 2026"}),
        ({"kind": "moment", "typed": "30.06.2026 14:30"}, {"words": "wtorek, 30 czerwca 2026, 14:30"}),
        ({"kind": "number", "typed": "1.250.000,00", "places": "2"}, {"words": "1\xa0250\xa0000"}),
        ({"kind": "country", "typed": "Bulgaria"}, {"words": "BG – Bułgaria"}),
    ],
)
def test_the_form_asks_how_what_is_typed_will_be_read(
    polish: Client, asked: dict[str, str], answer: dict[str, str]
) -> None:
    assert polish.get(reverse("said"), asked).json() == answer


def test_what_will_not_be_read_is_told_while_it_is_typed(polish: Client) -> None:
    assert "2030-13-45" in polish.get(reverse("said"), {"kind": "date", "typed": "2030-13-45"}).json()["fault"]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"kind": "x", "typed": "1"},
        {"kind": "number", "typed": "1", "places": "x"},
        {"kind": "date", "typed": "x" * 201},
    ],
)
def test_a_question_that_no_form_asks_is_refused(polish: Client, asked: dict[str, str]) -> None:
    assert polish.get(reverse("said"), asked).status_code == HTTPStatus.BAD_REQUEST


def test_only_staff_is_answered() -> None:
    assert Client().get(reverse("said"), {"kind": "date", "typed": "2026-06-30"}).status_code == HTTPStatus.FOUND
