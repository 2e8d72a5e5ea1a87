"""What is found by every engine: each spelling of a word, works in whatever language, and works before all else."""

from __future__ import annotations

import pytest

from cms.languages import LANGUAGE_CODES
from search.engines.base import Ranked, arranged
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.search.asking import ask, finds, publish, show, text_of
from tests.search.test_cross_language import foreign

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

# A language, a word without and with diacritics, or in Latin and Cyrillic letters.
SPELLINGS = [
    ("bg", "Sofia", "София"),
    ("bg", "obshtina", "община"),
    ("en", "resume", "résumé"),
    ("en", "Lodz", "Łódź"),
    ("lv", "Riga", "Rīga"),
    ("lv", "gramata", "grāmata"),
    ("nb", "Tromso", "Tromsø"),
    ("nb", "oppgjor", "oppgjør"),
    ("pl", "Lodz", "Łódź"),
    ("pl", "ksiega", "księga"),
    ("ro", "Bucuresti", "București"),
    ("ro", "scoala", "școala"),
]


@pytest.mark.parametrize(("language", "plain", "written"), SPELLINGS)
def test_each_document_is_found_in_its_own_spelling_the_typed_one_first(
    language: str, plain: str, written: str
) -> None:
    publish(f"{written} orchidea", language, title="Written")
    publish(f"{plain} orchidea", language, title="Plain")
    publish("Lilia orchidea", language, title="Other")
    assert finds(plain, language) == ["Plain", "Written"]
    assert finds(f"{plain} orchidea", language) == ["Plain", "Written"]
    assert finds(f'"{plain} orchidea"', language) == ["Plain", "Written"] or language == "bg"


@pytest.mark.parametrize(("language", "plain", "written"), [row for row in SPELLINGS if row[0] != "bg"])
def test_the_typed_spelling_is_first_also_where_it_stands_less_often(language: str, plain: str, written: str) -> None:
    project(written, language, f"{written}. " * 5)
    project("Plain", language, f"Lilia, orchidea, {plain}, lilia, orchidea.")
    assert finds(plain, language) == ["Plain", written]


@pytest.mark.parametrize(("language", "plain", "written"), [("pl", "Lodz", "Łódź"), ("nb", "Tromso", "Tromsø")])
def test_who_types_diacritics_finds_the_word_without_them_too(language: str, plain: str, written: str) -> None:
    publish(f"{plain} orchidea", language, title="Plain")
    publish(f"{written} orchidea", language, title="Written")
    assert finds(written, language) == ["Written", "Plain"]


@pytest.mark.parametrize(("language", "typed", "other"), [("pl", "łaska", "laska"), ("lv", "kāzas", "kazas")])
def test_who_types_diacritics_does_not_mean_another_word(language: str, typed: str, other: str) -> None:
    publish(f"{typed} orchidea", language, title="Typed")
    publish(f"{other} orchidea", language, title="Other")
    assert finds(typed, language) == ["Typed"]
    assert finds(other, language) == ["Other", "Typed"]


def test_another_form_of_the_word_with_diacritics_is_found_too() -> None:
    publish("Ksiegi w urzedzie.", "pl", title="Plain")
    publish("Urząd prowadzi księgę.", "pl", title="Written")
    assert finds("ksiegi", "pl") == ["Plain", "Written"]


@pytest.mark.parametrize("typed", ["lodz", "Łódź"])
def test_other_languages_are_searched_in_each_spelling(typed: str) -> None:
    publish("Gmina.", "pl", title="Łódź")
    publish("Gmina.", "pl", title="Lodz")
    assert sorted(foreign(ask(typed, "nb"))) == [("pl", "Lodz"), ("pl", "Łódź")]


def test_what_is_not_wanted_is_not_wanted_in_any_spelling() -> None:
    publish("Łódź orchidea", "pl", title="Written")
    publish("Orchidea", "pl", title="Other")
    assert finds("orchidea -lodz", "pl") == ["Other"]


# -------------------------------------------------------------------------------------- other languages

# In each language two words that no form of another's is like.
WORDS = {
    "bg": "кукуряк",
    "en": "hellebore",
    "lv": "cūkausis",
    "nb": "julerose",
    "pl": "ciemiernik",
    "ro": "spânz",
}


@pytest.mark.parametrize("reader", LANGUAGE_CODES)
def test_an_edition_that_has_not_the_words_hides_no_other(reader: str) -> None:
    for language, word in WORDS.items():
        if language != reader:
            page = publish(f"Orchidea {word}.", language, title=f"{word} in {language}")
            publish("Lilia.", reader, title=f"Edition of {language}", translation_of=page)
            assert foreign(ask(word, reader)) == [(language, f"{word} in {language}")]


@pytest.mark.parametrize("reader", LANGUAGE_CODES)
def test_an_edition_among_the_hits_hides_the_others(reader: str) -> None:
    other = next(code for code in LANGUAGE_CODES if code != reader)
    page = publish("Orchidea ROBG-168.", other, title="ROBG-168")
    publish("Orchidea ROBG-168.", reader, title="ROBG-168 here", translation_of=page)
    publish("Lilia ROBG-168.", other, title="ROBG-168 alone")
    assert finds("ROBG-168", reader) == ["ROBG-168 here"]
    assert foreign(ask("ROBG-168", reader)) == [(other, "ROBG-168 alone")]


def test_an_edition_that_is_not_wanted_hides_the_others() -> None:
    page = publish("ROBG-168 orchidea.", "pl", title="ROBG-168")
    publish("ROBG-168 med fjell.", "nb", title="Norsk", translation_of=page)
    assert foreign(ask("ROBG-168 -fjell", "nb")) == []
    assert foreign(ask("ROBG-168 orchidea -fjell", "nb")) == []


