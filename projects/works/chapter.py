"""How a chapter of a handbook is told."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.facets import Label
from cms.presenting import About, Context, Data
from projects.models import HandbookChapterPage, Organisation
from projects.vocabulary.labels import labels
from projects.works.citation import Citation, CitationForm, citation
from projects.works.contents import STEP, Chapter, Contents, contents
from projects.works.relatives import Relatives
from projects.works.terms import term_notes, term_references
from projects.works.work import (
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
    publisher: Label | None

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

    def view(self, page: HandbookChapterPage, language: str) -> ChapterView:
        """Read a chapter: two queries, however many its handbook has."""
        found = contents(page.path[:-STEP], language, shown=page.translation_key)
        return self.views([page], language, found)[0]

    def views(self, pages: Iterable[HandbookChapterPage], language: str, found: Contents) -> list[ChapterView]:
        """Read chapters of one handbook, whose contents are there already: one query, and what their blocks need."""
        bodies = [(page, tuple(page.passages())) for page in pages]
        terms = [reference for _page, body in bodies for reference in term_references(body)]
        known = labels([publisher_reference(found.publisher), *terms], language)
        publisher = known.get((Organisation, found.publisher or 0))
        return [
            ChapterView(
                about=About.of(page, self.facet_type),
                language=language,
                passages=body,
                terms=term_notes(body, known),
                relatives=Relatives(),
                contents=found,
                publisher=publisher,
            )
            for page, body in bodies
        ]

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
        return {
            "@type": "Chapter",
            **written(view.about),
            "position": view.number or "",
            "isPartOf": {
                "@type": "Book",
                "name": view.contents.plain_title,
                "url": settings.SITE_URL + view.contents.address,
            },
            "publisher": organisation(view.publisher),
        }
