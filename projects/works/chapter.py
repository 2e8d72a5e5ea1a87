"""How a chapter of a handbook is told."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.presenting import About, Context, Data, ReadPage, read_pages
from projects.models import HandbookChapterPage, Organisation
from projects.vocabulary.labels import ConceptLabel
from projects.works.citation import Citation, CitationForm, citation
from projects.works.contents import STEP, Chapter, Contents, Handbooks
from projects.works.relatives import Relatives
from projects.works.row_values import Labels
from projects.works.terms import term_notes, term_references_of
from projects.works.work import (
    Reading,
    Wanted,
    WorkPresenter,
    WorkView,
    link,
    organisation,
    publisher_reference,
    section_numbers,
    written,
)


@dataclass(frozen=True)
class ChapterView(WorkView):
    """A chapter in a reader's language, in the contents of its handbook."""

    contents: Contents
    publisher: ConceptLabel | None

    @property
    def place(self) -> Chapter | None:
        """Return the chapter among those of its handbook."""
        return self.contents.at(self.about.key)

    @property
    def number(self) -> int | None:
        """Return the chapter's number, None where the original has no such chapter."""
        return self.place.number if self.place else None

    @property
    def withdrawn_on(self) -> datetime.date | None:
        """Return since when the chapter, or its whole handbook, is withdrawn."""
        return self.about.withdrawn_on or self.contents.withdrawn_on


class ChapterPresenter(WorkPresenter[ChapterView]):
    """How a chapter is told."""

    model = HandbookChapterPage
    facet_type = HandbookChapterPage.facet_type
    anchors = WorkPresenter.anchors | {"contents"}
    name = _("Chapter")
    citation_form = CitationForm(bibtex="incollection", bibtex_number="chapter", ris="CHAP")

    def reading(self, pages: Sequence[HandbookChapterPage], language: str | None) -> Reading[ChapterView]:
        """Read chapters: two queries, however many their handbooks have."""
        read = read_pages(pages, language)
        handbooks = Handbooks(one.page.path[:-STEP] for one in read)
        several = [
            handbooks.contents(one.page.path[:-STEP], one.language, shown=one.page.translation_key) for one in read
        ]
        found = yield Wanted(
            [], [*(publisher_reference(contents.publisher) for contents in several), *term_references_of(read)]
        )
        return [
            self._view(one, contents, found.names.labels(one.language))
            for one, contents in zip(read, several, strict=True)
        ]

    def _view(self, read: ReadPage, found: Contents, known: Labels) -> ChapterView:
        return ChapterView(
            about=About.of(read.page, self.facet_type),
            language=read.language,
            passages=read.passages,
            terms=term_notes(read.passages, known),
            relatives=Relatives(),
            contents=found,
            publisher=known.get((Organisation, found.publisher or 0)),
        )

    def context(self, view: ChapterView) -> Context:
        """Add the chapter's place in its handbook."""
        found, language = view.contents, view.language
        before, after = found.beside(view.about.key)
        handbook = link(found.title, found.address, language, language, found.withdrawn_on) if found.address else ""
        return super().context(view) | {
            "contents": found,
            "handbook_link": handbook,
            "whole": found,
            "withdrawn_on": view.withdrawn_on,
            "number": view.number,
            "numbers": section_numbers(view.passages, view.number),
            "before": before,
            "after": after,
            "publisher": view.publisher,
        }

    def citation(self, view: ChapterView) -> Citation:
        """Return how the chapter is cited: as a part of its handbook."""
        return citation(
            view.about,
            self.citation_form,
            view.publisher,
            container=view.contents.title,
            number=str(view.number or ""),
            withdrawn_on=view.withdrawn_on,
        )

    def withdrawn(self, view: ChapterView) -> Any:
        """Return the chapter, or its handbook, with which it is withdrawn."""
        return view.about if view.about.withdrawn_on else view.contents

    def described(self, view: ChapterView) -> Data:
        """Return the chapter as a part of its handbook."""
        found = view.contents
        handbook = {"@type": "Book", "name": found.plain_title, "url": settings.SITE_URL + found.address}
        return {
            "@type": "Chapter",
            **written(view.about),
            "position": view.number or "",
            "isPartOf": handbook if found.address else {},
            "publisher": organisation(view.publisher),
        }
