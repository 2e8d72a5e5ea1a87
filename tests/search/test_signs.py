"""What signs join is found with and without them, both ways; dates, times and amounts in each usual way of writing."""

from __future__ import annotations

import pytest

from search.analysis import LANGUAGES
from tests.search.asking import ask, finds, publish
from tests.search.test_facts import AMOUNTS, DAYS, TIMES

pytestmark = pytest.mark.django_db

NUMBERS = {
    "ISBN": ["978-954-92101-7-5", "9789549210175", "978 954 92101 7 5", "978-9549210175"],
    "old ISBN": ["954-92101-7-X", "954921017X"],
    "telephone": ["+359 2 981 25 47", "02/981 25 47", "(02) 981-25-47", "029812547", "+35929812547", "00359 2 9812547"],
    "Norwegian telephone": ["22 12 34 56", "+47 22 12 34 56", "22123456", "+4722123456"],
    "Polish telephone": ["22 123 45 67", "+48 22 123 45 67", "221234567", "22-123-45-67"],
    "code": ["ROBG-168", "ROBG168", "ROBG 168"],
    "file number": ["ref. 7/2019", "ref. 7-2019", "ref. 7 / 2019"],
    "long file number": ["ref. 1234/2019", "ref. 1234-2019", "ref. 12342019"],
    "regulation": ["2016/679", "2016-679", "2016679"],
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_number_is_found_with_and_without_its_signs(kind: str) -> None:
    for place, written in enumerate(NUMBERS[kind]):
        publish(f"Call or read {written} for more.", title=f"Written {place}")
    publish("Nothing of it 978 954 359 2016.", title="Decoy")
    wanted = {f"Written {place}" for place in range(len(NUMBERS[kind]))}
    for query in NUMBERS[kind]:
        assert set(finds(query)) == wanted, query


@pytest.mark.parametrize("kinds", [DAYS, AMOUNTS, TIMES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_of_writing_finds_the_others(language: str, kinds: dict[str, list[str]]) -> None:
    ways = kinds[language]
    for place, written in enumerate(ways):
        publish(f"{written}", language, title=f"Written {place}")
    publish("21.05.2018 2:45 3 400 000", language, title="Decoy")
    for query in ways:
        found = finds(query, language)
        assert set(found) == {f"Written {place}" for place in range(len(ways))}, query


def test_a_date_is_found_in_other_languages() -> None:
    publish("Seminar on 20 April 2017.", "en", title="Seminar")
    outcome = ask("20 kwietnia 2017", "pl")
    assert [one.result.address for one in outcome.in_other_languages]


@pytest.mark.parametrize("query", ["20.04.2017", "2017-04-20", "20/04/2017"])
def test_a_day_that_is_on_no_page_is_not_the_numbers_of_its_day_and_month(query: str) -> None:
    publish("4 towns, 20 offices, in 2017.", "pl", title="Numbers")
    publish("Seminar on 20 April 2017.", "en", title="Seminar")
    outcome = ask(query, "pl")
    assert not outcome.results
    assert [one.result.address for one in outcome.in_other_languages]


@pytest.mark.parametrize("query", ["978-954-92101-7-5", "10:30", "112/30"])
def test_numbers_that_signs_join_are_not_one_of_them(query: str) -> None:
    publish("5 towns, 10 offices, 7 days, 30 people.", title="Numbers")
    assert not ask(query).results


def test_years_that_a_dash_joins_are_found_apart() -> None:
    publish("From 2014 to 2020.", title="Years")
    assert finds("2014-2020") == ["Years"]


def test_a_word_of_the_dictionary_is_not_another_that_begins_alike() -> None:
    publish("The result of all projects.", title="Results")
    assert not ask("resume").results


def test_a_found_date_is_marked_in_the_section_that_has_it() -> None:
    publish("The seminar was held on 20 April 2017 in Plovdiv.", title="Seminar")
    (result,) = ask("20.04.2017").results
    assert "20 April 2017" in [part.text for part in result.excerpt if part.marked]


@pytest.mark.parametrize("query", ["istanbul", "İstanbul", "ISTANBUL"])
def test_a_name_in_turkish_letters_is_found(query: str) -> None:
    publish("Our İstanbul office.", title="Office")
    assert finds(query) == ["Office"]
