"""Concepts of which a name, in any language, begins with what somebody has typed so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from search.analysis import LANGUAGES, is_stop_word, keys
from search.analysis.index_keys import query_keys
from search.analysis.normalise import fold
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.documents.concept_names import forms_of, word_sequence
from search.engines.query import Condition
from search.reading.named_concepts import (
    LONGEST_NAME,
    NamedConcept,
    NameTable,
    StoredName,
    any_condition,
    is_abbreviation,
    name_condition,
)

SHORTEST_FOREIGN = 3  # letters that a name in another language is found by
MOST_LONG = 3  # names of several words, of each concept, that documents are searched for
MOST_READINGS = 4  # skeletons of what is typed in Latin letters


@dataclass(frozen=True)
class SuggestedConcept:
    """A concept by the name that readers of a language see.

    `other` is another name in the language `other_language`: the one that begins as typed, else an abbreviation; both
    are empty where there is none. A search for the name finds something where a public document meets any of the
    `conditions`: one word, or all words of the name. Phrases would be exact, but every typed letter would cost many.
    """

    text: str
    other: str
    other_language: str
    is_proper: bool
    conditions: tuple[Condition, ...]


def concepts_by_name(
    words: Sequence[str], language: str, searched: Collection[str], names: NameTable, most: int
) -> list[SuggestedConcept]:
    """Return concepts that have a name in a language, found by any of their names that begins with the words.

    Concepts whose name in the language itself begins so come first, and of those the shortest names. `searched` are the
    languages whose documents a search for the concept would show.
    """
    begun: defaultdict[str, list[StoredName]] = defaultdict(list)
    for name in _begun(words, language, names):
        if name.language == language or sum(map(len, words)) >= SHORTEST_FOREIGN:
            begun[name.concept].append(name)
    ranked: list[tuple[bool, int, str, StoredName, StoredName]] = []
    for concept, several in begun.items():
        shown = next((name for name in names.by_concept[concept] if name.language == language), None)
        if shown:
            best = min(several, key=lambda one: (one.language != language, one != shown, len(one.folded), one.language))
            ranked.append((best.language != language, len(best.folded), shown.text, shown, best))
    by_text: dict[str, SuggestedConcept] = {}  # concepts of the same name are suggested once
    for *_rank, shown, best in sorted(ranked):
        if len(by_text) < most and shown.text not in by_text:
            by_text[shown.text] = _suggested(shown, best, names.by_concept[shown.concept], searched)
    return list(by_text.values())


def _begun(words: Sequence[str], language: str, names: NameTable) -> Iterator[StoredName]:
    """Yield the names that begin with the words, some of them twice.

    Diacritics do not count, and words in Latin letters may stand for Bulgarian ones.
    """
    for start in {word_sequence(map(fold_in, words)) for fold_in in (fold, *(row.fold for row in LANGUAGES.values()))}:
        yield from names.beginning("folded", start)
    if LANGUAGES[language].in_cyrillic and all(map(is_latin, words)):
        *finished, last = words
        for reading in islice(product(*map(skeletons, finished), beginnings(last)), MOST_READINGS):
            yield from names.beginning("skeleton", word_sequence(reading))


def _suggested(
    shown: StoredName, begun: StoredName, several: Sequence[StoredName], searched: Collection[str]
) -> SuggestedConcept:
    """Return a concept with `several` names, of which one is shown and one begins as typed."""
    names: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in several:
        names[name.language] += (name.text,)
    concept = NamedConcept(tuple(forms_of(shown.text)), frozenset({shown.language}), shown.is_proper, names)
    conditions = tuple(filter(None, [_one_word(concept, searched), *_several_words(concept, shown.language)]))
    other: StoredName | None = begun
    if begun == shown:
        short = (name for name in several if name.language == shown.language and is_abbreviation(name.text))
        other = next((name for name in short if name != shown), None)
    if other is None:
        return SuggestedConcept(shown.text, "", "", shown.is_proper, conditions)
    return SuggestedConcept(shown.text, other.text, other.language, shown.is_proper, conditions)


def _one_word(concept: NamedConcept, searched: Collection[str]) -> Condition:
    """Return the condition of a document with a name of one word, such as an abbreviation."""
    return any_condition(
        name_condition(name, code) for code in searched for name in concept.names_in(code) if len(forms_of(name)) == 1
    )


def _several_words(concept: NamedConcept, language: str) -> Iterator[Condition]:
    """Yield, for each longer name, the condition of a document with all its words."""
    for name in concept.names_in(language)[:MOST_LONG]:
        forms = forms_of(name)
        content = [form for form in forms if not is_stop_word(form, language)] or forms
        if len(forms) > 1:
            yield Condition(parts=tuple(query_keys(keys(form, language), language) for form in content[:LONGEST_NAME]))
