"""Concepts by the beginnings of their names: what a reader's first letters may come to name, in any language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from search.analysis import LANGUAGES, is_stop_word, keys
from search.analysis.index_keys import asked
from search.analysis.normalise import fold
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.documents.concept_names import forms_of, sequence
from search.engines.query import Asked
from search.reading.named_concepts import LONGEST_NAME, Name, Names, Recognised, any_of, asked_name, is_abbreviation

SHORTEST_FOREIGN = 3  # letters
MOST_LONG = 3  # names of several words that documents are asked for
MOST_READINGS = 4  # of what is typed in Latin letters


@dataclass(frozen=True)
class SuggestedConcept:
    """A concept by the name that readers of a language see.

    `other` is another of its names, in its language: the one that begins as typed, else an abbreviation;
    empty where there is none. `asked` is what documents have by which a search for the name finds something:
    one word, or all words of the name; cheaper than phrases, of which a reader's every letter would ask many.
    """

    text: str
    other: str
    other_language: str
    is_proper: bool
    asked: tuple[Asked, ...]


def concepts_by_name(
    words: Sequence[str], language: str, about_in: Collection[str], known: Names, most: int
) -> list[SuggestedConcept]:
    """Return concepts that have a name in a language, by any name that begins with the words.

    First those that begin so in the language itself, the shortest first. Documents in the languages `about_in`
    speak of them.
    """
    begun: defaultdict[str, list[Name]] = defaultdict(list)
    for name in _begun(words, language, known):
        if name.language == language or sum(map(len, words)) >= SHORTEST_FOREIGN:
            begun[name.concept].append(name)
    found: list[tuple[bool, int, str, Name, Name]] = []
    for concept, several in begun.items():
        shown = next((name for name in known.by_concept[concept] if name.language == language), None)
        if shown:
            best = min(several, key=lambda one: (one.language != language, one != shown, len(one.folded), one.language))
            found.append((best.language != language, len(best.folded), shown.text, shown, best))
    by_text: dict[str, SuggestedConcept] = {}  # concepts that are called alike are one
    for *_order, shown, best in sorted(found):
        if len(by_text) < most and shown.text not in by_text:
            by_text[shown.text] = _found(shown, best, known.by_concept[shown.concept], about_in)
    return list(by_text.values())


def _begun(words: Sequence[str], language: str, known: Names) -> Iterator[Name]:
    """Yield the names that begin with the words, without diacritics or as Latin letters may be meant; some twice."""
    for start in {sequence(map(fold_in, words)) for fold_in in (fold, *(row.fold for row in LANGUAGES.values()))}:
        yield from known.beginning("folded", start)
    if LANGUAGES[language].in_cyrillic and all(map(is_latin, words)):
        *finished, last = words
        for reading in islice(product(*map(skeletons, finished), beginnings(last)), MOST_READINGS):
            yield from known.beginning("skeleton", sequence(reading))


def _found(shown: Name, begun: Name, several: Sequence[Name], about_in: Collection[str]) -> SuggestedConcept:
    names: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in several:
        names[name.language] += (name.text,)
    concept = Recognised(tuple(forms_of(shown.text)), frozenset({shown.language}), shown.is_proper, names)
    wanted = tuple(filter(None, [_one_word(concept, about_in), *_several_words(concept, shown.language)]))
    other: Name | None = begun
    if begun == shown:
        short = (name for name in several if name.language == shown.language and is_abbreviation(name.text))
        other = next((name for name in short if name != shown), None)
    if other is None:
        return SuggestedConcept(shown.text, "", "", shown.is_proper, wanted)
    return SuggestedConcept(shown.text, other.text, other.language, shown.is_proper, wanted)


def _one_word(concept: Recognised, about_in: Collection[str]) -> Asked:
    """Return what a document has with a name of one word, such as an abbreviation."""
    return any_of(
        asked_name(name, code) for code in about_in for name in concept.names_in(code) if len(forms_of(name)) == 1
    )


def _several_words(concept: Recognised, language: str) -> Iterator[Asked]:
    """Yield what a document has with all words of a longer name."""
    for name in concept.names_in(language)[:MOST_LONG]:
        forms = forms_of(name)
        content = [form for form in forms if not is_stop_word(form, language)] or forms
        if len(forms) > 1:
            yield Asked(parts=tuple(asked(keys(form, language), language) for form in content[:LONGEST_NAME]))
