"""Nonsense in the form of a page: the field is named, the rest is kept, nothing fails."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from projects.models import ProjectPage, TrainingPage
from tests.editing import PUBLISH, add_address, errors, filled_in, rows, signed_in
from tests.factories.home import home
from tests.factories.projects import index

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

JUNK: dict[str, list[str]] = {
    "title": ["", "   ", "x" * 300, "\x00"],
    "slug": ["", "???", "x" * 300],
    "summary": ["x" * 501, "\x00"],
    "code": ["x" * 61],
    "start": ["abc", "2019-02-30", "0000-00-00", "99999-01-01", "31.11.2019", "2019", "\x00", "-1"],
    "end": ["tomorrow"],
    "budget_total": ["abc", "NaN", "Infinity", "1e999", "-3", "1" * 40, "0x1"],
    "own_contribution_percent": ["101", "-1", "50%"],
    "duration_months": ["-5", "32768", "9" * 40, "1.5", "abc"],
    "website": ["javascript:alert(1)", "http://", "x" * 500],
    "currency": ["ZZZ", ""],
    "status": ["nonsense"],
    "programme": ["999999"],
    "successor": ["999999"],
    "reviewed_on": ["soon"],
    "withdrawn_on": ["never"],
    "go_live_at": ["abc", "2030-13-01 25:61"],
}


BLANK: dict[str, str] = {}  # the empty form of a project, read once


def blank(admin: Client, address: str) -> dict[str, str]:
    if not BLANK:
        BLANK.update(filled_in(admin, address, title="New", slug="new", scheme="Second call"))
    return BLANK


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in JUNK.items() for value in values])
def test_a_value_that_is_none_is_told_at_its_field_and_the_others_stay(field: str, value: str) -> None:
    admin = signed_in()
    address = add_address(ProjectPage, index("project", home()))
    response = admin.post(address, blank(admin, address) | {field: value} | PUBLISH)
    assert response.status_code == HTTPStatus.OK
    assert errors(response).keys() == {field}
    assert response.context["form"]["scheme"].value() == "Second call"
    assert not ProjectPage.objects.exists()


ROWS: dict[str, dict[str, str]] = {
    "sessions-0-start": {"title": "First", "start": "2019-02-30"},
    "sessions-0-capacity": {"title": "First", "capacity": "9" * 40},
    "sessions-0-language": {"title": "First", "language": "xx"},
    "sessions-0-title": {"title": "x" * 300},
    "sessions-0-place": {"title": "First", "place": "999999"},
}


@pytest.mark.parametrize(("field", "typed"), ROWS.items(), ids=ROWS)
def test_a_value_that_is_none_is_told_at_its_row(field: str, typed: dict[str, str]) -> None:
    admin = signed_in()
    address = add_address(TrainingPage, index("training", home()))
    sessions = rows({"text": "Kept", **typed}, {"title": "Second"})
    response = admin.post(address, filled_in(admin, address, title="New", slug="new", sessions=sessions))
    assert errors(response).keys() == {field}
    first, second = response.context["form"].formsets["sessions"].forms
    assert (first["text"].value(), second["title"].value()) == ("Kept", "Second")


@pytest.mark.parametrize("count", ["", "abc", "99999"])
def test_a_form_that_arrives_damaged_is_refused_not_misread(count: str) -> None:
    admin: Client = signed_in()
    address = add_address(ProjectPage, index("project", home()))
    sent = blank(admin, address) | {"budget_parts-TOTAL_FORMS": count}
    assert admin.post(address, sent | PUBLISH).status_code == HTTPStatus.OK
    assert not ProjectPage.objects.exists()
