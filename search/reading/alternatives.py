"""What else words may mean that no document has as they are typed.

Whatever is looked for in their place occurs in a public document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise

from search.analysis import LANGUAGES, is_stop_word, keys, knows
from search.analysis.diacritics import respelled
from search.analysis.index_keys import LEMMA, PART, STEM, key, query_keys
from search.analysis.skeleton import in_other_layouts, is_latin, skeleton, skeletons, spellings
from search.analysis.spelling import SHORTEST_WORD, KnownWord, derived, distance, near
from search.analysis.typed_words import TypedWord, is_acronym, take_apart
from search.documents import vocabulary
from search.engines.query import Condition
from search.reading.joined_words import run_on, together, written_apart
from search.reading.words import (
    How,
    ReadWord,
    as_typed,
    conditions_as_typed,
    conditions_met,
    may_lack_diacritics,
    share_found,
    word_condition,
)

MOST_SAME = 6  # words that are written alike without diacritics or in Latin letters
MOST_SPELLED = 12  # words of the dictionary that one may be typed for
MOST_NEAR = 5  # words near one
MOST_BEGUN = 6  # words that begin with one
SHORTEST_BEGINNING = 3  # letters


class Alternatives:
    """What else the words of a text may mean that no document has as they are typed.

    The vocabulary and the engine are asked once each, for all words and all ways of reading together. The `acronyms`
    are neither completed nor taken for other words.
    """

    def __init__(
        self,
        words: list[ReadWord],
        text: str,
        language: str,
        acronyms: Collection[str] = (),
    ) -> None:
        self.words, self.text, self.language, self.row = words, text, language, LANGUAGES[language]
        self.acronyms = {*acronyms, *(word.typed.form for word in words if is_acronym(word.typed.text, text))}
        open_forms = [word.typed.form for word in words if word.is_open or word.doubtful]
        self.folded = {form: self.row.fold(form) for form in open_forms}
        self.skeletons = {form: skeletons(form) if self._is_in_letters(form) else [] for form in open_forms}
        # The form that is compared with the vocabulary: of a word in Latin letters its likeliest spelling in Cyrillic.
        self.spelled = {
            form: next(spellings(skeleton(form))) if self._is_in_letters(form) else form for form in open_forms
        }
        self.known = vocabulary.related(
            language,
            {*self.folded.values(), *(self.row.fold(form) for form in self.spelled.values())},
            {each for several in self.skeletons.values() for each in several},
        )
        self._inflected_forms: dict[str, list[str]] = {}
        self.layouts = [
            (written, [word for word in take_apart(written).words if not is_stop_word(word.form, language)])
            for written in in_other_layouts(text, self.row.in_cyrillic)
        ]
        self.pairs = {
            index: pair
            for index, (word, following) in enumerate(pairwise(words))
            if (word.is_open or following.is_open) and (pair := together(word.typed, following.typed))
        }
        self.near = {form: self._near(form) for form in open_forms}
        self.begun = {form: self._begun(form) for form in open_forms[-1:] if self._is_unfinished(form)}
        divisible = [form for form in open_forms if form not in self.acronyms]
        self.written_apart = {form: list(written_apart(form, language)) for form in divisible}
        self.run_on = {form: list(run_on(form, language)) for form in divisible}
        self.met = conditions_met(
            [
                *(word_condition(pair, language) for pair in self.pairs.values()),
                *(condition for form in open_forms for condition in self._conditions(form)),
                *(self._occurs(known) for form in open_forms for known in self._without_diacritics(form)),
                *(condition for _written, typed in self.layouts for condition in conditions_as_typed(typed, language)),
            ]
        )

    # ------------------------------------------------------------ the ways of reading, best first

    def otherwise(self) -> list[ReadWord]:
        """Return the words, open ones read as written together, without diacritics, in Latin letters or in parts."""
        read: list[ReadWord] = []
        second_of_pair = -1
        for index, word in enumerate(self.words):
            if index == second_of_pair:
                continue
            pair = self.pairs.get(index)
            if pair and (condition := word_condition(pair, self.language)) in self.met:
                read.append(ReadWord(pair, How.TOGETHER, condition, (pair.form,)))
                second_of_pair = index + 1
            else:
                read.append(self._otherwise(word) if word.is_open or word.doubtful else word)
        return read

    def other_layout(self) -> tuple[str, list[ReadWord]]:
        """Return the text as the keyboard's other layout would have written it, and its words.

        Of several layouts the one is taken of whose words documents have most; the text is "" where there is none.
        """
        if all(word.typed.form in self.acronyms for word in self.words):
            return "", []
        read = [(written, as_typed(typed, self.language, self.met)) for written, typed in self.layouts]
        return max(read, key=lambda text_and_words: share_found(text_and_words[1]), default=("", []))

    def nearest(self, words: Iterable[ReadWord]) -> list[ReadWord]:
        """Return the words, open ones read as the nearest word, an unfinished one as the words that begin with it."""
        return [self._nearest(word) if word.is_open else word for word in words]

    # ------------------------------------------------------------ one word

    def _otherwise(self, word: ReadWord) -> ReadWord:
        form = word.typed.form
        for how, several in ((How.DIACRITICS, self._without_diacritics(form)), (How.LETTERS, self._in_letters(form))):
            used = [known.form for known in several if self._occurs(known) in self.met]
            if used:
                return _read_as(word, how, used, self.language)
        for inflected in self._inflected(form):
            if word_condition(TypedWord(inflected, inflected), self.language) in self.met:
                how = How.LETTERS if self.skeletons[form] else How.DIACRITICS
                return _read_as(word, how, [inflected], self.language)
        if not word.is_open:
            return word
        parts = self._in_parts(form)
        if parts in self.met:
            used = [part[0] for part in keys(form, self.language).parts]
            return replace(word, how=How.PARTS, condition=parts, used=tuple(used))
        for written, condition in self.written_apart.get(form, ()):
            if condition in self.met:
                return replace(word, how=How.APART, condition=condition, used=(written,))
        return word

    def _nearest(self, word: ReadWord) -> ReadWord:
        form = word.typed.form
        begun = [known.form for known in self.begun.get(form, ()) if self._occurs(known) in self.met]
        if begun:
            return _read_as(word, How.PREFIX, dict.fromkeys(begun[:MOST_BEGUN]), self.language)
        nearest = next((known for known in self.near.get(form, ()) if self._occurs(known) in self.met), None)
        if self._is_word(form):
            return _read_as(word, How.RELATED, [nearest.form], self.language) if nearest else word
        folded = self.row.fold(self.spelled.get(form, form))
        if not nearest or distance(folded, nearest.folded, 1) > 1:
            for written, condition in self.run_on.get(form, ()):
                if condition in self.met:
                    return replace(word, how=How.NEAR, condition=condition, used=(written,))
        return _read_as(word, How.NEAR, [nearest.form], self.language) if nearest else word

    def _conditions(self, form: str) -> Iterator[Condition]:
        """Yield the conditions of which has to be known, for an open word, whether a public document meets them."""
        yield from map(self._occurs, (*self._in_letters(form), *self.near[form]))
        yield from (word_condition(TypedWord(other, other), self.language) for other in self._inflected(form))
        yield self._in_parts(form)
        yield from map(self._occurs, self.begun.get(form, ()))
        yield from (condition for _written, condition in self.written_apart.get(form, ()))
        yield from (condition for _written, condition in self.run_on.get(form, ()))

    def _occurs(self, known: KnownWord) -> Condition:
        """Return the condition of a document with a word of the vocabulary."""
        return Condition((vocabulary.key_of(known, self.language),))

    def _is_in_letters(self, form: str) -> bool:
        """Tell whether a word may be Bulgarian in Latin letters."""
        return self.row.in_cyrillic and is_latin(form)

    def _without_diacritics(self, form: str) -> list[KnownWord]:
        return [known for known in self.known if known.folded == self.folded[form] and known.form != form][:MOST_SAME]

    def _in_letters(self, form: str) -> list[KnownWord]:
        same = (known for known in self.known if known.skeleton in self.skeletons[form])
        if form in self.acronyms:
            same = (known for known in same if not knows(known.form, self.language))
        return list(islice(same, MOST_SAME))

    def _inflected(self, form: str) -> list[str]:
        """Return the words of the dictionary that may be typed so; documents may have them in other forms."""
        every: Iterable[str] = ()
        if self.skeletons[form]:
            every = () if self._in_letters(form) else chain.from_iterable(map(spellings, self.skeletons[form]))
        elif may_lack_diacritics(form, self.language):
            every = respelled(form, self.row.letters)
        if form not in self._inflected_forms:
            words = (word for word in every if knows(word, self.language))
            self._inflected_forms[form] = list(islice(words, MOST_SPELLED))
        return self._inflected_forms[form]

    def _in_parts(self, form: str) -> Condition:
        """Return the condition of a document with all parts of a compound."""
        return Condition(parts=tuple(_part_keys(part, self.language) for part in keys(form, self.language).parts))

    def _near(self, form: str) -> list[KnownWord]:
        """Return the words that may be meant, the likeliest first.

        A word of the dictionary is no typing error even where no document has it: for such a word these are its
        relatives, with the same beginning.
        """
        spelled = self.spelled[form]
        folded = self.row.fold(spelled)
        if not spelled.isalpha() or len(folded) < SHORTEST_WORD or form in self.acronyms:
            return []
        return (derived if self._is_word(form) else near)(folded, self.known, MOST_NEAR)

    def _is_word(self, form: str) -> bool:
        """Tell whether a dictionary knows a word, so that it is not mistyped."""
        return knows(self.spelled.get(form, form), self.language)

    def _is_unfinished(self, form: str) -> bool:
        """Tell whether a word may still be being typed: it ends the text, and no dictionary knows it."""
        last = self.words[-1].typed
        is_last = form == last.form and form.isalpha() and self.text.endswith(last.text)
        return is_last and not (form in self.acronyms or self._is_word(form))

    def _begun(self, form: str) -> list[KnownWord]:
        """Return words that begin with an unfinished word, the most frequent first."""
        folded = self.row.fold(self.spelled[form])
        if len(folded) < SHORTEST_BEGINNING:
            return []
        words = (known for known in self.known if known.folded.startswith(folded) and known.folded != folded)
        return list(islice(words, 2 * MOST_BEGUN))


def _part_keys(part: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the keys by which one part of a compound is found: as a word, and as a part of another compound."""
    *lemmas, stem = part
    as_word = [key(language, LEMMA, lemma) for lemma in lemmas] + [key(language, STEM, stem)]
    return (*as_word, *(key(language, PART, form) for form in dict.fromkeys(part)))


def _read_as(word: ReadWord, how: How, forms: Iterable[str], language: str) -> ReadWord:
    """Return a word that is looked for by other words, any of them."""
    used = tuple(dict.fromkeys(forms))
    own = word.condition.keys
    others = dict.fromkeys(
        a_key for form in used for a_key in query_keys(keys(form, language), language) if a_key not in own
    )
    condition = Condition(own, also=tuple((a_key,) for a_key in others)) if own else Condition(tuple(others))
    return ReadWord(word.typed, how, condition, used)
