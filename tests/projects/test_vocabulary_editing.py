"""Vocabularies in the administration: found in any alphabet, chosen, previewed in the language of the form."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from projects.models import Concept, Organisation, Place, Programme, Term, Topic, Unit
from tests.editing import filled_in, signed_in
from tests.factories.projects import concept

pytestmark = pytest.mark.django_db
NAMES = {"bg": "Община", "en": "municipality", "lv": "pašvaldība", "pl": "Łódź"}
FOUND = [
    ("ОБЩ", "bg"),
    ("община", "bg"),
    ("obshti", "bg"),
    ("MUNI", "en"),
    ("pasvald", "lv"),
    ("łódź", "pl"),
    ("LODZ", "pl"),
]


@pytest.fixture
def admin() -> Client:
    return signed_in()


@pytest.fixture(autouse=True)
def topics() -> None:
    for language, name in NAMES.items():
        concept(Topic, f"topic-{language}", language, name=name)


def listed(response: Any) -> set[str]:
    """Return the names of our topics that an answer lists."""
    links = BeautifulSoup(response.content, "html.parser").select("td a")
    return {link.get_text(strip=True) for link in links} & set(NAMES.values())


@pytest.mark.parametrize(("typed", "language"), FOUND)
def test_an_entry_is_found_in_its_list_in_any_case_and_alphabet(admin: Client, typed: str, language: str) -> None:
    found = admin.get(reverse(Topic.snippet_viewset.get_url_name("list")), {"q": typed, "locale": language})
    assert listed(found) == {NAMES[language]}


@pytest.mark.parametrize(("typed", "language"), FOUND)
def test_an_entry_is_found_where_it_is_chosen(admin: Client, typed: str, language: str) -> None:
    address = reverse(Topic.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    assert listed(admin.get(address, {"q": typed})) == {NAMES[language]}
    assert listed(admin.get(address, {"q": typed, "locale": language})) == {NAMES[language]}
    other = "ro"
    assert listed(admin.get(address, {"q": typed, "locale": other})) == set()


def test_the_chooser_asks_for_words(admin: Client) -> None:
    chooser = admin.get(reverse(Topic.snippet_viewset.chooser_viewset.get_url_name("choose"))).json()
    assert BeautifulSoup(chooser["html"], "html.parser").select_one("input[name=q]")


NEW: list[tuple[type[Concept], dict[str, str]]] = [
    (Term, {"definition": "Самоуправляваща се единица."}),
    (Organisation, {"country": "BG"}),
    (Place, {"country": "BG", "latitude": "42", "longitude": "24"}),
    (Programme, {"fund": "ЕФРР"}),
    (Topic, {}),
    (Unit, {"forms": "участник\nучастници"}),
]


@pytest.mark.parametrize(("model", "fields"), NEW, ids=lambda value: getattr(value, "__name__", ""))
def test_a_new_entry_is_previewed_in_the_language_of_its_form(
    admin: Client, model: type[Concept], fields: dict[str, str]
) -> None:
    viewset = model.snippet_viewset
    form = f"{reverse(viewset.get_url_name('add'))}?locale=bg"
    html = admin.get(form).content.decode()
    preview = f"{reverse(viewset.get_url_name('preview_on_add'))}?locale=bg"
    assert preview in html
    sent = filled_in(admin, form, form="w-editor-form", name="Община", **fields)
    assert admin.post(preview, sent).json() == {"is_valid": True, "is_available": True}
    assert '<h1 lang="bg">Община</h1>' in admin.get(preview).content.decode()
