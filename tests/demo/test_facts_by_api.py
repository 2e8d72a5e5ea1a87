"""The public facts of the five projects, as the API gives them: each as a value, or among the words of the text."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from demo.texts import identity
from tests.demo.facts import CODES, COUNTRIES, FIGURES, LANGUAGES, NAMES, STATUS
from tests.demo.test_facts import PHRASES, each_edition, named, plain

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("library")]

BUDGETS = {
    "egovernet": ("1489666.82", "EUR", ["1266216.8"]),
    "lubuskie": ("1074741.6", "PLN", []),
}
PERIODS = {
    "egovernet": ("2017-04-20", "2019-04-19", "day", 24),
    "lubuskie": ("2019-09-01", "2021-12-31", "day", None),
    "rhodope": (None, None, None, 12),
    "latgale": ("2009-08", None, "month", 3),
}
TOLD: dict[tuple[str, str], dict[str, Any]] = {}  # nothing here changes an item


def told(key: str, language: str) -> dict[str, Any]:
    """Return a project in a language."""
    if (key, language) not in TOLD:
        answer = Client().get(f"/api/v1/projects/{identity('page', key)}", {"language": language})
        assert answer.status_code == HTTPStatus.OK, answer.content
        TOLD[key, language] = answer.json()
    return TOLD[key, language]


def words(value: Any) -> str:
    """Return the words of running text, whose parts may look different, and all other texts."""
    if isinstance(value, dict) and value.get("type") in ("paragraph", "link"):
        return "".join(words(child) for child in value["children"])
    if isinstance(value, dict) and value.get("type") == "text" and "bold" in value:
        return str(value["text"])
    if isinstance(value, dict):
        return " ".join(words(one) for one in value.values())
    if isinstance(value, list):
        return " ".join(map(words, value))
    return value if isinstance(value, str) else ""


@each_edition
def test_each_phrase_and_each_name_of_a_section_is_there(key: str, language: str) -> None:
    item = told(key, language)
    said = plain(words(item))
    phrases = [phrase for section in PHRASES[key].values() for phrase in section[language]]
    names = [
        named(column, name, language)
        for (project, _anchor), columns in NAMES.items()
        for column, keys in columns.items()
        if project == key
        for name in keys
    ]
    assert [phrase for phrase in [*phrases, *names] if plain(phrase) not in said] == []


@each_edition
def test_amounts_dates_and_states_are_values(key: str, language: str) -> None:
    item = told(key, language)
    assert item["code"] == CODES.get(key)
    assert item["status"] == STATUS[key]
    budget = item["budget"] and (
        item["budget"]["total"],
        item["budget"]["currency"],
        [part["amount"] for part in item["budget"]["parts"]],
    )
    assert budget == BUDGETS.get(key)
    assert tuple(item["period"].values()) == PERIODS.get(key, (None, None, None, None))
    assert {place["country"] for place in item["places"]} == set(COUNTRIES[key])
    assert item["own_contribution_percent"] == ("10" if key == "lubuskie" else None)


@each_edition
def test_the_figures_are_these_with_their_units_and_kinds(key: str, language: str) -> None:
    figures = [
        (one["value"], one["unit"] and one["unit"]["slug"], one["kind"], one["is_part"])
        for one in told(key, language)["figures"]
    ]
    assert figures == [(str(fact.value), fact.unit, fact.kind, bool(fact.whole)) for fact in FIGURES[key]]


def test_an_organisation_that_withdrew_and_a_project_without_partners_say_so() -> None:
    parties = told("egovernet", "en")["parties"]
    assert [one["withdrew"] for one in parties if one["number"]] == [False, True, False]
    assert told("investnorthwest", "en")["no_partners"] is True


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_project_names_its_languages(key: str) -> None:
    item = told(key, LANGUAGES[key][0])
    assert [one["language"] for one in item["translations"]] == list(LANGUAGES[key])
