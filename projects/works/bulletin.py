"""How an issue of a bulletin is told."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, npgettext_lazy, pgettext_lazy

from cms.formats import number
from cms.presenting import About, Context, Data, ReadPage, read_pages
from cms.searchable import Section
from projects.facets import COUNTRY, LANGUAGE, TOPIC, YEAR
from projects.lists.types import ListType, RelativeType
from projects.models import BulletinPage, Organisation
from projects.vocabulary.labels import ConceptLabel
from projects.works.citation import Citation, CitationForm, citation
from projects.works.documents import Work
from projects.works.relatives import Relatives
from projects.works.row_values import Labels
from projects.works.terms import term_notes, term_references_of
from projects.works.work import (
    Reading,
    Wanted,
    WorkPresenter,
    WorkView,
    beside,
    files,
    link,
    organisation,
    part_of,
    publisher_reference,
    section,
    section_numbers,
    written,
)


@dataclass(frozen=True)
class BulletinView(WorkView):
    """An issue in a reader's language: its articles are the sections of its body."""

    number: int
    date: datetime.date | None
    publisher: ConceptLabel | None
    document: Work | None


class BulletinPresenter(WorkPresenter[BulletinView]):
    """How an issue is told."""

    model = BulletinPage
    facet_type = BulletinPage.facet_type
    anchors = WorkPresenter.anchors | {"contents", "other-issues"}
    name = _("Bulletin issue")
    ages = True
    citation_form = CitationForm(ris="MGZN", ris_number="IS")
    list_type = ListType(
        model=BulletinPage,
        counted=ngettext_lazy("%(number)s bulletin issue", "%(number)s bulletin issues", "number"),
        after_number=npgettext_lazy("after a number", "bulletin issue", "bulletin issues"),
        facets=(COUNTRY, TOPIC, YEAR, LANGUAGE),
        newest=(F("date").desc(nulls_last=True), "-number", "pk"),
        columns=(
            (pgettext_lazy("of an issue", "Number"), lambda row: row.page.number),
            (_("Date"), lambda row: row.page.date),
        ),
        card="projects/cards/title.html",
        list_class="issues",
        on_front="titles",
        relative=RelativeType(
            "projects/details/relative_shelf.html",
            {"number": "number", "date": "date"},
            lambda one: one.number or 0,
        ),
    )

    def reading(self, pages: Sequence[BulletinPage], language: str | None) -> Reading[BulletinView]:
        """Read issues: three queries."""
        read = read_pages(pages, language)
        found = yield Wanted(
            read,
            [*(publisher_reference(page.publisher_id) for page in pages), *term_references_of(read)],
            [page.document_id for page in pages],
        )
        return [
            self._view(
                one,
                of_project,
                found.names.labels(one.language),
                found.files.work(one.page.document_id, one.page.title, one.language),
            )
            for one, of_project in zip(read, found.relatives, strict=True)
        ]

    def _view(self, read: ReadPage, belongings: Relatives, known: Labels, document: Work | None) -> BulletinView:
        page = read.page
        return BulletinView(
            about=About.of(page, self.facet_type),
            number=page.number,
            date=page.date,
            language=read.language,
            passages=read.passages,
            terms=term_notes(read.passages, known),
            relatives=belongings,
            publisher=known.get((Organisation, page.publisher_id or 0)),
            document=document,
        )

    def context(self, view: BulletinView) -> Context:
        """Add the issue's project, its file, and the other issues."""
        key, language, issues = view.about.key, view.language, view.relatives.of_type(self.facet_type)
        project = view.relatives.project
        before, after = beside(issues, key, language)
        return super().context(view) | {
            "project_link": link(project.title, project.address, project.language, language, project.withdrawn_on)
            if project
            else "",
            "numbers": section_numbers(view.passages),
            "publisher": view.publisher,
            "document": view.document,
            "others": [issue for issue in reversed(issues) if issue.key != key],
            "before": before,
            "after": after,
        }

    def citation(self, view: BulletinView) -> Citation:
        """Return how the issue is cited."""
        return citation(
            view.about,
            self.citation_form,
            view.publisher,
            number=number(view.number, view.language),
            published=str(view.date.year) if view.date else "",
        )

    def date(self, view: BulletinView) -> datetime.date | None:
        """Return the issue's date."""
        return view.date

    def described(self, view: BulletinView) -> Data:
        """Return the issue with its articles."""
        about = view.about
        return {
            "@type": "PublicationIssue",
            **written(about),
            "issueNumber": view.number,
            "datePublished": view.date.isoformat() if view.date else "",
            "publisher": organisation(view.publisher),
            "encoding": files(view.document),
            "hasPart": [
                {
                    "@type": "Article",
                    "headline": passage.heading,
                    "url": f"{settings.SITE_URL}{about.address}#{passage.anchor}",
                }
                for passage in view.passages
                if passage.heading
            ],
            **part_of(view.relatives),
        }

    def text(self, view: BulletinView) -> Iterator[Section]:
        """Yield the articles, and what the card beside them says."""
        yield from super().text(view)
        yield section("", "", [view.publisher.text if view.publisher else ""])
