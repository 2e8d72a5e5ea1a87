"""Analysis of six languages: a text becomes words with their positions and their keys.

Any text has an analysis. A language is loaded once a process, by `warm_up` or when it is first needed. The keys of
words are kept in a bounded cache.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from search.analysis.compounds import parts_of
from search.analysis.facts import Fact, facts, is_fact, is_part_of_another
from search.analysis.languages import LANGUAGES, Language
from search.analysis.morphology import Dictionary, Stemmer
from search.analysis.normalise import WordSpan, normalise, word_spans
from search.analysis.numbers import is_number
from search.analysis.skeleton import skeleton

__all__ = [
    "LANGUAGES",
    "Fact",
    "Keys",
    "Token",
    "WordSpan",
    "analyse",
    "facts",
    "is_fact",
    "is_number",
    "is_part_of_another",
    "is_stop_word",
    "keys",
    "knows",
    "normalise",
    "version",
    "warm_up",
]

RULES = 6  # counts changes of our own rules after which stored keys are wrong
CACHED_WORDS = 12_000  # a language
LONGEST_IN_DICTIONARIES = 40


class Keys(NamedTuple):
    """What a word is found by.

    `exact` is the word as written, `folded` the word without diacritics, `lemmas` are all its dictionary forms. Only
    Bulgarian has a `skeleton` in Latin letters. Only Norwegian has `parts` of a compound, each with its lemmas and last
    its stem, and `inner`, the lemmas of compounds inside the compound: "barnehage" in "barnehageplass".
    """

    exact: str
    folded: str
    lemmas: tuple[str, ...]
    stem: str
    skeleton: str = ""
    parts: tuple[tuple[str, ...], ...] = ()
    inner: tuple[str, ...] = ()


class Token(NamedTuple):
    """A word of a text, from `start` up to `end` of the original text, with its keys."""

    position: int
    start: int
    end: int
    is_whole: bool
    keys: Keys


def analyse(text: str, language: str) -> Iterator[Token]:
    """Yield the words of a text of a known language in order."""
    find = _cached_keys(language)
    for position, start, end, form, is_whole in word_spans(text):
        yield Token(position, start, end, is_whole, find(form))


def keys(form: str, language: str) -> Keys:
    """Return the keys of a normalised word."""
    return _cached_keys(language)(form)


def knows(form: str, language: str) -> bool:
    """Tell whether the dictionary of a language has a normalised word, in any of its forms."""
    with _LOCKS[language]:
        return len(form) <= LONGEST_IN_DICTIONARIES and _dictionary(language).knows(form)


def is_stop_word(form: str, language: str) -> bool:
    """Tell whether a normalised word is too common to look for; diacritics do not count."""
    row = LANGUAGES[language]
    return form in row.stop_words or form in row.folded_stop_words


@cache
def version(language: str) -> str:
    """Return the version of a language's analysis, made from our rules and the packages that take part."""
    return f"{RULES}; {_dictionary(language).name}; {_stemmer(language).name}"


def warm_up() -> None:
    """Load all languages, so that no reader has to wait for them."""
    for code in LANGUAGES:
        keys("vademecum", code)


# Dictionaries cannot be used by several threads at once. A word in the cache needs no lock.
_LOCKS = {code: threading.RLock() for code in LANGUAGES}


@cache
def _dictionary(language: str) -> Dictionary:
    with _LOCKS[language]:
        return LANGUAGES[language].dictionary()


@cache
def _stemmer(language: str) -> Stemmer:
    with _LOCKS[language]:
        return LANGUAGES[language].stemmer()


@cache
def _cached_keys(language: str) -> Callable[[str], Keys]:
    row, lock = LANGUAGES[language], _LOCKS[language]

    @lru_cache(maxsize=CACHED_WORDS)
    def cached(form: str) -> Keys:
        with lock:
            return _make_keys(form, row)

    return cached


def _make_keys(form: str, row: Language) -> Keys:
    folded = row.fold(form)
    latin = skeleton(form) if row.in_cyrillic else ""
    if len(form) > LONGEST_IN_DICTIONARIES or not any(map(str.isalpha, form)):
        return Keys(form, folded, (form,), form, latin)
    lemmas, stem = _lemmas_and_stem(form, row)
    if not row.compounds:
        return Keys(form, folded, lemmas, stem, latin)
    parts, inner = parts_of(lemmas[0], _dictionary(row.code), row.no_parts)
    by_part = tuple(
        (*part_lemmas, part_stem) for part_lemmas, part_stem in (_lemmas_and_stem(part, row) for part in parts)
    )
    return Keys(
        form,
        folded,
        lemmas,
        stem,
        latin,
        by_part,
        tuple(lemma for part in inner for lemma in _lemmas_and_stem(part, row)[0]),
    )


def _lemmas_and_stem(form: str, row: Language) -> tuple[tuple[str, ...], str]:
    lemmas = tuple(dict.fromkeys(filter(None, map(_one_word, _dictionary(row.code).lemmas(form))))) or (form,)
    return lemmas, _one_word(_stemmer(row.code).stem(form)) or form


def _one_word(key: str) -> str:
    """Return the answer of a dictionary as one normalised word: some answers have signs or another spelling."""
    return "".join(span.form for span in word_spans(key) if not span.is_whole)
