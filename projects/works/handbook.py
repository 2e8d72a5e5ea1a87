"""How a handbook is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Length, Lower, Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, npgettext_lazy
from wagtail.models import Page

from cms.languages import LANGUAGE_CODES
from cms.marks import ORIGINAL
from cms.presenting import About, Context, Data, ReadPage, read_pages
from cms.searchable import Section
from cms.visibility import public_pages
from cms.withdrawal import titled
from projects.facets import COUNTRY, LANGUAGE, TOPIC, YEAR
from projects.lists.types import ListType, RelativeType
from projects.models import HandbookChapterPage, HandbookPage, Organisation
from projects.vocabulary.labels import ConceptLabel
from projects.works.citation import Citation, CitationForm, citation
from projects.works.contents import Contents, Handbooks
from projects.works.documents import Work
from projects.works.relatives import Relatives
from projects.works.row_values import Labels
from projects.works.terms import term_notes, term_references_of
from projects.works.work import (
    Reading,
    Wanted,
    WorkPresenter,
    WorkView,
    files,
    organisation,
    part_of,
    publisher_reference,
    section,
    written,
)


@dataclass(frozen=True)
class HandbookView(WorkView):
    """A handbook in a reader's language, with its chapters in all of them."""

    edition: str
    year: int | None
    isbn: str
    print_run: int | None
    series: str
    cover_series: str
    contents: Contents
    publisher: ConceptLabel | None
    document: Work | None


def _with_chapters(works: QuerySet[Any]) -> QuerySet[Any]:
    """Return handbooks with the number of their chapters."""
    # A chapter lies one step of the tree below its handbook: its path is the handbook's and four signs.
    chapters = (
        public_pages(HandbookChapterPage._default_manager.all())
        .annotate(handbook_path=Substr("path", 1, Length("path") - Page.steplen))
        .filter(handbook_path=OuterRef("path"))
        .order_by()
        .values("handbook_path")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return works.annotate(chapters=Coalesce(Subquery(chapters), 0))


class HandbookPresenter(WorkPresenter[HandbookView]):
    """How a handbook is told."""

    model = HandbookPage
    facet_type = HandbookPage.facet_type
    anchors = WorkPresenter.anchors | {"contents", "inside", "inside-label", "the-project"}
    name = _("Handbook")
    citation_form = CitationForm(bibtex="book", ris="BOOK")
    list_type = ListType(
        model=HandbookPage,
        counted=ngettext_lazy("%(number)s handbook", "%(number)s handbooks", "number"),
        after_number=npgettext_lazy("after a number", "handbook", "handbooks"),
        facets=(COUNTRY, TOPIC, YEAR, LANGUAGE),
        newest=(F("year").desc(nulls_last=True), Lower("title"), "pk"),
        columns=(
            (_("Edition"), lambda row: row.page.edition),
            (_("Year"), lambda row: row.page.year),
            (_("ISBN"), lambda row: row.page.isbn),
            (_("Chapters"), lambda row: row.page.chapters),
        ),
        card="projects/cards/title.html",
        list_class="issues",
        on_front="titles",
        is_dated=lambda page: page.year is not None,
        with_what_cards_need=_with_chapters,
        relative=RelativeType(
            "projects/details/relative_shelf.html",
            {"series": "series", "cover_series": "cover_series"},
        ),
    )

    def reading(self, pages: Sequence[HandbookPage], language: str | None) -> Reading[HandbookView]:
        """Read handbooks: four queries, however many chapters they have."""
        read = read_pages(pages, language)
        found = yield Wanted(
            read,
            [*(publisher_reference(page.publisher_id) for page in pages), *term_references_of(read)],
            [page.document_id for page in pages],
        )
        handbooks = Handbooks((page.path for page in pages), headings_in=(one.language for one in read))
        return [
            self._view(
                one,
                of_project,
                handbooks.contents(one.page.path, one.language),
                found.names.labels(one.language),
                found.files.work(one.page.document_id, one.page.title, one.language),
            )
            for one, of_project in zip(read, found.relatives, strict=True)
        ]

    def _view(
        self, read: ReadPage, belongings: Relatives, found: Contents, known: Labels, document: Work | None
    ) -> HandbookView:
        page = read.page
        return HandbookView(
            about=About.of(page, self.facet_type),
            edition=page.edition,
            year=page.year,
            isbn=page.isbn,
            print_run=page.print_run,
            series=page.series,
            cover_series=page.cover_series,
            language=read.language,
            passages=read.passages,
            terms=term_notes(read.passages, known),
            relatives=belongings,
            contents=found,
            publisher=known.get((Organisation, page.publisher_id or 0)),
            document=document,
        )

    def context(self, view: HandbookView) -> Context:
        """Add the chapters, the languages that have any, and the edition."""
        about = view.about
        languages = {code for chapter in view.contents.chapters for code in chapter.editions}
        return super().context(view) | {
            "contents": view.contents,
            "own_origin": ORIGINAL if about.is_original else about.origin,
            "languages": [code for code in LANGUAGE_CODES if code in languages],
            "publisher": view.publisher,
            "document": view.document,
        }

    def citation(self, view: HandbookView) -> Citation:
        """Return how the handbook is cited: as an edition of its publisher."""
        return citation(
            view.about,
            self.citation_form,
            view.publisher,
            edition=view.edition,
            isbn=view.isbn,
            published=str(view.year or ""),
        )

    def described(self, view: HandbookView) -> Data:
        """Return the handbook as a book with the chapters that the reader can read."""
        about = view.about
        return {
            "@type": "Book",
            **written(about),
            "bookEdition": view.edition,
            "isbn": view.isbn,
            "datePublished": str(view.year or ""),
            "publisher": organisation(view.publisher),
            "encoding": files(view.document),
            "hasPart": [
                {
                    "@type": "Chapter",
                    "name": titled(chapter.own.title, chapter.own.withdrawn_on, about.language),
                    "position": chapter.number or "",
                    "url": settings.SITE_URL + chapter.own.address,
                }
                for chapter in view.contents.chapters
                if chapter.own
            ],
            **part_of(view.relatives),
        }

    def text(self, view: HandbookView) -> Iterator[Section]:
        """Yield the introduction, and what the card beside it says."""
        yield from super().text(view)
        yield section(
            "",
            "",
            [
                view.publisher.text if view.publisher else "",
                view.edition,
                f"ISBN {view.isbn}" if view.isbn else "",
                view.cover_series,
            ],
        )
