"""Rules of each language beyond its dictionary: two forms or spellings of a word share a key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import LANGUAGES, analyse, keys, knows, normalise
from search.analysis.grammar import american
from search.analysis.index_keys import key, query_keys, text_keys


def finds(query: str, written: str, language: str) -> bool:
    carries = {
        key(language, kind, word)
        for token in analyse(written, language)
        for kind, word in text_keys(token.keys, language, token.is_whole)
    }
    return bool(carries & set(query_keys(keys(normalise(query), language), language)))


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "заявлението", "заявления"),
        ("bg", "заявления", "заявление"),
        ("bg", "компаниите", "компания"),
        ("bg", "учителят", "учители"),
        ("bg", "малките", "малък"),
        ("bg", "лошо", "лош"),
        ("bg", "градовете", "град"),
        ("bg", "обърнете", "обърна"),
        ("en", "organisation", "organization"),
        ("en", "digitisation", "digitization"),
        ("en", "analysed", "analyzing"),
        ("en", "neighbouring", "neighbor"),
        ("en", "colours", "color"),
        ("en", "centres", "center"),
        ("en", "kilometres", "kilometer"),
        ("en", "catalogues", "catalog"),
        ("en", "programmes", "program"),
        ("en", "defence", "defense"),
        ("en", "judgement", "judgment"),
        ("en", "travelling", "traveling"),
        ("en", "paediatric", "pediatric"),
        ("en", "thieves", "thief"),
        ("lv", "Kalniņai", "Kalniņa"),
        ("lv", "Liepiņš", "Liepiņa"),
        ("lv", "brāļi", "brālis"),
        ("lv", "Daugavpilī", "Daugavpils"),
        ("nb", "bøkene", "bok"),
        ("nb", "føttene", "fot"),
        ("nb", "søkerne", "søker"),
        ("nb", "lederne", "leder"),
        ("nb", "veier", "vei"),
        ("nb", "museet", "museum"),
        ("nb", "sentre", "senter"),
        ("nb", "regjeringens", "regjering"),
        ("nb", "fylkeskommunane", "fylkeskommune"),
        ("nb", "elevar", "elev"),
        ("nb", "jenten", "jenta"),
        ("pl", "najlepszy", "dobry"),
        ("pl", "składania", "składać"),
        ("pl", "Kowalskiej", "Kowalska"),
        ("ro", "cîmpului", "câmp"),
        ("ro", "reîntîlnire", "reîntâlnire"),
        ("ro", "învăţămînt", "învățământ"),
        ("ro", "instruiți", "instruit"),
        ("ro", "turiști", "turist"),
        ("ro", "depusă", "depune"),
    ],
)
def test_two_forms_of_a_word_find_one_another(language: str, written: str, query: str) -> None:
    assert finds(query, written, language)
    assert finds(written, query, language)


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [
        ("bg", "община", "общество"),
        ("en", "four", "for"),
        ("en", "hour", "hor"),
        ("en", "advice", "adviser"),
        ("lv", "māja", "lapa"),
        ("nb", "vann", "vannski"),
        ("nb", "kommune", "kommunikasjon"),
        ("pl", "morze", "może"),
        ("ro", "oraș", "orar"),
    ],
)
def test_two_words_do_not(language: str, written: str, query: str) -> None:
    assert not finds(query, written, language)


@pytest.mark.parametrize(
    ("compound", "inner"),
    [("barnehageplass", "barnehage"), ("arbeidsmarkedstiltak", "arbeidsmarked"), ("arbeidsmarkedstiltak", "marked")],
)
def test_a_norwegian_compound_is_found_by_compounds_inside_it(compound: str, inner: str) -> None:
    assert finds(inner, compound, "nb")
    assert not finds(compound, inner, "nb")


@pytest.mark.parametrize(
    "word", ["exercise", "promise", "four", "there", "programmer", "fence", "analysis", "basis", "aeroplane"]
)
def test_american_spelling_leaves_no_other_word_s_spelling(word: str) -> None:
    assert american(word) == word or not knows(american(word), "en")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abceglmnoprsuyzsid", min_size=1, max_size=16))
def test_american_spelling_of_american_spelling_is_itself(word: str) -> None:
    assert american(american(word)) == american(word)


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=20), st.sampled_from(list(LANGUAGES)))
def test_any_word_has_lemmas_and_a_stem_without_repetition(word: str, language: str) -> None:
    for token in analyse(word, language):
        assert token.keys.stem
        assert len(set(token.keys.lemmas)) == len(token.keys.lemmas) > 0
