"""Issues of bulletins."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.models import BasePage, LibraryDocument, OwnField
from cms.panels import FieldPanel, editor
from projects.blocks import LibraryBodyBlock
from projects.models.library import LibraryPage, PartOfProject, kinds_of_files
from projects.models.limits import small_number
from projects.models.vocabularies import Organisation


class BulletinPage(PartOfProject, LibraryPage):
    """An issue of a bulletin: its articles are the sections of its body."""

    facet_type = "bulletin"
    parent_page_types: ClassVar[list[str]] = ["projects.BulletinIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "projects/bulletin.html"

    number = models.PositiveSmallIntegerField(_("number"), validators=[MinValueValidator(1), small_number])
    date = models.DateField(_("date"), null=True, blank=True)
    publisher = models.ForeignKey(
        Organisation, verbose_name=_("publisher"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        LibraryDocument, verbose_name=_("file"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    body = StreamField(LibraryBodyBlock(), verbose_name=_("articles"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number"), FieldPanel("date")]),
        FieldPanel("project"),
        FieldPanel("publisher"),
        FieldPanel("document"),
        FieldPanel("body", help_text=_("Begin each article with a heading.")),
    ]
    edit_handler = editor((_("Page"), content_panels), (_("Address and state"), LibraryPage.promote_panels))

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *LibraryPage.override_translatable_fields,
        SynchronizedField("project"),
        SynchronizedField("publisher"),
        OwnField("document"),
    ]

    class Meta:
        verbose_name = _("bulletin issue")
        verbose_name_plural = _("bulletin issues")

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Return the project's facet values under the issue's type and year."""
        own = {"type": (self.facet_type,), "file": kinds_of_files([self.document])}
        return self.project_facets() | own | ({"year": (str(self.date.year),)} if self.date else {})
