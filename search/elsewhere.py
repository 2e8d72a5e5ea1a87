"""Hits in other languages: which are shown to a reader, and what brought them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from wagtail.models import Page

from cms.facets import Label
from cms.visibility import public_pages
from search.engines import Found, Hit
from search.highlights import Marker, words_in
from search.models import SearchDocument
from search.planning import Further
from search.recognition import Recognised
from search.results import Result

MOST_SHOWN = 5


@dataclass(frozen=True)
class Through:
    """A concept that brought a hit in: its name for the reader, and its name in the language of the hit."""

    own: Label
    name: Label
    is_proper: bool


@dataclass(frozen=True)
class Foreign:
    """A result in another language; without concepts it has the words as they were typed."""

    result: Result
    through: tuple[Through, ...]


def shown(
    further: Sequence[Further], found: Sequence[Found], markers: Mapping[str, Marker], reader: str, *, is_alone: bool
) -> list[Hit]:
    """Return the hits that a reader of a language is shown, each work once, in the language that matches best.

    Works with an edition for the reader are left out. Hits that have the words only as they were typed have
    them in their titles, unless they are all that there is (`is_alone`). One query, none without hits.
    """
    ranked: dict[int, tuple[int, bool, int]] = {}
    asked: dict[int, Further] = {}
    for number, (one, several) in enumerate(zip(further, found, strict=True)):
        for place, hit in enumerate(several.hits):
            ranked[hit.document_id] = (place, one.query.language != "en", number)
            asked[hit.document_id] = one
    works: dict[object, int] = {}
    for document_id, title, work in _unread(ranked, reader):
        one = asked[document_id]
        if not any(one.through) and not is_alone:
            matches = markers[one.query.language].matches(title)
            if len(words_in(matches)) < one.query.minimum + len(one.query.required):
                continue
        if work not in works or ranked[document_id] < ranked[works[work]]:
            works[work] = document_id
    best = sorted(works.values(), key=ranked.__getitem__)
    return [Hit(number, strict=True) for number in best[:MOST_SHOWN]]


def _unread(documents: Mapping[int, object], reader: str) -> list[tuple[int, str, object]]:
    """Return those documents whose pages are public and have no public edition in a language, with title and work."""
    if not documents:
        return []
    public = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    own = public_pages(
        Page.objects.filter(translation_key=OuterRef("page__translation_key"), locale__language_code=reader)
    )
    rows = SearchDocument.objects.filter(Exists(public), ~Exists(own), pk__in=list(documents))
    return list(rows.values_list("pk", "title", "page__translation_key"))


def explained(results: Sequence[Result], further: Sequence[Further], reader: str) -> list[Foreign]:
    """Return results in other languages with the concepts that brought them in."""
    through = {one.query.language: one.through for one in further}
    return [Foreign(result, tuple(_through(result, through[result.language], reader))) for result in results]


def _through(result: Result, concepts: Sequence[Recognised | None], reader: str) -> Iterator[Through]:
    for place, concept in enumerate(concepts):
        if concept and place in result.words:
            own = label_of(concept, reader)
            yield Through(own, Label(concept.names[result.language][0], result.language), concept.is_proper)


def label_of(concept: Recognised, reader: str) -> Label:
    """Return the name of a concept for a reader, else the one in a language in which it was typed."""
    language = reader if reader in concept.names else sorted(concept.languages)[0]
    return Label(concept.names[language][0], language)
