"""What a results page shows of a hit: its best section, what it is, where else it can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from cms.facets import Facet, Label
from cms.languages import LANGUAGE_CODES, Edition
from cms.marks import ORIGINAL
from cms.models import PageFacet
from cms.searchable import Section
from cms.visibility import public_pages
from search.engines import Hit
from search.files.finding import best_pages
from search.files.models import SearchFile
from search.highlights import Marker, Part, excerpt, marked, words_in
from search.models import SearchDocument

ABOUT = ("type", "country")  # the facets whose values stand below a hit
WORK_DEPTH = 4  # of a work in the tree; what lies deeper is a part of one
STEP = Page.steplen


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
    """A hit as readers see it; `part_of` names the work that the page is a part of, `words` tells which it has."""

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
    words: frozenset[int] = frozenset()


@dataclass
class _Text:
    """A document with its sections, as stored, and its page's place."""

    page_id: int
    language: str
    title: str
    summary: str
    address: str
    path: str
    depth: int
    work: UUID
    model: tuple[str, str]
    has_files: bool
    sections: list[Section] = field(default_factory=list)


def results(hits: Sequence[Hit], markers: Mapping[str, Marker], facets: Iterable[Facet], reader: str) -> list[Result]:
    """Return hits as results in their order, for a reader of a language: four queries, none without hits.

    `markers` finds the words in each language that hits are in. The files of pages whose own sections lack
    some of the words are looked through: one more query a language.
    """
    if not hits:
        return []
    texts = _texts(hits)
    shown = [(hit, texts[hit.document_id]) for hit in hits if hit.document_id in texts]
    editions = _editions(texts.values())
    about = _about([text.page_id for text in texts.values()], facets, reader)
    above = _titles_above(texts.values())
    answers = _answers({hit.document_id: text for hit, text in shown}, markers)
    found = []
    for hit, text in shown:
        language, marker = text.language, markers[text.language]
        by_language = editions[text.work]
        own = by_language.pop(language, Edition(language, text.address))
        title = marker.matches(text.title)
        answer = answers[hit.document_id]
        found.append(
            Result(
                language=language,
                address=text.address,
                title=marked(text.title, title),
                excerpt=answer.excerpt,
                section=answer.section,
                about=tuple(about[text.page_id]),
                part_of=above.get(text.path[:-STEP], ""),
                edition=own,
                others=tuple(by_language[code] for code in LANGUAGE_CODES if code in by_language),
                strict=hit.strict,
                is_best_bet=hit.is_best_bet,
                words=answer.words | words_in(title),
            )
        )
    return found


def _texts(hits: Iterable[Hit]) -> dict[int, _Text]:
    """Return the documents of hits that are public now, with their sections: one query."""
    public = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    rows = (
        SearchDocument.objects.filter(Exists(public), pk__in=[hit.document_id for hit in hits])
        .annotate(has_files=Exists(SearchFile.objects.filter(document=OuterRef("pk"))))
        .order_by("pk", "sections__number")
        .values_list(
            "pk", "page_id", "language", "title", "summary", "page__url_path", "page__path", "page__depth",
            "page__translation_key", "page__content_type__app_label", "page__content_type__model",
            "has_files", "sections__anchor", "sections__heading", "sections__text",
        )
    )  # fmt: skip
    texts: dict[int, _Text] = {}
    for (
        pk,
        page_id,
        language,
        title,
        summary,
        address,
        path,
        depth,
        work,
        app,
        model,
        files,
        anchor,
        heading,
        text,
    ) in rows:
        document = texts.setdefault(
            pk, _Text(page_id, language, title, summary, address, path, depth, work, (app, model), files)
        )
        if anchor is not None:
            document.sections.append(Section(anchor, heading, text))
    return texts


