"""The terms that a page explains in its margin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cms.facets import Label
from projects.models import LibraryPage, Term
from projects.vocabulary.labels import ConceptLabel, Reference


@dataclass(frozen=True)
class TermNote:
    """A term for a reader: its name and definition, and its names in the other languages."""

    key: str
    name: Label
    definition: Label
    names: tuple[Label, ...]


def term_references(page: LibraryPage) -> Iterator[Reference]:
    """Yield the terms of a page's body."""
    for passage in page.passages():
        yield from ((Term, term.pk) for term in passage.terms if term)


def term_notes(page: LibraryPage, known: Mapping[Reference, ConceptLabel]) -> dict[Any, TermNote]:
    """Return the note of each term of a page by the term's translation key; `known` holds their labels."""
    notes: dict[Any, TermNote] = {}
    for passage in page.passages():
        for term in passage.terms:
            label = known.get((Term, term.pk)) if term else None
            if label is not None:
                notes[term.translation_key] = TermNote(
                    label.key, label, Label(label.extra, label.language), label.others
                )
    return notes


def sample_note(term: Term | None) -> TermNote | None:
    """Return the note of a term as it stands, in its own language alone."""
    if term is None:
        return None
    language = term.locale.language_code
    return TermNote(term.key, Label(term.name, language), Label(term.definition, language), ())
