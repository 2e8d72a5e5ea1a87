"""What can be read in other languages only is brought in by concepts and titles, once, and says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from cms.languages import LANGUAGE_CODES
from projects.models import Place, Term
from search.engines import Searcher
from search.results.page import PAGE_SIZE, ResultsPage
from tests.factories.projects import concept
from tests.search.asking import CLIENT, ask, finds, publish, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

NAMES = {
    "bg": "обслужване на инвеститори",
    "en": "investor service",
    "lv": "investoru apkalpošana",
    "nb": "investorservice",
    "pl": "obsługa inwestora",
    "ro": "servicii pentru investitori",
}
# The names as they are inflected in a text.
TEXTS = {
    "bg": "Обслужването на инвеститорите е важно.",
    "en": "Investor services matter.",
    "lv": "Svarīga ir investoru apkalpošanas kvalitāte.",
    "nb": "God investorservice er viktig.",
    "pl": "Gminy przygotowały się do obsługi inwestora.",
    "ro": "Avem servicii pentru investitori.",
}


@pytest.fixture(autouse=True)
def _service() -> None:
    for language, name in NAMES.items():
        concept(Term, "investor-service", language, name=name, definition="What it means.")


def foreign(outcome: ResultsPage) -> list[tuple[str, str]]:
    """Return language and title of what is shown in other languages."""
    return [
        (one.result.language, "".join(part.text for part in one.result.title)) for one in outcome.in_other_languages
    ]


def show(query: str, language: str = "en", **parameters: Any) -> str:
    return " ".join(CLIENT.get(f"/{language}/search/", {"q": query, **parameters}).content.decode().split())


@pytest.mark.parametrize("reader", LANGUAGE_CODES)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_term_brings_in_pages_of_every_other_language(reader: str, language: str) -> None:
    publish(TEXTS[language], language)
    outcome = ask(NAMES[reader], reader)
    if reader == language:
        assert foreign(outcome) == []
        assert finds(NAMES[reader], reader) == ["A page"]
    else:
        assert foreign(outcome) == [(language, "A page")]
        (one,) = outcome.in_other_languages
        assert [(through.own.text, through.name.text) for through in one.through] == [(NAMES[reader], NAMES[language])]


def test_they_stand_below_the_readers_own_and_count_for_nothing_there() -> None:
    publish(TEXTS["nb"], "nb", title="Norsk")
    publish(TEXTS["pl"], "pl", title="Polska")
    outcome = ask("investorservice", "nb")
    assert (outcome.total, len(outcome.results)) == (1, 1)
    assert foreign(outcome) == [("pl", "Polska")]
    assert outcome.answer.facets["type"] == {"page": 1}
    html = show("investorservice", "nb")
    assert html.index("Norsk</a>") if "Norsk</a>" in html else html.index("Norsk") < html.index("Polska")


def test_a_work_that_the_reader_has_an_edition_of_is_not_repeated() -> None:
    polish = publish(TEXTS["pl"], "pl", title="Polska")
    publish(TEXTS["nb"], "nb", title="Norsk", translation_of=polish)
    assert foreign(ask("investorservice", "nb")) == []
    assert len(foreign(ask("investor service", "en"))) == 1


def test_an_edition_that_is_not_public_does_not_hide_the_work() -> None:
    polish = publish(TEXTS["pl"], "pl", title="Polska")
    publish("Om noe annet.", "nb", title="Norsk", translation_of=polish, live=False)
    assert foreign(ask("investorservice", "nb")) == [("pl", "Polska")]


def test_a_work_in_several_languages_appears_once_where_it_matches_best() -> None:
    bulgarian = publish(TEXTS["bg"], "bg", title="Наръчник")
    publish("", "pl", title="Obsługa inwestora", translation_of=bulgarian)
    publish(TEXTS["pl"], "pl", title="Inna strona")
    publish("Обслужване на инвеститорите.", "bg", title="Обслужване на инвеститори")
    found = foreign(ask("investorservice", "nb"))
    assert sorted(found) == [
        ("bg", "Обслужване на инвеститори"),
        ("pl", "Inna strona"),
        ("pl", "Obsługa inwestora"),
    ]
    (one,) = [each for each in ask("investorservice", "nb").in_other_languages if each.result.title[0].text[0] == "O"]
    assert [edition.language for edition in one.result.others] == ["bg"]


def test_a_few_are_shown_and_all_are_counted() -> None:
    for number in range(8):
        publish(TEXTS["pl"], "pl", title=f"Strona {number}")
    outcome = ask("investorservice", "nb")
    assert len(outcome.in_other_languages) == 5
    assert [(way.label, way.number) for way in outcome.languages_with_hits] == [("pl", 8)]
    assert ask("investorservice", "nb", results_in="pl").total == 8, "the link leads to what was counted"


def test_works_that_the_reader_has_do_not_push_out_those_that_are_only_elsewhere() -> None:
    for number in range(20):
        polish = publish("", "pl", title=f"Obsługa inwestora {number}")
        publish(TEXTS["nb"], "nb", title=f"Side {number}", translation_of=polish)
    publish(TEXTS["pl"], "pl", title="Tylko po polsku")
    assert foreign(ask("investorservice", "nb")) == [("pl", "Tylko po polsku")]


def test_a_place_brings_in_pages_of_other_languages() -> None:
    for language, name in {"nb": "Trøndelag", "lv": "Trondelāga", "bg": "Трьонделаг"}.items():
        concept(Place, "trondelag", language, name=name, country="NO", latitude="63.4", longitude="10.4")
    publish("Trondelāgā mācās.", "lv", title="Vizīte")
    outcome = ask("в Трьонделаг", "bg")
    assert foreign(outcome) == [("lv", "Vizīte")]
    assert outcome.in_other_languages[0].through[0].is_proper


def test_a_name_that_is_the_same_in_both_languages_is_a_name_too() -> None:
    for language in ("en", "nb"):
        concept(Place, "vidin", language, name="Vidin", country="BG", latitude="44", longitude="22.9")
    publish("Training in Vidin.", "en", title="Training")
    (one,) = ask("vidin", "nb").in_other_languages
    assert [(through.own.text, through.name.text) for through in one.through] == [("Vidin", "Vidin")]


def test_further_words_count_where_they_are_the_same_in_both_languages() -> None:
    publish("Obsługa inwestora w projekcie POWR.", "pl", title="POWR")
    publish(TEXTS["pl"], "pl", title="Inna strona")
    assert foreign(ask("investorservice POWR", "nb")) == [("pl", "POWR")]


# ------------------------------------------------------------------------------------------- titles


def test_a_title_typed_in_another_language_brings_in_the_work() -> None:
    publish("Erasmus i en kommune.", "nb", title="Norsk")
    publish("Tekst.", "pl", title="Erasmus dla gmin")
    publish("Erasmus.", "pl", title="Inna strona")
    outcome = ask("erasmus", "nb")
    assert foreign(outcome) == [("pl", "Erasmus dla gmin")], "elsewhere than in a title the same word is chance"
    assert outcome.in_other_languages[0].through == ()
    assert "Har ordene" not in text_of(show("zzzz", "nb"))


def test_where_the_reader_has_nothing_the_words_are_enough() -> None:
    publish("Umowa ROBG-168.", "pl", title="Strona")
    outcome = ask("ROBG-168", "nb")
    assert outcome.is_empty
    assert foreign(outcome) == [("pl", "Strona")]


# --------------------------------------------------------------------------------------- on the page


def test_a_result_in_another_language_is_labelled_and_says_why() -> None:
    publish(TEXTS["pl"], "pl", title="Standardy", summary="Krótko.")
    html = show("investor service")
    assert '<h3 lang="pl"> <a href="/pl/standardy/" hreflang="pl">' in html
    assert "Polish Found through the term investor service: obsługa inwestora" in text_of(html)
    assert '<span lang="pl">obsługa inwestora</span>' in html
    assert '<p class="snippet" lang="pl"> Gminy przygotowały się do <mark>obsługi inwestora</mark>' in html
    assert "Found in other languages only: “investor service”" in text_of(html)


def test_the_margin_names_the_concept_in_the_other_languages() -> None:
    publish(TEXTS["en"])
    html = show("investor service")
    assert '<dd lang="nb"> investorservice </dd>' in html
    assert "Names in other languages investor service bg обслужване на инвеститори" in text_of(html)


def test_they_stand_on_the_first_page_in_the_order_of_relevance_only() -> None:
    publish(TEXTS["pl"], "pl")
    for number in range(PAGE_SIZE + 1):
        publish(TEXTS["nb"], "nb", title=f"Side {number}")
    assert foreign(ask("investorservice", "nb"))
    assert not foreign(ask("investorservice", "nb", page_number=2))
    assert not foreign(ask("investorservice", "nb", results_in="pl"))


def test_one_request_finds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    publish(TEXTS["nb"], "nb")
    publish(TEXTS["pl"], "pl")
    asked = []
    search: Any = ResultsPage._answer.__globals__["engine"]

    def counting() -> Searcher:
        asked.append(1)
        found: Searcher = search()
        return found

    monkeypatch.setattr("search.results.page.engine", counting)
    assert foreign(ask("investorservice", "nb")) == [("pl", "A page")]
    assert len(asked) == 1


# ---------------------------------------------------------------------------------------- visibility


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [restrict, lambda page: page.unpublish(), lambda page: restrict(page.get_parent())])
def test_what_is_not_public_is_in_no_language(hide: Callable[[Any], None]) -> None:
    page = publish(TEXTS["pl"], "pl")
    hide(page)
    outcome = ask("investorservice", "nb")
    assert foreign(outcome) == []
    assert outcome.languages_with_hits == []
    assert "A page" not in show("investorservice", "nb")


def test_the_name_of_a_concept_that_is_a_draft_is_nowhere() -> None:
    Term.objects.get(locale__language_code="pl").unpublish()
    publish(TEXTS["pl"], "pl")
    publish(TEXTS["nb"], "nb")
    assert foreign(ask("investorservice", "nb")) == []
    assert "obsługa" not in show("investorservice", "nb")
