"""What all page types of the library have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.facets import UNKNOWN
from cms.models import BasePage, Withdrawable, write_facets
from cms.withdrawal import WITHDRAWN
from projects.models.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable


class LibraryPage(Withdrawable, BasePage):
    """A published thing of the library."""

    facet_type: ClassVar[str]

    promote_panels: ClassVar[list[Any]] = [
        BasePage.address_panel, *BasePage.about_panels, *Withdrawable.withdrawal_panels,
    ]  # fmt: skip

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("successor"),
    ]

    class Meta:
        abstract = True

    def rule_errors(self) -> dict[str, Any]:
        """Return the broken rules of the withdrawal, and of the period where there is one."""
        errors = self.withdrawal_errors()
        if isinstance(self, Period):
            errors |= self.period_errors()
        return errors

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Return the page's values of each facet, as they stand in addresses."""
        return {"type": (self.facet_type,)}

    def counted_facets(self) -> dict[str, tuple[str, ...]]:
        """Return the page's own values, and whether it is withdrawn."""
        return self.facet_values() | ({WITHDRAWN: (WITHDRAWN,)} if self.is_withdrawn else {})

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the page, or the work that it is a part of, was withdrawn."""
        return self.withdrawn_on is not None


def kinds_of_files(documents: Iterable[Any]) -> tuple[str, ...]:
    """Return what kinds of files documents are, by the endings of their names, each once."""
    return tuple(
        dict.fromkeys(document.file_extension for document in documents if document and document.file_extension)
    )


class PartOfProject(models.Model):
    """Something that a project left behind."""

    project = models.ForeignKey(
        "projects.ProjectPage",
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    def project_facets(self) -> dict[str, tuple[str, ...]]:
        """Return the facet values that come from the project: what it is about and where, never when or its files."""
        of_project = self.project.facets_of_parts if self.project else {}
        return of_project | {"file": (), "year": (UNKNOWN,), "status": ()}

    @classmethod
    def with_what_facets_need(cls) -> QuerySet[Any]:
        """Return the works of this type as their facets are told from."""
        return cls._default_manager.all()

    def write_own_facets(self) -> None:
        """Bring the work's facets in step with its project's."""
        write_facets(cast("BasePage", self))
