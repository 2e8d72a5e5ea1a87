"""How a typed text is read, before any engine searches: which words are looked for, and why those."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.analysis import LANGUAGES, is_stop_word, keys
from search.analysis.index_keys import EXACT, LEMMA, key
from search.analysis.typed_words import MOST_WORDS, TypedText, TypedWord, clean, is_acronym, take_apart
from search.engines.query import Asked, Query, minimum_of
from search.reading.alternatives import Alternatives
from search.reading.named_concepts import (
    Names,
    Recognised,
    also_named,
    any_of,
    asked_elsewhere,
    is_part_of,
    looked_up,
    recognised,
)
from search.reading.named_concepts import to_look_up as names_to_look_up
from search.reading.other_spellings import Spellings, look_up
from search.reading.words import How, Read, as_typed, asked_phrase, asked_word, covered, side_by_side, to_look_up

BELIEVED = 0.5  # more than this share of the words makes sense in the keyboard's other layout


@dataclass(frozen=True)
class Further:
    """What is asked of another language; `through` has the concept by which each word came there, else None."""

    query: Query
    through: tuple[Recognised | None, ...]


@dataclass(frozen=True)
class Plan:
    """A text as it was read for one language.

    `query` is None where nothing of it can be found; `own` has what of it can be, and what is excluded in any
    case. `instead` is the whole text as it was read where that is a second try, which `how` names. `concepts` are
    those that its words name, `further` what is asked of other languages.
    """

    text: str
    language: str
    query: Query | None
    own: Query
    words: tuple[Read, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    too_common: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    instead: str = ""
    how: How = How.TYPED
    concepts: tuple[Recognised, ...] = ()
    further: tuple[Further, ...] = ()

    @property
    def elsewhere(self) -> tuple[Query, ...]:
        """Return the queries that are asked of other languages."""
        return tuple(one.query for one in self.further)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the words that no public document has, whichever way they are read."""
        return tuple(word.typed.text for word in self.words if word.is_open)


class _Known(NamedTuple):
    """What occurs of all that was looked up, and in which other spellings."""

    there: set[Asked]
    spellings: Spellings


def plan(text: str, language: str, verbatim: bool = False) -> Plan:
    """Return how a text is read in a language; `verbatim` leaves out the second tries.

    A word is looked for by its own keys where a public document has them, and by the other names of the
    concept that it names; else as it may be written otherwise; else by the other layout of the keyboard,
    or by the nearest word. What is found in no way does not count.
    """
    text = clean(text)
    typed = take_apart(text)
    content, too_common = _content(typed, language)
    content, left_out = _longest(content)
    concepts, foreign, known = _looked_up(text, typed, content, too_common, language)
    there, spellings = known
    words = [
        word if word.is_open else replace(word, asked=spellings.added(word.asked, word.typed, language, respelled=True))
        for word in as_typed(content, language, there)
    ]
    open_words = {word.typed for word in words if word.is_open}
    concepts = [
        concept
        for concept in concepts
        if concept.is_certain(language) or any(is_part_of(word, concept) for word in open_words)
    ]
    words = also_named(words, concepts, language, there)
    phrases = [asked_phrase(phrase, language) for phrase in typed.phrases]
    instead, how = "", How.TYPED
    if any(phrase not in there for phrase in phrases) or any(word.is_open or word.doubtful for word in words):
        alternatives = Alternatives(words, text, language, _acronyms(concepts))
        words = alternatives.otherwise()
        if not verbatim:
            written, others = alternatives.other_layout()
            if covered(others) > max(covered(words), BELIEVED):
                words, instead, how = others, written, How.LAYOUT
            else:
                words = alternatives.nearest(words)
                instead = _corrected(text, words)
                how = How.NEAR if instead else How.TYPED
    words = [_abroad(word, foreign, there) if word.is_open or word.how is How.NEAR else word for word in words]
    phrases = [
        _in_all_spellings(asked, phrase, language, spellings)
        for phrase, asked in zip(typed.phrases, phrases, strict=True)
    ]
    excluded = tuple(_excluded(phrase, language, spellings) for phrase in typed.excluded)
    found = tuple(word.asked for word in words if not word.is_open)
    is_asked = bool(found or phrases) or (excluded and not words)
    own = Query(language, found, minimum_of(len(found)), tuple(phrases), excluded)
    return Plan(
        text=text,
        language=language,
        query=own if is_asked else None,
        own=own,
        words=tuple(words),
        phrases=tuple(map(_written, typed.phrases)),
        excluded=tuple(map(_written, typed.excluded)),
        too_common=too_common,
        left_out=left_out,
        instead=instead,
        how=how,
        concepts=tuple(concepts),
        further=tuple(
            further
            for code, several in foreign.items()
            if (further := _elsewhere(code, several, typed, known, concepts))
        ),
    )


