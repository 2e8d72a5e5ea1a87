"""The rules of pages and vocabularies: told at the field at fault, in the editor's words, with nothing lost."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.typed.isbn import isbn_fault
from projects.models import (
    HandbookPage,
    Organisation,
    Place,
    ProjectBudgetPart,
    ProjectPage,
    Topic,
    TrainingPage,
    TrainingSession,
    Unit,
)
from tests.editing import PUBLISH, add_address, edit_address, errors, filled_in, rows, shown, shown_errors, signed_in
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, TrainingPageFactory, concept, index

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def admin() -> Client:
    return signed_in()


BROKEN: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "end before start": (
        "project",
        {"start": "2019-05-01", "end": "2019-04-30"},
        "end",
        "The end, 30\u00a0April 2019, lies before the start, 1\u00a0May 2019.",
    ),
    "parts above the total": (
        "project",
        {
            "budget_total": "100",
            "budget_parts": rows({"source": "EU", "amount": "85"}, {"source": "State", "amount": "20"}),
        },
        "budget_total",
        "The parts of the budget add up to €105.00, more than the total, €100.00.",
    ),
    "parts of nothing": (
        "project",
        {"budget_parts": rows({"source": "EU", "amount": "85"})},
        "budget_total",
        "Enter the total of which you list the parts.",
    ),
    "withdrawn without a reason": (
        "project",
        {"withdrawn_on": "2024-02-29"},
        "withdrawal_reason",
        "Say why the page was withdrawn on 29\u00a0February 2024.",
    ),
    "a reason without a date": (
        "project",
        {"withdrawal_reason": "Superseded"},
        "withdrawn_on",
        "Enter the date of the withdrawal, or delete its reason.",
    ),
    "a session that ends before it starts": (
        "training",
        {"sessions": rows({"title": "First"}, {"title": "Second", "start": "2019-05-02", "end": "2019-05-01"})},
        "sessions-1-end",
        "The session “Second” ends before it starts.",
    ),
    "a session before the training": (
        "training",
        {"start": "2019-05-02", "sessions": rows({"title": "Early", "start": "2019-05-01"})},
        "sessions-0-start",
        "The session “Early” begins before the training does.",
    ),
    "a session after the training": (
        "training",
        {"end": "2019-05-02", "sessions": rows({"title": "Late", "start": "2019-05-02", "end": "2019-05-03"})},
        "sessions-0-end",
        "The session “Late” ends after the training does.",
    ),
}


def model_and_parent(facet_type: str) -> tuple[type[Page], Page]:
    return {"project": ProjectPage, "training": TrainingPage}[facet_type], index(facet_type, home())


@pytest.mark.parametrize("action", [{}, PUBLISH], ids=["save", "publish"])
@pytest.mark.parametrize(("facet_type", "typed", "field", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_told_at_the_field_and_nothing_typed_is_lost(  # noqa: PLR0917  a column a parameter
    admin: Client, action: dict[str, str], facet_type: str, typed: dict[str, Any], field: str, message: str
) -> None:
    address = add_address(*model_and_parent(facet_type))
    sent = filled_in(admin, address, title="New", slug="new", **typed)
    response = admin.post(address, sent | action)
    assert response.status_code == HTTPStatus.OK
    assert errors(response) == {field: message}
    assert message in shown_errors(response)
    again = shown(response)
    assert {name: again.get(name) for name in typed_values(sent)} == typed_values(sent)


def typed_values(sent: dict[str, str]) -> dict[str, str]:
    """Return what a form sent, without what the page keeps for itself: the places of rows, the blocks of bodies."""
    return {
        name: value for name, value in sent.items() if value and not name.endswith("-ORDER") and "body-" not in name
    }


def test_a_partner_beside_no_partners_is_told(admin: Client) -> None:
    organisation = concept(Organisation, "partner")
    address = add_address(*model_and_parent("project"))
    parties = rows({"role": "partner", "organisation": organisation.pk})
    response = admin.post(
        address, filled_in(admin, address, title="New", slug="new", no_partners="on", parties=parties)
    )
    assert errors(response) == {
        "no_partners": "You say that there are no partners, and list one. Correct one of the two."
    }


def test_rows_are_judged_as_they_are_sent_not_as_they_were(admin: Client) -> None:
    page = ProjectPageFactory(
        parent=index("project", home()), budget_total=100, budget_parts=[ProjectBudgetPart(source="EU", amount=90)]
    )
    address = edit_address(page)
    sent = filled_in(admin, address, budget_total="60") | {"budget_parts-0-amount": "50"}
    assert admin.post(address, sent | PUBLISH).status_code == HTTPStatus.FOUND
    saved = ProjectPage.objects.get(pk=page.pk)
    assert (saved.budget_total, [part.amount for part in saved.budget_parts.all()]) == (60, [50])


def test_a_row_that_is_deleted_breaks_no_rule(admin: Client) -> None:
    page = ProjectPageFactory(
        parent=index("project", home()), budget_total=100, budget_parts=[ProjectBudgetPart(source="EU", amount=90)]
    )
    address = edit_address(page)
    sent = filled_in(admin, address, budget_total="60") | {"budget_parts-0-DELETE": "on"}
    assert admin.post(address, sent | PUBLISH).status_code == HTTPStatus.FOUND
    assert not ProjectPage.objects.get(pk=page.pk).budget_parts.exists()


def test_a_row_with_a_fault_of_its_own_keeps_it_beside_a_broken_rule(admin: Client) -> None:
    address = add_address(*model_and_parent("training"))
    sessions = rows(
        {"title": "First", "start": "2019-02-30"}, {"title": "Second", "start": "2019-05-02", "end": "2019-05-01"}
    )
    response = admin.post(address, filled_in(admin, address, title="New", slug="new", sessions=sessions))
    assert errors(response) == {
        "sessions-0-start": "“2019-02-30” cannot be read as a date. "
        "Write day, month and year, for example 30/06/2026 or 2026-06-30.",
        "sessions-1-end": "The session “Second” ends before it starts.",
    }


def test_rows_keep_their_new_order_beside_an_error(admin: Client) -> None:
    address = add_address(*model_and_parent("training"))
    sessions = rows({"title": "First", "start": "2019-02-30"}, {"title": "Second"})
    sent = filled_in(admin, address, title="New", slug="new", sessions=sessions)
    html = admin.post(address, sent | {"sessions-0-ORDER": "2", "sessions-1-ORDER": "1"}).content.decode()
    assert html.index('value="Second"') < html.index('value="First"')


def test_a_place_of_thousands_of_digits_is_none(admin: Client) -> None:
    address = add_address(*model_and_parent("training"))
    sent = filled_in(admin, address, title="New", slug="new", sessions=rows({"title": "First", "start": "2019-05-02"}))
    assert admin.post(address, sent | {"sessions-0-ORDER": "9" * 5000}).status_code == HTTPStatus.OK


def test_a_program_is_told_by_the_name_of_the_rows() -> None:
    with pytest.raises(ValidationError) as refused:
        TrainingPageFactory(
            parent=index("training", home()),
            sessions=[TrainingSession(title="Backwards", start="2019-05-02", end="2019-05-01")],
        )
    assert refused.value.message_dict == {"sessions": ["The session “Backwards” ends before it starts."]}


VOCABULARY: dict[str, tuple[type, dict[str, str], str, str]] = {
    "no NUTS code": (
        Place,
        {"country": "BG", "latitude": "42", "longitude": "24", "nuts": "b311"},
        "nuts",
        "A NUTS code is a country and up to three signs, for example BG311.",
    ),
    "a NUTS code of another country": (
        Place,
        {"country": "PL", "latitude": "52", "longitude": "21", "nuts": "BG311"},
        "nuts",
        "BG311 is no code of Poland. Correct the code or the country.",
    ),
    "coordinates that were exchanged": (
        Place,
        {"country": "Polska", "latitude": "21.0122", "longitude": "52.2297"},
        "latitude",
        "Latitude and longitude seem to be exchanged: in Poland it would be latitude 52.2297, longitude 21.0122.",
    ),
    "no country": (
        Organisation,
        {"country": "Bulgarya"},
        "country",
        "“Bulgarya” is no country. Did you mean one of these: Bulgaria (BG)?",
    ),
    "letters of no country": (
        Organisation,
        {"country": "XX"},
        "country",
        "“XX” is no country. Enter its name or its two letters, for example Bulgaria, BG.",
    ),
    "a place off the globe": (
        Place,
        {"country": "BG", "latitude": "95", "longitude": "24"},
        "latitude",
        "Ensure this value is less than or equal to 90.",
    ),
    "too few plural forms": (
        Unit,
        {"forms": "person"},
        "forms",
        "Write one form a line, as this language has it after these numbers: 1; 2",
    ),
    "an empty plural form": (
        Unit,
        {"forms": "person\n\n"},
        "forms",
        "Write one form a line, as this language has it after these numbers: 1; 2",
    ),
}


@pytest.mark.parametrize(("model", "typed", "field", "message"), VOCABULARY.values(), ids=VOCABULARY)
def test_a_faulty_entry_of_a_vocabulary_is_told_at_the_field(
    admin: Client, model: Any, typed: dict[str, str], field: str, message: str
) -> None:
    address = reverse(model.snippet_viewset.get_url_name("add"))
    sent = {"name": "Something", **typed}
    response = admin.post(address, filled_in(admin, address, form="w-editor-form", **sent) | PUBLISH)
    assert errors(response) == {field: message}
    assert message in " ".join(shown_errors(response))
    again = shown(response, "w-editor-form")
    assert {name: again[name].replace("\r", "") for name in sent} == sent


@pytest.mark.parametrize(
    ("language", "numbers"),
    [("bg", "1; 2"), ("lv", "10; 1; 2"), ("nb", "1; 2"), ("pl", "1; 2; 5; 0.5"), ("ro", "1; 2; 20")],
)
def test_a_unit_asks_for_the_plural_forms_of_its_own_language(admin: Client, language: str, numbers: str) -> None:
    address = f"{reverse(Unit.snippet_viewset.get_url_name('add'))}?locale={language}"
    response = admin.post(address, filled_in(admin, address, form="w-editor-form", name="x", forms="x"))
    assert errors(response)["forms"].endswith(f": {numbers}")


@pytest.mark.parametrize(
    ("typed", "country"),
    [("BG", "BG"), ("bg", "BG"), ("Polska", "PL"), ("България", "BG"), ("norge", "NO"), ("Latvija", "LV"),
     ("România", "RO"), ("Romania", "RO"), ("el", "GR"), ("UK", "GB"), (" Czechy ", "CZ"), ("", "")],
)  # fmt: skip
def test_a_country_is_typed_by_its_letters_or_its_name_in_any_language(admin: Client, typed: str, country: str) -> None:
    address = reverse(Organisation.snippet_viewset.get_url_name("add"))
    admin.post(address, filled_in(admin, address, form="w-editor-form", name="Office", country=typed))
    assert Organisation.objects.get().get_latest_revision_as_object().country == country


@pytest.mark.parametrize(
    ("country", "nuts", "latitude", "longitude"),
    [
        ("GR", "el303", "37.98", "23.73"),
        ("GB", "UKI", "51.5", "-0.12"),
        ("NO", "NO0B", "78.22", "15.65"),
        ("US", "", "38.9", "-77.04"),
        ("PT", "PT200", "37.74", "-25.67"),
    ],
)
def test_a_place_far_out_with_a_code_of_its_own_is_taken(
    admin: Client, country: str, nuts: str, latitude: str, longitude: str
) -> None:
    address = reverse(Place.snippet_viewset.get_url_name("add"))
    typed = {"country": country, "nuts": nuts, "latitude": latitude, "longitude": longitude}
    admin.post(address, filled_in(admin, address, form="w-editor-form", name="Far", **typed))
    assert Place.objects.get().get_latest_revision_as_object().nuts == nuts.upper()


ISBNS = {
    "978-954-92101-7-0": None,
    "9788301000004": None,
    "83-01-00000-7": None,
    "0-8044-2957-X": None,
    "ISBN 080442957X": None,
    "978-954-92101-7-5": "0",
    "0-8044-2957-5": "X",
    "978-954-92101-7": "ten digits",
    "123": "ten digits",
    "977-954-92101-7-5": "ten digits",
}


@pytest.mark.parametrize(("isbn", "told"), ISBNS.items())
def test_the_check_digit_of_an_isbn_is_checked_and_the_right_one_named(isbn: str, told: str | None) -> None:
    fault = isbn_fault(isbn)
    assert (told in fault) if told else not fault


def test_a_wrong_isbn_is_told_at_its_field(admin: Client) -> None:
    address = add_address(HandbookPage, index("handbook", home()))
    response = admin.post(address, filled_in(admin, address, title="New", slug="new", isbn="978-954-92101-7-6"))
    assert errors(response).keys() == {"isbn"}


def test_the_key_of_an_entry_is_made_from_its_name(admin: Client) -> None:
    concept(Topic, "obshtinski-saveti", "bg", name="Общински съвети")
    address = f"{reverse(Topic.snippet_viewset.get_url_name('add'))}?locale=bg"
    admin.post(
        address, filled_in(admin, address, form="w-editor-form", name="Общински съвети", is_another="on") | PUBLISH
    )
    assert Topic.objects.filter(key="obshtinski-saveti-2", name="Общински съвети").exists()


def test_a_key_that_is_taken_is_told(admin: Client) -> None:
    concept(Topic, "training")
    address = reverse(Topic.snippet_viewset.get_url_name("add"))
    response = admin.post(address, filled_in(admin, address, form="w-editor-form", name="Courses", key="training"))
    assert errors(response) == {"key": "Another entry has this key. Choose a different one."}
