"""General rules of a language that its dictionary or its stemmer lacks. Each function adds rules to one of them.

A rule applies to texts and queries alike, so what it makes need not be a real word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from search.analysis.morphology import Dictionary, Stemmer


def _with(dictionary: Dictionary, more: Callable[[str, tuple[str, ...]], Iterable[str]]) -> Dictionary:
    """Return a dictionary with further lemmas, which `more` makes from a word and its lemmas."""

    def lemmas(word: str) -> tuple[str, ...]:
        own = dictionary.lemmas(word)
        return tuple(dict.fromkeys([*own, *more(word, own)]))

    return Dictionary(dictionary.name, lemmas, dictionary.knows)


def _cut(stemmer: Stemmer, before: Callable[[str], str], after: Callable[[str], str]) -> Stemmer:
    """Return a stemmer that changes the spelling of a word `before` it is cut, and of its stem `after`."""
    return Stemmer(stemmer.name, lambda word: after(stemmer.stem(before(word))))


def _same(word: str) -> str:
    return word


def through(dictionary: Dictionary) -> Dictionary:
    """Return a dictionary that also has the lemmas of lemmas: "instruiți", "instruit", "instrui"."""
    return _with(dictionary, lambda _word, lemmas: (second for first in lemmas for second in dictionary.lemmas(first)))


# ---------------------------------------------------------------- English

_Z = re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ations?|ational|able)$)")
_YZ = re.compile(r"(?<=l)ys(?=(?:e|es|ed|er|ers|ing)$)")
_OR = re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ers?|able|ably|hoods?|ites?|ful|al|ly)?$)")
_ER = re.compile(r"(?<=[a-z][bcdfgtv])re(?=s?$)")
_OG = re.compile(r"(?<=[a-z])ogue(?=s?$)")
_AM = re.compile(r"(?<=[a-z])amme(?=s?$)")
_DG = re.compile(r"(?<=dg)e(?=ments?$)")
_ENSE = re.compile(r"(?<=[a-z]{2})ence(?=s?$)")
_AE = re.compile(r"(?<=[b-z])ae(?=[a-z]{3})|^ae(?=[a-z]{4})")
_AMERICAN = (
    (_Z, "iz"), (_YZ, "yz"), (_OR, "or"), (_ER, "er"), (_OG, "og"), (_AM, "am"), (_DG, ""), (_ENSE, "ense"), (_AE, "e"),
)  # fmt: skip
_VES = re.compile(r"(?:[aeo]a|ie|[ae]l|ol|oo|ar)ves$")


def american(word: str) -> str:
    """Return an English word in its American spelling: "organised" → "organized", "colour" → "color"."""
    for british, letters in _AMERICAN:
        word = british.sub(letters, word)
    return word


def english(dictionary: Dictionary) -> Dictionary:
    """Return the dictionary with the British and the American lemma of a word, and with "thief" for "thieves"."""

    def more(word: str, lemmas: tuple[str, ...]) -> Iterable[str]:
        several = [american(lemma) for lemma in lemmas]
        if _VES.search(word):
            several.append(word.removesuffix("ves") + "f")
        return (lemma for lemma in several if dictionary.knows(lemma))

    return _with(dictionary, more)


def english_stemmer(stemmer: Stemmer) -> Stemmer:
    """Return the stemmer that gives both spellings of a word the same stem."""
    return _cut(stemmer, american, _same)


# ---------------------------------------------------------------- Romanian

_OLD = re.compile("(?<=[^\\W\\d_])î(?=[^\\W\\d_])")
_SOFT = str.maketrans("țșz", "tsd")


def romanian(dictionary: Dictionary) -> Dictionary:
    """Return the dictionary that reads the spelling with "î" inside a word, as used until 1993: "cîmp" is "câmp"."""

    def more(word: str, _found: tuple[str, ...]) -> Iterable[str]:
        first = word.find("î", 1)
        if first < 0:
            return ()
        # After a prefix the "î" stays: "reîntâlnire" was "reîntîlnire".
        several = (_OLD.sub("â", word), word[: first + 1] + _OLD.sub("â", word[first:])[1:])
        return (lemma for one in several if one != word and dictionary.knows(one) for lemma in dictionary.lemmas(one))

    return _with(dictionary, more)


def romanian_stemmer(stemmer: Stemmer) -> Stemmer:
    """Return the stemmer that gives old and new spellings, singular and plural, one stem: "turist", "turiști"."""
    return _cut(stemmer, lambda word: _OLD.sub("â", word), lambda stem: stem[:-2] + stem[-2:].translate(_SOFT))


# ---------------------------------------------------------------- Bulgarian


def bulgarian(dictionary: Dictionary) -> Dictionary:
    """Return the dictionary in which an adverb is also a form of the adjective: "лошо" is one of "лош"."""

    def more(word: str, lemmas: tuple[str, ...]) -> Iterable[str]:
        if lemmas == (word,) and word.endswith("о"):
            feminine = word.removesuffix("о") + "а"
            yield from (lemma for lemma in dictionary.lemmas(feminine) if lemma[-1] not in "ао")

    return through(_with(dictionary, more))


def bulgarian_stemmer(stemmer: Stemmer) -> Stemmer:
    """Return the stemmer that gives a verbal noun the same stem in singular and plural: "заявление", "заявления"."""
    return _cut(stemmer, _same, lambda stem: stem[:-1] if stem.endswith(("ени", "ани")) else stem)


# ---------------------------------------------------------------- Latvian

_SOFTENED = str.maketrans("ņļķģ", "nlkg")


def latvian_stemmer(stemmer: Stemmer) -> Stemmer:
    """Return the stemmer whose stems never end in a softened letter: "Kalniņa" and "Kalniņai" have one stem."""
    return _cut(stemmer, _same, lambda stem: stem[:-1] + stem[-1:].translate(_SOFTENED))


# ---------------------------------------------------------------- Norwegian

_NEW_NORWEGIAN = (("ane", "ene"), ("anes", "enes"), ("ar", "er"), ("ars", "ers"))
_LATIN_NEUTER = re.compile("(?:(?<=[ei])|(?<=tr))(?:et|er|ene)$")
_NOUN_ENDINGS = ("en", "et")


def norwegian(dictionary: Dictionary) -> Dictionary:
    """Return the dictionary with further lemmas of a form, of which it has only one itself.

    "søker" is an applicant and "applies", "veier" are ways and "weighs", "museet" belongs to "museum",
    "bøkene" are books as "bøker" are, "kommunane" are "kommunene" in new Norwegian.
    """

    def is_noun(word: str) -> bool:
        forms = (word + ending for ending in _NOUN_ENDINGS)
        return any(dictionary.knows(form) and dictionary.lemmas(form) == (word,) for form in forms)

    def more(word: str, lemmas: tuple[str, ...]) -> Iterable[str]:
        if word.endswith("er"):
            yield from filter(is_noun, (word, word.removesuffix("er")))
        if word.endswith("re"):
            yield from filter(is_noun, [word.removesuffix("re") + "er"])
        neuter = _LATIN_NEUTER.sub("um", word)
        if neuter != word and dictionary.knows(neuter):
            yield neuter
        if word.endswith("ene"):
            # Only where the vowel changes: the dictionary itself has the other ones.
            plural = word.removesuffix("ne") + "r"
            yield from (lemma for lemma in dictionary.lemmas(plural) if lemma[:3] != word[:3] and lemma != plural)
            if lemmas == (word,):
                yield from dictionary.lemmas(word.removesuffix("ne"))
        # The lemma of a lemma, where both are one word: "regjeringens", "regjeringen", "regjering".
        for first in lemmas:
            yield from (second for second in dictionary.lemmas(first) if len(second) > 4 and first.startswith(second))
        if not dictionary.knows(word):
            for ending, other in _NEW_NORWEGIAN:
                if word.endswith(ending):
                    respelled = word.removesuffix(ending) + other
                    yield from (lemma for lemma in dictionary.lemmas(respelled) if lemma != respelled)

    return _with(dictionary, more)
