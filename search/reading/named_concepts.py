"""The concepts that a typed text names, in whichever language, and the other names by which documents call them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, product
from typing import Any, NamedTuple, TypeVar

from cms.prepared import Prepared
from search.analysis import LANGUAGES, Keys, is_stop_word, keys
from search.analysis.index_keys import EXACT, LEMMA, key, query_keys
from search.analysis.normalise import fold
from search.analysis.skeleton import is_latin, skeletons
from search.analysis.typed_words import TypedWord
from search.documents.concept_names import forms_of, word_sequence
from search.engines.base import Sql
from search.engines.query import Condition
from search.models import ConceptName
from search.reading.words import How, ReadWord, conditions_met, conditions_met_with, phrase_keys

MOST_TYPED = 16  # words of a text in which concepts are looked for
LONGEST_NAME = 10  # words
MOST_CONCEPTS = 4
MOST_NAMES = 6  # of a concept in a language
MOST_SKELETONS = 4  # of a name in Latin letters

NOTHING: Sql = ("NULL", [])

Value = TypeVar("Value")

# Of the words of a text, the index of the first and of the last one of a name.
WordRange = tuple[int, int]


@dataclass(frozen=True)
class NamedConcept:
    """A concept that some words of a text name.

    `languages` are the languages in which the words name it. `names` holds all its names by language; the first one is
    the one that readers see. Several concepts of the same name are one here.
    """

    words: tuple[str, ...]
    languages: frozenset[str]
    is_proper: bool
    names: Mapping[str, tuple[str, ...]]

    def is_certain(self, language: str) -> bool:
        """Tell whether the words mean the concept even where documents in a language have the words as typed.

        One common noun of another language may be a quite different word in this one.
        """
        return language in self.languages or self.is_proper or len(self.words) > 1

    @property
    def is_acronym(self) -> bool:
        """Tell whether the text names the concept by an abbreviation, in capitals or small letters."""
        names = (name for names in self.names.values() for name in names)
        return len(self.words) == 1 and any(is_abbreviation(name) and name.lower() == self.words[0] for name in names)

    def names_in(self, language: str) -> list[str]:
        """Return the names by which the concept is looked for in a language.

        Where its first name has several words, a name of one word says less ("council" for "municipal council"): it is
        left out unless it is an abbreviation.
        """
        names = self.names.get(language, ())
        longest = max((len(forms_of(name)) for name in names[:1]), default=0)
        if language in self.languages:
            longest = max(longest, len(self.words))
        telling = [name for name in names if longest == 1 or is_abbreviation(name) or len(forms_of(name)) > 1]
        return telling[:MOST_NAMES]

    def other_names(self, language: str) -> list[str]:
        """Return the names by which the concept is looked for, without the one that was typed."""
        return [name for name in self.names_in(language) if tuple(forms_of(name)) != self.words]


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is one word with several capitals."""
    return name.isalnum() and sum(map(str.isupper, name)) > 1


def name_condition(name: str, language: str) -> Condition:
    """Return the condition of a document with a name; the name may be inflected unless it is an abbreviation."""
    forms = forms_of(name)
    if len(forms) > 1:
        return Condition(phrases=tuple(phrase_keys(forms, language)))
    word_keys = keys(forms[0], language)
    if not is_abbreviation(name):
        return Condition(query_keys(word_keys, language))
    lemma = (key(language, LEMMA, word_keys.exact),) if word_keys.exact in word_keys.lemmas else ()
    return Condition((*lemma, key(language, EXACT, word_keys.exact)))


