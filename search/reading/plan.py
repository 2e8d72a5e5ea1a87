"""How a typed text is read, before any engine searches: which words are looked for, and why those."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.analysis import LANGUAGES, is_stop_word, keys
from search.analysis.index_keys import EXACT, LEMMA, key
from search.analysis.typed_words import MOST_WORDS, TypedText, TypedWord, clean, is_acronym, take_apart
from search.engines.query import Condition, Query, minimum_of
from search.reading.alternatives import Alternatives
from search.reading.named_concepts import (
    NamedConcept,
    NameTable,
    any_condition,
    concept_condition,
    concepts_named_in,
    conditions_met_with_names,
    conditions_of_names,
    is_part_of,
    with_other_names,
)
from search.reading.other_spellings import OtherSpellings, words_spelled_alike
from search.reading.words import (
    How,
    ReadWord,
    as_typed,
    conditions_as_typed,
    phrase_condition,
    phrase_keys,
    share_found,
    word_condition,
)

BELIEVED = 0.5  # more than this share of the words makes sense in the keyboard's other layout


@dataclass(frozen=True)
class ForeignQuery:
    """A query for documents in another language than the reader's.

    `through` tells for each word of the query by which concept it was translated: None where it is looked for as typed.
    """

    query: Query
    through: tuple[NamedConcept | None, ...]


@dataclass(frozen=True)
class Plan:
    """How a text is read in one language.

    `query` is None where nothing of the text can be found. `own` is the query for what of it can be found, and has what
    is excluded in any case. Where the text was read as a second try, `instead` is the text that was searched for, and
    `how` the way in which it was read. `concepts` are the concepts that the words name, `foreign` the queries for other
    languages.
    """

    text: str
    language: str
    query: Query | None
    own: Query
    words: tuple[ReadWord, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    too_common: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    instead: str = ""
    how: How = How.TYPED
    concepts: tuple[NamedConcept, ...] = ()
    foreign: tuple[ForeignQuery, ...] = ()

    @property
    def foreign_queries(self) -> tuple[Query, ...]:
        """Return the queries for other languages."""
        return tuple(foreign.query for foreign in self.foreign)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the words that no public document has, in whichever way they are read."""
        return tuple(word.typed.text for word in self.words if word.is_open)


class _Occurring(NamedTuple):
    """What documents have of a typed text: the conditions that public ones meet, and other spellings of its words."""

    met: set[Condition]
    spellings: OtherSpellings


def plan(text: str, language: str, verbatim: bool = False) -> Plan:
    """Return how a text is read in a language; a `verbatim` text is read without second tries.

    A word is looked for as it is typed where a public document has it so, and by the other names of the concept that
    it names. Else it is looked for as it may be written otherwise. Only then come the second tries: the other layout of
    the keyboard, and the nearest word. A word that is found in no way does not count.
    """
    text = clean(text)
    typed = take_apart(text)
    content, too_common = _content(typed, language)
    content, left_out = _longest(content)
    concepts, foreign_words, occurring = _look_up(text, typed, content, too_common, language)
    met, spellings = occurring
    words = [_in_other_spellings(word, language, spellings) for word in as_typed(content, language, met)]
    open_words = {word.typed for word in words if word.is_open}
    concepts = [
        concept
        for concept in concepts
        if concept.is_certain(language) or any(is_part_of(word, concept) for word in open_words)
    ]
    words = with_other_names(words, concepts, language, met)
    phrases = [phrase_condition(phrase, language) for phrase in typed.phrases]
    instead, how = "", How.TYPED
    if any(phrase not in met for phrase in phrases) or any(word.is_open or word.doubtful for word in words):
        alternatives = Alternatives(words, text, language, _acronyms(concepts))
        words = alternatives.otherwise()
        if not verbatim:
            other_text, other_words = alternatives.other_layout()
            if share_found(other_words) > max(share_found(words), BELIEVED):
                words, instead, how = other_words, other_text, How.LAYOUT
            else:
                words = alternatives.nearest(words)
                instead = _corrected(text, words)
                how = How.NEAR if instead else How.TYPED
    words = [_with_languages(word, foreign_words, met) for word in words]
    phrases = [
        _phrase_in_other_spellings(condition, phrase, language, spellings)
        for phrase, condition in zip(typed.phrases, phrases, strict=True)
    ]
    excluded = tuple(_excluded(phrase, language, spellings) for phrase in typed.excluded)
    conditions = tuple(word.condition for word in words if not word.is_open)
    has_query = bool(conditions or phrases) or (excluded and not words)
    own = Query(language, conditions, minimum_of(len(conditions)), tuple(phrases), excluded)
    return Plan(
        text=text,
        language=language,
        query=own if has_query else None,
        own=own,
        words=tuple(words),
        phrases=tuple(map(_written, typed.phrases)),
        excluded=tuple(map(_written, typed.excluded)),
        too_common=too_common,
        left_out=left_out,
        instead=instead,
        how=how,
        concepts=tuple(concepts),
        foreign=tuple(
            foreign
            for code, several in foreign_words.items()
            if (foreign := _foreign_query(code, several, typed, occurring, concepts))
        ),
    )