@pytest.mark.parametrize("reader", LANGUAGE_CODES)
def test_a_word_is_said_to_be_on_no_page_only_where_no_language_has_it(reader: str) -> None:
    other = next(code for code in LANGUAGE_CODES if code != reader)
    publish(f"Orchidea {WORDS[other]}.", other)
    assert [word.read.languages for word in ask(WORDS[other], reader).words] == [(other,)]
    assert [word.read.languages for word in ask("zzqqxx", reader).words] == [()]


def test_the_page_says_in_which_languages_a_word_is() -> None:
    publish("Ciemiernik.", "pl")
    text = text_of(show("ciemiernik"))
    assert "ciemiernik: on pages in other languages only: Polish" in text
    assert "on no page" not in text
    assert "Found in other languages only: “ciemiernik”" in text
    assert "Found in other languages only" in text_of(show("ciemiernik", sort="date")), "though none is shown there"


def test_the_languages_that_have_a_word_are_named_in_the_readers_own() -> None:
    publish("Ciemiernik.", "pl", title="Ogród")
    publish("En hage.", "nb", title="Hage")
    assert "ciemiernik: bare på sider på andre språk: polsk" in text_of(show("ciemiernik", "nb"))


def test_a_second_try_does_not_deny_what_another_language_has() -> None:
    publish("Investors.", "en")
    publish("Invistors.", "pl", title="Strona")
    text = text_of(show("invistors"))
    assert "No page in this language has “invistors”." in text
    assert foreign(ask("invistors")) == [("pl", "Strona")]


# ----------------------------------------------------------------------------------------- works first

# What somebody asks about a project, in words that stand apart in the work.
COST = {
    "bg": ("колко струва проектът", "Проектът има бюджет.", "Колко струва един проект."),
    "en": ("what did the project cost", "The project has a budget.", "What a project costs."),
    "lv": ("cik maksāja projekts", "Projektam ir budžets.", "Cik maksā projekts."),
    "nb": ("hva kostet prosjektet", "Prosjektet har et budsjett.", "Hva et prosjekt koster."),
    "pl": ("ile kosztował projekt", "Projekt ma budżet. Projekt trwa.", "Ile kosztował projekt."),
    "ro": ("cât a costat proiectul", "Proiectul are un buget.", "Cât a costat proiectul."),
}


def project(title: str, language: str, summary: str) -> None:
    ProjectPageFactory(parent=index("project", home(language)), title=title, summary=summary)


def others(language: str) -> None:
    """Publish some pages that have none of the words, so that a word is as rare as in a library."""
    for number in range(6):
        publish("Lilia.", language, title=f"Other {number}")


def shown(query: str, language: str) -> list[str]:
    outcome = ask(query, language)
    every = ["".join(part.text for part in result.title) for result in (*outcome.strict, *outcome.loose)]
    return [title for title in every if title != "Projects"]  # the list that the works stand in


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_page_about_the_site_stands_below_works_with_the_words(language: str) -> None:
    query, _budget, cost = COST[language]
    publish(f"{cost} " * 3, language, title="About")
    project("Work", language, f"Orchidea, lilia, orchidea. {cost}")
    assert shown(query, language) == ["Work", "About"]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_page_about_the_site_that_alone_has_all_words_stands_below_works_with_some(language: str) -> None:
    query, budget, cost = COST[language]
    publish(f"Orchidea, lilia. {cost}", language, title="About")
    project(budget, language, budget)
    others(language)
    outcome = ask(query, language)
    assert "About" in [result.title[0].text for result in outcome.loose]
    assert shown(query, language) == [budget, "About"]
    assert outcome.has_pages_about


def test_the_page_says_what_stands_below() -> None:
    publish("Orchidea, lilia. What a project costs.", "en", title="About")
    project("The project", "en", "The project has a budget.")
    others("en")
    assert "Pages with some of the words, and pages about the library" in text_of(show("what did the project cost"))


def test_a_page_about_the_site_whose_title_is_typed_is_no_lesser_answer() -> None:
    publish("Our cookies.", "en", title="Privacy and cookies")
    project("Work", "en", "Cookies and privacy, orchids, lilies and many others.")
    outcome = ask("privacy cookies", "en")
    first = {"".join(part.text for part in result.title): result.is_about for result in outcome.strict}
    assert first == {"Work": False, "Privacy and cookies": False}
    assert not outcome.has_pages_about


def ranked(*rows: tuple[int, float, bool]) -> list[Ranked]:
    return [Ranked(*row) for row in rows]


@pytest.mark.parametrize(
    ("strict", "loose", "room", "order"),
    [
        (ranked((1, 5, False), (2, 4, False)), ranked((3, 9, False)), 8, [1, 2, 3]),
        (ranked((1, 5, True)), ranked((2, 9, False), (3, 2, False)), 9, [2, 1, 3]),
        (ranked((1, 5, True)), ranked((2, 3, False)), 9, [1, 2]),
        (ranked((1, 5, True)), ranked((2, 9, True)), 9, [1, 2]),
        ([], ranked((1, 5, True), (2, 4, False), (3, 2, False)), 9, [2, 1, 3]),
        (ranked((1, 5, True), (2, 4, False)), [], 0, [2, 1]),
        (ranked((1, 9, True), (2, 4, False)), [], 0, [1, 2]),
        (ranked((1, 5, True), (2, 5, True)), ranked((3, 9, False), (4, 8, False), (5, 1, False)), 0, [3, 4, 1, 2]),
        ([], [], 10, []),
    ],
)
def test_no_page_about_the_library_is_above_a_work_that_answers(
    strict: list[Ranked], loose: list[Ranked], room: int, order: list[int]
) -> None:
    assert [hit.document_id for hit in arranged(strict, loose, room)] == order
