"""The concepts that a typed text names, in whichever language: what else they are called."""

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
from search.analysis.index_keys import EXACT, LEMMA, asked, key
from search.analysis.normalise import fold
from search.analysis.skeleton import is_latin, skeletons
from search.analysis.typed_words import TypedWord
from search.documents.concept_names import forms_of, sequence
from search.engines.base import Sql
from search.engines.query import Asked
from search.models import ConceptName
from search.reading.words import How, Read, occurring, occurring_with, side_by_side

MOST_TYPED = 16  # words of a text in which concepts are looked for
LONGEST_NAME = 10  # words
MOST_CONCEPTS = 4
MOST_NAMES = 6  # of a concept in a language
MOST_SKELETONS = 4  # of a name in Latin letters

NOTHING: Sql = ("NULL", [])

Reading = TypeVar("Reading")

# The places of the first and the last word of a name in a text.
Range = tuple[int, int]


@dataclass(frozen=True)
class Recognised:
    """A concept that some words of a text name.

    `languages` are those in which it is called so, `names` all its names by language, first the one that
    readers see. Several concepts that are called alike are one here.
    """

    words: tuple[str, ...]
    languages: frozenset[str]
    is_proper: bool
    names: Mapping[str, tuple[str, ...]]

    def is_certain(self, language: str) -> bool:
        """Tell whether the words mean the concept even where documents of a language have them.

        A single common word of another language may be quite another one in this.
        """
        return language in self.languages or self.is_proper or len(self.words) > 1

    @property
    def is_acronym(self) -> bool:
        """Tell whether the concept was named by an abbreviation, in whatever letters it was typed."""
        several = (name for names in self.names.values() for name in names)
        return len(self.words) == 1 and any(is_abbreviation(name) and name.lower() == self.words[0] for name in several)

    def names_in(self, language: str) -> list[str]:
        """Return by which names the concept is looked for in a language.

        One word for a longer name says less than the name ("council" for "municipal council"), unless it
        is an abbreviation.
        """
        several = self.names.get(language, ())
        longest = max((len(forms_of(name)) for name in several[:1]), default=0)
        if language in self.languages:
            longest = max(longest, len(self.words))
        found = [name for name in several if longest == 1 or is_abbreviation(name) or len(forms_of(name)) > 1]
        return found[:MOST_NAMES]

    def other_names(self, language: str) -> list[str]:
        """Return those of these names that are not what was typed."""
        return [name for name in self.names_in(language) if tuple(forms_of(name)) != self.words]


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is one word with several capitals."""
    return name.isalnum() and sum(map(str.isupper, name)) > 1


def asked_name(name: str, language: str) -> Asked:
    """Return what a document has in which a name stands, in any of its forms where it is no abbreviation."""
    forms = forms_of(name)
    if len(forms) > 1:
        return Asked(phrases=tuple(side_by_side(forms, language)))
    found = keys(forms[0], language)
    if not is_abbreviation(name):
        return Asked(asked(found, language))
    lemma = (key(language, LEMMA, found.exact),) if found.exact in found.lemmas else ()
    return Asked((*lemma, key(language, EXACT, found.exact)))


def any_of(several: Iterable[Asked]) -> Asked:
    """Return what a document has that has any of these, of which one at most has parts."""
    found = list(several)
    return Asked(
        tuple(dict.fromkeys(one for each in found for one in each.keys)),
        tuple(dict.fromkeys(one for each in found for one in each.phrases)),
        next((each.parts for each in found if each.parts), ()),
        tuple(dict.fromkeys(one for each in found for one in each.also)),
    )


class Name(NamedTuple):
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


class Names:
    """The names of all concepts as they were read at one moment, by what a text names them by."""

    def __init__(self) -> None:
        rows = list(_NAMES.rows())
        self._number, self._sum = len(rows), sum(pk for pk, *_columns in rows)
        self.by_concept: defaultdict[str, list[Name]] = defaultdict(list)
        self.called: dict[str, defaultdict[str, list[Name]]] = {column: defaultdict(list) for column in SEQUENCES}
        for _pk, *columns in rows:
            name = Name(*columns)
            self.by_concept[name.concept].append(name)
            for column in SEQUENCES:
                self.called[column][getattr(name, column)].append(name)
        self._in_order: dict[str, list[str]] = {}

    def beginning(self, column: str, start: str) -> Iterator[Name]:
        """Yield the names that begin so in a column, in its order."""
        if column not in self._in_order:
            self._in_order[column] = sorted(self.called[column])
        ordered = self._in_order[column]
        for text in islice(ordered, bisect_left(ordered, start), None):
            if not text.startswith(start):
                return
            yield from self.called[column][text]

    @property
    def are_current(self) -> Sql:
        """Return whether they are still the stored ones, as 1 or 0: a name that changes is written as a new row."""
        sql = "(SELECT CASE WHEN COUNT(*) = %s AND COALESCE(SUM(id), 0) = %s THEN 1 ELSE 0 END FROM search_conceptname)"
        return sql, [self._number, self._sum]


SEQUENCES = ("stems", "lemmas", "folded", "skeleton")
_NAMES = Prepared(
    lambda: ConceptName.objects.order_by("concept", "language", "number").values_list("pk", *Name._fields)
)


@cache
def _names() -> Names:
    """Return the names as this process has read them, or reads now: then one query."""
    return Names()


forget_names = _names.cache_clear


def looked_up(
    read: Callable[[Names], tuple[Reading, Iterable[Asked]]], beside: Sql = NOTHING
) -> tuple[Reading, set[Asked], Any]:
    """Return what is read with the names of concepts, what occurs of all that is asked with it, and a value beside it.

    One query; two more where the names have changed since this process read them.
    """
    known = _names()
    reading, wanted = read(known)
    there, (is_current, value) = occurring_with(wanted, [known.are_current, beside])
    if not int(is_current):
        forget_names()
        reading, wanted = read(_names())
        there = occurring(wanted)
    return reading, there, value


def recognised(words: Sequence[TypedWord], language: str, known: Names) -> list[Recognised]:
    """Return the concepts that words name, longest names first, none within another's words.

    Names of the language are known in all their forms, other languages' single words as they are, with or
    without diacritics, and Bulgarian ones in Latin letters.
    """
    forms = [form for word in words for form in word.pieces or (word.form,)][:MOST_TYPED]
    if not forms:
        return []
    looked_up = {
        "stems": _inflected(forms, language, lambda found: found.stem),
        "lemmas": _inflected(forms, language, lambda found: found.lemmas[0]),
        "folded": _folded(forms),
        "skeleton": _skeletons(forms),
    }
    naming: defaultdict[Range, dict[Name, None]] = defaultdict(dict)
    for column, sequences in looked_up.items():
        for words_in_order, places in sequences.items():
            for name in known.called[column].get(words_in_order, ()) if words_in_order else ():
                for place in places:
                    naming[place][name] = None
    found: list[Recognised] = []
    taken: set[int] = set()
    for place in sorted(naming, key=lambda place: (place[0] - place[1], place)):
        covered = range(place[0], place[1] + 1)
        if taken.isdisjoint(covered) and len(found) < MOST_CONCEPTS:
            taken.update(covered)
            found.append(_named([forms[number] for number in covered], naming[place], known.by_concept, language))
    return found


def _named(
    words: Iterable[str], naming: Iterable[Name], by_concept: Mapping[str, list[Name]], language: str
) -> Recognised:
    """Return the concepts that some words name as one; those that are called so in the language go before others."""
    several = sorted(naming, key=lambda row: (row.language != language, row.number, row.concept, row.language))
    own = [row for row in several if row.language == language] or several
    names: defaultdict[str, list[str]] = defaultdict(list)
    for concept in dict.fromkeys(row.concept for row in own):
        for row in by_concept[concept]:
            names[row.language].append(row.text)
    return Recognised(
        words=tuple(words),
        languages=frozenset(row.language for row in several),
        is_proper=any(row.is_proper for row in own),
        names={code: tuple(dict.fromkeys(texts)) for code, texts in names.items()},
    )


# ---------------------------------------------------------------- what is looked up


def _ranges(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every run of words that may be a name."""
    for start in range(len(places)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(places)) + 1):
            yield tuple(places[start:end])


