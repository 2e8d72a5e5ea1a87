"""The languages of the search: one row for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from cms.stop_words import STOP_WORDS
from search.analysis import grammar
from search.analysis.diacritics import Pair
from search.analysis.morphology import (
    Dictionary,
    Stemmer,
    bulgarian_dictionary,
    bulgarian_stemmer,
    latvian_dictionary,
    latvian_stemmer,
    polish_dictionary,
    simplemma_dictionary,
    snowball,
)
from search.analysis.normalise import fold
from search.analysis.skeleton import official


@dataclass(frozen=True)
class Language:
    """How the words of one language are read.

    `letters` are pairs: what is typed where the keyboard lacks a letter, and that letter. A language with `compounds`
    writes these as one word. A language `in_cyrillic` is also typed in Latin letters.
    `beginnings_and_endings` of words do not count as parts of a compound.
    """

    code: str
    dictionary: Callable[[], Dictionary]
    stemmer: Callable[[], Stemmer]
    letters: tuple[Pair, ...] = ()
    beginnings_and_endings: str = ""
    compounds: bool = False
    in_cyrillic: bool = False

    @property
    def stop_words(self) -> frozenset[str]:
        """Return the words that are too common to look for."""
        return STOP_WORDS[self.code]

    @cached_property
    def folded_stop_words(self) -> frozenset[str]:
        """Return the stop words as they are typed without diacritics or in Latin letters."""
        typed = map(official if self.in_cyrillic else self.fold, self.stop_words)
        return frozenset(typed)

    @cached_property
    def no_parts(self) -> frozenset[str]:
        """Return the beginnings and endings of words that nobody would look for as parts of a compound."""
        return frozenset(self.beginnings_and_endings.split())

    def fold(self, form: str) -> str:
        """Return a normalised word as it is typed without diacritics."""
        form = fold(form)
        for typed, letter in self.letters:
            if len(typed) > 1:
                form = form.replace(typed, fold(letter)[0])
        return form


def _pairs(letters: str) -> tuple[Pair, ...]:
    """Return the pairs for which "aăâ" stands: "a" is typed for "ă" and for "â"."""
    return tuple((one[0], letter) for one in letters.split() for letter in one[1:])


LANGUAGES: dict[str, Language] = {
    row.code: row
    for row in (
        Language(
            "bg",
            lambda: grammar.bulgarian(bulgarian_dictionary()),
            lambda: grammar.bulgarian_stemmer(bulgarian_stemmer()),
            in_cyrillic=True,
        ),
        Language(
            "en",
            lambda: grammar.english(grammar.through(simplemma_dictionary("en"))),
            lambda: grammar.english_stemmer(snowball("english")),
        ),
        Language(
            "lv",
            latvian_dictionary,
            lambda: grammar.latvian_stemmer(latvian_stemmer()),
            letters=_pairs("aā cč eē gģ iī kķ lļ nņ sš uū zž"),
        ),
        Language(
            "nb",
            lambda: grammar.norwegian(simplemma_dictionary("nb")),
            partial(snowball, "norwegian"),
            letters=(("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("a", "å"), ("o", "ø"), ("a", "æ")),
            beginnings_and_endings="""etter forut fram frem gjennom inne innen inter mellom oppe over sammen selv
            tilbake under uten utenfor videre dommen else elsen elser ende enes ende heten
            heter ingen inger isme isten ning ningen ninger skap skapen skaper skapet somme
            sjon""",
            compounds=True,
        ),
        Language(
            "pl",
            polish_dictionary,
            partial(snowball, "polish"),
            letters=_pairs("aą cć eę lł nń oó sś zźż"),
        ),
        Language(
            "ro",
            lambda: grammar.romanian(grammar.through(simplemma_dictionary("ro", greedy=True))),
            lambda: grammar.romanian_stemmer(snowball("romanian")),
            letters=_pairs("aăâ iî sș tț"),
        ),
    )
}
