"""An acronym is a word of its own, never completed and never taken for another; a word of a dictionary is no error."""

from __future__ import annotations

import pytest

from projects.models import Term
from search.analysis.typed_words import is_acronym
from search.reading.words import How
from search.request import SearchRequest
from search.results.page import search_facets
from search.suggestions.completion import suggestions
from tests.factories.projects import concept
from tests.search.asking import ask, finds, publish, show

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("word", "text", "wanted"),
    [
        ("SME", "SME", True),
        ("ERDF", "what is the ERDF", True),
        ("ЕФРР", "ЕФРР", True),
        ("EEZ2", "EEZ2", True),
        ("INTERREG", "the INTERREG fund", True),
        ("GOVERMENT", "LOCAL GOVERMENT", False),  # the capitals of a whole text are a key that was left on
        ("Sme", "Sme", False),
        ("sme", "sme", False),
        ("A", "A", False),
        ("2017", "2017", False),
    ],
)
def test_an_acronym_has_several_capitals(word: str, text: str, wanted: bool) -> None:
    assert is_acronym(word, text) is wanted


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "Кмет и кметове.", "КМЕ"),
        ("bg", "Пес и котка.", "PES"),
        ("bg", "Фонд за региони, фрот.", "ЕФРР"),
        ("en", "The smell of waste.", "SME"),
        ("en", "The mayor reads.", "MAY"),
        ("lv", "Ierindot un erāf.", "ERAF"),
        ("lv", "Eraf un citi.", "ERDF"),
        ("nb", "Smak og behag.", "SMA"),
        ("pl", "Efekty pracy.", "EFE"),
        ("pl", "Mistrz i szkoła.", "MIST"),
        ("ro", "Immense câmpuri.", "IMM"),
    ],
)
def test_an_acronym_is_not_read_as_another_word(language: str, written: str, query: str) -> None:
    publish(written, language)
    outcome = ask(query, language)
    ways = {word.how for word in outcome.plan.words}
    assert ways.isdisjoint({How.PREFIX, How.NEAR, How.RELATED, How.LAYOUT, How.PARTS, How.APART})
    if ways == {How.NOWHERE}:
        assert outcome.is_empty
        assert outcome.plan.instead == ""


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("en", "Support for SMEs and an SME.", "SME"),
        ("en", "Support for the sme.", "SME"),
        ("bg", "Една НПО работи.", "NPO"),
        ("bg", "Една НПО работи.", "нпо"),
        ("pl", "Plan w MPZP.", "mpzp"),
        ("lv", "Atbalsts MVU.", "MVU"),
        ("pl", "Urząd w Łodzi, miasto Łódź.", "LODZ"),
    ],
)
def test_an_acronym_is_found_where_it_stands(language: str, written: str, query: str) -> None:
    publish("Nic, ništo, nothing.", language, title="Decoy")
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]


@pytest.mark.parametrize("typed", ["ERDF", "erdf"])
def test_the_abbreviation_of_a_concept_is_an_acronym_in_whatever_letters(typed: str) -> None:
    concept(Term, "erdf", name="European Regional Development Fund", variants="ERDF", definition="What it means.")
    publish("An Erdfall is a hole.")
    outcome = ask(typed)
    assert [word.how for word in outcome.plan.words] == [How.NOWHERE]
    assert outcome.is_empty


def completed(text: str, language: str = "en") -> list[str]:
    return [one.text for one in suggestions(SearchRequest(language, language, text), search_facets())]


def test_an_acronym_is_completed_to_no_word() -> None:
    publish("The smell of waste and the SMEX list.", title="Nothing")
    assert completed("sme") == ["smell", "smex"]
    assert completed("SME") == ["smex"]


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "Общината купи гора.", "горе"),
        ("bg", "Домати от градина.", "домове"),
        ("en", "Waste of paper.", "taste"),
        ("en", "A house in the town.", "mouse"),
        ("lv", "Pilsētas māja.", "maiga"),
        ("nb", "Kommunen har en hund.", "hunger"),
        ("pl", "Gmina ma las.", "gmin"),
        ("pl", "Koszt szkolenia.", "kosz"),
        ("ro", "Casa de cultură.", "masa"),
    ],
)
def test_a_word_that_a_dictionary_knows_is_not_corrected(language: str, written: str, query: str) -> None:
    publish(written, language)
    outcome = ask(query, language)
    assert outcome.plan.instead == ""
    assert not outcome.is_second_try
    assert How.NEAR not in {word.how for word in outcome.plan.words}


def test_no_page_announces_that_an_acronym_was_mistyped() -> None:
    publish("The smell of waste.")
    assert "smell" not in show("SME")
