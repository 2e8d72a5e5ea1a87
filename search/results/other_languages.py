"""Hits in other languages: which are shown to a reader, and what brought them in."""

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
MOST_CANDIDATES = 100  # of a language: those are left out whose own edition is among the reader's hits


@dataclass(frozen=True)
class LinkingConcept:
    """A concept that brought a hit in: its name for the reader, and its name in the language of the hit."""

    own: Label
    name: Label
    is_proper: bool


@dataclass(frozen=True)
class ForeignResult:
    """A result in another language; without concepts it has the words as they were typed."""

    result: Result
    through: tuple[LinkingConcept, ...]


def shown_hits(
    further: Sequence[ForeignQuery],
    found: Sequence[Sequence[HitDocument]],
    markers: Mapping[str, Marker],
    *,
    is_alone: bool,
) -> list[tuple[Hit, HitDocument]]:
    """Return the hits that are shown, each work once, in the language that matches best.

    Hits that have the words only as they were typed have them in their titles, unless they are all that there
    is (`is_alone`).
    """
    ranked: dict[str, tuple[int, bool, int]] = {}
    works: dict[str, HitDocument] = {}
    for number, (one, several) in enumerate(zip(further, found, strict=True)):
        query, marker = one.query, markers[one.query.language]
        for place, document in enumerate(several):
            if not any(one.through) and not is_alone:
                in_title = words_in(marker.matches(document.title))
                if len(in_title) < query.minimum + len(query.required):
                    continue
            rank = (place, query.language != "en", number)
            if document.work not in works or rank < ranked[document.work]:
                works[document.work], ranked[document.work] = document, rank
    best = sorted(works, key=ranked.__getitem__)
    return [(Hit(works[work].document_id, strict=True), works[work]) for work in best[:MOST_SHOWN]]


def with_linking_concepts(
    results: Sequence[Result], further: Sequence[ForeignQuery], reader: str
) -> list[ForeignResult]:
    """Return results in other languages with the concepts that brought them in."""
    through = {one.query.language: one.through for one in further}
    return [ForeignResult(result, tuple(_through(result, through[result.language], reader))) for result in results]


def _through(result: Result, concepts: Sequence[NamedConcept | None], reader: str) -> Iterator[LinkingConcept]:
    for place, concept in enumerate(concepts):
        if concept and place in result.words:
            own = label_of(concept, reader)
            yield LinkingConcept(own, Label(concept.names[result.language][0], result.language), concept.is_proper)


def label_of(concept: NamedConcept, reader: str) -> Label:
    """Return the name of a concept for a reader, else the one in a language in which it was typed."""
    language = reader if reader in concept.names else sorted(concept.languages)[0]
    return Label(concept.names[language][0], language)