def _look_up(
    text: str, typed: TypedText, content: Sequence[TypedWord], too_common: Collection[str], language: str
) -> tuple[list[NamedConcept], dict[str, list[TypedWord]], _Occurring]:
    """Return the concepts that a text names, its words by each other language, and what documents have of all of it."""

    def read(names: NameTable) -> tuple[tuple[list[NamedConcept], dict[str, list[TypedWord]]], list[Condition]]:
        concepts = concepts_named_in(typed.words, language, names)
        # A text that names a concept is written in the reader's language: words that are too common in it mean
        # nothing in another one.
        common = too_common if concepts else ()
        foreign_words = {
            code: _longest([word for word in _content(typed, code)[0] if word.text not in common])[0]
            for code in LANGUAGES
            if code != language
        }
        return (concepts, foreign_words), [
            *conditions_as_typed(content, language),
            *(phrase_condition(phrase, language) for phrase in typed.phrases),
            *(word_condition(word, code) for code, words in foreign_words.items() for word in words),
            *conditions_of_names(concepts, language),
        ]

    every = [*content, *(word for phrase in (*typed.phrases, *typed.excluded) for word in phrase)]
    by_language = {language: every} | {code: content for code in LANGUAGES if code != language}
    (concepts, foreign_words), met, value = conditions_met_with_names(read, words_spelled_alike(by_language))
    acronyms = {word.form for word in every if is_acronym(word.text, text)} | _acronyms(concepts)
    return concepts, foreign_words, _Occurring(met, OtherSpellings.read(value, acronyms))


def _acronyms(concepts: Iterable[NamedConcept]) -> set[str]:
    return {concept.words[0] for concept in concepts if concept.is_acronym}


def _in_other_spellings(word: ReadWord, language: str, spellings: OtherSpellings) -> ReadWord:
    """Return a word that documents have with its other spellings."""
    if word.is_open:
        return word
    return replace(word, condition=spellings.added_to(word.condition, word.typed, language, respelled=True))


def _with_languages(
    word: ReadWord, foreign_words: Mapping[str, Collection[TypedWord]], met: Collection[Condition]
) -> ReadWord:
    """Return a word that its language lacks with the languages whose documents have it as it was typed."""
    if not (word.is_open or word.how is How.NEAR):
        return word
    languages = (
        code for code, words in foreign_words.items() if word.typed in words and word_condition(word.typed, code) in met
    )
    return replace(word, languages=tuple(languages))


def _content(typed: TypedText, language: str) -> tuple[list[TypedWord], tuple[str, ...]]:
    """Return the words that carry the meaning, and those that are too common to look for.

    Where all words are too common, they carry the meaning.
    """
    common = [word for word in typed.words if all(is_stop_word(form, language) for form in word.pieces or (word.form,))]
    content = [word for word in typed.words if word not in common]
    if not content and not typed.phrases:
        return common, ()
    return content, tuple(word.text for word in common)


