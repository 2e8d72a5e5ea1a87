"""Hits in other languages: which of them a reader is shown, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cms.facets import Label
from search.engines import Hit
from search.reading.named_concepts import NamedConcept
from search.reading.plan import ForeignQuery
from search.results.highlights import Marker, words_in
from search.results.hits import Result
from search.results.stored import HitDocument

MOST_SHOWN = 5
MOST_CANDIDATES = 100  # of a language; those are left out of which the reader's own edition is a hit too


@dataclass(frozen=True)
class LinkingConcept:
    """A concept by which a hit was found: its name for the reader, and its name in the language of the hit."""

    own: Label
    name: Label
    is_proper: bool


@dataclass(frozen=True)
class ForeignResult:
    """A result in another language, found through concepts, or without any by the words as they were typed."""

    result: Result
    through: tuple[LinkingConcept, ...]


def shown_hits(
    foreign: Sequence[ForeignQuery],
    documents: Sequence[Sequence[HitDocument]],
    markers: Mapping[str, Marker],
    *,
    is_alone: bool,
) -> list[tuple[Hit, HitDocument]]:
    """Return the hits that are shown: each work once, in the language that matches best.

    `documents` are those of the hits of each query, in their order. A hit that has the words only as they were typed
    must have them in its title, unless there are no other results (`is_alone`): in a text the same word is chance.
    """
    ranks: dict[str, tuple[int, bool, int]] = {}
    works: dict[str, HitDocument] = {}
    for number, (foreign_query, several) in enumerate(zip(foreign, documents, strict=True)):
        query, marker = foreign_query.query, markers[foreign_query.query.language]
        for index, document in enumerate(several):
            if not any(foreign_query.through) and not is_alone:
                in_title = words_in(marker.matches(document.title))
                if len(in_title) < query.minimum + len(query.required):
                    continue
            rank = (index, query.language != "en", number)
            if document.work not in works or rank < ranks[document.work]:
                works[document.work], ranks[document.work] = document, rank
    best = sorted(works, key=ranks.__getitem__)
    return [(Hit(works[work].document_id, strict=True), works[work]) for work in best[:MOST_SHOWN]]


def with_linking_concepts(
    results: Sequence[Result], foreign: Sequence[ForeignQuery], reader: str
) -> list[ForeignResult]:
    """Return results in other languages with the concepts that brought them in."""
    through = {foreign_query.query.language: foreign_query.through for foreign_query in foreign}
    return [ForeignResult(result, tuple(_through(result, through[result.language], reader))) for result in results]


def _through(result: Result, concepts: Sequence[NamedConcept | None], reader: str) -> Iterator[LinkingConcept]:
    """Yield the concepts of the words that a result has; `concepts` has one, or None, for each word of the query."""
    for index, concept in enumerate(concepts):
        if concept and index in result.words:
            own = label_of(concept, reader)
            yield LinkingConcept(own, Label(concept.names[result.language][0], result.language), concept.is_proper)


def label_of(concept: NamedConcept, reader: str) -> Label:
    """Return the name of a concept in the reader's language, else in a language in which it was typed."""
    language = reader if reader in concept.names else sorted(concept.languages)[0]
    return Label(concept.names[language][0], language)