def _inflected(forms: Sequence[str], language: str, word_of: Callable[[Keys], str]) -> dict[str, set[Range]]:
    """Return each run of words as each language inflects it; of other languages only runs of several words."""
    found: defaultdict[str, set[Range]] = defaultdict(set)
    for code in LANGUAGES:
        content = [place for place, form in enumerate(forms) if not is_stop_word(form, code)]
        for run in _ranges(content):
            if len(run) > 1 or code == language:
                words = (word_of(keys(forms[place], code)) for place in run)
                found[sequence([code, *words])].add((run[0], run[-1]))
    return found


def _folded(forms: Sequence[str]) -> dict[str, set[Range]]:
    """Return each run of words without diacritics, in the ways in which languages leave them out."""
    found: defaultdict[str, set[Range]] = defaultdict(set)
    for fold_in in (fold, *(row.fold for row in LANGUAGES.values() if row.letters)):
        folded = [fold_in(form) for form in forms]
        for run in _ranges(range(len(forms))):
            found[sequence(folded[place] for place in run)].add((run[0], run[-1]))
    return found


def _skeletons(forms: Sequence[str]) -> dict[str, set[Range]]:
    """Return the skeletons of each run of words in Latin letters, as Bulgarian may be typed."""
    found: defaultdict[str, set[Range]] = defaultdict(set)
    ways = [skeletons(form)[:MOST_SKELETONS] if is_latin(form) else [] for form in forms]
    for run in _ranges(range(len(forms))):
        for words in islice(product(*(ways[place] for place in run)), MOST_SKELETONS):
            found[sequence(words)].add((run[0], run[-1]))
    return found


