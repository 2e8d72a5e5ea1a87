"""Concepts by the beginnings of their names: what a reader's first letters may come to name, in any language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from search.analysis import LANGUAGES
from search.analysis.normalise import fold
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.concepts import forms_of, sequence
from search.models import ConceptName
from search.query import Asked
from search.recognition import Recognised, any_of, asked_name, is_abbreviation
from search.vocabulary import LAST_SIGN

MOST_OWN, MOST_FOREIGN = 12, 6  # names that begin so, in the reader's language and in others
SHORTEST_FOREIGN = 3  # letters
MOST_READINGS = 4  # of what is typed in Latin letters


@dataclass(frozen=True)
class NameFound:
    """A concept by the name that readers of a language see.

    `other` is another of its names, in its language: the one that begins as typed, else an abbreviation;
    empty where there is none. `asked` is what a document has that is about the concept.
    """

    text: str
    other: str
    other_language: str
    is_proper: bool
    asked: Asked


def begin_with(words: Sequence[str], language: str, about_in: Collection[str], most: int) -> list[NameFound]:
    """Return concepts that have a name in a language, by any name that begins with the words: one query.

    First those that begin so in the language itself, the shortest first. What they ask for is any of their
    names in the languages `about_in`.
    """
    folded = {sequence(map(fold_in, words)) for fold_in in (fold, *(row.fold for row in LANGUAGES.values()))}
    latin = set(_in_latin(words)) if LANGUAGES[language].in_cyrillic else set()
    named = _begun(folded, latin)
    own = named.filter(language=language).order_by(Length("folded"), "pk").values("concept")[:MOST_OWN]
    concerned = Q(concept__in=own)
    if sum(map(len, words)) >= SHORTEST_FOREIGN:
        others = named.exclude(language=language).order_by(Length("folded"), "pk").values("concept")[:MOST_FOREIGN]
        concerned |= Q(concept__in=others)
    concepts: defaultdict[str, list[ConceptName]] = defaultdict(list)
    for row in ConceptName.objects.filter(concerned):
        concepts[row.concept].append(row)
    found: list[tuple[bool, int, str, NameFound]] = []
    for rows in concepts.values():
        shown = next((row for row in rows if row.language == language), None)
        begun = [row for row in rows if _begins(row, folded, latin)]
        if shown and begun:
            best = min(begun, key=lambda row: (row.language != language, row != shown, len(row.folded), row.language))
            name = _found(shown, best, rows, about_in)
            found.append((best.language != language, len(best.folded), shown.text, name))
    return list(dict.fromkeys(name for *_order, name in sorted(found, key=lambda one: one[:3])))[:most]


def _begun(folded: Collection[str], latin: Collection[str]) -> QuerySet[ConceptName]:
    either = Q(pk__in=())
    for column, several in (("folded", folded), ("skeleton", latin)):
        for start in several:
            either |= Q((f"{column}__gte", start), (f"{column}__lt", start + LAST_SIGN))
    return ConceptName.objects.filter(either)


def _begins(row: ConceptName, folded: Collection[str], latin: Collection[str]) -> bool:
    return row.folded.startswith(tuple(folded)) or row.skeleton.startswith(tuple(latin))


def _in_latin(words: Sequence[str]) -> Iterator[str]:
    """Yield the beginnings of skeletons that words in Latin letters may be meant for."""
    if not all(map(is_latin, words)):
        return
    *finished, last = words
    for reading in islice(product(*map(skeletons, finished), beginnings(last)), MOST_READINGS):
        yield sequence(reading)


def _found(shown: ConceptName, begun: ConceptName, rows: Sequence[ConceptName], about_in: Collection[str]) -> NameFound:
    short = (row for row in rows if row.language == shown.language and is_abbreviation(row.text))
    other = next(short, None) if begun == shown else begun
    names: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        names[row.language] += (row.text,)
    concept = Recognised(tuple(forms_of(shown.text)), frozenset({shown.language}), shown.is_proper, names)
    asked = any_of(asked_name(name, code) for code in about_in for name in concept.names_in(code))
    if other is None or other == shown:
        return NameFound(shown.text, "", "", shown.is_proper, asked)
    return NameFound(shown.text, other.text, other.language, shown.is_proper, asked)