def _answers(texts: Mapping[int, _Text], markers: Mapping[str, Marker]) -> dict[int, _Answer]:
    """Return what answers best of each document: of equals its own section, not a page of a file."""
    found = {number: _best(text, markers[text.language]) for number, text in texts.items()}
    for language, marker in markers.items():
        wanted = len(marker.query.words) + len(marker.query.required)
        own = [number for number, text in texts.items() if text.language == language and text.has_files]
        lacking = [number for number in own if found[number].number < wanted]
        for number, page in best_pages(lacking, marker.query).items():
            answer, matches = found[number], marker.matches(page.text)
            words = words_in(matches)
            if len(words) > answer.number:
                link = SectionLink((Part(page.title),), page.address, page.title, page.number, page.language)
                answer = _Answer(len(words), excerpt(page.text, matches), link, answer.words)
            found[number] = replace(answer, words=answer.words | words)
    return found


def _best(text: _Text, marker: Marker) -> _Answer:
    """Return the excerpt that answers best, the link to its section where it has a heading, and all found words.

    The section with most of the reader's different words is best, then the one with a word in its
    heading; the first of equals.
    """
    best: tuple[int, int, int] = (0, 0, 0)
    found: tuple[tuple[Part, ...], SectionLink | None] | None = None
    summary = marker.matches(text.summary)
    every = words_in(summary)
    for section in text.sections:
        heading, body = marker.matches(section.heading), marker.matches(section.text)
        here = words_in((*heading, *body))
        every |= here
        score = (len(here), len(words_in(heading)), bool(body))
        if score > best:
            link = None
            if section.anchor and section.heading:
                link = SectionLink(marked(section.heading, heading), f"{text.address}#{section.anchor}")
            best, found = score, (excerpt(section.text, body), link)
    if found is None or len(words_in(summary)) > best[0]:
        beginning = text.summary or next((section.text for section in text.sections if section.text), "")
        return _Answer(len(words_in(summary)), excerpt(beginning, summary if text.summary else ()), None, every)
    return _Answer(best[0], *found, every)


def _editions(texts: Iterable[_Text]) -> defaultdict[UUID, dict[str, Edition]]:
    """Return the public languages of the works that pages are, with who wrote them: one query."""
    works: defaultdict[tuple[str, str], set[UUID]] = defaultdict(set)
    for text in texts:
        works[text.model].add(text.work)
    columns = (
        "translation_key",
        "locale__language_code",
        "url_path",
        "original_language",
        "origin",
        "source_changed_on",
    )
    queries: list[Any] = [
        public_pages(apps.get_model(*model)._default_manager.filter(translation_key__in=keys))
        .order_by()
        .values_list(*columns)
        for model, keys in sorted(works.items())
    ]
    found: defaultdict[UUID, dict[str, Edition]] = defaultdict(dict)
    for work, language, address, original, origin, changed in queries[0].union(*queries[1:], all=True):
        if language == original:
            found[work][language] = Edition(language, address, ORIGINAL)
        else:
            found[work][language] = Edition(language, address, origin, changed is not None)
    return found


def _about(pages: Iterable[int], facets: Iterable[Facet], reader: str) -> Mapping[int, list[Label]]:
    """Return the names of what pages are and where, in the reader's language: one query."""
    values: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = PageFacet.objects.filter(page_id__in=list(pages), name__in=ABOUT).order_by("pk")
    for page_id, name, value in rows.values_list("page_id", "name", "value"):
        values[name][page_id].append(value)
    named: defaultdict[int, list[Label]] = defaultdict(list)
    for facet in sorted((facet for facet in facets if facet.name in ABOUT), key=lambda facet: ABOUT.index(facet.name)):
        by_page = values[facet.name]
        labels = facet.labels({value for several in by_page.values() for value in several}, reader)
        for page_id, several in by_page.items():
            named[page_id] += [labels[value] for value in several if value in labels]
    return named


def _titles_above(texts: Iterable[_Text]) -> dict[str, str]:
    """Return the titles of the works that some pages are parts of, by path: one query where there are parts."""
    paths = {text.path[:-STEP] for text in texts if text.depth > WORK_DEPTH}
    if not paths:
        return {}
    return dict(public_pages(Page.objects.filter(path__in=paths)).values_list("path", "title"))
