"""Trainings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.alternatives import NAME_ONLY, is_name_only
from cms.models import BasePage
from cms.panels import FieldPanel, InlinePanel, editor
from cms.rules import BrokenRowError
from projects.blocks import LibraryBodyBlock
from projects.enums import TrainingKind
from projects.models.held import Held, with_days
from projects.models.library import LibraryPage, PartOfProject, kinds_of_files
from projects.models.periods import Period
from projects.models.rows import TrainingSession


class TrainingPage(PartOfProject, Held, LibraryPage):
    """A course, a seminar, a study visit, an expert visit or an exchange."""

    facet_type = "training"
    parent_page_types: ClassVar[list[str]] = ["projects.TrainingIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "projects/training.html"

    kind = models.CharField(_("kind"), max_length=12, choices=TrainingKind.choices, default=TrainingKind.COURSE)
    audience = models.TextField(_("for whom"), blank=True)
    image = models.ForeignKey(
        "cms.LibraryImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    body = StreamField(LibraryBodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("project")]),
        FieldPanel("audience"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")),
        FieldPanel("body"),
    ]
    time_panels: ClassVar[list[Any]] = [
        *Period.period_panels,
        InlinePanel("sessions", heading=_("Sessions")),
        InlinePanel("places", heading=_("Places")),
        InlinePanel("topics", heading=_("Topics")),
        InlinePanel("contacts", heading=_("Contacts")),
    ]
    result_panels: ClassVar[list[Any]] = [
        InlinePanel("objectives", heading=_("Objectives")),
        InlinePanel("participants", heading=_("Participants")),
        InlinePanel("documents", heading=_("Materials")),
    ]
    edit_handler = editor(
        (_("Page"), content_panels),
        (_("When and where"), time_panels),
        (_("Aims and results"), result_panels),
        (_("Address and state"), LibraryPage.promote_panels),
    )

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *LibraryPage.override_translatable_fields,
        SynchronizedField("project"),
        SynchronizedField("image"),
    ]
    # When it was held, who came and what was handed out belong to the training itself, not to the next one.
    exclude_fields_in_copy: ClassVar[list[str]] = [
        "start", "end", "duration_months", "status", "participants", "documents",
        "withdrawn_on", "withdrawal_reason", "successor", "reviewed_on",
    ]  # fmt: skip

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")

    def rule_errors(self) -> dict[str, Any]:
        """Add the rules of the sessions and the picture."""
        errors = super().rule_errors()
        sessions = [broken for row in self.sessions.all() for broken in self._session_errors(row)]
        if sessions:
            errors["sessions"] = sessions
        if self.image_id and not self.image_alt:
            errors["image_alt"] = _("Say what the picture shows, for those who do not see it.")
        elif self.image is not None and is_name_only(self.image_alt, self.image):
            errors["image_alt"] = NAME_ONLY
        return errors

    def _session_errors(self, row: TrainingSession) -> Iterator[BrokenRowError]:
        """Yield the broken rules of a session: its own days, then its place within the training."""
        first, last = row.first, row.last
        title = {"title": row.title}
        if first is None or last is None:
            return
        if last < first:
            yield BrokenRowError(row, "end", _("The session “%(title)s” ends before it starts.") % title)
        elif self.start and first < self.start:
            yield BrokenRowError(row, "start", _("The session “%(title)s” begins before the training does.") % title)
        elif self.end and last > self.end:
            yield BrokenRowError(row, "end", _("The session “%(title)s” ends after the training does.") % title)

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Return the training's own facet values; topics and countries that it leaves open come from the project."""
        own: dict[str, tuple[str, ...]] = {
            "type": (self.facet_type,),
            "kind": (self.kind,),
            "topic": tuple(row.topic.key for row in self.topics.select_related("topic")),
            "country": tuple(dict.fromkeys(row.place.country for row in self.places.select_related("place"))),
            "year": self.years,
            "status": (self.state,),
            "file": kinds_of_files(row.document for row in self.documents.select_related("document")),
        }
        return self.project_facets() | {name: values for name, values in own.items() if values}

    @classmethod
    def with_what_facets_need(cls) -> QuerySet[Any]:
        """Return trainings with the days of their sessions."""
        return with_days(super().with_what_facets_need(), TrainingSession.objects.all())
