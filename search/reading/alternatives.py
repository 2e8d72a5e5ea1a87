"""Words that no document has as they are typed: what else they may mean.

All that is offered in their place occurs in a public document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise

from search.analysis import LANGUAGES, is_stop_word, keys, knows
from search.analysis.diacritics import respelled
from search.analysis.index_keys import LEMMA, PART, STEM, asked, key
from search.analysis.skeleton import in_other_layouts, is_latin, skeleton, skeletons, spellings
from search.analysis.spelling import SHORTEST_WORD, Known, derived, distance, near
from search.analysis.typed_words import TypedWord, is_acronym, take_apart
from search.documents import vocabulary
from search.engines.query import Asked
from search.reading.joined_words import run_on, together, written_apart
from search.reading.words import How, Read, as_typed, asked_word, covered, may_lack_diacritics, occurring, to_look_up

MOST_SAME = 6  # words that are written alike without diacritics or in Latin letters
MOST_SPELLED = 12
MOST_NEAR = 5
MOST_BEGUN = 6
SHORTEST_BEGINNING = 3


class Alternatives:
    """What else some words may mean that no document has as they are typed.

    The vocabulary and the engine are asked once each, for all words and all ways together. `acronyms` are words of
    their own: they are not completed, nor taken for other words.
    """

    def __init__(
        self,
        words: list[Read],
        text: str,
        language: str,
        acronyms: Collection[str] = (),
    ) -> None:
        self.words, self.text, self.language, self.row = words, text, language, LANGUAGES[language]
        self.acronyms = {*acronyms, *(word.typed.form for word in words if is_acronym(word.typed.text, text))}
        open_forms = [word.typed.form for word in words if word.is_open or word.doubtful]
        self.folded = {form: self.row.fold(form) for form in open_forms}
        self.skeletons = {form: skeletons(form) if self._is_in_letters(form) else [] for form in open_forms}
        self.spelled = {
            form: next(spellings(skeleton(form))) if self._is_in_letters(form) else form for form in open_forms
        }
        self.known = vocabulary.related(
            language,
            {*self.folded.values(), *(self.row.fold(form) for form in self.spelled.values())},
            {one for several in self.skeletons.values() for one in several},
        )
        self._spelled: dict[str, list[str]] = {}
        self.layouts = [
            (written, [word for word in take_apart(written).words if not is_stop_word(word.form, language)])
            for written in in_other_layouts(text, self.row.in_cyrillic)
        ]
        self.pairs = {
            place: pair
            for place, (one, other) in enumerate(pairwise(words))
            if (one.is_open or other.is_open) and (pair := together(one.typed, other.typed))
        }
        self.near = {form: self._near(form) for form in open_forms}
        self.begun = {form: self._begun(form) for form in open_forms[-1:] if self._is_unfinished(form)}
        one_word = {form: form in self.acronyms for form in open_forms}
        self.written_apart = {
            form: [] if one_word[form] else list(written_apart(form, language)) for form in open_forms
        }
        self.run_on = {form: [] if one_word[form] else list(run_on(form, language)) for form in open_forms}
        self.there = occurring(
            [
                *(asked_word(pair, language) for pair in self.pairs.values()),
                *(test for form in open_forms for test in self._tests(form)),
                *(self._test(known) for form in open_forms for known in self._without_diacritics(form)),
                *(one for _written, typed in self.layouts for one in to_look_up(typed, language)),
            ]
        )

    # ------------------------------------------------------------ the ways, best first

    def otherwise(self) -> list[Read]:
        """Settle open words by what is written together, without diacritics, in Latin letters or in parts."""
        read: list[Read] = []
        swallowed = -1
        for place, word in enumerate(self.words):
            if place == swallowed:
                continue
            pair = self.pairs.get(place)
            if pair and (wanted := asked_word(pair, self.language)) in self.there:
                read.append(Read(pair, How.TOGETHER, wanted, (pair.form,)))
                swallowed = place + 1
            else:
                read.append(self._otherwise(word) if word.is_open or word.doubtful else word)
        return read

    def other_layout(self) -> tuple[str, list[Read]]:
        """Return the text as the keyboard's other layout would have written it, and its words.

        Of several layouts the one counts of whose words documents have most; "" where there is none.
        """
        if all(word.typed.form in self.acronyms for word in self.words):
            return "", []
        read = [(written, as_typed(typed, self.language, self.there)) for written, typed in self.layouts]
        return max(read, key=lambda one: covered(one[1]), default=("", []))

    def nearest(self, words: Iterable[Read]) -> list[Read]:
        """Settle words that are still open: an unfinished one by what begins so, others by the nearest."""
        return [self._nearest(word) if word.is_open else word for word in words]

    # ------------------------------------------------------------ one word

    def _otherwise(self, word: Read) -> Read:
        form = word.typed.form
        for how, several in ((How.DIACRITICS, self._without_diacritics(form)), (How.LETTERS, self._in_letters(form))):
            used = [known.form for known in several if self._test(known) in self.there]
            if used:
                return _read_as(word, how, used, self.language)
        for spelled in self._inflected(form):
            if asked_word(TypedWord(spelled, spelled), self.language) in self.there:
                how = How.LETTERS if self.skeletons[form] else How.DIACRITICS
                return _read_as(word, how, [spelled], self.language)
        parts = self._in_parts(form)
        if word.is_open and parts in self.there:
            names = tuple(part[0] for part in keys(form, self.language).parts)
            return replace(word, how=How.PARTS, asked=parts, used=names)
        if word.is_open:
            for written, wanted in self.written_apart[form]:
                if wanted in self.there:
                    return replace(word, how=How.APART, asked=wanted, used=(written,))
        return word

    def _nearest(self, word: Read) -> Read:
        form = word.typed.form
        begun = [known.form for known in self.begun.get(form, ()) if self._test(known) in self.there]
        if begun:
            return _read_as(word, How.PREFIX, dict.fromkeys(begun[:MOST_BEGUN]), self.language)
        known = next((known for known in self.near.get(form, ()) if self._test(known) in self.there), None)
        if self._is_word(form):
            return _read_as(word, How.RELATED, [known.form], self.language) if known else word
        folded = self.row.fold(self.spelled.get(form, form))
        if not known or distance(folded, known.folded, 1) > 1:
            for written, wanted in self.run_on.get(form, ()):
                if wanted in self.there:
                    return replace(word, how=How.NEAR, asked=wanted, used=(written,))
        return _read_as(word, How.NEAR, [known.form], self.language) if known else word

    def _tests(self, form: str) -> Iterator[Asked]:
        """Yield what has to be known to occur for an open word."""
        yield from map(self._test, (*self._in_letters(form), *self.near[form]))
        yield from (asked_word(TypedWord(spelled, spelled), self.language) for spelled in self._inflected(form))
        yield self._in_parts(form)
        yield from map(self._test, self.begun.get(form, ()))
        yield from (wanted for _written, wanted in (*self.written_apart[form], *self.run_on[form]))

    def _test(self, known: Known) -> Asked:
        return Asked((vocabulary.key_of(known, self.language),))

    def _is_in_letters(self, form: str) -> bool:
        return self.row.in_cyrillic and is_latin(form)

    def _without_diacritics(self, form: str) -> list[Known]:
        return [known for known in self.known if known.folded == self.folded[form] and known.form != form][:MOST_SAME]

    def _in_letters(self, form: str) -> list[Known]:
        alike = (known for known in self.known if known.skeleton in self.skeletons[form])
        if form in self.acronyms:
            alike = (known for known in alike if not knows(known.form, self.language))
        return list(islice(alike, MOST_SAME))

    def _inflected(self, form: str) -> list[str]:
        """Return the words of the dictionary that may be typed so, where documents have them in other forms only."""
        every: Iterable[str] = ()
        if self.skeletons[form]:
            every = () if self._in_letters(form) else chain.from_iterable(map(spellings, self.skeletons[form]))
        elif may_lack_diacritics(form, self.language):
            every = respelled(form, self.row.letters)
        if form not in self._spelled:
            words = (spelled for spelled in every if knows(spelled, self.language))
            self._spelled[form] = list(islice(words, MOST_SPELLED))
        return self._spelled[form]

    def _in_parts(self, form: str) -> Asked:
        """Return the parts of a compound, all of which a document has."""
        return Asked(parts=tuple(_asked_part(part, self.language) for part in keys(form, self.language).parts))

    def _near(self, form: str) -> list[Known]:
        """Return the words that may be meant, the likeliest first.

        For a word that the dictionary knows these are its relatives, with the same beginning: a real word that no
        document has is no typing error.
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
        """Tell whether a word that no dictionary knows stands at the end of the text, where it is still being typed."""
        last = self.words[-1].typed
        is_word = form == last.form and form.isalpha() and self.text.endswith(last.text)
        return is_word and not (form in self.acronyms or self._is_word(form))

    def _begun(self, form: str) -> list[Known]:
        """Return words that begin with an unfinished word, the most frequent first."""
        folded = self.row.fold(self.spelled[form])
        if len(folded) < SHORTEST_BEGINNING:
            return []
        words = (known for known in self.known if known.folded.startswith(folded) and known.folded != folded)
        return list(islice(words, 2 * MOST_BEGUN))


def _asked_part(part: tuple[str, ...], language: str) -> tuple[str, ...]:
    *lemmas, stem = part
    found = [key(language, LEMMA, lemma) for lemma in lemmas] + [key(language, STEM, stem)]
    return tuple(found + [key(language, PART, one) for one in dict.fromkeys(part)])


def _read_as(word: Read, how: How, forms: Iterable[str], language: str) -> Read:
    """Return a word as looked for by other words, any of them."""
    used = tuple(dict.fromkeys(forms))
    own = word.asked.keys
    others = dict.fromkeys(one for form in used for one in asked(keys(form, language), language) if one not in own)
    wanted = Asked(own, also=tuple((one,) for one in others)) if own else Asked(tuple(others))
    return Read(word.typed, how, wanted, used)
