"""A typed text taken apart: its words, its phrases in quotation marks, and what it excludes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.analysis import Fact, WordSpan, facts, is_part_of_another, is_stop_word, keys, word_spans

LONGEST_TEXT = 1000
MOST_WORDS = 8
MOST_PHRASES = 4
LONGEST_ACRONYM = 6  # letters of one in a text that is typed in capitals only


@dataclass(frozen=True)
class TypedWord:
    """A word as typed, with its normalised `form`.

    A word that signs join has `pieces`, and its form is the whole. A number with signs ("02.18") has `figures`: they
    may stand side by side in a code. `facts` are the forms of the date, time, amount or long number that the word is,
    or is a part of.
    """

    text: str
    form: str
    pieces: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypedText:
    """A typed text, taken apart into words, phrases in quotation marks, and exclusions."""

    words: tuple[TypedWord, ...] = ()
    phrases: tuple[tuple[TypedWord, ...], ...] = ()
    excluded: tuple[tuple[TypedWord, ...], ...] = ()

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
    """Return a cleaned text in which the words of phrases are plain words."""
    return clean(text.translate(_QUOTES).replace('"', " "))


def is_acronym(word: str, text: str) -> bool:
    """Tell whether a word of a text is an acronym: it has several capitals.

    Where the whole text is typed in capitals, only a short word is taken for one.
    """
    has_capitals = word.isalnum() and sum(map(str.isupper, word)) > 1
    return has_capitals and (len(word) <= LONGEST_ACRONYM or text != text.upper())


def take_apart(text: str) -> TypedText:
    """Return the words, phrases and exclusions of a cleaned text; any text has a result."""
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
    return TypedText(
        tuple(dict.fromkeys(words)),
        tuple(dict.fromkeys(filter(None, phrases)))[:MOST_PHRASES],
        tuple(dict.fromkeys(filter(None, excluded)))[:MOST_WORDS],
    )


def words_key(text: str, language: str) -> str:
    """Return a key that is the same for all searches for the same words, in any order and form: their stems."""
    typed = take_apart(clean(text))
    words = (*typed.words, *(word for phrase in typed.phrases for word in phrase))
    forms = [form for word in words for form in word.pieces or (word.form,)]
    content = [form for form in forms if not is_stop_word(form, language)] or forms
    return " ".join(sorted({keys(form, language).stem for form in content}))[:500]


def typed_words(text: str) -> Iterator[TypedWord]:
    """Yield the words of a text; words that signs join come as one."""
    known = facts(text)
    whole: WordSpan | None = None
    pieces: list[str] = []
    for span in word_spans(text):
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


def _joined(text: str, whole: WordSpan, pieces: Iterable[str], known: Iterable[Fact]) -> TypedWord:
    return TypedWord(text[whole.start : whole.end], whole.form, tuple(pieces), facts=_facts_at(whole, known))


def _facts_at(span: WordSpan, known: Iterable[Fact]) -> tuple[str, ...]:
    """Return the forms of the facts that a word is part of; for a day not also the form of its month."""
    forms = [form for fact in known if fact.start < span.end and span.start < fact.end for form in fact.forms]
    return tuple(dict.fromkeys(form for form in forms if not is_part_of_another(form, forms)))


def _figures(written: str) -> tuple[str, ...]:
    """Return the figures of a number that has a full stop or a comma."""
    return tuple(_FIGURES.findall(written)) if _SIGN_IN_NUMBER.search(written) else ()
