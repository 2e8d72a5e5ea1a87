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


def add_topic(browser: Client, name: str, **typed: str) -> Any:
    address = reverse(Topic.snippet_viewset.get_url_name("add"))
    return browser.post(address, filled_in(browser, address, form="w-editor-form", name=name, **typed))


@pytest.mark.parametrize("name", ["municipality", "Lodz", "ŁÓDŹ", "община", "Pasvaldiba", "municipalitty"])
def test_an_entry_that_is_called_alike_in_any_language_is_shown_before_another_is_saved(
    admin: Client, name: str
) -> None:
    answer = add_topic(admin, name, key="new")
    soup = BeautifulSoup(answer.content, "html.parser")
    (link,) = soup.select(".similar a")
    assert link.get_text() in NAMES.values()
    assert soup.select_one("input[type=checkbox][name=is_another]")
    assert Topic.objects.count() == len(NAMES)
    add_topic(admin, name, key="new", is_another="on")
    assert Topic.objects.filter(key="new").exists()


@pytest.mark.parametrize("name", ["Waste", "Muni", "Łęczyca"])
def test_an_entry_of_another_name_is_saved_at_once(admin: Client, name: str) -> None:
    add_topic(admin, name)
    assert Topic.objects.count() == len(NAMES) + 1


def test_the_other_languages_of_an_entry_are_not_like_it(admin: Client) -> None:
    concept(Topic, "topic-en", "nb", name="municipality")
    entry = Topic.objects.get(key="topic-en", locale__language_code="en")
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[entry.pk])
    admin.post(address, filled_in(admin, address, form="w-editor-form", name="Municipality"))
    assert Topic.objects.get(pk=entry.pk).get_latest_revision_as_object().name == "Municipality"


def test_a_new_entry_is_in_the_persons_language_visibly_and_can_be_in_another() -> None:
    browser = signed_in(language="pl")
    address = reverse(Topic.snippet_viewset.get_url_name("add"))
    soup = BeautifulSoup(browser.get(address).content, "html.parser")
    assert soup.select_one(".own-language strong").get_text() == "Polski"
    assert {link["href"].rpartition("=")[2] for link in soup.select(".own-language a")} == {
        "bg",
        "en",
        "lv",
        "nb",
        "ro",
    }
    add_topic(browser, "Odpady")
    assert Topic.objects.get(name="Odpady").locale.language_code == "pl"


def test_a_list_offers_a_new_entry_in_the_persons_language() -> None:
    viewset = Topic.snippet_viewset
    found = signed_in(language="pl").get(reverse(viewset.get_url_name("list")))
    add = f"{reverse(viewset.get_url_name('add'))}?locale=pl"
    assert BeautifulSoup(found.content, "html.parser").select_one(f'a[href="{add}"]')


@pytest.mark.parametrize(("model", "fields"), NEW, ids=lambda value: getattr(value, "__name__", ""))
def test_no_field_of_an_entry_stands_outside_the_panels_without_a_label(
    admin: Client, model: type[Concept], fields: dict[str, str]
) -> None:
    form = BeautifulSoup(admin.get(reverse(model.snippet_viewset.get_url_name("add"))).content, "html.parser")
    controls = form.select("#w-editor-form input:not([type=hidden]), #w-editor-form select, #w-editor-form textarea")
    named = [control for control in controls if control.get("name")]
    assert named
    assert not [
        control["name"]
        for control in named
        if not control.find_parent("label") and not form.select(f'label[for="{control.get("id")}"]')
    ]
