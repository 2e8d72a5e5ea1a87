"""The index pages of the library, and its glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _

from cms.models import BasePage
from cms.presenting import other_form

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase


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

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Serve the list as a page, or in the form that is asked for."""
        answer = other_form(self, request)
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


def index_pages() -> tuple[type[LibraryIndexPage], ...]:
    """Return the types of lists, one for each type of works that has one."""
    return tuple(LibraryIndexPage.__subclasses__())
