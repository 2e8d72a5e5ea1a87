"""The section of each hit that answers best, its words marked: one of the page itself, or a page of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from search.files.best_pages import best_pages
from search.results.highlights import Marker, Part, excerpt, marked, neighbours, words_in
from search.results.stored import HitDocument


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
class BestSection:
    """What answers best: the number of the reader's different words in it; `words` are those found anywhere."""

    number: int
    excerpt: tuple[Part, ...]
    section: SectionLink | None
    words: frozenset[int]


def best_sections(documents: Mapping[int, HitDocument], markers: Mapping[str, Marker]) -> dict[int, BestSection]:
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
                answer = BestSection(len(words), excerpt(page.text, matches), link, answer.words)
            found[number] = replace(answer, words=answer.words | words)
    return found


def _best(document: HitDocument, marker: Marker) -> BestSection:
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
        score = (bool(own), len(here), len(words_in(heading)), has_link, neighbours(body), len(body))
        if here and score > best:
            link = None
            if has_link:
                link = SectionLink(marked(section.heading, heading), f"{document.address}#{section.anchor}")
            shown = (section.text, body) if own else (margins[section.anchor], margin)
            best, found = score, (excerpt(*shown), link)
    in_summary = len(words_in(summary))
    if found is None or (in_summary and (1, in_summary) > best):
        beginning = document.summary or next((section.text for section in document.sections if section.text), "")
        return BestSection(in_summary, excerpt(beginning, summary if document.summary else ()), None, every)
    return BestSection(best[1], *found, every)
