"""What people type finds what is written, in six languages; one suite for every engine."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from cms.selection import Selection
from search.analysis.typed_words import MOST_WORDS, take_apart
from search.engines.query import minimum_of
from search.reading.words import How
from search.request import SearchRequest
from search.results.page import ResultsPage
from tests.factories.home import home
from tests.factories.projects import BulletinPageFactory, ProjectPageFactory, index
from tests.search.asking import ask, finds, publish

pytestmark = pytest.mark.django_db

DECOYS = {
    "bg": "Планината е висока, реката тече бавно.",
    "en": "The mountain is high and the river is slow.",
    "lv": "Kalns ir augsts, upe tek lēni.",
    "nb": "Fjellet er høyt og elven renner sakte.",
    "pl": "Góra jest wysoka, rzeka płynie powoli.",
    "ro": "Muntele este înalt, râul curge încet.",
}


def assert_finds(language: str, written: str, query: str) -> None:
    publish(DECOYS[language], language, title="Decoy")
    publish(written, language, title="Wanted")
    assert finds(query, language) == ["Wanted"]


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "Инвеститорът пита за терен.", "инвеститори"),
        ("bg", "Общината има план за отпадъците.", "общински отпадък общините"),
        ("bg", "Обучение на служители.", "обучения"),
        ("en", "The municipalities trained their officers.", "training municipality"),
        ("lv", "Pašvaldībām jāatbild uzņēmējiem.", "pašvaldība uzņēmējs"),
        ("lv", "Rīgas pilsēta.", "Rīga"),
        ("nb", "Kommunene inviterte investorene.", "kommune investor"),
        ("pl", "Urzędnicy przyjmują inwestorów.", "urzędnik inwestor"),
        ("pl", "Samorządom potrzebne są szkolenia.", "samorząd szkolenie"),
        ("ro", "Primăriile au instruit funcționarii.", "primărie funcționar"),
    ],
)
def test_another_form_of_a_word_finds_it(language: str, written: str, query: str) -> None:
    assert_finds(language, written, query)


@pytest.mark.parametrize(
    ("language", "written", "query", "used"),
    [
        ("lv", "Pieredzes apmaiņa ar uzņēmējiem.", "apmainas uznemejiem", "uzņēmējiem"),
        ("lv", "Uzņēmējs jautā.", "uznemeju", "uzņēmēju"),  # another form than the one that is written
        ("nb", "Opplæring for fylkeskommunen i Trøndelag.", "opplaering trondelag", "opplæring"),
        ("nb", "En håndbok om oppfølging.", "haandbok oppfoelging", "håndbok"),
        ("pl", "Źródła energii w województwie świętokrzyskim.", "zrodla swietokrzyskim", "źródła"),
        ("pl", "Opiekun inwestorom pomaga.", "inwestorow", "inwestorów"),  # likewise
        ("ro", "Administrație publică în județ.", "administratie judet", "administrație"),
        ("ro", "Școlile din București.", "scolile bucuresti", "școlile"),
    ],
)
def test_a_word_without_its_diacritics_finds_it(language: str, written: str, query: str, used: str) -> None:
    assert_finds(language, written, query)
    outcome = ask(query, language)
    assert used in [form for word in outcome.plan.words for form in word.used]
    assert outcome.plan.instead == ""


@pytest.mark.parametrize("query", ["comunităţile", "comunitățile", "comunitatile"])
@pytest.mark.parametrize("written", ["Comunităţile locale.", "Comunitățile locale."])
def test_romanian_letters_with_cedilla_and_comma_are_the_same(written: str, query: str) -> None:
    assert_finds("ro", written, query)


@pytest.mark.parametrize(
    "query",
    [
        "obshtina",
        "ob6tina",
        "obshtinite",
        "OBSHTINA",
        "chuzhdestranni investitori",
        "4ujdestranni investitori",
        "na obshtinata",
    ],
)
def test_bulgarian_in_latin_letters_finds_cyrillic(query: str) -> None:
    assert_finds("bg", "Община с чуждестранни инвеститори.", query)


def test_a_form_in_latin_letters_that_no_document_has_finds_the_word() -> None:
    assert_finds("bg", "Съветникът гласува.", "savetnitsite")


def test_a_latin_word_in_bulgarian_is_found_as_it_is_written() -> None:
    assert_finds("bg", "Програмата Erasmus и общината.", "erasmus obshtina")


def test_a_word_of_mixed_alphabets_finds_the_real_one() -> None:
    assert_finds("bg", "Село в планината.", "cело")


@pytest.mark.parametrize("query", ["f/yrkr", "ob]ini"])
def test_the_other_layout_of_the_keyboard_is_a_second_try_that_is_told(query: str) -> None:
    assert_finds("bg", "Общини и техните отпадъци.", query)
    outcome = ask(query, "bg")
    assert (outcome.plan.how, outcome.plan.instead) == (How.LAYOUT, "общини")
    assert finds(query, "bg", verbatim=True) == []


def test_the_bulgarian_layout_left_on_finds_latin_words() -> None:
    assert_finds("en", "An investor came.", "инжестор")  # the phonetic layout has ж on the key of v


@pytest.mark.parametrize(
    ("language", "written", "query", "instead"),
    [
        ("bg", "Управление на отпадъците.", "управление на опадъците", "управление на отпадъците"),
        ("en", "Foreign investors.", "foreign invistors", "foreign investors"),
        ("en", "The municipality.", "munciipality", "municipality"),
        ("lv", "Pašvaldība.", "pašvadība", "pašvaldība"),
        ("nb", "Utenlandske investorer.", "utenlandske invistorer", "utenlandske investorer"),
        ("pl", "Inwestor zagraniczny.", "inwetsor", "inwestor"),
        ("ro", "Guvernare locală.", "guvenare", "guvernare"),
    ],
)
def test_a_typing_error_is_a_second_try_that_is_told(language: str, written: str, query: str, instead: str) -> None:
    assert_finds(language, written, query)
    outcome = ask(query, language)
    assert (outcome.plan.how, outcome.plan.instead, outcome.is_second_try) == (How.NEAR, instead, True)


def test_the_second_try_can_be_left_out() -> None:
    publish("Foreign investors.")
    outcome = ask("invistors", verbatim=True)
    assert outcome.is_empty
    assert outcome.plan.missing == ("invistors",)


@pytest.mark.parametrize("query", ["2018", "cat", "ROBG-186"])
def test_numbers_codes_and_short_words_are_no_typing_errors(query: str) -> None:
    publish("In 2019 the car of ROBG-168 stood still.")
    assert ask(query).is_empty


def test_a_real_word_leads_to_its_relatives_before_it_is_taken_for_an_error() -> None:
    publish("Учителите и учениците.", "bg")
    outcome = ask("учителски", "bg")
    assert [word.used for word in outcome.plan.words] in ([("учителите",)], [("учител",)])
    assert (outcome.plan.words[0].how, outcome.plan.instead) == (How.RELATED, "")


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("Avfallsgebyret øker.", "gebyr"),
        ("Avfallsgebyret øker.", "avfall"),
        ("Avfallsgebyret øker.", "avfalls gebyr"),
        ("Gebyr for avfall.", "avfallsgebyr"),
        ("Et studiebesøk i Norge.", "studie besøk"),
        ("Kommunestyrevalg.", "valg"),
    ],
)
def test_a_norwegian_compound_and_its_parts_find_one_another(written: str, query: str) -> None:
    assert_finds("nb", written, query)


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("Project ROBG-168 began.", "ROBG-168"),
        ("Project ROBG-168 began.", "robg168"),
        ("Project ROBG-168 began.", "ROBG 168"),
        ("Number POWR.02.18.00-IP.01-00-004/18.", "POWR.02.18.00-IP.01-00-004/18"),
        ("Co-financing of e-government.", "cofinancing"),
        ("Cofinancing.", "co-financing"),
        ("Co financing.", "co-financing"),
        ("The years 2014–2020.", "2014-2020"),
        ("The municipality's plan.", "municipality"),
    ],
)
def test_codes_and_joined_words_are_found_in_each_way_of_writing(written: str, query: str) -> None:
    assert_finds("en", written, query)


# --------------------------------------------------------------------------- phrases, exclusion, minimum


def test_a_phrase_asks_for_words_side_by_side() -> None:
    publish("Local self-government works.", title="Phrase")
    publish("Government is local.", title="Words")
    assert finds('"local government"') == []
    assert finds('"local self-government"') == ["Phrase"]
    assert set(finds("local government")) == {"Phrase", "Words"}


def test_a_phrase_may_be_inflected_but_the_written_one_comes_first() -> None:
    publish("Местните общини.", "bg", title="Inflected")
    publish("Местна община.", "bg", title="Written")
    assert finds('"местна община"', "bg") == ["Written", "Inflected"]


def test_a_phrase_keeps_its_common_words_and_may_lack_diacritics() -> None:
    publish("Źródła energii dla gminy.", "pl", title="Wanted")
    publish("Energii źródła.", "pl", title="Other order")
    assert finds('"zrodla energii dla gminy"', "pl") == ["Wanted"]


def test_no_phrase_reaches_over_the_end_of_a_section() -> None:
    sections = [("heading", {"text": "Waste", "anchor": "a"}), ("heading", {"text": "Management", "anchor": "b"})]
    publish(
        "",
        body=[
            *sections,
            ("text", "<p>End of local</p>"),
            ("heading", {"text": "X", "anchor": "c"}),
            ("text", "<p>government</p>"),
        ],
    )
    assert finds('"waste management"') == []
    assert finds('"local government"') == []


def test_a_word_in_quotation_marks_is_looked_for_as_written() -> None:
    publish("The investors came.", title="Plural")
    publish("The investor came.", title="Singular")
    assert finds('"investor"') == ["Singular"]


@pytest.mark.parametrize(
    "query", ["investor -permit", "investor -permits", 'investor -"building permit"', "investor -Permits"]
)
def test_what_has_a_minus_is_left_out(query: str) -> None:
    publish("An investor asks for a building permit.", title="Excluded")
    publish("An investor asks for a plot.", title="Kept")
    assert finds(query) == ["Kept"]


def test_only_an_exclusion_asks_for_all_other_pages() -> None:
    publish("An investor.", title="Excluded")
    publish("A plot.", title="Kept")
    found = finds("-investor")
    assert "Kept" in found
    assert "Excluded" not in found


def test_a_longer_text_needs_three_quarters_of_its_words_and_the_fullest_comes_first() -> None:
    publish("alpha beta gamma delta", title="All")
    publish("alpha beta gamma", title="Most")
    publish("alpha beta", title="Half")
    outcome = ask("alpha beta gamma delta")
    assert [result.title[0].text for result in outcome.strict] == ["All", "Most"]
    assert [result.title[0].text for result in outcome.loose] == ["Half"]


def test_two_words_are_both_needed_and_pages_with_one_come_below() -> None:
    publish("alpha beta", title="Both")
    publish("alpha", title="One")
    outcome = ask("alpha beta")
    assert outcome.total == 1
    assert [result.title[0].text for result in outcome.loose] == ["One"]


@pytest.mark.parametrize(("number", "minimum"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (8, 6)])
def test_the_minimum_is_both_of_two_and_three_quarters_of_more(number: int, minimum: int) -> None:
    assert minimum_of(number) == minimum


def test_a_word_that_is_nowhere_does_not_count_and_is_told() -> None:
    publish("alpha beta", title="Both")
    outcome = ask("alpha beta zzzzqx")
    assert outcome.total == 1
    assert outcome.plan.missing == ("zzzzqx",)


def test_common_words_do_not_count_but_can_be_asked_for_alone() -> None:
    publish("How to apply for a permit.", title="Wanted")
    outcome = ask("how do I apply for a permit?")
    assert outcome.total == 1
    assert outcome.plan.too_common == ("how", "do", "I", "for", "a")
    assert finds("how to") == ["Wanted"]


def test_of_a_long_text_the_longest_words_are_looked_for() -> None:
    words = [f"word{letter * length}" for letter, length in zip("abcdefghij", range(1, 11), strict=True)]
    publish(" ".join(words), title="All")
    outcome = ask(" ".join(words))
    assert outcome.total == 1
    assert len(outcome.plan.words) == MOST_WORDS
    assert outcome.plan.left_out == ("worda", "wordbb")


def test_title_counts_more_than_summary_and_heading_and_text() -> None:
    heading = [("heading", {"text": "Orchid", "anchor": "o"}), ("text", "<p>flower</p>")]
    publish("An orchid flower.", title="Text")
    publish("", title="Heading", body=heading)
    publish("A flower.", title="Summary", summary="About the orchid")
    publish("A flower.", title="Orchid")
    assert finds("orchid") == ["Orchid", "Heading", "Summary", "Text"]


def test_each_language_is_searched_for_itself() -> None:
    publish("Erasmus", "en", title="English")
    publish("Erasmus", "pl", title="Polish")
    assert finds("erasmus", "en") == ["English"]
    assert finds("erasmus", "en", results_in="pl") == ["Polish"]


def test_hits_can_be_sorted_by_date_with_the_undated_last() -> None:
    from datetime import date

    from tests.factories.home import home
    from tests.factories.projects import BulletinPageFactory, index

    parent = index("bulletin", home("en"))
    for title, day in (("Old", date(2015, 1, 1)), ("New", date(2020, 1, 1)), ("Undated", None)):
        BulletinPageFactory(parent=parent, title=f"{title} orchid", date=day)
    assert finds("orchid", sort="date") == ["New orchid", "Old orchid", "Undated orchid"]


@pytest.mark.parametrize(
    ("text", "words", "phrases", "excluded"),
    [
        ('a "b c" -d -"e f"', ["a"], ["b c"], ["d", "e f"]),
        ("„a b” «c»", [], ["a b", "c"], []),
        ('a "b', ["a", "b"], [], []),
        ("a - b -- c", ["a", "b", "c"], [], []),
        ("ROBG-168 -x", ["ROBG-168"], [], ["x"]),
        ('""  " " -', [], [], []),
        ("a a A", ["a", "A"], [], []),
    ],
)
def test_a_text_is_taken_apart(text: str, words: list[str], phrases: list[str], excluded: list[str]) -> None:
    typed = take_apart(text)
    assert [word.text for word in typed.words] == words
    assert [" ".join(word.text for word in phrase) for phrase in typed.phrases] == phrases
    assert [" ".join(word.text for word in phrase) for phrase in typed.excluded] == excluded


# ---------------------------------------------------------------- what ages


def test_of_equal_bulletins_the_newer_comes_first_and_a_date_changes_no_other_page() -> None:
    for year in (2016, 2024, 2020):
        BulletinPageFactory(
            title=f"Orchid {year}", number=year, date=date(year, 5, 1), parent=index("bulletin", home("en"))
        )
    assert finds("orchid") == ["Orchid 2024", "Orchid 2020", "Orchid 2016"]


def test_a_new_bulletin_is_not_above_a_page_that_answers_much_better() -> None:
    BulletinPageFactory(
        title="News", summary="Of orchids.", number=1, date=timezone.localdate(), parent=index("bulletin", home("en"))
    )
    ProjectPageFactory(title="Orchids", summary="Orchids and more orchids.", parent=index("project", home("en")))
    assert finds("orchid") == ["Orchids", "News"]


def parts(text: str, size: int, sort: str) -> list[str]:
    """Return the titles of a search in its order, read part by part: each after the last hit of the one before."""
    request = SearchRequest("en", "en", text, Selection(sort=sort))
    read: list[str] = []
    start, last = 0, None
    while True:
        page = ResultsPage(request, start, size, last)
        read += ["".join(part.text for part in result.title) for result in (*page.strict, *page.loose)]
        start, last = start + size, page.answer.last
        if last is None:
            return read


@pytest.mark.parametrize("sort", ["", "date", "title"])
@pytest.mark.parametrize("text", ["orchids roses", "orchid", ""])
def test_a_search_is_read_to_its_end_after_the_last_hit_of_each_part(text: str, sort: str) -> None:
    for number in range(5):
        publish("Orchids and roses. " * (number + 1), title=f"Flower {number}")
    for number in range(3):
        publish("Roses.", title=f"Garden {number}")
    whole = ResultsPage(SearchRequest("en", "en", text, Selection(sort=sort)), 0, 50)
    strict = ["".join(part.text for part in result.title) for result in whole.strict]
    assert len(strict) >= 5
    for size in (1, 2, 4):
        assert parts(text, size, sort)[: len(strict)] == strict


def test_a_part_begins_after_a_hit_wherever_it_stands_now() -> None:
    for number in range(4):
        publish("Orchids.", title=f"Flower {number}")
    request = SearchRequest("en", "en", "orchids", Selection(sort="title"))
    last = ResultsPage(request, 0, 2).answer.last
    publish("Orchids.", title="Earlier")
    after = ["".join(part.text for part in one.title) for one in ResultsPage(request, 2, 2, last).strict]
    assert after == ["Flower 2", "Flower 3"]
    nobody = ["".join(part.text for part in one.title) for one in ResultsPage(request, 2, 2, 10**9).strict]
    assert nobody == ["Flower 1", "Flower 2"]  # from its number on
