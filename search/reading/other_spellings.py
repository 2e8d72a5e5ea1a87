"""Other spellings of typed words: with and without diacritics, in Cyrillic and in Latin letters.

One document may have "Łódź", another "Lodz". A search for either finds both, those with the typed spelling first.
Spellings are looked up in the vocabulary of all documents, so one may occur only in a document that is not public:
none is ever shown to a reader.
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
from search.analysis.index_keys import EXACT, LEMMA, key, query_keys
from search.analysis.skeleton import is_latin, skeletons
from search.analysis.typed_words import TypedWord
from search.engines.base import Sql, json_rows
from search.engines.query import Condition

MOST_ALIKE = 6  # spellings of a word
MOST_PHRASES = 12  # spellings of a phrase
LONGEST_RESPELLED = 16  # letters


class OtherSpellings:
    """The words of documents that are other spellings of some typed words.

    `known` has them by language: of each word its form, its form without diacritics, and its skeleton in Latin letters.
    A word of the dictionary is no other spelling of one of the `acronyms`.
    """

    def __init__(self, known: Mapping[str, Sequence[tuple[str, str, str]]], acronyms: Collection[str] = ()) -> None:
        self.known, self.acronyms = known, acronyms

    @classmethod
    def read(cls, value: Any, acronyms: Collection[str] = ()) -> OtherSpellings:
        """Return the spellings from what the database answered to `words_spelled_alike`."""
        known: dict[str, list[tuple[str, str, str]]] = {}
        for language, _frequency, *row in sorted(json.loads(value), key=lambda row: (row[0], -row[1], row[2])):
            known.setdefault(language, []).append((row[0], row[1], row[2]))
        return cls(known, acronyms)

    def of(self, form: str, language: str) -> list[str]:
        """Return the other spellings of a word in a language, the most frequent first.

        Somebody who types diacritics means them. Then only the word without any diacritics is another spelling, and
        only where the dictionary has no such word.
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

    def added_to(self, condition: Condition, word: TypedWord, language: str, *, respelled: bool = False) -> Condition:
        """Return the condition of a word with the keys of its other spellings.

        Documents may have a word with diacritics in other forms than the typed one. Where it is to be `respelled`, the
        words of the dictionary that it may stand for are added too.
        """
        if word.pieces:
            return condition
        forms = [*self.of(word.form, language), *(_spelled(word.form, language) if respelled else ())]
        added = dict.fromkeys(added for form in forms for added in query_keys(keys(form, language), language))
        also = tuple((a_key,) for a_key in added if a_key not in condition.keys)
        return replace(condition, also=also) if also else condition

    def phrases(self, words: Iterable[TypedWord], language: str) -> Iterator[list[str]]:
        """Yield the other spellings of a phrase, each as the forms of its words."""
        forms = [form for word in words for form in word.pieces or (word.form,)]
        choices = [[form, *self.of(form, language)] for form in forms]
        for spelled in islice(product(*choices), 1, MOST_PHRASES):
            yield list(spelled)

    def excluded(self, form: str, language: str) -> tuple[str, ...]:
        """Return the keys of the other spellings of an excluded word; a word of the dictionary is excluded as it is."""
        others = [] if knows(form, language) else self.of(form, language)
        return tuple(
            one
            for other in others
            for one in (
                key(language, EXACT, other),
                *(key(language, LEMMA, lemma) for lemma in keys(other, language).lemmas),
            )
        )


def words_spelled_alike(words: Mapping[str, Iterable[TypedWord]]) -> Sql:
    """Return a subquery for the words of documents that are other spellings of typed words, which come by language."""
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
                # Each condition names the language, so that SQLite uses an index for each.
                conditions.append(f"(w.language = %s AND w.{column} IN ({', '.join(['%s'] * len(values))}))")
                parameters += [language, *sorted(values)]
    condition = " OR ".join(conditions) or "1 = 0"
    columns = "w.language, w.frequency, w.form, w.folded, w.skeleton"
    return json_rows(columns, f"FROM search_word w WHERE {condition}"), parameters


def _skeletons(form: str, language: str) -> Collection[str]:
    return skeletons(form) if LANGUAGES[language].in_cyrillic and is_latin(form) else ()


@lru_cache(maxsize=4000)
def _spelled(form: str, language: str) -> tuple[str, ...]:
    """Return the words of the dictionary that may be meant by a word which it lacks, typed without diacritics."""
    letters = LANGUAGES[language].letters
    if not letters or not form.isascii() or not form.isalpha() or len(form) > LONGEST_RESPELLED:
        return ()
    if knows(form, language):
        return ()
    return tuple(islice((one for one in respelled(form, letters) if knows(one, language)), MOST_ALIKE))
