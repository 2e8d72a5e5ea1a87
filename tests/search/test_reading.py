"""How typed words are read: numbers, codes, words joined or apart, unfinished ones, questions."""

from __future__ import annotations

import pytest

from search.analysis.typed_words import take_apart
from search.reading.words import How
from tests.search.asking import ask, finds, publish

pytestmark = pytest.mark.django_db


def ways(query: str, language: str = "en") -> list[How]:
    return [word.how for word in ask(query, language).plan.words]


@pytest.mark.parametrize(
    "written", ["7,654 people", "7 654 people", "7.654 people", "7654 people", "7\u202f654 people"]
)
@pytest.mark.parametrize("query", ["7654", "7,654", "7 654 people", "7.654", '"7 654 people"'])
def test_a_number_typed_in_one_way_finds_the_others(written: str, query: str) -> None:
    publish("76,54 and 7 and 654 others.", title="Decoy")
    publish(written, title="Wanted")
    assert finds(query) == ["Wanted"]


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("EUR 1.2 million", "1,2 million"),
        ("500kWh", "500 kWh"),
        ("500 kWh", "500kWh"),
        ("20 %", "20%"),
        ("2014–2020", "2014"),
        ("2014–2020", "2020"),
        ("2014–2020", "2014-2020"),
        ("10 000–20 000 EUR", "20.000"),
    ],
)
def test_numbers_with_units_and_ranges_are_found(written: str, query: str) -> None:
    publish("A page of 1 and 2 and 50.", title="Decoy")
    publish(f"About {written}.", title="Wanted")
    assert finds(query) == ["Wanted"]


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("7,654", "7"),
        ("7,654", "654"),
        ("1.5", "15"),
        ("15", "1.5"),
        ("1.5", "5"),
        ("2014–2020", "20142"),
        ("2020", "202"),
    ],
)
def test_a_piece_of_a_number_is_another_number(written: str, query: str) -> None:
    publish(f"About {written}.")
    assert ask(query).is_empty


CODE = "POWR.02.18.00-IP.01-00-004/18"


@pytest.mark.parametrize(
    ("written", "query"),
    [
        (CODE, CODE),
        (CODE, CODE.lower()),
        (CODE, "POWR.02.18"),
        (CODE, "POWR.02.18.00-IP.01"),
        (CODE, "02.18"),
        (CODE, "powr 02 18 00 ip 01 00 004 18"),
        ("BG05M9OP001-1.003", "BG05M9OP001"),
        ("BG05M9OP001-1.003", "bg05m9op001 1.003"),
        ("LIFE17 ENV/LV/000310", "life17-env-lv-000310"),
        ("1.1.1.1/18/A/001", "1.1.1.1/18/A"),
        ("ROBG168", "robg 168"),
        ("ISO 9001:2015", "iso 9001"),
    ],
)
def test_a_code_is_found_whole_by_its_beginning_and_with_blanks(written: str, query: str) -> None:
    publish("Codes 18 and 2, 1.1.1.2/19, POWR.02.17.00-IP.02, ISO 14001 and ROBG-186.", title="Decoy")
    publish(f"Project {written} began.", title="Wanted")
    assert finds(query)[0] == "Wanted"
    assert finds(f'"{query}"') == ["Wanted"]


@pytest.mark.parametrize("query", ["POWR.02.1", "POWR.18.02", "ROBG-16", "ROBG-186"])
def test_a_code_is_cut_at_its_signs_only(query: str) -> None:
    publish(f"Projects {CODE} and ROBG-168.")
    assert ask(query).is_empty


@pytest.mark.parametrize(
    ("language", "written", "query", "how"),
    [
        ("en", "Cooperation of towns.", "co operation", How.TOGETHER),
        ("en", "Co operation of towns.", "cooperation", How.APART),
        ("en", "A work shop for planners.", "workshop", How.APART),
        ("nb", "Innovasjonssystemet i byen.", "innovasjons system", How.TYPED),
        ("nb", "Innovasjons system i byen.", "innovasjonssystem", How.PARTS),
        ("pl", "Opis współpracy.", "współ pracy", How.TOGETHER),
    ],
)
def test_words_joined_or_apart_are_the_same_words(language: str, written: str, query: str, how: How) -> None:
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]
    assert how in ways(query, language)


def test_two_words_that_stand_somewhere_find_them_joined_too() -> None:
    publish("Health care for all.", title="Apart")
    publish("Healthcare for all.", title="Joined")
    assert set(finds("health care")) == {"Apart", "Joined"}


