"""Checks of letters and words: capitals, alphabets, words that stand twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from django.utils.translation import gettext_lazy as _

from cms.languages import babel_locale
from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.conventions import CONVENTIONS
from translation.quality.units import Finding, Unit, listed

_FIRST = re.compile(r"\w")
_ROMAN = re.compile(r"[IVXLCDM]+")
_CEDILLAS = str.maketrans("şţŞŢ", "șțȘȚ")
_LATIN_UNITS = frozenset(["km", "kg", "ha", "kw", "mw", "kwh", "cm", "mm", "gb", "mb", "eur"])
_INSIDE = re.compile(r"[„“«”(]([^„“«»”()]*)[”“»)]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+)(\s+)(\1)(?![\w-])", re.IGNORECASE)


class DoubleWords(Check):
    """No word stands twice in a row."""

    id = "double-word"
    name = _("Double words")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield words that stand twice; one that does so in the source may."""
        allowed = CONVENTIONS[unit.target_language].repeated.split()
        source = {match[1].lower() for match in _TWICE.finditer(unit.original.prose)}
        for match in _TWICE.finditer(unit.translated.prose):
            word = match[1].lower()
            if word not in allowed and word not in source and "\n" not in match[2]:
                yield self.found(_("A word stands twice: %(word)s"), unit.translated.span(*match.span()), word=match[1])


class Capitals(Check):
    """A translation begins with a capital where its source does."""

    id = "capitals"
    name = _("Capitals")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield a beginning that is written otherwise than the source's; not where English has a capital of its own."""
        there, here = (_FIRST.search(text.prose) for text in (unit.original, unit.translated))
        if there is None or here is None or not (_has_case(there[0]) and _has_case(here[0])):
            return
        if there[0].isupper() == here[0].isupper() or self._is_a_name(unit):
            return
        span = unit.translated.span(*here.span())
        if there[0].isupper():
            yield self.found(_("The source begins with a capital, this text does not."), span)
        elif not self._is_abbreviation(unit):
            yield self.found(_("The source begins with a small letter, this text with a capital."), span)

    @staticmethod
    def _is_a_name(unit: Unit) -> bool:
        first = {
            text.words[0][0].lower()
            for text, language in ((unit.original, unit.source_language), (unit.translated, unit.target_language))
            if language == "en" and text.words
        }
        return not first.isdisjoint(_capitals_of_english())

    @staticmethod
    def _is_abbreviation(unit: Unit) -> bool:
        first = unit.translated.words[0][0] if unit.translated.words else ""
        return len(first) > 1 and first[1:] != first[1:].lower()


class Alphabet(Check):
    """Words in the letters of the language: Cyrillic in Bulgarian, Latin in the others; names and addresses beside."""

    id = "alphabet"
    name = _("Alphabet")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield words in letters of another alphabet that the source does not have so."""
        for match in unit.translated.words:
            word = match[0]
            scripts = {_script(letter) for letter in word if letter.isalpha()}
            if len(scripts) > 1 and not _is_joined(word):
                continue  # a finding of another check
            if unit.target_language == "bg":
                strange = scripts == {"LATIN"} and self._is_strange_in_cyrillic(word, unit)
            else:
                strange = scripts == {"CYRILLIC"} and not is_spoken_of(word, unit)
            if strange:
                span = unit.translated.span(*match.span())
                yield self.found(_("A word in letters of another alphabet: %(word)s"), span, word=word)

    @staticmethod
    def _is_strange_in_cyrillic(word: str, unit: Unit) -> bool:
        if len(word) == 1 or _ROMAN.fullmatch(word) or word.isupper() or word.lower() in _LATIN_UNITS:
            return False
        is_named = word.lower() in unit.words_of_source and not word.islower()
        return not (is_named or is_spoken_of(word, unit) or (not word.islower() and not word.istitle()))


class MixedAlphabets(Check):
    """No word has letters of two alphabets, which look alike and are not found."""

    id = "mixed-alphabets"
    name = _("Mixed alphabets")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield words in which Latin and Cyrillic letters are mixed."""
        for match in re.finditer(r"[^\W\d_]+", unit.translated.prose):
            if len({_script(letter) for letter in match[0]} & {"LATIN", "CYRILLIC"}) == 2:
                span = unit.translated.span(*match.span())
                yield self.found(_("Letters of two alphabets in a word: %(word)s"), span, word=match[0])


class Cedilla(Check):
    """Romanian ș and ț have a comma below, not a cedilla."""

    id = "cedilla"
    name = _("Cedilla")
    severity = Severity.ERROR
    languages = frozenset({"ro"})

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield each word that has a letter with a cedilla."""
        plain = unicodedata.normalize("NFC", unit.translated.plain)
        if plain.translate(_CEDILLAS) == plain:
            return
        words = [word for word in re.findall(r"\w+", plain) if word.translate(_CEDILLAS) != word]
        span = None
        if match := re.search("[şţŞŢ]", unit.translated.plain):
            span = unit.translated.span(*match.span())
        right = listed([word.translate(_CEDILLAS) for word in words])
        yield self.found(_("A cedilla in place of a comma: write %(words)s"), span, words=right)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    return "CYRILLIC" if "\u0400" <= letter <= "\u04ff" else unicodedata.name(letter, "OTHER").split()[0]


def _is_joined(word: str) -> bool:
    return "-" in word


def is_spoken_of(word: str, unit: Unit) -> bool:
    """Tell whether a word stands in quotes or brackets, and in some form in the source: it is spoken of."""
    if word.lower() not in _in_quotes(unit.translated.plain):
        return False
    kept = word.lower()[: max(4, len(word) * 2 // 3)]
    return any(other.startswith(kept) for other in unit.words_of_source)


@lru_cache(100)
def _in_quotes(plain: str) -> frozenset[str]:
    inside = _INSIDE.findall(plain)
    return frozenset(word.lower() for part in inside for word in _WORD.findall(part))


@cache
def _capitals_of_english() -> frozenset[str]:
    """Return what English writes with a capital and others do not: languages, months, days."""
    locale = babel_locale("en")
    names = [
        *locale.languages.values(),
        *locale.months["format"]["wide"].values(),
        *locale.days["format"]["wide"].values(),
    ]
    return frozenset(name.split()[0].lower() for name in names) | {"i", "european"}
