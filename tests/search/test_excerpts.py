"""An excerpt shows what a section says itself, and what stands apart on the page stays apart in it."""

from __future__ import annotations

import pytest
from wagtail.models import Locale

from cms.languages import LANGUAGE_CODES
from cms.searchable import one_after_another
from projects.models import GlossaryPage, Term
from tests.factories.home import home
from tests.factories.projects import TrainingPageFactory, concept, index
from tests.search.asking import ask, finds, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

SERVICES = {
    "bg": ("обслужване на инвеститори", "Всичко, което общината прави за инвеститора.", "Инвеститорът идва."),
    "en": ("investor service", "All that a local authority does for an investor.", "The investor arrives."),
    "lv": ("investoru apkalpošana", "Viss, ko pašvaldība dara investora labā.", "Investors ierodas."),
    "nb": ("investorservice", "Alt en kommune gjør for en investor.", "God investorservice gir svar."),
    "pl": ("obsługa inwestora", "Wszystko, co gmina robi dla inwestora.", "Inwestor przyjeżdża."),
    "ro": ("servicii pentru investitori", "Tot ce face o primărie pentru un investitor.", "Investitorul sosește."),
}


def excerpt_of(query: str, language: str = "en") -> str:
    (result,) = ask(query, language).results
    return "".join(part.text for part in result.excerpt)


def explaining(language: str, own: str) -> None:
    """Publish a training whose own words are followed by a term in its margin."""
    name, definition, _own = SERVICES[language]
    term = concept(Term, "investor-service", language, name=name, definition=definition)
    assert term.locale == Locale.objects.get(language_code=language)
    body = [
        ("heading", {"text": "Orchidea", "anchor": "orchidea"}),
        ("text", f"<p>{own}</p>"),
        ("term", term),
    ]
    TrainingPageFactory(parent=index("training", home(language)), title="Orchidea", body=body)


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_sections_own_words_come_before_the_definitions_in_its_margin(language: str) -> None:
    name, _definition, own = SERVICES[language]
    explaining(language, own)
    assert excerpt_of(name, language) == own, "though the margin has more of the words"
    (result,) = ask(name, language).results
    assert result.section
    assert result.section.address.endswith("#orchidea")


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_what_only_the_margin_says_is_found_and_shown(language: str) -> None:
    name, definition, _own = SERVICES[language]
    explaining(language, "Orchidea.")
    assert finds(name, language) == ["Orchidea"]
    assert excerpt_of(name, language) == f"{name}: {definition}"


def test_a_definition_and_other_names_of_a_term_stay_apart_without_a_sign_after_its_sentence() -> None:
    concept(Term, "cost", "en", name="eligible cost", definition="What a grant may pay.", variants="allowed cost")
    glossary = GlossaryPage(title="Glossary", slug="glossary", locale=home("en").locale)
    home("en").add_child(instance=glossary)
    (section,) = glossary.search_content().sections
    assert section.text == "What a grant may pay. allowed cost"


TABLE = {
    "columns": [{"type": "text", "heading": "Office"}, {"type": "text", "heading": "Task"}],
    "rows": [{"values": ["Mayor", "Signs the orchid permit"]}, {"values": ["Council.", "Votes"]}],
    "caption": "Who does what",
}


@pytest.mark.parametrize(
    ("blocks", "shown"),
    [
        ([("table", TABLE)], "Who does what · Office · Task · Mayor · Signs the orchid permit · Council. Votes"),
        ([("text", "<ul><li>Orchids</li><li>Lilies<ul><li>white</li></ul></li></ul>")], "Orchids · Lilies · white"),
        ([("text", "<p>Orchids grow.</p><p>They like:</p><ul><li>water</li></ul>")], "Orchids grow. They like: water"),
        ([("text", "<p>Orchid street 1<br/>Vidin</p><p>Open</p>")], "Orchid street 1 · Vidin · Open"),
        ([("text", "<p>Orchids</p>"), ("quote", {"text": "Yes", "source": "Ann"})], "Orchids · Yes · Ann"),
        ([("text", "<p>Orchids are <b>white</b> and <i>blue</i></p>")], "Orchids are white and blue"),
        (
            [("text", "<p>Orchids</p>"), ("note", {"kind": "plain", "title": "Note", "text": "Beside it."})],
            "Orchids · Note · Beside it.",
        ),
    ],
)
def test_cells_items_and_lines_stay_apart(blocks: list[tuple[str, object]], shown: str) -> None:
    publish("", title="Flowers", body=blocks)
    assert excerpt_of("orchid") == shown


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        ((), ""),
        (("", " ", "One"), "One"),
        (("One", "two"), "One · two"),
        (("One.", "Two!", "“Three?”", "(four:)", "five;", "six"), "One. Two! “Three?” (four:) five; six"),
        ((" One \n line ", "", "two"), "One line · two"),
    ],
)
def test_texts_are_parted_where_no_sentence_ends(texts: tuple[str, ...], text: str) -> None:
    assert one_after_another(texts) == text