@pytest.mark.parametrize(
    ("language", "written", "query", "instead"),
    [
        ("en", "Administration is public.", "publicadministration", "public administration"),
        ("pl", "Szkolenia dla urzędników.", "szkoleniaurzędników", "szkolenia urzędników"),
        ("bg", "Отпадъци в общините.", "общинитеотпадъци", "общините отпадъци"),
    ],
)
def test_a_lost_blank_is_a_typing_error(language: str, written: str, query: str, instead: str) -> None:
    publish("Nothing of it.", language, title="Decoy")
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]
    outcome = ask(query, language)
    assert (outcome.plan.how, outcome.plan.instead) == (How.NEAR, instead)
    assert finds(query, language, verbatim=True) == []


# --------------------------------------------------------------------------- unfinished words


@pytest.mark.parametrize(
    ("language", "written", "query", "used"),
    [
        ("bg", "Обществени поръчки.", "обществени поръ", "поръчки"),
        ("en", "A municipality.", "munic", "municipality"),
        ("lv", "Pašvaldība lemj.", "pasval", "pašvaldība"),
        ("nb", "Trøndelag fylkeskommune.", "trønd", "trøndelag"),
        ("pl", "Województwo lubuskie.", "wojew", "województwo"),
        ("ro", "Administrație publică.", "admini", "administrație"),
    ],
)
def test_an_unfinished_word_finds_what_begins_so(language: str, written: str, query: str, used: str) -> None:
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]
    outcome = ask(query, language)
    assert outcome.plan.words[-1].how is How.PREFIX
    assert used in outcome.plan.words[-1].used
    assert outcome.plan.instead == ""
    assert finds(query, language, verbatim=True) in ([], ["Wanted"])


@pytest.mark.parametrize("query", ["mu", "munic today", "munic?", '"munic"', "cat"])
def test_only_a_last_word_of_three_letters_that_is_no_word_is_unfinished(query: str) -> None:
    publish("A municipality today, in the catalogue.")
    assert How.PREFIX not in ways(query)


def test_a_word_that_stands_somewhere_is_finished() -> None:
    publish("The form of it.", title="Form")
    publish("A formula.", title="Formula")
    assert finds("form") == ["Form"]


# --------------------------------------------------------------------------- sentences and signs


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "Подкрепа за обучение на безработни.", "Кой може да получи подкрепа за обучение?"),
        ("en", "Support for training of job seekers.", "Who can get support for training?"),
        ("lv", "Atbalsts apmācībām bezdarbniekiem.", "Kas var saņemt atbalstu apmācībām?"),
        ("nb", "Støtte til opplæring for arbeidsledige.", "Hvem kan få støtte til opplæring?"),
        ("pl", "Wsparcie szkoleń dla bezrobotnych.", "Kto może dostać wsparcie na szkolenia?"),
        ("ro", "Sprijin pentru instruirea șomerilor.", "Cine poate primi sprijin pentru instruire?"),
    ],
)
def test_a_question_is_answered(language: str, written: str, query: str) -> None:
    publish("Rzeka, upe, elv, river, река, râu.", language, title="Decoy")
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]


@pytest.mark.parametrize(
    ("text", "words", "excluded"),
    [
        ("a –b", ["a", "b"], []),
        ("a −b —c", ["a", "b", "c"], []),
        ("a - b", ["a", "b"], []),
        ('a -"b c"', ["a"], ["b c"]),
        ("a -„b c”", ["a"], ["b c"]),
        ("a-b", ["a-b"], []),
        ("7 654 -x 1 000", ["7 654", "1 000"], ["x"]),
    ],
)
def test_only_a_hyphen_before_a_word_leaves_it_out(text: str, words: list[str], excluded: list[str]) -> None:
    typed = take_apart(text)
    assert [word.text for word in typed.words] == words
    assert [" ".join(word.text for word in phrase) for phrase in typed.excluded] == excluded


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "Е.С. плаща.", "ЕС"),
        ("bg", "ЕС плаща.", "Е.С."),
        ("en", "The E.U. pays.", "EU"),
        ("pl", "Szkoły, m.in. wiejskie.", "m.in. szkoły"),
        ("nb", "Skoler, bl.a. små.", "bl.a. skoler"),
        ("ro", "Firma Alfa S.R.L.", "SRL alfa"),
    ],
)
def test_abbreviations_are_the_same_with_and_without_dots(language: str, written: str, query: str) -> None:
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]


@pytest.mark.parametrize(
    "query", ["4as", "6kola", "u4iteliq", "wreme", "jivot", "zhivot", "chas", "shkola", "yabalka", "qbylka"]
)
def test_bulgarian_in_informal_latin_letters_finds_cyrillic(query: str) -> None:
    publish("Няма нищо.", "bg", title="Decoy")
    publish("Час в школа: учителят, време, живот, ябълка.", "bg", title="Wanted")
    assert finds(query, "bg") == ["Wanted"]
