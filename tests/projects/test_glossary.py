"""The glossary: every concept once, by letter, with its names in all languages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from projects.models import Term, Topic
from projects.vocabulary.glossary import glossary
from tests.factories.home import home
from tests.factories.projects import GlossaryPageFactory, concept
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def term(key: str, language: str = "en", **fields: Any) -> Term:
    fields.setdefault("definition", "What it means.")
    made: Term = concept(Term, key, language, **fields)
    return made


def page(language: str = "en") -> str:
    return str(GlossaryPageFactory(parent=home(language), title="Glossary").url_path)


def test_terms_stand_by_letter_in_the_order_of_the_language() -> None:
    for name in ("łąka", "las", "źródło", "zakład"):
        term(name.encode("ascii", "ignore").decode() or "x", "pl", name=name)
    found = glossary("pl")
    assert [(part.letter, [entry.name.text for entry in part.entries]) for part in found.letters] == [
        ("L", ["las"]),
        ("Ł", ["łąka"]),
        ("Z", ["zakład"]),
        ("Ź", ["źródło"]),
    ]


def test_the_alphabet_shows_every_letter_and_links_those_that_have_terms() -> None:
    term("grant", "bg", name="грант")
    soup = read(page("bg"))
    assert words(soup, ".alphabet li")[:4] == ["А", "Б", "В", "Г"]
    assert len(soup.select(".alphabet li")) == 30
    (link,) = soup.select(".alphabet a")
    assert soup.select_one(f"[id='{link['href'].removeprefix('#')}']").get_text() == "Г"


def test_an_entry_has_its_key_as_anchor_its_definition_and_its_variants() -> None:
    subject = concept(Topic, "money", name="Money")
    term(
        "own-contribution",
        name="own contribution",
        definition="What the beneficiary pays.",
        variants="own share\nOC",
        subject=subject,
    )
    soup = read(page())
    assert soup.select_one("h3#own-contribution a")["href"] == "#own-contribution"
    entry = soup.select_one("section[aria-labelledby=own-contribution]")
    assert "What the beneficiary pays." in entry.get_text()
    assert words(soup, ".in-text .meta") == ["Also: own share; OC"]
    assert "Money" in words(soup, ".in-margin")[-1]


def test_an_entry_names_the_concept_in_every_language_or_says_that_none_is_agreed() -> None:
    term("ppp", name="partnership", avoid="PPP")
    term("ppp", "bg", name="партньорство")
    soup = read(page())
    names = dict(zip(words(soup, ".names dt"), words(soup, ".names dd"), strict=True))
    assert names == {
        "bg": "партньорство",
        "en": "partnership not PPP",
        "lv": "no name agreed yet",
        "nb": "no name agreed yet",
        "pl": "no name agreed yet",
        "ro": "no name agreed yet",
    }
    assert soup.select_one(".names dd[lang=bg]").get_text(strip=True) == "партньорство"
    assert soup.select_one(".names s")["lang"] == "en"


def test_a_concept_without_a_name_in_the_language_stands_apart_in_another() -> None:
    term("ppp", name="partnership", definition="A contract.")
    soup = read(page("lv"))
    assert len(soup.select(".group-head")) == 1
    assert soup.select_one("h3#ppp [lang=en]").get_text() == "partnership"
    assert not soup.select(".alphabet a")


def test_a_name_that_is_still_a_draft_is_not_shown() -> None:
    term("ppp", name="partnership")
    term("ppp", "bg", name="чернова", live=False)
    assert "чернова" not in Client().get(page()).content.decode()


def test_an_empty_glossary_says_so() -> None:
    assert "Nothing is published here yet." in words(read(page()), "main .lead")


def test_sixty_terms_in_six_languages_take_two_questions_and_a_light_page(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    subject = concept(Topic, "money")
    for number in range(60):
        for language in ("bg", "en", "lv", "nb", "pl", "ro"):
            term(
                f"term-{number}",
                language,
                name=f"публично понятие {number}" if language == "bg" else f"public concept {number}",
                definition="Какво означава това понятие за общината и за хората, които живеят в нея.",
                avoid="грешна форма" if language == "bg" else "wrong form",
                subject=subject,
            )
    # The terms in all languages; the subject fields.
    with django_assert_num_queries(2):
        glossary("bg")
    assert len(Client().get(page("bg")).content) < 100_000
