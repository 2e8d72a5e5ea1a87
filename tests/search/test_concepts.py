"""Concepts are found by all their names: abbreviations, synonyms, names in other languages and alphabets."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from projects.models import Concept, Organisation, Place, Programme, ProjectPlace, Term, Topic
from search.models import ConceptName
from search.reading.plan import plan
from search.reading.words import How
from tests.factories.home import home
from tests.factories.projects import GlossaryPageFactory, ProjectPageFactory, concept, index, row
from tests.search.asking import ask, finds, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

FUND = {
    "bg": ("Европейски фонд за регионално развитие", "ЕФРР"),
    "en": ("European Regional Development Fund", "ERDF"),
    "lv": ("Eiropas Reģionālās attīstības fonds", "ERAF"),
    "nb": ("Det europeiske regionalutviklingsfondet", "ERDF\nEFRU"),
    "pl": ("Europejski Fundusz Rozwoju Regionalnego", "EFRR"),
    "ro": ("Fondul European de Dezvoltare Regională", "FEDR\nFEDER"),
}
COUNTY = {"bg": "Трьонделаг", "en": "Trøndelag", "lv": "Trondelāga", "nb": "Trøndelag", "pl": "Trøndelag"}


def term(key: str, language: str = "en", **fields: Any) -> Term:
    fields.setdefault("definition", "What it means.")
    made: Term = concept(Term, key, language, **fields)
    return made


def place(key: str, names: dict[str, str]) -> None:
    for language, name in names.items():
        concept(Place, key, language, name=name, country="NO", latitude="63.4", longitude="10.4")


@pytest.fixture
def fund() -> None:
    for language, (name, variants) in FUND.items():
        term("erdf", language, name=name, variants=variants)


@pytest.fixture
def county() -> None:
    place("trondelag", COUNTY)


# ----------------------------------------------------------------------------------- abbreviations


@pytest.mark.usefixtures("fund")
@pytest.mark.parametrize("language", FUND)
@pytest.mark.parametrize("typed_in", FUND)
def test_an_abbreviation_of_any_language_finds_full_name_and_abbreviation(language: str, typed_in: str) -> None:
    name, variants = FUND[language]
    own = variants.split("\n")[0]
    publish(f"{name}.", language, title="Full name")
    publish(f"({own})", language, title="Abbreviation")
    publish("Something else.", language, title="Neither")
    for typed in FUND[typed_in][1].split("\n"):
        assert sorted(finds(typed, language)) == ["Abbreviation", "Full name"], typed


@pytest.mark.usefixtures("fund")
@pytest.mark.parametrize("language", FUND)
@pytest.mark.parametrize("typed_in", FUND)
def test_a_full_name_of_any_language_finds_the_abbreviation(language: str, typed_in: str) -> None:
    publish(f"({FUND[language][1].split()[0]})", language, title="Abbreviation")
    assert finds(FUND[typed_in][0], language) == ["Abbreviation"]


@pytest.mark.usefixtures("fund")
def test_an_abbreviation_is_typed_in_any_case_and_alphabet() -> None:
    publish("Европейският фонд за регионално развитие плати.", "bg")
    assert finds("ефрр", "bg") == finds("erdf", "bg") == finds("efrr", "bg") == ["A page"]
    assert finds("evropeyski fond za regionalno razvitie", "bg") == ["A page"]


@pytest.mark.usefixtures("fund")
def test_what_was_typed_is_marked_by_whichever_name_stands_there() -> None:
    publish("Paid by the European Regional Development Fund.")
    (result,) = ask("ERDF").strict
    assert [part.text for part in result.excerpt if part.marked] == ["European Regional Development Fund"]
    assert ask("FEDR").plan.words[0].used == ("European Regional Development Fund",)


@pytest.mark.usefixtures("fund")
def test_further_words_still_count() -> None:
    publish("The European Regional Development Fund paid for bridges.", title="Bridges")
    publish("The European Regional Development Fund paid for roads.", title="Roads")
    assert finds("ERDF bridges") == ["Bridges"]
    assert finds("EFRR bridges") == ["Bridges"]
    assert finds("ERDF -roads") == ["Bridges"]


@pytest.mark.usefixtures("fund")
def test_a_phrase_is_the_words_that_stand_in_it() -> None:
    publish("ERDF.", title="Abbreviation")
    publish("European Regional Development Fund.", title="Full name")
    assert finds('"European Regional Development Fund"') == ["Full name"]


def test_a_name_in_brackets_is_a_name() -> None:
    concept(Programme, "eea", name="European Economic Area Grants (EEA)")
    publish("EEA.")
    assert finds("european economic area grants") == ["A page"]


def test_a_short_name_is_a_name() -> None:
    concept(Organisation, "arm", name="Association of Rhodope Municipalities", short_name="ARM")
    publish("ARM.")
    assert finds("association of rhodope municipalities") == ["A page"]


@pytest.mark.parametrize(
    ("language", "name", "variant", "typed"),
    [
        ("nb", "kommunestyremedlem", "folkevalgt", "kommunestyremedlemmene"),
        ("bg", "общински съветник", "ОбСк", "общинските съветници"),
        ("pl", "radny gminy", "RG", "radnych gmin"),
        ("lv", "domes deputāts", "DD", "domes deputātiem"),
        ("ro", "consilier local", "CL", "consilierilor locali"),
        ("en", "local councillor", "LC", "local councillors"),
    ],
)
def test_a_term_is_known_in_the_forms_of_its_language(language: str, name: str, variant: str, typed: str) -> None:
    term("councillor", language, name=name, variants=variant)
    publish(f"{variant}.", language)
    assert finds(typed, language) == ["A page"]


# ------------------------------------------------------------------------------------------ places


@pytest.mark.usefixtures("county")
@pytest.mark.parametrize("language", ["bg", "en", "lv", "nb"])
@pytest.mark.parametrize(
    "typed", ["Трьонделаг", "Trondelāga", "Trøndelag", "trondelag", "Troendelag", "trondelaga", "TRØNDELAG"]
)
def test_a_place_is_one_place_in_every_language(language: str, typed: str) -> None:
    publish(f"{COUNTY[language]}.", language, title="About it")
    publish("Something else.", language, title="Another")
    assert finds(typed, language) == ["About it"]


@pytest.mark.usefixtures("county")
def test_a_place_is_known_in_the_forms_of_the_readers_language() -> None:
    publish("Trondelāgā mācās.", "lv")
    assert finds("Trøndelag", "lv") == finds("Trondelāgu", "lv") == finds("Трьонделаг", "lv") == ["A page"]


@pytest.mark.usefixtures("county")
def test_pages_that_carry_the_place_are_found() -> None:
    county = Place.objects.get(key="trondelag", locale__language_code="en")
    parent = index("project", home("bg"))
    ProjectPageFactory(parent=parent, title="Проект", places=[row(ProjectPlace, "bg", place=county)])
    assert finds("Trondelāga", "bg") == ["Проект"]


# --------------------------------------------------------------------------------- what is not meant


def test_a_common_word_of_another_language_means_what_it_means_in_the_readers() -> None:
    term("council", "en", name="municipal council")
    term("council", "lv", name="pašvaldības dome", variants="dome")
    publish("The dome of the church.", title="Church")
    publish("The municipal council.", title="Council")
    assert finds("dome") == ["Church"]
    assert not ask("dome").plan.concepts


def test_a_word_that_the_readers_language_lacks_is_taken_for_the_other_languages() -> None:
    term("council", "en", name="municipal council")
    term("council", "pl", name="rada gminy", variants="samorząd")
    publish("The municipal council.", title="Council")
    outcome = ask("samorząd")
    assert [result.address for result in outcome.strict] == ["/en/council/"]
    assert outcome.plan.words[0].how is How.CONCEPT


def test_one_word_of_a_longer_name_does_not_stand_for_it() -> None:
    term("council", "lv", name="pašvaldības dome", variants="dome")
    publish("Pašvaldības dome.", "lv", title="Pašvaldība")
    publish("Studentu dome.", "lv", title="Studenti")
    assert finds("pašvaldības dome", "lv") == ["Pašvaldība"]


def test_the_longest_name_counts() -> None:
    term("council", name="council", variants="board")
    term("council-fee", name="council fee", variants="CF")
    publish("The CF is due.", title="Fee")
    publish("The board.", title="Board")
    assert finds("council fee") == ["Fee"]


# ---------------------------------------------------------------------------------------- in step


def names(key: str, language: str = "en") -> list[str]:
    row = Term.objects.get(key=key, locale__language_code=language)
    found = ConceptName.objects.filter(concept__endswith=str(row.translation_key), language=language)
    return list(found.values_list("text", flat=True))


def unpublish(entry: Concept) -> None:
    entry.unpublish()


def delete(entry: Concept) -> None:
    entry.delete()


def delete_in_bulk(entry: Concept) -> None:
    type(entry)._default_manager.filter(pk=entry.pk).delete()


@pytest.mark.parametrize("hide", [unpublish, delete, delete_in_bulk])
def test_only_public_names_are_known(hide: Any) -> None:
    entry = term("fee", name="refuse charge", variants="RCX")
    publish("Refuse charge.")
    assert finds("RCX") == ["A page"]
    hide(entry)
    assert finds("RCX") == []
    assert not ConceptName.objects.exists()
    call_command("search_check", stdout=StringIO())


def test_a_draft_is_known_by_nobody_until_it_is_published() -> None:
    entry = term("fee", name="refuse charge", variants="RCX", live=False)
    publish("Refuse charge.")
    assert finds("RCX") == []
    entry.save_revision().publish()
    assert finds("RCX") == ["A page"]


def test_a_draft_of_a_public_entry_changes_nothing() -> None:
    entry = term("fee", name="refuse charge", variants="RCX")
    entry.variants = "RCY"
    revision = entry.save_revision()
    assert names("fee") == ["refuse charge", "RCX"]
    revision.publish()
    assert names("fee") == ["refuse charge", "RCY"]


def test_a_rename_that_is_rolled_back_changes_nothing() -> None:
    entry = term("fee", name="refuse charge")
    with transaction.atomic():
        entry.name = "waste charge"
        entry.save()
        assert names("fee") == ["waste charge"]
        transaction.set_rollback(True)
    assert names("fee") == ["refuse charge"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda: ConceptName.objects.all().delete(),
        lambda: ConceptName.objects.update(stems="en other"),
        lambda: Term.objects.update(live=False),
        lambda: ConceptName.objects.update(concept="term-of-nobody"),
    ],
)
def test_the_check_names_wrong_names_and_a_rebuild_mends_them(damage: Any) -> None:
    term("fee", name="refuse charge", variants="RCX")
    damage()
    output = StringIO()
    with pytest.raises(CommandError):
        call_command("search_check", stdout=output)
    assert "differ from the vocabulary" in output.getvalue()
    call_command("search_rebuild", stdout=StringIO())
    call_command("search_check", stdout=StringIO())


@pytest.mark.usefixtures("fund", "county")
def test_all_concepts_of_a_text_are_looked_up_in_one_question() -> None:
    for number in range(20):
        concept(Topic, f"topic-{number}", name=f"Topic {number} of Trøndelag")
    publish("ERDF.")
    text = "European Regional Development Fund in Trøndelag and elsewhere " * 30
    plan(text, "en")
    with CaptureQueriesContext(connection) as context:
        plan(text, "en")
    assert len([query for query in context if "search_conceptname" in query["sql"]]) == 1


# ------------------------------------------------------------------------------------ the glossary


def test_a_term_is_found_in_the_glossary_at_its_own_place() -> None:
    term("beneficiary", name="beneficiary", definition="Who receives a grant.", variants="grant holder")
    term("grant", name="grant", definition="Money that is not paid back.")
    page = GlossaryPageFactory(parent=home("en"), title="Glossary")
    for text in ("What is a beneficiary?", "grant holders", "who receives a grant"):
        section = ask(text).strict[0].section
        assert section is not None
        assert section.address == f"{page.url_path}#beneficiary", text


def test_the_glossary_follows_its_terms() -> None:
    GlossaryPageFactory(parent=home("en"), title="Glossary")
    entry = term("beneficiary", name="beneficiary")
    assert finds("beneficiary") == ["Glossary"]
    entry.name = "grantee"
    entry.save()
    assert finds("beneficiary") == []
    assert finds("grantee") == ["Glossary"]
    entry.delete()
    assert finds("grantee") == []
    call_command("search_check", stdout=StringIO())
