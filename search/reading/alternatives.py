"""Words that no document has as they are typed: what else they may mean.

All that is offered in their place occurs in a public document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import chain, islice, pairwise
from typing import Any

from search.analysis import LANGUAGES, is_number, is_stop_word, keys, knows
from search.analysis.diacritics import respelled
from search.analysis.facts import is_day, is_time
from search.analysis.index_keys import EXACT, LEMMA, PART, STEM, WHOLE, asked, key
from search.analysis.skeleton import in_other_layouts, is_latin, skeleton, skeletons, spellings
from search.analysis.spelling import SHORTEST_WORD, Known, derived, distance, near
from search.analysis.typed_words import MOST_WORDS, TypedWord, is_acronym, take_apart
from search.documents import vocabulary
from search.engines import database
from search.engines.base import Sql
from search.engines.query import Asked
from search.reading.joined_words import in_code, run_on, together, written_apart

MOST_SAME = 6  # words that are written alike without diacritics or in Latin letters
MOST_SPELLED = 12
MOST_NEAR = 5
MOST_BEGUN = 6
SHORTEST_BEGINNING = 3


class How(Enum):
    """How a word came to be looked for as it is; the last four are tried last, the last two told as a second try."""

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
class Read:
    """A typed word as it is looked for; `used` are other words that are looked for in its place.

    `languages` are the others whose documents have it as typed, told of one that no document of its own has.
    A word is `doubtful` when documents have it in other forms only and no dictionary knows it as typed: it may lack
    diacritics.
    """

    typed: TypedWord
    how: How = How.NOWHERE
    asked: Asked = field(default_factory=Asked)
    used: tuple[str, ...] = ()
    doubtful: bool = False
    languages: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether no public document has the word."""
        return self.how is How.NOWHERE


def occurring(candidates: Iterable[Asked]) -> set[Asked]:
    """Return those that a public document has: one request."""
    return occurring_with(candidates, ())[0]


def occurring_with(candidates: Iterable[Asked], beside: Sequence[Sql]) -> tuple[set[Asked], list[Any]]:
    """Return those that a public document has, and the values of expressions at the same moment: one request."""
    unique = list(dict.fromkeys(filter(None, candidates)))
    there, values = database().occurring(unique, beside)
    return {one for one, occurs in zip(unique, there, strict=True) if occurs}, values


# ---------------------------------------------------------------- as typed


def asked_word(word: TypedWord, language: str) -> Asked:
    """Return what a document with this word has; one that signs join may also be written apart, or as one."""
    also = tuple(key(language, WHOLE, fact) for fact in word.facts)
    if not word.pieces:
        return Asked((*asked(keys(word.form, language), language), *also))
    # "2014-2020" is no number.
    own = (key(language, WHOLE, word.form),) if is_number(word.form) else asked(keys(word.form, language), language)
    return Asked((*own, *also), tuple(side_by_side(word.pieces, language)))


def asked_phrase(words: Sequence[TypedWord], language: str) -> Asked:
    """Return what a document with this phrase has; only several words may be inflected."""
    wholes = (key(language, WHOLE, words[0].form),) if len(words) == 1 and words[0].pieces else ()
    phrases = list(side_by_side(_forms(words), language))
    if any(word.figures for word in words):
        in_codes = (form for word in words for form in word.pieces or word.figures or (word.form,))
        phrases.append(tuple(key(language, EXACT, form) for form in in_codes))
    return Asked(wholes, tuple(phrases))


def as_typed(words: Iterable[TypedWord], language: str, there: set[Asked]) -> list[Read]:
    """Return words as they are typed; one that signs join, is no code and stands nowhere so, is taken apart.

    Two that documents also have as one word are looked for in both ways.
    """
    read: list[Read] = []
    for word in words:
        pieces = [TypedWord(piece, piece) for piece in word.pieces if not is_stop_word(piece, language)]
        if asked_word(word, language) in there or not pieces or _is_whole(word):
            pieces = [word]
        elif all(map(str.isdigit, word.pieces)) and any(asked_word(one, language) not in there for one in pieces):
            pieces = [word]  # one number of several says nothing
        read += [_as_typed(one, language, there) for one in pieces]
    for place, (one, other) in enumerate(pairwise(read)):
        pair = together(one.typed, other.typed)
        if pair and not (one.is_open or other.is_open) and (wanted := asked_word(pair, language)) in there:
            for at in (place, place + 1):
                has = read[at].asked
                read[at] = replace(read[at], asked=replace(has, keys=tuple(dict.fromkeys(has.keys + wanted.keys))))
    return read[:MOST_WORDS]


def _as_typed(word: TypedWord, language: str, there: set[Asked]) -> Read:
    wanted = asked_word(word, language)
    if wanted not in there:
        code = in_code(word, language)
        return Read(word, How.TYPED, code) if code in there else Read(word)
    doubtful = (
        _may_lack_diacritics(word.form, language)
        and Asked((key(language, EXACT, word.form),)) not in there
        and not knows(word.form, language)
    )
    return Read(word, How.TYPED, wanted, doubtful=doubtful)


def to_look_up(words: Iterable[TypedWord], language: str) -> Iterator[Asked]:
    """Yield what has to be known to occur for `as_typed`."""
    words = list(words)
    for word in words:
        yield asked_word(word, language)
        yield in_code(word, language)
        for form in word.pieces or (word.form,):
            yield asked_word(TypedWord(form, form), language)
            if _may_lack_diacritics(form, language):
                yield Asked((key(language, EXACT, form),))
    for pair in filter(None, (together(one, other) for one, other in pairwise(words))):
        yield asked_word(pair, language)


def _may_lack_diacritics(form: str, language: str) -> bool:
    return bool(LANGUAGES[language].letters) and form.isascii() and form.isalpha()


def side_by_side(forms: Sequence[str], language: str) -> Iterator[tuple[str, ...]]:
    """Yield a phrase as written and, where several words carry its meaning, inflected."""
    yield tuple(key(language, EXACT, form) for form in forms)
    stems = [keys(form, language).stem for form in forms if form not in LANGUAGES[language].stop_words]
    if len(stems) > 1:
        yield tuple(key(language, STEM, stem) for stem in stems)


def _is_whole(word: TypedWord) -> bool:
    """Tell whether the pieces mean nothing alone: of a day, of a time, or of letters and digits.

    These are a code, or Bulgarian in Latin letters, "4as" for "час".
    """
    if any(is_day(form) or is_time(form) for form in word.facts):
        return True
    return any(map(str.isdigit, word.form)) and any(map(str.isalpha, word.form))


# ---------------------------------------------------------------- what else is meant


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
        elif _may_lack_diacritics(form, self.language):
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


def covered(words: Iterable[Read]) -> float:
    """Return the share of words that documents have; numbers do not count."""
    found = [not word.is_open for word in words if not is_number(word.typed.form)]
    return sum(found) / len(found) if found else 0.0


def _forms(phrase: Sequence[TypedWord]) -> list[str]:
    return [form for word in phrase for form in word.pieces or (word.form,)]


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
