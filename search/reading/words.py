"""The words and phrases of a typed text as conditions on documents: looked for as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise
from typing import Any

from search.analysis import LANGUAGES, is_number, is_stop_word, keys, knows
from search.analysis.facts import is_day, is_time
from search.analysis.index_keys import EXACT, STEM, WHOLE, asked, key
from search.analysis.typed_words import MOST_WORDS, TypedWord
from search.engines import database
from search.engines.base import Sql
from search.engines.query import Asked
from search.reading.joined_words import in_code, together


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
        may_lack_diacritics(word.form, language)
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
            if may_lack_diacritics(form, language):
                yield Asked((key(language, EXACT, form),))
    for pair in filter(None, (together(one, other) for one, other in pairwise(words))):
        yield asked_word(pair, language)


def may_lack_diacritics(form: str, language: str) -> bool:
    """Tell whether a word was typed in letters that may stand for others with diacritics."""
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


def covered(words: Iterable[Read]) -> float:
    """Return the share of words that documents have; numbers do not count."""
    found = [not word.is_open for word in words if not is_number(word.typed.form)]
    return sum(found) / len(found) if found else 0.0


def _forms(phrase: Sequence[TypedWord]) -> list[str]:
    return [form for word in phrase for form in word.pieces or (word.form,)]
