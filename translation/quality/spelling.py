"""Check of spelling, by the dictionaries that hunspell has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import yaml
from django.utils.translation import gettext_lazy as _
from simplemma.strategies import DictionaryLookupStrategy
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from cms.dictionaries import spelt
from cms.languages import LANGUAGE_CODES
from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.letters import is_spoken_of
from translation.quality.units import Finding, Unit

_SHORTEST = 4  # letters of a word that is looked up
_SHORTEST_PART = 4  # letters of a part of a compound
_COMPOUNDING = frozenset({"nb"})
_JOINTS = ("", "s", "e")
_LEMMATISED = frozenset({"bg", "en", "nb", "ro"})  # of which the search has these dictionaries in memory too
_LEMMAS = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)
_OWN_WORDS = Path(__file__).parent / "words.yaml"


class Spelling(Check):
    """Words that the language's dictionary has. Names, and words of the source, are not looked up."""

    id = "spelling"
    name = _("Spelling")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield words in small letters that no dictionary has."""
        for match in unit.translated.words:
            word = match[0]
            if (
                len(word) < _SHORTEST
                or not word.islower()
                or word in unit.words_of_source
                or _is_of_a_term(word, unit)
                or is_spoken_of(word, unit)
            ):
                continue
            if not is_word(word.replace("’", "'"), unit.target_language):
                span = unit.translated.span(*match.span())
                yield self.found(_("Not in the dictionary: %(word)s"), span, word=word)


@lru_cache(50_000)
def is_word(word: str, language: str) -> bool:
    """Tell whether a language has a word: by its dictionaries, by its parts, or as one of ours."""
    has = spelt(language)
    if has is None or _has(word, language):
        return True
    if "-" in word:
        return all(len(part) == 1 or _has(part, language) for part in word.split("-"))
    return language in _COMPOUNDING and _is_compound(word, has)


def _is_compound(word: str, has: Callable[[str], bool]) -> bool:
    """Tell whether a word is two words with or without a joint between them."""
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if not has(word[:at]):
            continue
        rests = (word[at + len(joint) :] for joint in _JOINTS if word[at:].startswith(joint))
        if any(len(rest) >= _SHORTEST_PART and has(rest) for rest in rests):
            return True
    return False


def _has(word: str, language: str) -> bool:
    has = spelt(language)
    if has is None or has(word):
        return True
    if language in _LEMMATISED and _LEMMAS.get_lemma(word, language) is not None:
        return True
    return any(word.startswith(beginning) for beginning in _own_words()[language])


@cache
def _own_words() -> Mapping[str, tuple[str, ...]]:
    words: Mapping[str, str] = yaml.safe_load(_OWN_WORDS.read_text(encoding="utf-8"))
    return {language: tuple(words[language].split()) for language in LANGUAGE_CODES}


def _is_of_a_term(word: str, unit: Unit) -> bool:
    return any(word in form.lower().split() for term in unit.terms for form in term.preferred)
