"""The terms that a page explains in its margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cms.facets import Label
from cms.passages import Passage
from cms.presenting import ReadPage
from projects.models import Term
from projects.vocabulary.labels import ConceptLabel, Reference
from projects.vocabulary.notes import TermNote


def term_references(passages: Iterable[Passage]) -> Iterator[Reference]:
    """Yield the terms of a page's sections."""
    for passage in passages:
        yield from ((Term, term.pk) for term in passage.terms if term)


def term_references_of(read: Iterable[ReadPage]) -> Iterator[Reference]:
    """Yield the terms of several pages."""
    for one in read:
        yield from term_references(one.passages)


def term_notes(passages: Iterable[Passage], known: Mapping[Reference, ConceptLabel]) -> dict[int, TermNote]:
    """Return the note of each term of a page by the term's number; `known` holds their labels."""
    notes: dict[int, TermNote] = {}
    for passage in passages:
        for term in passage.terms:
            label = known.get((Term, term.pk)) if term else None
            if label is not None:
                notes[term.pk] = TermNote(label.key, label, Label(label.extra, label.language), label.others)
    return notes
