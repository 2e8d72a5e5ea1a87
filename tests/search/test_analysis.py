"""Words, their places and their keys in six languages."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import analysis
from search.analysis import LANGUAGES, analyse, is_stop_word, keys, knows, morphology, version
from search.analysis.normalise import LONGEST_WORD, fold, normalise, word_spans

ANY_LANGUAGE = st.sampled_from(list(LANGUAGES))
# Letters that some rule of ours treats specially, and any sign at all.
TRICKY = st.text(alphabet="aeÅåæøłşșţѝйАвВbcхСс'’-–./@ \u00ad\u200b\u0300\u0301İßǅ1²４😀\u0000\u202eא", max_size=60)
ANY_TEXT = st.one_of(TRICKY, st.text(max_size=80))


@pytest.mark.parametrize(
    ("language", "word", "lemmas", "stem"),
    [
        ("bg", "общините", {"община"}, "общин"),
        ("bg", "инвеститорите", {"инвеститор"}, "инвеститор"),
        ("bg", "обучения", {"обуча", "обучение"}, "обуч"),
        ("en", "municipalities", {"municipality"}, "municip"),
        ("en", "trained", {"train"}, "train"),
        ("lv", "pašvaldībām", {"pašvaldība"}, "pašvaldīb"),
        ("lv", "rīgas", {"rīga"}, "rīg"),
        ("nb", "kommunene", {"kommune"}, "kommun"),
        ("nb", "håndbøker", {"håndbok"}, "håndbøk"),
        ("pl", "samorządów", {"samorząd"}, "samorząd"),
        ("pl", "polskiej", {"polska", "polski"}, "polsk"),
        ("ro", "primăriile", {"primărie"}, "primăr"),
        ("ro", "comunităţile", {"comunitate"}, "comun"),
    ],
)
def test_a_word_has_the_lemmas_and_the_stem_of_its_language(
    language: str, word: str, lemmas: set[str], stem: str
) -> None:
    found = keys(normalise(word), language)
    assert (set(found.lemmas), found.stem) == (lemmas, stem)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("bg", "Общинските служители (21) в ЕФРР.", ["общинските", "служители", "21", "в", "ефрр"]),
        ("en", "R&D, e-government; U.S.", ["r", "d", "e", "government", "u", "s"]),
        ("lv", "Rīgas 3. kārta", ["rīgas", "3", "kārta"]),
        ("nb", "Trøndelag på 15km", ["trøndelag", "på", "15", "km"]),
        ("pl", "Łódź – „Zażółć”", ["łódź", "zażółć"]),
        ("ro", "Bucureşti într-o", ["bucurești", "într", "o"]),
    ],
)
def test_a_text_has_its_words_in_order(language: str, text: str, words: list[str]) -> None:
    assert [token.keys.exact for token in analyse(text, language) if not token.is_whole] == words


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("co-financing", ["cofinancing"]),
        ("POWR.02.18.00-IP.01-00-004/18", ["powr021800ip010000418"]),
        ("2014–2020", ["20142020"]),
        ("the municipality's", ["municipalitys"]),
        ("e.g. ROBG168", ["eg", "robg168"]),
        ("one - two", []),
        ("E.U. m.in. bl.a.", ["eu", "min", "bla"]),
        ("O’Brien O'Brien OʼBrien O`Brien", ["obrien"] * 4),
        ("co‑operation co–operation co−operation", ["cooperation"] * 3),
        ("coopera\u00adtion", []),
        ("1.5 7,654", []),
        ("€1.2m", ["1·2m"]),
    ],
)
def test_what_signs_join_is_read_as_a_whole_too(text: str, wholes: list[str]) -> None:
    assert [token.keys.exact for token in analyse(text, "en") if token.is_whole] == wholes


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Bucureşti", "bucurești"),
        ("COMUNITĂŢI", "comunități"),
        ("во\u0301лност", "волност"),  # a stress mark
        ("общѝна", "община"),
        ("cело", "село"),  # a Latin letter among Cyrillic ones
        ("СОMPANY", "company"),  # Cyrillic ones among Latin letters
        ("ceлo", "село"),  # most letters Latin, but one that only Cyrillic has
        ("EФPP", "ефрр"),
        ("за\u0300мък", "замък"),
        ("ѝ", "ѝ"),  # a word of its own
        ("ﬁnance", "finance"),  # a ligature
        ("ＦＵＬＬ", "full"),
        ("４２", "42"),
        ("½", "½"),
        ("munici\u00adpality", "municipality"),  # a soft hyphen
        ("a\u030a", "å"),  # letter and ring apart
    ],
)
def test_there_is_one_way_of_writing_a_word(written: str, normal: str) -> None:
    assert normalise(written) == normal


@pytest.mark.parametrize(
    ("language", "word", "folded"),
    [
        ("pl", "łódź", "lodz"),
        ("nb", "blåbær", "blabar"),
        ("nb", "kjøre", "kjore"),
        ("lv", "šūpoļķis", "supolkis"),
        ("ro", "țară", "tara"),
    ],
)
def test_a_word_is_folded_as_it_is_typed_on_another_keyboard(language: str, word: str, folded: str) -> None:
    assert keys(word, language).folded == folded


@pytest.mark.parametrize("typed", ["blåbær", "blaabaer", "blabaer", "blabar"])
def test_norwegian_letters_are_folded_whichever_letters_stand_for_them(typed: str) -> None:
    assert keys(typed, "nb").folded == "blabar"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("avfallsgebyrene", ["avfall", "gebyr"]),
        ("kommunestyrevalg", ["kommune", "styre", "valg"]),
        ("næringsutvikling", ["næring", "utvikling"]),
        ("kompetansebygging", ["kompetanse", "bygging"]),
        ("opplæringen", []),
        ("samarbeid", []),
        ("undervisning", []),
        ("partnerskap", []),
    ],
)
def test_a_norwegian_compound_has_its_parts(word: str, parts: list[str]) -> None:
    assert [part[0] for part in keys(word, "nb").parts] == parts


@pytest.mark.parametrize(
    ("language", "letters"),
    [("bg", ""), ("en", ""), ("lv", "āčēģīķļņšūž"), ("nb", "åæø"), ("pl", "ąćęłńóśźż"), ("ro", "ăâîșț")],
)
def test_each_language_has_the_letters_that_a_keyboard_may_lack(language: str, letters: str) -> None:
    assert {letter for _typed, letter in LANGUAGES[language].letters} == set(letters)


def test_no_other_language_takes_words_apart() -> None:
    assert not any(keys("avfallsgebyr", language).parts for language in LANGUAGES if language != "nb")


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_normal_words_of_one_alphabet(language: str) -> None:
    row = LANGUAGES[language]
    assert all(normalise(word) == word and word.isalpha() for word in row.stop_words)
    assert all(
        ("CYRILLIC" in unicodedata.name(letter)) == row.in_cyrillic for word in row.stop_words for letter in word
    )


@pytest.mark.parametrize(
    ("language", "typed"),
    [("pl", "się"), ("pl", "sie"), ("ro", "si"), ("lv", "ka"), ("nb", "pa"), ("bg", "на"), ("bg", "na")],
)
def test_a_stop_word_is_one_without_its_diacritics_too(language: str, typed: str) -> None:
    assert is_stop_word(typed, language)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("bg", "учители"),
        ("en", "teachers"),
        ("lv", "rīgas"),
        ("nb", "lærerne"),
        ("pl", "nauczycieli"),
        ("ro", "profesorii"),
    ],
)
def test_the_dictionary_knows_the_forms_of_a_word(language: str, word: str) -> None:
    assert knows(word, language)
    assert not knows("xqzvw", language)


# ------------------------------------------------------------------------------------- any text


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, ANY_LANGUAGE)
def test_any_text_has_an_analysis_whose_places_point_at_its_words(text: str, language: str) -> None:
    end, position = 0, -1
    for token in analyse(text, language):
        assert 0 < len(token.keys.exact) <= LONGEST_WORD
        assert 0 <= token.start < token.end <= len(text)
        written = text[token.start : token.end]
        if token.is_whole:
            assert [span.form for span in word_spans(written) if span.is_whole] == [token.keys.exact]
        else:
            assert next(word_spans(written)).form == token.keys.exact
            assert token.start >= end
            assert token.position == position + 1
            end, position = token.end, token.position


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_normalising_and_folding_again_changes_nothing(text: str) -> None:
    forms = [span.form for span in word_spans(text)]
    assert [normalise(form) for form in forms] == forms
    assert all(fold(fold(form)) == fold(form) for form in forms)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, ANY_LANGUAGE)
def test_no_key_has_a_sign_that_could_end_it(text: str, language: str) -> None:
    for token in analyse(text, language):
        several = (*token.keys.lemmas, *(part for parts in token.keys.parts for part in parts))
        for key in (token.keys.exact, token.keys.stem, *several):
            assert key
            assert not any(sign.isascii() and not sign.isalnum() for sign in key)
            assert not any(sign.isspace() for sign in key)


@pytest.mark.parametrize("text", ["a" * 100_000, "a-" * 50_000, "a\u0301" * 50_000, "1" * 100_000, "\u0301" * 100_000])
def test_a_long_text_without_words_costs_no_more_than_others(text: str) -> None:
    assert len(list(analyse(text, "bg"))) <= 100_000


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_words_of_any_text_are_composed_in_lower_case_and_nowhere_twice(text: str) -> None:
    found = [span for span in word_spans(text) if not span.is_whole]
    assert [span.position for span in found] == list(range(len(found)))
    assert all(span.form == span.form.lower() for span in found if span.form.isascii())
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_the_cache_of_words_is_bounded() -> None:
    info = analysis._cached_keys("en").cache_info()
    assert info.maxsize == analysis.CACHED_WORDS


@pytest.mark.parametrize(
    "text", ["\ud800", "a\udfffb", "\x00a\x1fb\x7f", "\ufdfa", "ŉ", "ẞ", "ΐ", "\U0001d400\U0001d7d8"]
)
def test_half_characters_controls_and_ligatures_have_an_analysis(text: str) -> None:
    for language in LANGUAGES:
        assert all(token.keys.exact.strip() for token in analyse(text, language))


def test_a_word_is_looked_up_once() -> None:
    calls: list[str] = []
    dictionary = LANGUAGES["en"].dictionary()

    def lemmas(word: str) -> tuple[str, ...]:
        calls.append(word)
        return dictionary.lemmas(word)

    counted = morphology.Dictionary("counted", lemmas, dictionary.knows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis, "_dictionary", lambda _language: counted)
        for _time in range(3):
            keys("unheardofword", "en")
    assert len(calls) <= 1


# ------------------------------------------------------------------------- where a wheel is missing


def test_polish_is_read_by_simplemma_where_morfeusz_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    dictionary = morphology.polish_dictionary()
    assert "simplemma" in dictionary.name
    assert dictionary.lemmas("samorządów") == ("samorząd",)


def test_latvian_is_read_by_spylls_where_chunspell_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    dictionary = morphology.latvian_dictionary()
    assert "spylls" in dictionary.name
    assert dictionary.lemmas("pašvaldībām") == ("pašvaldība",)
    assert dictionary.lemmas("rīgas") == ("rīga",)


def test_latvian_is_read_by_simplemma_where_no_dictionary_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(morphology, "latvian_folder", lambda: None)
    assert "simplemma" in morphology.latvian_dictionary().name


def test_the_version_names_what_took_part() -> None:
    dictionaries = [version(language).split("; ")[1].split()[0] for language in ("bg", "lv", "pl", "ro")]
    assert dictionaries == ["simplemma", "chunspell", "morfeusz2", "simplemma"]
    assert len({version(language) for language in ("bg", "lv", "pl", "ro")}) == 4