# ---------------------------------------------------------------- what is asked


def to_look_up(named: Iterable[Recognised], language: str) -> Iterator[Asked]:
    """Yield what has to be known to occur: each name in the language, all names together in the others."""
    for concept in named:
        yield from (asked_name(name, language) for name in concept.other_names(language))
        yield from (asked_elsewhere(concept, code) for code in LANGUAGES if code != language)


def asked_elsewhere(concept: Recognised, language: str) -> Asked:
    """Return what a document of another language has that is about a concept."""
    return any_of(asked_name(name, language) for name in concept.names_in(language))


def is_part_of(word: TypedWord, concept: Recognised) -> bool:
    """Tell whether a word is one of those that name a concept."""
    return {*(word.pieces or (word.form,))} <= {*concept.words}


def also_named(words: Sequence[Read], named: Iterable[Recognised], language: str, there: set[Asked]) -> list[Read]:
    """Return words so that documents are found too that call their concept otherwise.

    Words that no document has are read as one where they name a concept together.
    """
    read = list(words)
    for concept in named:
        own = [word for word in read if is_part_of(word.typed, concept)]
        names = [name for name in concept.other_names(language) if asked_name(name, language) in there]
        if not own or not names:
            continue
        wanted = any_of(asked_name(name, language) for name in names)
        if all(word.is_open for word in own):
            text = " ".join(word.typed.text for word in own)
            one = Read(TypedWord(text, "".join(concept.words)), How.CONCEPT, wanted, tuple(names))
            read = [one if word is own[0] else word for word in read if word is own[0] or word not in own]
        elif concept.is_certain(language):
            read = [_either(word, wanted, names) if word in own else word for word in read]
    return read


def _either(word: Read, wanted: Asked, names: Sequence[str]) -> Read:
    if word.is_open:
        return Read(word.typed, How.CONCEPT, wanted, tuple(names))
    return replace(word, asked=any_of([word.asked, wanted]), doubtful=False)
