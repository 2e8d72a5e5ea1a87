"""Concepts by the beginnings of their names: what a reader's first letters may come to name, in any language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import NamedTuple

from django.db.models import Case, IntegerField, Q, QuerySet, When
from django.db.models.functions import Length

from search.analysis import LANGUAGES, is_stop_word, keys
from search.analysis.normalise import fold
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.concepts import forms_of, sequence
from search.keys import asked
from search.models import ConceptName
from search.query import Asked
from search.recognition import LONGEST_NAME, Recognised, any_of, asked_name, is_abbreviation
from search.vocabulary import LAST_SIGN

MOST_LOOKED_AT = 12  # names that begin so
SHORTEST_FOREIGN = 3  # letters
MOST_LONG = 3  # names of several words that documents are asked for
MOST_READINGS = 4  # of what is typed in Latin letters


class _Name(NamedTuple):
    concept: str
    language: str
    text: str
    is_proper: bool
    folded: str
    skeleton: str


@dataclass(frozen=True)
class NameFound:
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


def begin_with(words: Sequence[str], language: str, about_in: Collection[str], most: int) -> list[NameFound]:
    """Return concepts that have a name in a language, by any name that begins with the words: one query.

    First those that begin so in the language itself, the shortest first. Documents in the languages `about_in`
    speak of them.
    """
    folded = {sequence(map(fold_in, words)) for fold_in in (fold, *(row.fold for row in LANGUAGES.values()))}
    latin = set(_in_latin(words)) if LANGUAGES[language].in_cyrillic else set()
    named = _begun(folded, latin)
    if sum(map(len, words)) < SHORTEST_FOREIGN:
        named = named.filter(language=language)
    is_foreign = Case(When(language=language, then=0), default=1, output_field=IntegerField())
    nearest = named.order_by(is_foreign, Length("folded"), "pk").values("concept")[:MOST_LOOKED_AT]
    rows = ConceptName.objects.filter(concept__in=nearest)
    concepts: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in map(_Name._make, rows.values_list(*_Name._fields)):
        concepts[name.concept].append(name)
    found: list[tuple[bool, int, _Name, _Name]] = []
    for several in concepts.values():
        shown = next((name for name in several if name.language == language), None)
        begun = [name for name in several if _begins(name, folded, latin)]
        if shown and begun:
            best = min(begun, key=lambda one: (one.language != language, one != shown, len(one.folded), one.language))
            found.append((best.language != language, len(best.folded), shown, best))
    by_text: dict[str, NameFound] = {}  # concepts that are called alike are one
    for *_order, shown, best in sorted(found, key=lambda one: (one[0], one[1], one[2].text)):
        if len(by_text) < most and shown.text not in by_text:
            by_text[shown.text] = _found(shown, best, concepts[shown.concept], about_in)
    return list(by_text.values())


def _begun(folded: Collection[str], latin: Collection[str]) -> QuerySet[ConceptName]:
    either = Q(pk__in=())
    for column, several in (("folded", folded), ("skeleton", latin)):
        for start in several:
            either |= Q((f"{column}__gte", start), (f"{column}__lt", start + LAST_SIGN))
    return ConceptName.objects.filter(either)


def _begins(row: _Name, folded: Collection[str], latin: Collection[str]) -> bool:
    return row.folded.startswith(tuple(folded)) or row.skeleton.startswith(tuple(latin))


def _in_latin(words: Sequence[str]) -> Iterator[str]:
    """Yield the beginnings of skeletons that words in Latin letters may be meant for."""
    if not all(map(is_latin, words)):
        return
    *finished, last = words
    for reading in islice(product(*map(skeletons, finished), beginnings(last)), MOST_READINGS):
        yield sequence(reading)


def _found(shown: _Name, begun: _Name, rows: Sequence[_Name], about_in: Collection[str]) -> NameFound:
    short = (row for row in rows if row.language == shown.language and is_abbreviation(row.text))
    other = next(short, None) if begun == shown else begun
    names: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        names[row.language] += (row.text,)
    concept = Recognised(tuple(forms_of(shown.text)), frozenset({shown.language}), shown.is_proper, names)
    wanted = tuple(filter(None, [_one_word(concept, about_in), *_several_words(concept, shown.language)]))
    if other is None or other == shown:
        return NameFound(shown.text, "", "", shown.is_proper, wanted)
    return NameFound(shown.text, other.text, other.language, shown.is_proper, wanted)


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
