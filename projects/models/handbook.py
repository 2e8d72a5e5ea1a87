"""Handbooks and their chapters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.models import BasePage, LibraryDocument, OwnField, write_facets
from cms.panels import FieldPanel, editor
from cms.typed.isbn import isbn_fault
from projects.blocks import LibraryBodyBlock
from projects.enums import CoverSeries
from projects.models.library import LibraryPage, PartOfProject, kinds_of_files
from projects.models.limits import large_number
from projects.models.vocabularies import Organisation


class HandbookPage(PartOfProject, LibraryPage):
    """A handbook: its edition and its chapters."""

    facet_type = "handbook"
    parent_page_types: ClassVar[list[str]] = ["projects.HandbookIndexPage"]
    subpage_types: ClassVar[list[str]] = ["projects.HandbookChapterPage"]
    template = "projects/handbook.html"

    edition = models.CharField(_("edition"), max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    publisher = models.ForeignKey(
        Organisation, verbose_name=_("publisher"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    print_run = models.PositiveIntegerField(_("print run"), null=True, blank=True, validators=[large_number])
    series = models.CharField(
        _("cover"),
        max_length=10,
        choices=CoverSeries.choices,
        default=CoverSeries.DOTS,
        help_text=_("The pattern that is drawn on it; the same for the handbooks of a series."),
    )
    cover_series = models.CharField(_("series line on the cover"), max_length=60, blank=True)
    document = models.ForeignKey(
        LibraryDocument, verbose_name=_("file"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    body = StreamField(LibraryBodyBlock(), verbose_name=_("introduction"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("project"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("edition"), FieldPanel("year")]),
                FieldRowPanel([FieldPanel("isbn"), FieldPanel("print_run")]),
                FieldPanel("publisher"),
                FieldPanel("document"),
                FieldRowPanel([FieldPanel("series"), FieldPanel("cover_series")]),
            ],
            heading=_("Edition"),
        ),
    ]
    edit_handler = editor((_("Page"), content_panels), (_("Address and state"), LibraryPage.promote_panels))

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *LibraryPage.override_translatable_fields,
        SynchronizedField("project"),
        SynchronizedField("isbn"),
        SynchronizedField("publisher"),
        OwnField("document"),
    ]

    class Meta:
        verbose_name = _("handbook")
        verbose_name_plural = _("handbooks")

    def rule_errors(self) -> dict[str, Any]:
        """Add the check digit of the ISBN."""
        fault = isbn_fault(self.isbn) if self.isbn else ""
        return super().rule_errors() | ({"isbn": fault} if fault else {})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the handbook, and the facets of its chapters, which follow from it."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._write_facets_of_chapters()

    def write_own_facets(self) -> None:
        """Bring its facets in step, and those of its chapters."""
        super().write_own_facets()
        self._write_facets_of_chapters()

    def _write_facets_of_chapters(self) -> None:
        for chapter in HandbookChapterPage.objects.child_of(self):
            chapter.handbook = self
            write_facets(chapter)

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Return the project's facet values under the handbook's type and year."""
        own = {
            "type": (self.facet_type,),
            "file": kinds_of_files([self.document]),
            "handbook": (str(self.translation_key),),
        }
        return self.project_facets() | own | ({"year": (str(self.year),)} if self.year else {})


class HandbookChapterPage(LibraryPage):
    """A chapter; its number is its place among the chapters of the original."""

    facet_type = "chapter"
    parent_page_types: ClassVar[list[str]] = ["projects.HandbookPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "projects/chapter.html"

    body = StreamField(LibraryBodyBlock(), verbose_name=_("text"), blank=True)

    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    edit_handler = editor((_("Page"), content_panels), (_("Address and state"), LibraryPage.promote_panels))

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Return the handbook's facet values under the chapter's type."""
        handbook = self.handbook
        return (handbook.facet_values() if handbook else {}) | {"type": (self.facet_type,), "file": ()}

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the chapter or its whole handbook was withdrawn."""
        handbook = self.handbook
        return super().is_withdrawn or bool(handbook and handbook.is_withdrawn)

    @cached_property
    def handbook(self) -> HandbookPage | None:
        """Return the handbook that the chapter stands in."""
        return HandbookPage.objects.parent_of(self).first()