def any_condition(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that a document meets which meets any of these; at most one of them may have parts."""
    conditions = list(conditions)
    return Condition(
        tuple(dict.fromkeys(a_key for each in conditions for a_key in each.keys)),
        tuple(dict.fromkeys(phrase for each in conditions for phrase in each.phrases)),
        next((each.parts for each in conditions if each.parts), ()),
        tuple(dict.fromkeys(other for each in conditions for other in each.also)),
    )


class StoredName(NamedTuple):
    """A stored name of a concept; see `search.models.ConceptName`."""

    concept: str
    language: str
    number: int
    text: str
    is_proper: bool
    stems: str
    lemmas: str
    folded: str
    skeleton: str


class NameTable:
    """The names of all concepts, as they were read at one moment, by the word sequences that name them.

    `by_sequence` has the names by the column of a sequence (see `search.models.ConceptName`) and the sequence itself.
    """

    def __init__(self) -> None:
        rows = list(_NAMES.rows())
        self._number, self._sum = len(rows), sum(pk for pk, *_columns in rows)
        self.by_concept: defaultdict[str, list[StoredName]] = defaultdict(list)
        self.by_sequence: dict[str, defaultdict[str, list[StoredName]]] = {
            column: defaultdict(list) for column in SEQUENCES
        }
        for _pk, *columns in rows:
            name = StoredName(*columns)
            self.by_concept[name.concept].append(name)
            for column in SEQUENCES:
                self.by_sequence[column][getattr(name, column)].append(name)
        self._in_order: dict[str, list[str]] = {}

    def beginning(self, column: str, start: str) -> Iterator[StoredName]:
        """Yield the names whose sequence in a column begins with `start`, in the order of the sequences."""
        if column not in self._in_order:
            self._in_order[column] = sorted(self.by_sequence[column])
        ordered = self._in_order[column]
        for text in islice(ordered, bisect_left(ordered, start), None):
            if not text.startswith(start):
                return
            yield from self.by_sequence[column][text]

    @property
    def are_current(self) -> Sql:
        """Return an SQL expression that is 1 where the stored names are still the same, else 0.

        A name that changes is written as a new row, so number and sum of the rows' keys tell.
        """
        sql = "(SELECT CASE WHEN COUNT(*) = %s AND COALESCE(SUM(id), 0) = %s THEN 1 ELSE 0 END FROM search_conceptname)"
        return sql, [self._number, self._sum]


SEQUENCES = ("stems", "lemmas", "folded", "skeleton")
_NAMES = Prepared(
    lambda: ConceptName.objects.order_by("concept", "language", "number").values_list("pk", *StoredName._fields)
)


@cache
def _names() -> NameTable:
    """Return the names that this process has read before, or reads now by one query."""
    return NameTable()


forget_names = _names.cache_clear


def conditions_met_with_names(
    read: Callable[[NameTable], tuple[Value, Iterable[Condition]]], beside: Sql = NOTHING
) -> tuple[Value, set[Condition], Any]:
    """Run `read` with the concept names; also return which of its conditions a public document meets.

    `read` returns a value and conditions. The last of the three results is the value of the SQL expression `beside`.
    One query; two more where the names have changed since this process read them.
    """
    names = _names()
    value, conditions = read(names)
    met, (is_current, beside_value) = conditions_met_with(conditions, [names.are_current, beside])
    if not int(is_current):
        forget_names()
        value, conditions = read(_names())
        met = conditions_met(conditions)
    return value, met, beside_value


def concepts_named_in(words: Sequence[TypedWord], language: str, names: NameTable) -> list[NamedConcept]:
    """Return the concepts that words name. Longer names go first, and no word belongs to two names.

    A name in the given language is recognised in all its forms. A single word of another language is recognised as it
    is written, with or without diacritics, and Bulgarian also in Latin letters.
    """
    forms = [form for word in words for form in word.pieces or (word.form,)][:MOST_TYPED]
    if not forms:
        return []
    ranges_by_column = {
        "stems": _inflected(forms, language, lambda word_keys: word_keys.stem),
        "lemmas": _inflected(forms, language, lambda word_keys: word_keys.lemmas[0]),
        "folded": _folded(forms),
        "skeleton": _skeletons(forms),
    }
    names_by_range: defaultdict[WordRange, dict[StoredName, None]] = defaultdict(dict)
    for column, ranges_by_sequence in ranges_by_column.items():
        for words_in_order, ranges in ranges_by_sequence.items():
            for name in names.by_sequence[column].get(words_in_order, ()) if words_in_order else ():
                for word_range in ranges:
                    names_by_range[word_range][name] = None
    concepts: list[NamedConcept] = []
    taken: set[int] = set()
    for first, last in sorted(names_by_range, key=lambda word_range: (word_range[0] - word_range[1], word_range)):
        covered = range(first, last + 1)
        if taken.isdisjoint(covered) and len(concepts) < MOST_CONCEPTS:
            taken.update(covered)
            naming = names_by_range[first, last]
            concepts.append(_as_one_concept(forms[first : last + 1], naming, names.by_concept, language))
    return concepts


def _as_one_concept(
    words: Iterable[str], naming: Iterable[StoredName], by_concept: Mapping[str, list[StoredName]], language: str
) -> NamedConcept:
    """Return the concepts that some words name as one.

    Where some are called so in the given language, those that are called so only in other languages are left out.
    """
    in_order = sorted(naming, key=lambda name: (name.language != language, name.number, name.concept, name.language))
    chosen = [name for name in in_order if name.language == language] or in_order
    names: defaultdict[str, list[str]] = defaultdict(list)
    for concept in dict.fromkeys(name.concept for name in chosen):
        for name in by_concept[concept]:
            names[name.language].append(name.text)
    return NamedConcept(
        words=tuple(words),
        languages=frozenset(name.language for name in in_order),
        is_proper=any(name.is_proper for name in chosen),
        names={code: tuple(dict.fromkeys(texts)) for code, texts in names.items()},
    )


# ---------------------------------------------------------------- the sequences of words that may be names


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every run of words that may be a name, as the indices of its words."""
    for start in range(len(indices)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(indices)) + 1):
            yield tuple(indices[start:end])


