"""Words in the order of each language's own dictionary."""

from __future__ import annotations

import random

import pytest

from cms.alphabets import ALPHABETS, collation_key, initial, sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("bg", ["август", "йод", "работа", "щанд", "ютия", "investor"]),
        ("lv", ["aģentūra", "ārvalsts", "cena", "čeks", "gads", "ģimene", "zeme", "žogs"]),
        ("nb", ["arbeid", "zoologi", "æra", "øre", "ål"]),
        ("pl", ["ale", "ąż", "cena", "ćwiczenie", "las", "łąka", "zakład", "źródło", "żona"]),
        ("ro", ["apa", "ăsta", "âncă", "sat", "școală", "tară", "țară"]),
        ("en", ["2 parts", "e-service", "eager", "zone", "общи"]),
    ],
)
def test_words_are_in_the_order_of_the_language(language: str, words: list[str]) -> None:
    shuffled = random.sample(words, len(words))
    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == words


def test_capital_letters_and_the_old_romanian_cedilla_make_no_difference() -> None:
    assert sort_key("ŞCOALĂ", "ro")[0] == sort_key("școală", "ro")[0]


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("ārvalsts", "lv", "A"),
        ("čeks", "lv", "Č"),
        ("łąka", "pl", "Ł"),
        ("łąka", "en", "L"),
        ("йод", "bg", "Й"),
        ("investor", "bg", "I"),
        ("2 parts", "en", "#"),
        ("", "en", "#"),
    ],
)
def test_a_word_stands_under_the_letter_where_its_dictionary_has_it(word: str, language: str, letter: str) -> None:
    assert initial(word, language) == letter


@pytest.mark.parametrize("language", [*ALPHABETS, "en"])
def test_bytes_sort_as_the_alphabet_does(language: str) -> None:
    words = ["", " ", "10", "2", "a", "A b", "ab", "å", "ł", "ż", "я", "Щъ", "ș", "漢", "\U0001f600", "zz", "Zz", "ģ"]
    by_bytes = sorted(words, key=lambda word: collation_key(word, language))
    assert by_bytes == sorted(words, key=lambda word: sort_key(word, language))
