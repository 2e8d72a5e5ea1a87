"""What a results page shows of a hit: its best section, what it is, where else it can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from cms.editions import Edition
from cms.facets import Facet, Label
from cms.languages import LANGUAGE_CODES
from cms.withdrawal import WITHDRAWN
from search.engines import Hit
from search.results.highlights import Marker, Part, marked, words_in
from search.results.sections import SectionLink, best_sections
from search.results.stored import HitDocument

ABOUT = ("type", "country", WITHDRAWN)  # the facets whose values stand below a hit


@dataclass(frozen=True)
class Result:
    """A hit as readers see it. `page` and `key` are the page's numbers, the latter the same in all languages.

    `page_type` is the number of its model's content type. `part_of` is the title of the work that the page is a part
    of. `words` are the indices of the query's words that it has; `has_enough` tells whether these are enough. A
    `strict` result stands among the first, a result that `is_about` the library below the works that answer.
    """

    page: int
    page_type: int
    key: UUID
    language: str
    address: str
    title: tuple[Part, ...]
    excerpt: tuple[Part, ...]
    section: SectionLink | None
    about: tuple[Label, ...]
    part_of: str
    edition: Edition
    others: tuple[Edition, ...]
    has_enough: bool
    strict: bool
    is_best_bet: bool = False
    is_about: bool = False
    words: frozenset[int] = frozenset()
    is_withdrawn: bool = False


def results(
    hits: Sequence[tuple[Hit, HitDocument]], markers: Mapping[str, Marker], facets: Iterable[Facet], reader: str
) -> list[Result]:
    """Return hits as results in their order, for a reader of a language.

    `markers` has the marker of each language of the hits. Where the sections of a page lack some of the words, the
    files that it offers are searched: one query a language.
    """
    labels = _facet_labels([document for _hit, document in hits], facets, reader)
    sections = best_sections({document.document_id: document for _hit, document in hits}, markers)
    shown = []
    for hit, document in hits:
        language, marker = document.language, markers[document.language]
        by_language = dict(document.editions)
        own = by_language.pop(language, Edition(language, document.address))
        title = marker.matches(document.title)
        best = sections[document.document_id]
        shown.append(
            Result(
                page=document.page_id,
                page_type=document.page_type,
                key=UUID(document.work),
                language=language,
                address=document.address,
                title=marked(document.title, title),
                excerpt=best.excerpt,
                section=best.section,
                about=tuple(labels[document.document_id]),
                part_of=document.part_of,
                edition=own,
                others=tuple(by_language[code] for code in LANGUAGE_CODES if code in by_language),
                has_enough=hit.strict,
                strict=hit.strict and not hit.is_below,
                is_about=hit.is_about or hit.is_below,
                is_best_bet=hit.is_best_bet,
                words=best.words | words_in(title),
                is_withdrawn=any(name == WITHDRAWN for name, _value in document.values),
            )
        )
    return shown


def _facet_labels(documents: Iterable[HitDocument], facets: Iterable[Facet], reader: str) -> Mapping[int, list[Label]]:
    """Return by document the labels of the facets in ABOUT: what its page is and where, in the reader's language."""
    by_name: defaultdict[str, dict[int, list[str]]] = defaultdict(dict)
    for document in documents:
        for name, value in document.values:
            by_name[name].setdefault(document.document_id, []).append(value)
    named: defaultdict[int, list[Label]] = defaultdict(list)
    for facet in sorted((facet for facet in facets if facet.name in ABOUT), key=lambda facet: ABOUT.index(facet.name)):
        by_document = by_name[facet.name]
        labels = facet.labels({value for several in by_document.values() for value in several}, reader)
        for number, several in by_document.items():
            named[number] += [labels[value] for value in several if value in labels]
    return named
