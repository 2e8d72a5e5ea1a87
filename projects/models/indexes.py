"""The index pages of the library, and its glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.models import BasePage
from cms.searchable import COLLECTION_IMPORTANCE, LIST_IMPORTANCE, SearchContent, Section, one_after_another
from cms.structured import collection, term_set

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


# Stated by each class: Wagtail gives one that does not its own by the class's name.
TEMPLATE = "projects/index.html"


class LibraryIndexPage(BasePage):
    """A list of one type of page: filtered by facets, sorted, exported, followed."""

    facet_type: ClassVar[str]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    max_count_per_parent: ClassVar[int] = 1
    has_feed: ClassVar[bool] = True

    class Meta:
        abstract = True

    def search_content(self) -> SearchContent:
        """Return the list's title and summary."""
        return SearchContent(self.title, self.summary, (), importance=LIST_IMPORTANCE)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the list as the reader chose it."""
        from projects.lists.listing import listing

        context = super().get_context(request, *args, **kwargs)
        found = listing(self.facet_type, self.language, request.GET, self.url_path)
        context["listing"] = found
        if found.canonical_query:
            context["canonical"] += f"?{found.canonical_query}"
        works = [card.page for card in found.cards]
        context["structured_data"] = collection(self, works, found.total, found.first)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the list as a page, as CSV or as an Atom feed."""
        from projects.lists.exports import export

        answer = export(self, request)
        return answer if answer is not None else super().serve(request, *args, **kwargs)


class ProjectIndexPage(LibraryIndexPage):
    """All projects."""

    facet_type = "project"
    subpage_types: ClassVar[list[str]] = ["projects.ProjectPage"]
    template = TEMPLATE

    class Meta:
        verbose_name = _("list of projects")


class TrainingIndexPage(LibraryIndexPage):
    """All trainings."""

    facet_type = "training"
    subpage_types: ClassVar[list[str]] = ["projects.TrainingPage"]
    template = TEMPLATE

    class Meta:
        verbose_name = _("list of trainings")


class HandbookIndexPage(LibraryIndexPage):
    """All handbooks."""

    facet_type = "handbook"
    subpage_types: ClassVar[list[str]] = ["projects.HandbookPage"]
    template = TEMPLATE

    class Meta:
        verbose_name = _("list of handbooks")


class BulletinIndexPage(LibraryIndexPage):
    """All bulletin issues."""

    facet_type = "bulletin"
    subpage_types: ClassVar[list[str]] = ["projects.BulletinPage"]
    template = TEMPLATE

    class Meta:
        verbose_name = _("list of bulletins")


class GlossaryPage(BasePage):
    """The terms of the library in the page's language, with their names in the others."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent: ClassVar[int] = 1
    template = "projects/glossary.html"

    class Meta:
        verbose_name = _("glossary")

    def search_content(self) -> SearchContent:
        """Return each term that is named in the page's language as a section, at its anchor."""
        from projects.vocabulary.glossary import glossary

        terms = tuple(
            Section(entry.key, entry.name.text, one_after_another([entry.definition.text, *entry.variants]))
            for entry in glossary(self.language).named
        )
        return SearchContent(self.title, self.summary, terms, importance=COLLECTION_IMPORTANCE)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the entries by letter."""
        from projects.vocabulary.glossary import glossary

        context = super().get_context(request, *args, **kwargs)
        context["glossary"] = found = glossary(self.language)
        terms = [(entry.key, entry.name.text) for entry in found.named]
        context["structured_data"] = term_set(self, terms)
        return context


INDEX_PAGES: tuple[type[Page], ...] = (ProjectIndexPage, TrainingIndexPage, HandbookIndexPage, BulletinIndexPage)