def _looked_up(
    text: str, typed: TypedText, content: Sequence[TypedWord], too_common: Collection[str], language: str
) -> tuple[list[Recognised], dict[str, list[TypedWord]], _Known]:
    """Return the concepts that are named, the words that are asked of other languages, and what is known of all."""

    def read(known: Names) -> tuple[tuple[list[Recognised], dict[str, list[TypedWord]]], list[Asked]]:
        concepts = recognised(typed.words, language, known)
        # A text that names a concept is one in the reader's language: what is too common there means nothing elsewhere.
        common = too_common if concepts else ()
        foreign = {
            code: _longest([word for word in _content(typed, code)[0] if word.text not in common])[0]
            for code in LANGUAGES
            if code != language
        }
        return (concepts, foreign), [
            *to_look_up(content, language),
            *(asked_phrase(phrase, language) for phrase in typed.phrases),
            *(asked_word(word, code) for code, words in foreign.items() for word in words),
            *names_to_look_up(concepts, language),
        ]

    every = [*content, *(word for phrase in (*typed.phrases, *typed.excluded) for word in phrase)]
    in_all = look_up({language: every} | {code: content for code in LANGUAGES if code != language})
    (concepts, foreign), there, value = looked_up(read, in_all)
    acronyms = {word.form for word in every if is_acronym(word.text, text)} | _acronyms(concepts)
    return concepts, foreign, _Known(there, Spellings.read(value, acronyms))


def _acronyms(concepts: Iterable[Recognised]) -> set[str]:
    return {concept.words[0] for concept in concepts if concept.is_acronym}


def _abroad(word: Read, foreign: Mapping[str, Collection[TypedWord]], there: Collection[Asked]) -> Read:
    """Return a word with the languages whose documents have it as it was typed."""
    codes = (code for code, words in foreign.items() if word.typed in words and asked_word(word.typed, code) in there)
    return replace(word, languages=tuple(codes))


def _content(typed: TypedText, language: str) -> tuple[list[TypedWord], tuple[str, ...]]:
    """Return the words that carry the meaning, and those that are too common; all where there are no others."""
    common = [word for word in typed.words if all(is_stop_word(form, language) for form in word.pieces or (word.form,))]
    content = [word for word in typed.words if word not in common]
    if not content and not typed.phrases:
        return common, ()
    return content, tuple(word.text for word in common)


def _longest(words: list[TypedWord]) -> tuple[list[TypedWord], tuple[str, ...]]:
    """Return as many words as are looked for, the longest ones, and the others."""
    kept = set(sorted(words, key=lambda word: -len(word.form))[:MOST_WORDS])
    return [word for word in words if word in kept], tuple(word.text for word in words if word not in kept)


def _in_all_spellings(asked: Asked, words: Sequence[TypedWord], language: str, spellings: Spellings) -> Asked:
    """Return a phrase as it was typed and in the other spellings of its words."""
    others = (one for forms in spellings.phrases(words, language) for one in side_by_side(forms, language))
    return replace(asked, also=tuple(one for one in dict.fromkeys(others) if one not in asked.phrases))


def _excluded(words: Sequence[TypedWord], language: str, spellings: Spellings) -> Asked:
    """Return what is not wanted: a word in all its forms, several words side by side as written."""
    if len(words) > 1 or words[0].pieces:
        return Asked(phrases=asked_phrase(words, language).phrases[:1])
    found = keys(words[0].form, language)
    own = (key(language, EXACT, found.exact), *(key(language, LEMMA, lemma) for lemma in found.lemmas))
    return Asked((*own, *spellings.excluded(words[0].form, language)))


def _elsewhere(
    language: str, words: Sequence[TypedWord], typed: TypedText, known: _Known, concepts: Iterable[Recognised]
) -> Further | None:
    """Return what is asked of another language where enough of the words occur in it, without second tries.

    Words that name a concept are one: it is looked for by all its names there.
    """
    left = list(words)
    there, spellings = known
    asked: list[tuple[Asked, Recognised | None]] = []
    for concept in concepts:
        own = [word for word in left if is_part_of(word, concept)]
        named = asked_elsewhere(concept, language)
        if own and named in there:
            typed_so = [asked_word(own[0], language)] if len(own) == 1 else []
            asked.append((any_of([*(one for one in typed_so if one in there), named]), concept))
            left = [word for word in left if word not in own]
    minimum = minimum_of(len(asked) + len(left))
    asked += [(one, None) for word in left if (one := _asked_abroad(word, language, known))]
    phrases = tuple(asked_phrase(phrase, language) for phrase in typed.phrases)
    if len(asked) < minimum or not (asked or phrases):
        return None
    excluded = tuple(_excluded(phrase, language, spellings) for phrase in typed.excluded)
    query = Query(language, tuple(one for one, _concept in asked), minimum, phrases, excluded)
    return Further(query, tuple(concept for _one, concept in asked))


def _asked_abroad(word: TypedWord, language: str, known: _Known) -> Asked:
    """Return what a document of another language has with a word as typed or in another spelling; nothing if none."""
    wanted = asked_word(word, language)
    both = known.spellings.added(wanted, word, language)
    return both if wanted in known.there else Asked(tuple(one for (one,) in both.also))


def _corrected(text: str, words: Sequence[Read]) -> str:
    """Return the text with the words that were taken for typing errors replaced; "" where there are none."""
    corrected = text
    for word in words:
        if word.how is How.NEAR:
            written = re.compile(rf"(?<!\w){re.escape(word.typed.text)}(?!\w)", re.IGNORECASE)
            corrected = written.sub(word.used[0], corrected)  # letters only: nothing that a pattern would read
    return corrected if corrected != text else ""


def _written(words: Sequence[TypedWord]) -> str:
    return " ".join(word.text for word in words)
