"""A query: what is asked of an engine, and how a typed text is taken apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from search.analysis import Fact, Span, facts, is_part_of_another, spans

LONGEST_TEXT = 1000
MOST_WORDS = 8
MOST_PHRASES = 4
LONGEST_ACRONYM = 6  # letters of one in a text that is typed in capitals only


@dataclass(frozen=True)
class Asked:
    """Something a document may have: any of the `keys`, one of the `phrases`, or all of the `parts`.

    The keys of a phrase stand side by side; of each part a document has any key. `also` are keys of other
    spellings, those of a phrase together: documents that have only such are found below the others.
    """

    keys: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    also: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.keys or self.phrases or self.parts)

    @property
    def any_keys(self) -> tuple[str, ...]:
        """Return all keys any of which is enough."""
        return (*self.keys, *(one[0] for one in self.also if len(one) == 1))

    @property
    def any_phrases(self) -> tuple[tuple[str, ...], ...]:
        """Return all phrases any of which is enough."""
        return (*self.phrases, *(one for one in self.also if len(one) > 1))


class Sort(Enum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True)
class Query:
    """What is looked for in the documents of one language.

    A strict hit has `minimum` of the words and all that is required; a loose one any of the words.
    Neither has anything excluded. Without words and requirements every document is a strict hit.
    `facets` holds the chosen values by facet; `counted` names the facets to count.
    """

    language: str
    words: tuple[Asked, ...] = ()
    minimum: int = 0
    required: tuple[Asked, ...] = ()
    excluded: tuple[Asked, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counted: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    start: int = 0
    size: int = 10

    @property
    def without_other_spellings(self) -> Query | None:
        """Return what has the words as they were typed; None where there are no other spellings of them."""
        if not any(asked.also for asked in (*self.words, *self.required)):
            return None
        words, required = (tuple(replace(one, also=()) for one in several) for several in (self.words, self.required))
        return replace(self, words=words, required=required)


def minimum_of(number: int) -> int:
    """Return how many of a number of words a strict hit has: both of two, three quarters of more."""
    return number if number <= 2 else number * 3 // 4


@dataclass(frozen=True)
class TypedWord:
    """A word as typed; one that signs join has its `pieces` and is itself the whole.

    A number with signs ("02.18") has its `figures`: side by side they may stand in a code. `facts` are the forms of the
    date, the time, the amount or the long number that the word is, or belongs to.
    """

    text: str
    form: str
    pieces: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typed:
    """A typed text taken apart: words, phrases in quotation marks, and what is excluded."""

    words: tuple[TypedWord, ...] = ()
    phrases: tuple[tuple[TypedWord, ...], ...] = ()
    excluded: tuple[tuple[TypedWord, ...], ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.excluded)


_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
# A phrase, an exclusion, a lone quotation mark, or words up to the next of these: a blank may stand inside a number.
_ITEM = re.compile(r'(?<!\S)(-?)"([^"]*)"|(?<!\S)-(?=\w)(\S+)|"|([^\s"]+(?:\s+(?!-?"|-\w)[^\s"]+)*)')
_FIGURES = re.compile("[0-9]+")
_SIGN_IN_NUMBER = re.compile("[0-9][.,][0-9]")


def clean(text: str) -> str:
    """Return any text as one line without control characters, at most LONGEST_TEXT characters long."""
    shown = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text[: 4 * LONGEST_TEXT])
    return " ".join(shown.split())[:LONGEST_TEXT].rstrip()


def without_quotes(text: str) -> str:
    """Return a cleaned text whose phrases are words."""
    return clean(text.translate(_QUOTES).replace('"', " "))


def is_acronym(word: str, text: str) -> bool:
    """Tell whether a word of a text is an acronym: it has several capitals, which no word has by itself.

    Where the whole text is typed in capitals only a short one is.
    """
    has_capitals = word.isalnum() and sum(map(str.isupper, word)) > 1
    return has_capitals and (len(word) <= LONGEST_ACRONYM or text != text.upper())


def take_apart(text: str) -> Typed:
    """Return the words, phrases and exclusions of a cleaned text; no text is refused."""
    words: list[TypedWord] = []
    phrases: list[tuple[TypedWord, ...]] = []
    excluded: list[tuple[TypedWord, ...]] = []
    for minus, phrase, unwanted, plain in (match.groups() for match in _ITEM.finditer(text.translate(_QUOTES))):
        if plain:
            words += typed_words(plain)
        elif unwanted:
            excluded.append(tuple(typed_words(unwanted)))
        elif phrase:
            (excluded if minus else phrases).append(tuple(typed_words(phrase)))
    return Typed(
        tuple(dict.fromkeys(words)),
        tuple(dict.fromkeys(filter(None, phrases)))[:MOST_PHRASES],
        tuple(dict.fromkeys(filter(None, excluded)))[:MOST_WORDS],
    )


def typed_words(text: str) -> Iterator[TypedWord]:
    """Yield the words of a text; those that signs join come as one."""
    known = facts(text)
    whole: Span | None = None
    pieces: list[str] = []
    for span in spans(text):
        if whole and span.start >= whole.end:
            yield _joined(text, whole, pieces, known)
            whole, pieces = None, []
        if span.is_whole:
            whole = span
        elif whole:
            pieces.append(span.form)
        else:
            written = text[span.start : span.end]
            yield TypedWord(written, span.form, figures=_figures(written), facts=_facts_at(span, known))
    if whole:
        yield _joined(text, whole, pieces, known)


def _joined(text: str, whole: Span, pieces: Iterable[str], known: Iterable[Fact]) -> TypedWord:
    return TypedWord(text[whole.start : whole.end], whole.form, tuple(pieces), facts=_facts_at(whole, known))


def _facts_at(span: Span, known: Iterable[Fact]) -> tuple[str, ...]:
    """Return the forms of the facts that a word is part of; of a whole date not the month of its year alone."""
    forms = [form for fact in known if fact.start < span.end and span.start < fact.end for form in fact.forms]
    return tuple(dict.fromkeys(form for form in forms if not is_part_of_another(form, forms)))


def _figures(written: str) -> tuple[str, ...]:
    """Return the figures of a number that has a full stop or a comma."""
    return tuple(_FIGURES.findall(written)) if _SIGN_IN_NUMBER.search(written) else ()
