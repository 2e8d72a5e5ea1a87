"""Words that are written alike: with and without diacritics, in Cyrillic and in Latin letters.

A word that stands in documents as it was typed may stand in others in another spelling: documents are found by
either, those with the typed one first. What is looked up here is never shown: a document that is not public may
be the only one that has it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product
from typing import Any

from search.analysis import LANGUAGES, keys, knows
from search.analysis.diacritics import respelled
from search.analysis.index_keys import EXACT, LEMMA, asked, key
from search.analysis.skeleton import is_latin, skeletons
from search.analysis.typed_words import TypedWord
from search.engines.base import Sql, listed
from search.engines.query import Asked

MOST_ALIKE = 6  # of a word
MOST_PHRASES = 12  # that one phrase may be written as
LONGEST_RESPELLED = 16


class Spellings:
    """The words of several languages' documents that are written like some typed ones: `known` by language.

    Of each there are its form, the same without diacritics, and its skeleton in Latin letters. `acronyms` are words of
    their own: no word of a dictionary is one in other letters.
    """

    def __init__(self, known: Mapping[str, Sequence[tuple[str, str, str]]], acronyms: Collection[str] = ()) -> None:
        self.known, self.acronyms = known, acronyms

    @classmethod
    def read(cls, value: Any, acronyms: Collection[str] = ()) -> Spellings:
        """Return what the database gave for `look_up`."""
        known: dict[str, list[tuple[str, str, str]]] = {}
        for language, _frequency, *row in sorted(json.loads(value), key=lambda row: (row[0], -row[1], row[2])):
            known.setdefault(language, []).append((row[0], row[1], row[2]))
        return cls(known, acronyms)

    def of(self, form: str, language: str) -> list[str]:
        """Return the other spellings of a word in a language, the most frequent first.

        Who types diacritics means them: then only the same word without any is another spelling, and only
        where that is no word of its own.
        """
        row = LANGUAGES[language]
        folded, latin = row.fold(form), _skeletons(form, language)
        is_acronym = form in self.acronyms
        alike = dict.fromkeys(
            other
            for other, plain, skeleton in self.known.get(language, ())
            if plain == folded or (skeleton in latin and not (is_acronym and knows(other, language)))
        )
        alike.pop(form, None)
        if form != folded and knows(form, language):
            return [other for other in alike if other == folded and not (row.letters and knows(other, language))]
        return list(alike)[:MOST_ALIKE]

    def added(self, wanted: Asked, word: TypedWord, language: str, *, respelled: bool = False) -> Asked:
        """Return what is asked for a word with the keys of its other spellings.

        With those, if it is to be `respelled`, of which documents may have another form.
        """
        if word.pieces:
            return wanted
        forms = [*self.of(word.form, language), *(_spelled(word.form, language) if respelled else ())]
        other = dict.fromkeys(one for form in forms for one in asked(keys(form, language), language))
        also = tuple((one,) for one in other if one not in wanted.keys)
        return replace(wanted, also=also) if also else wanted

    def phrases(self, words: Iterable[TypedWord], language: str) -> Iterator[list[str]]:
        """Yield a phrase in its other spellings."""
        forms = [form for word in words for form in word.pieces or (word.form,)]
        choices = [[form, *self.of(form, language)] for form in forms]
        for spelled in islice(product(*choices), 1, MOST_PHRASES):
            yield list(spelled)

    def excluded(self, form: str, language: str) -> tuple[str, ...]:
        """Return the keys of other spellings of a word that is not wanted; one that the dictionary knows is meant."""
        others = [] if knows(form, language) else self.of(form, language)
        return tuple(
            one
            for other in others
            for one in (
                key(language, EXACT, other),
                *(key(language, LEMMA, lemma) for lemma in keys(other, language).lemmas),
            )
        )


def look_up(words: Mapping[str, Iterable[TypedWord]]) -> Sql:
    """Return what reads the words of documents that are written like typed ones, which come by language."""
    conditions: list[str] = []
    parameters: list[Any] = []
    for language, several in words.items():
        forms = [form for word in several for form in word.pieces or (word.form,) if form.isalpha()]
        ways = {
            "folded": {LANGUAGES[language].fold(form) for form in forms},
            "skeleton": {one for form in forms for one in _skeletons(form, language)},
        }
        for column, values in ways.items():
            if values:
                # The language stands in each, so that SQLite takes an index for each.
                conditions.append(f"(w.language = %s AND w.{column} IN ({', '.join(['%s'] * len(values))}))")
                parameters += [language, *sorted(values)]
    condition = " OR ".join(conditions) or "1 = 0"
    columns = "w.language, w.frequency, w.form, w.folded, w.skeleton"
    return listed(columns, f"FROM search_word w WHERE {condition}"), parameters


def _skeletons(form: str, language: str) -> Collection[str]:
    return skeletons(form) if LANGUAGES[language].in_cyrillic and is_latin(form) else ()


@lru_cache(maxsize=4000)
def _spelled(form: str, language: str) -> tuple[str, ...]:
    """Return the words of the dictionary that may be meant by one that it does not know, typed without diacritics."""
    letters = LANGUAGES[language].letters
    if not letters or not form.isascii() or not form.isalpha() or len(form) > LONGEST_RESPELLED:
        return ()
    if knows(form, language):
        return ()
    return tuple(islice((one for one in respelled(form, letters) if knows(one, language)), MOST_ALIKE))
