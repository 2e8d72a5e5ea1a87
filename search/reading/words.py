"""The words and phrases of a typed text as conditions on documents: looked for as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise
from typing import Any

from search.analysis import LANGUAGES, is_number, is_stop_word, keys, knows
from search.analysis.facts import is_day, is_time
from search.analysis.index_keys import EXACT, STEM, WHOLE, key, query_keys
from search.analysis.typed_words import MOST_WORDS, TypedWord
from search.engines import database
from search.engines.base import Sql
from search.engines.query import Condition
from search.reading.joined_words import in_code, together


class How(Enum):
    """By which way of reading a word is looked for.

    The last four are tried last. The page tells of the last two that they are second tries.
    """

    NOWHERE = "nowhere"
    TYPED = "typed"
    DIACRITICS = "diacritics"
    LETTERS = "letters"
    CONCEPT = "concept"
    TOGETHER = "together"
    APART = "apart"
    PARTS = "parts"
    PREFIX = "prefix"
    RELATED = "related"
    LAYOUT = "layout"
    NEAR = "near"


@dataclass(frozen=True)
class ReadWord:
    """A typed word with the condition by which documents are searched for it.

    `used` are the words that are looked for in place of the typed one. `languages` names the other languages whose
    documents have the word as typed; it is filled in only where no document of the searched language has it. A word is
    `doubtful` when documents have it in other forms only and no dictionary knows it as typed: it may lack diacritics.
    """

    typed: TypedWord
    how: How = How.NOWHERE
    condition: Condition = field(default_factory=Condition)
    used: tuple[str, ...] = ()
    doubtful: bool = False
    languages: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether no public document has the word."""
        return self.how is How.NOWHERE


def conditions_met(candidates: Iterable[Condition]) -> set[Condition]:
    """Return the conditions that a public document meets: one query."""
    return conditions_met_with(candidates, ())[0]


def conditions_met_with(candidates: Iterable[Condition], beside: Sequence[Sql]) -> tuple[set[Condition], list[Any]]:
    """Return the conditions that a public document meets, and the values of SQL expressions: one query for both."""
    unique = list(dict.fromkeys(filter(None, candidates)))
    is_met, values = database().occurring(unique, beside)
    return {condition for condition, occurs in zip(unique, is_met, strict=True) if occurs}, values


# ---------------------------------------------------------------- as typed


def word_condition(word: TypedWord, language: str) -> Condition:
    """Return the condition of a document with this word.

    A word with signs inside is also found where its pieces stand side by side, and where they are written together.
    """
    fact_keys = tuple(key(language, WHOLE, fact) for fact in word.facts)
    if not word.pieces:
        return Condition((*query_keys(keys(word.form, language), language), *fact_keys))
    # The word "2014-2020" is not the number 20142020.
    is_range = is_number(word.form)
    own = (key(language, WHOLE, word.form),) if is_range else query_keys(keys(word.form, language), language)
    return Condition((*own, *fact_keys), tuple(phrase_keys(word.pieces, language)))


def phrase_condition(words: Sequence[TypedWord], language: str) -> Condition:
    """Return the condition of a document with this phrase; in a phrase of several words these may be inflected."""
    wholes = (key(language, WHOLE, words[0].form),) if len(words) == 1 and words[0].pieces else ()
    phrases = list(phrase_keys(_forms(words), language))
    if any(word.figures for word in words):
        in_codes = (form for word in words for form in word.pieces or word.figures or (word.form,))
        phrases.append(tuple(key(language, EXACT, form) for form in in_codes))
    return Condition(wholes, tuple(phrases))


def as_typed(words: Iterable[TypedWord], language: str, met: set[Condition]) -> list[ReadWord]:
    """Return words as they are typed. `met` holds those of `conditions_as_typed` that a public document meets.

    A word with signs inside is taken apart where it is no code and no document has it whole. Two words that documents
    also have written together are looked for in both ways.
    """
    read: list[ReadWord] = []
    for word in words:
        pieces = [TypedWord(piece, piece) for piece in word.pieces if not is_stop_word(piece, language)]
        if word_condition(word, language) in met or not pieces or _is_whole(word):
            pieces = [word]
        elif all(map(str.isdigit, word.pieces)) and any(word_condition(one, language) not in met for one in pieces):
            pieces = [word]  # of a code of several numbers, some of them say nothing
        read += [_as_typed(piece, language, met) for piece in pieces]
    for index, (first, second) in enumerate(pairwise(read)):
        pair = together(first.typed, second.typed)
        if not pair or first.is_open or second.is_open:
            continue
        as_one_word = word_condition(pair, language)
        if as_one_word in met:
            for either in (index, index + 1):
                condition = read[either].condition
                both = tuple(dict.fromkeys(condition.keys + as_one_word.keys))
                read[either] = replace(read[either], condition=replace(condition, keys=both))
    return read[:MOST_WORDS]


def _as_typed(word: TypedWord, language: str, met: set[Condition]) -> ReadWord:
    condition = word_condition(word, language)
    if condition not in met:
        code = in_code(word, language)
        return ReadWord(word, How.TYPED, code) if code in met else ReadWord(word)
    doubtful = (
        may_lack_diacritics(word.form, language)
        and Condition((key(language, EXACT, word.form),)) not in met
        and not knows(word.form, language)
    )
    return ReadWord(word, How.TYPED, condition, doubtful=doubtful)


def conditions_as_typed(words: Iterable[TypedWord], language: str) -> Iterator[Condition]:
    """Yield the conditions of which `as_typed` has to know whether a public document meets them."""
    words = list(words)
    for word in words:
        yield word_condition(word, language)
        yield in_code(word, language)
        for form in word.pieces or (word.form,):
            yield word_condition(TypedWord(form, form), language)
            if may_lack_diacritics(form, language):
                yield Condition((key(language, EXACT, form),))
    for pair in filter(None, (together(word, following) for word, following in pairwise(words))):
        yield word_condition(pair, language)


def may_lack_diacritics(form: str, language: str) -> bool:
    """Tell whether a word may be one with diacritics, typed without them."""
    return bool(LANGUAGES[language].letters) and form.isascii() and form.isalpha()


def phrase_keys(forms: Sequence[str], language: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a phrase as it is written and, where several words carry its meaning, of their stems."""
    yield tuple(key(language, EXACT, form) for form in forms)
    stems = [keys(form, language).stem for form in forms if form not in LANGUAGES[language].stop_words]
    if len(stems) > 1:
        yield tuple(key(language, STEM, stem) for stem in stems)


def _is_whole(word: TypedWord) -> bool:
    """Tell whether the pieces of a word mean nothing alone.

    So it is with a day, a time, and a word of letters and digits. The last is a code, or Bulgarian in Latin letters:
    "4as" for "час".
    """
    if any(is_day(form) or is_time(form) for form in word.facts):
        return True
    return any(map(str.isdigit, word.form)) and any(map(str.isalpha, word.form))


def share_found(words: Iterable[ReadWord]) -> float:
    """Return the share of the words that documents have; numbers do not count."""
    is_found = [not word.is_open for word in words if not is_number(word.typed.form)]
    return sum(is_found) / len(is_found) if is_found else 0.0


def _forms(phrase: Sequence[TypedWord]) -> list[str]:
    return [form for word in phrase for form in word.pieces or (word.form,)]
