"""What a results page shows of a hit: its best section, what it is, where else it can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cms.editions import Edition
from cms.facets import Facet, Label
from cms.languages import LANGUAGE_CODES
from cms.withdrawal import WITHDRAWN
from search.engines import Hit
from search.files.best_pages import best_pages
from search.results.highlights import Marker, Part, excerpt, marked, side_by_side, words_in
from search.results.stored import Stored

ABOUT = ("type", "country", WITHDRAWN)  # the facets whose values stand below a hit


@dataclass(frozen=True)
class SectionLink:
    """The section of a hit that answers best, with its address.

    Where it is a `file` that the page offers, `page` is its page that answers, 0 where the file has none, and
    `language` that of its text.
    """

    heading: tuple[Part, ...]
    address: str
    file: str = ""
    page: int = 0
    language: str = ""


@dataclass(frozen=True)
class _Answer:
    """What answers best: the number of the reader's different words in it; `words` are those found anywhere."""

    number: int
    excerpt: tuple[Part, ...]
    section: SectionLink | None
    words: frozenset[int]


@dataclass(frozen=True)
class Result:
    """A hit as readers see it; `part_of` names the work that the page is a part of, `words` tells which it has.

    One that is `strict` stands among the first, one that `is_about` the library below works that answer.
    """

    language: str
    address: str
    title: tuple[Part, ...]
    excerpt: tuple[Part, ...]
    section: SectionLink | None
    about: tuple[Label, ...]
    part_of: str
    edition: Edition
    others: tuple[Edition, ...]
    strict: bool
    is_best_bet: bool = False
    is_about: bool = False
    words: frozenset[int] = frozenset()
    is_withdrawn: bool = False


def results(
    hits: Sequence[tuple[Hit, Stored]], markers: Mapping[str, Marker], facets: Iterable[Facet], reader: str
) -> list[Result]:
    """Return hits as results in their order, for a reader of a language.

    `markers` finds the words in each language that hits are in. The files of pages whose own sections lack
    some of the words are looked through: one query a language.
    """
    about = _about([document for _hit, document in hits], facets, reader)
    answers = _answers({document.document_id: document for _hit, document in hits}, markers)
    found = []
    for hit, document in hits:
        language, marker = document.language, markers[document.language]
        by_language = dict(document.editions)
        own = by_language.pop(language, Edition(language, document.address))
        title = marker.matches(document.title)
        answer = answers[document.document_id]
        found.append(
            Result(
                language=language,
                address=document.address,
                title=marked(document.title, title),
                excerpt=answer.excerpt,
                section=answer.section,
                about=tuple(about[document.document_id]),
                part_of=document.part_of,
                edition=own,
                others=tuple(by_language[code] for code in LANGUAGE_CODES if code in by_language),
                strict=hit.strict and not hit.is_below,
                is_about=hit.is_about or hit.is_below,
                is_best_bet=hit.is_best_bet,
                words=answer.words | words_in(title),
                is_withdrawn=any(name == WITHDRAWN for name, _value in document.values),
            )
        )
    return found


def _answers(documents: Mapping[int, Stored], markers: Mapping[str, Marker]) -> dict[int, _Answer]:
    """Return what answers best of each document: of equals its own section, not a page of a file."""
    found = {number: _best(document, markers[document.language]) for number, document in documents.items()}
    for language, marker in markers.items():
        wanted = len(marker.query.words) + len(marker.query.required)
        own = [number for number, document in documents.items() if document.language == language and document.has_files]
        lacking = [number for number in own if found[number].number < wanted]
        for number, page in best_pages(lacking, marker.query).items():
            answer, matches = found[number], marker.matches(page.text)
            words = words_in(matches)
            if len(words) > answer.number:
                link = SectionLink((Part(page.title),), page.address, page.title, page.number, page.language)
                answer = _Answer(len(words), excerpt(page.text, matches), link, answer.words)
            found[number] = replace(answer, words=answer.words | words)
    return found


def _best(document: Stored, marker: Marker) -> _Answer:
    """Return the excerpt that answers best, the link to its section where it has a heading, and all found words.

    The section with most of the reader's different words, its margin included, is best, then the one with most of
    them in its heading, one that a link can lead to, one that has them side by side and often; the first of equals.
    One whose margin alone has them is best where no section has any itself.
    """
    best: tuple[int, ...] = (0, 0)
    found: tuple[tuple[Part, ...], SectionLink | None] | None = None
    summary = marker.matches(document.summary)
    every = words_in(summary)
    margins = {section.beside: section.text for section in document.sections if section.beside is not None}
    for section in document.sections:
        if section.beside is not None:
            continue
        heading, body = marker.matches(section.heading), marker.matches(section.text)
        margin = marker.matches(margins.get(section.anchor, ""))
        own = words_in((*heading, *body))
        here = own | words_in(margin)
        every |= here
        has_link = bool(section.anchor and section.heading)
        score = (bool(own), len(here), len(words_in(heading)), has_link, side_by_side(body), len(body))
        if here and score > best:
            link = None
            if has_link:
                link = SectionLink(marked(section.heading, heading), f"{document.address}#{section.anchor}")
            shown = (section.text, body) if own else (margins[section.anchor], margin)
            best, found = score, (excerpt(*shown), link)
    in_summary = len(words_in(summary))
    if found is None or (in_summary and (1, in_summary) > best):
        beginning = document.summary or next((section.text for section in document.sections if section.text), "")
        return _Answer(in_summary, excerpt(beginning, summary if document.summary else ()), None, every)
    return _Answer(best[1], *found, every)


def _about(documents: Iterable[Stored], facets: Iterable[Facet], reader: str) -> Mapping[int, list[Label]]:
    """Return by document the names of what its page is and where, in the reader's language."""
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
