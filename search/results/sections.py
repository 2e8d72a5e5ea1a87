"""The section of each hit that answers best, its words marked: one of the page itself, or a page of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from search.files.best_pages import best_pages
from search.results.highlights import Marker, Part, excerpt, marked, neighbours, words_in
from search.results.stored import HitDocument


@dataclass(frozen=True)
class SectionLink:
    """A link to the section of a hit that answers best.

    Where it leads into a file that the page offers, `file` is the title of the file, `page` the number of the file's
    page (0 where the file has no numbered pages), and `language` that of the file's text.
    """

    heading: tuple[Part, ...]
    address: str
    file: str = ""
    page: int = 0
    language: str = ""


@dataclass(frozen=True)
class BestSection:
    """What of a hit answers best.

    `number` counts the query's different words in it. `words` are the indices of those found anywhere in the document.
    """

    number: int
    excerpt: tuple[Part, ...]
    section: SectionLink | None
    words: frozenset[int]


def best_sections(documents: Mapping[int, HitDocument], markers: Mapping[str, Marker]) -> dict[int, BestSection]:
    """Return what answers best of each document; a page of a file only where it has more words than any section."""
    best = {number: _best_section(document, markers[document.language]) for number, document in documents.items()}
    for language, marker in markers.items():
        wanted = len(marker.query.words) + len(marker.query.required)
        with_files = [
            number for number, document in documents.items() if document.language == language and document.has_files
        ]
        lacking = [number for number in with_files if best[number].number < wanted]
        for number, page in best_pages(lacking, marker.query).items():
            matches = marker.matches(page.text)
            words = words_in(matches)
            section = best[number]
            if len(words) > section.number:
                link = SectionLink((Part(page.title),), page.address, page.title, page.number, page.language)
                section = BestSection(len(words), excerpt(page.text, matches), link, section.words)
            best[number] = replace(section, words=section.words | words)
    return best


def _best_section(document: HitDocument, marker: Marker) -> BestSection:
    """Return the section that answers best, as an excerpt and, where it has a heading, a link.

    The best section has most of the query's different words, those in its margin included. Of equals it is the one with
    most of them in its heading, then one that a link can lead to, then the one that has them side by side more often,
    then more often at all, then the first. A section that has words only in its margin comes after all that have some
    themselves. Where no section has more words than the summary, the summary is shown.
    """
    best_score: tuple[int, ...] = (0, 0)
    best: tuple[tuple[Part, ...], SectionLink | None] | None = None
    summary = marker.matches(document.summary)
    found_words = words_in(summary)
    margins = {section.beside: section.text for section in document.sections if section.beside is not None}
    for section in document.sections:
        if section.beside is not None:
            continue
        heading, body = marker.matches(section.heading), marker.matches(section.text)
        margin = marker.matches(margins.get(section.anchor, ""))
        own = words_in((*heading, *body))
        here = own | words_in(margin)
        found_words |= here
        has_link = bool(section.anchor and section.heading)
        score = (bool(own), len(here), len(words_in(heading)), has_link, neighbours(body), len(body))
        if here and score > best_score:
            link = None
            if has_link:
                link = SectionLink(marked(section.heading, heading), f"{document.address}#{section.anchor}")
            shown = (section.text, body) if own else (margins[section.anchor], margin)
            best_score, best = score, (excerpt(*shown), link)
    in_summary = len(words_in(summary))
    if best is None or (in_summary and (1, in_summary) > best_score):
        beginning = document.summary or next((section.text for section in document.sections if section.text), "")
        return BestSection(in_summary, excerpt(beginning, summary if document.summary else ()), None, found_words)
    return BestSection(best_score[1], *best, found_words)