def _longest(words: list[TypedWord]) -> tuple[list[TypedWord], tuple[str, ...]]:
    """Return the longest words, as many as are looked for, and the texts of the others."""
    kept = set(sorted(words, key=lambda word: -len(word.form))[:MOST_WORDS])
    return [word for word in words if word in kept], tuple(word.text for word in words if word not in kept)


def _phrase_in_other_spellings(
    condition: Condition, words: Sequence[TypedWord], language: str, spellings: OtherSpellings
) -> Condition:
    """Return the condition of a phrase with the other spellings of its words."""
    others = (phrase for forms in spellings.phrases(words, language) for phrase in phrase_keys(forms, language))
    return replace(condition, also=tuple(one for one in dict.fromkeys(others) if one not in condition.phrases))


def _excluded(words: Sequence[TypedWord], language: str, spellings: OtherSpellings) -> Condition:
    """Return the condition of what is excluded: one word in all its forms, several words only as they are written."""
    if len(words) > 1 or words[0].pieces:
        return Condition(phrases=phrase_condition(words, language).phrases[:1])
    word_keys = keys(words[0].form, language)
    own = (key(language, EXACT, word_keys.exact), *(key(language, LEMMA, lemma) for lemma in word_keys.lemmas))
    return Condition((*own, *spellings.excluded(words[0].form, language)))


def _foreign_query(
    language: str,
    words: Sequence[TypedWord],
    typed: TypedText,
    occurring: _Occurring,
    concepts: Iterable[NamedConcept],
) -> ForeignQuery | None:
    """Return the query for another language; None where too few of the words occur in it. It has no second tries.

    Words that name a concept count as one word, which is looked for by all names of the concept in that language.
    """
    left = list(words)
    met = occurring.met
    through: list[tuple[Condition, NamedConcept | None]] = []
    for concept in concepts:
        own = [word for word in left if is_part_of(word, concept)]
        by_names = concept_condition(concept, language)
        if own and by_names in met:
            as_typed_too = [word_condition(own[0], language)] if len(own) == 1 else []
            either = any_condition([*(one for one in as_typed_too if one in met), by_names])
            through.append((either, concept))
            left = [word for word in left if word not in own]
    minimum = minimum_of(len(through) + len(left))
    through += [(condition, None) for word in left if (condition := _foreign_condition(word, language, occurring))]
    phrases = tuple(phrase_condition(phrase, language) for phrase in typed.phrases)
    if len(through) < minimum or not (through or phrases):
        return None
    excluded = tuple(_excluded(phrase, language, occurring.spellings) for phrase in typed.excluded)
    query = Query(language, tuple(condition for condition, _concept in through), minimum, phrases, excluded)
    return ForeignQuery(query, tuple(concept for _condition, concept in through))


def _foreign_condition(word: TypedWord, language: str, occurring: _Occurring) -> Condition:
    """Return the condition of a document in another language with a word as typed or in another spelling.

    It is empty where there is neither.
    """
    condition = word_condition(word, language)
    in_all_spellings = occurring.spellings.added_to(condition, word, language)
    if condition in occurring.met:
        return in_all_spellings
    return Condition(tuple(a_key for (a_key,) in in_all_spellings.also))


def _corrected(text: str, words: Sequence[ReadWord]) -> str:
    """Return the text with the words that were taken for typing errors replaced; "" where there are none."""
    corrected = text
    for word in words:
        if word.how is How.NEAR:
            written = re.compile(rf"(?<!\w){re.escape(word.typed.text)}(?!\w)", re.IGNORECASE)
            corrected = written.sub(word.used[0], corrected)  # letters only, so nothing in it is read as a pattern
    return corrected if corrected != text else ""


def _written(words: Sequence[TypedWord]) -> str:
    return " ".join(word.text for word in words)