def _inflected(forms: Sequence[str], language: str, word_of: Callable[[Keys], str]) -> dict[str, set[WordRange]]:
    """Return the ranges of words by the sequence that each language makes of them with `word_of`.

    Of other languages than the given one only ranges of several words count.
    """
    ranges: defaultdict[str, set[WordRange]] = defaultdict(set)
    for code in LANGUAGES:
        content = [index for index, form in enumerate(forms) if not is_stop_word(form, code)]
        for run in _runs(content):
            if len(run) > 1 or code == language:
                words = (word_of(keys(forms[index], code)) for index in run)
                ranges[word_sequence([code, *words])].add((run[0], run[-1]))
    return ranges


def _folded(forms: Sequence[str]) -> dict[str, set[WordRange]]:
    """Return the ranges of words by their sequence without diacritics, in each way in which languages omit these."""
    ranges: defaultdict[str, set[WordRange]] = defaultdict(set)
    for fold_in in (fold, *(row.fold for row in LANGUAGES.values() if row.letters)):
        folded = [fold_in(form) for form in forms]
        for run in _runs(range(len(forms))):
            ranges[word_sequence(folded[index] for index in run)].add((run[0], run[-1]))
    return ranges


def _skeletons(forms: Sequence[str]) -> dict[str, set[WordRange]]:
    """Return the ranges of words in Latin letters by the skeletons that they have as Bulgarian ones."""
    ranges: defaultdict[str, set[WordRange]] = defaultdict(set)
    by_word = [skeletons(form)[:MOST_SKELETONS] if is_latin(form) else [] for form in forms]
    for run in _runs(range(len(forms))):
        for words in islice(product(*(by_word[index] for index in run)), MOST_SKELETONS):
            ranges[word_sequence(words)].add((run[0], run[-1]))
    return ranges


# ---------------------------------------------------------------- conditions


def conditions_of_names(concepts: Iterable[NamedConcept], language: str) -> Iterator[Condition]:
    """Yield the conditions of the names of concepts: one a name in the language, one for all names in each other."""
    for concept in concepts:
        yield from (name_condition(name, language) for name in concept.other_names(language))
        yield from (concept_condition(concept, code) for code in LANGUAGES if code != language)


def concept_condition(concept: NamedConcept, language: str) -> Condition:
    """Return the condition of a document with any name that a concept has in a language."""
    return any_condition(name_condition(name, language) for name in concept.names_in(language))


def is_part_of(word: TypedWord, concept: NamedConcept) -> bool:
    """Tell whether a word is one of those that name a concept."""
    return {*(word.pieces or (word.form,))} <= {*concept.words}


def with_other_names(
    words: Sequence[ReadWord], concepts: Iterable[NamedConcept], language: str, met: set[Condition]
) -> list[ReadWord]:
    """Return words with the conditions of the other names of the concepts that they name.

    Words that no document has become one word where they name a concept together.
    """
    read = list(words)
    for concept in concepts:
        own = [word for word in read if is_part_of(word.typed, concept)]
        names = [name for name in concept.other_names(language) if name_condition(name, language) in met]
        if not own or not names:
            continue
        by_names = any_condition(name_condition(name, language) for name in names)
        if all(word.is_open for word in own):
            text = " ".join(word.typed.text for word in own)
            one = ReadWord(TypedWord(text, "".join(concept.words)), How.CONCEPT, by_names, tuple(names))
            read = [one if word is own[0] else word for word in read if word is own[0] or word not in own]
        elif concept.is_certain(language):
            read = [_by_names_too(word, by_names, names) if word in own else word for word in read]
    return read


def _by_names_too(word: ReadWord, by_names: Condition, names: Sequence[str]) -> ReadWord:
    """Return a word that is also looked for by the other names of its concept."""
    if word.is_open:
        return ReadWord(word.typed, How.CONCEPT, by_names, tuple(names))
    return replace(word, condition=any_condition([word.condition, by_names]), doubtful=False)
