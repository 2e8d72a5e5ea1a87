"""The typed facts: child rows of the pages, one level deep.

A row's `translation_key` ties it to its counterpart in the other languages; its numbers, dates
and references are shared by all of them, its words are translated.
"""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.models import LibraryDocument
from cms.panels import FieldPanel
from projects.enums import FigureKind, PartyRole, StatementKind, TargetGroupKind
from projects.models.limits import large_number, small_number
from projects.models.vocabularies import Organisation, Place, Topic, Unit


class Row(TranslatableMixin, Orderable):
    """A fact of a page."""

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]


class PlaceRow(Row):
    """A place of the page; `lead` marks where the work is led from."""

    place = models.ForeignKey(Place, verbose_name=_("place"), on_delete=models.PROTECT, related_name="+")
    lead = models.BooleanField(_("seat of the lead organisation"), default=False, help_text=_("The map marks it."))

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("place"), FieldPanel("lead")])]
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("place")]

    class Meta(Row.Meta):
        abstract = True
        verbose_name = _("place")


class TopicRow(Row):
    """A topic of the page."""

    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.PROTECT, related_name="+")

    panels: ClassVar[list[Any]] = [FieldPanel("topic")]
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("topic")]

    class Meta(Row.Meta):
        abstract = True
        verbose_name = _("topic")


class FigureRow(Row):
    """A result in figures: value, unit, and what it says.

    `counts` tells whether the value enters sums over projects; `part` that it is a part of the
    figure above it (Rhodope's 180 participants are 100 officers and 80 councillors).
    """

    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    what = models.TextField(_("what it says"), max_length=400, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=FigureKind.choices, default=FigureKind.ACHIEVED)
    counts = models.BooleanField(
        _("counts in totals"), default=True, help_text=_("Not for a part or a plan: nothing is counted twice.")
    )
    part = models.BooleanField(_("part of the figure above"), default=False)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("kind")]),
        FieldPanel("what"),
        FieldRowPanel([FieldPanel("counts"), FieldPanel("part")]),
    ]
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("unit")]

    class Meta(Row.Meta):
        abstract = True
        verbose_name = _("figure")


class DocumentRow(Row):
    """A document of the page; its other languages follow from the document."""

    document = models.ForeignKey(
        LibraryDocument, verbose_name=_("document"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("title"), max_length=255)

    panels: ClassVar[list[Any]] = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Row.Meta):
        abstract = True
        verbose_name = _("document")


class ContactRow(Row):
    """Where to ask: a department, never a person."""

    department = models.CharField(_("department"), max_length=200, help_text=_("Never a person's name."))
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)

    panels: ClassVar[list[Any]] = [
        FieldPanel("department"), FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]), FieldPanel("address"),
    ]  # fmt: skip
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        SynchronizedField("organisation"), SynchronizedField("phone"),
    ]  # fmt: skip

    class Meta(Row.Meta):
        abstract = True
        verbose_name = _("contact")


class ProjectPlace(PlaceRow):
    """A place of a project."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="places")


class ProjectTopic(TopicRow):
    """A topic of a project."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="topics")


class ProjectFigure(FigureRow):
    """A result of a project in figures."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="figures")


class ProjectDocument(DocumentRow):
    """A document of a project."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="documents")


class ProjectContact(ContactRow):
    """A contact of a project."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="contacts")


class ProjectParty(Row):
    """An organisation of a project: who applied, carried it out, paid; who withdrew stays listed."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(_("role"), max_length=20, choices=PartyRole.choices, default=PartyRole.PARTNER)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    department = models.CharField(_("department"), max_length=200, blank=True)
    withdrew = models.BooleanField(
        _("withdrew from the project"), default=False, help_text=_("It stays in the list, marked.")
    )
    note = models.TextField(_("note"), blank=True)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("role"), FieldPanel("withdrew")]),
        FieldPanel("organisation"), FieldPanel("department"), FieldPanel("note"),
    ]  # fmt: skip
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("organisation")]

    class Meta(Row.Meta):
        verbose_name = _("organisation of the project")


class ProjectBudgetPart(Row):
    """A part of a project's budget, in the budget's currency."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="budget_parts")
    source = models.CharField(_("source"), max_length=200)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("source"), FieldPanel("amount")])]

    class Meta(Row.Meta):
        verbose_name = _("part of the budget")


class ProjectStatement(Row):
    """A numbered statement: an objective, a stage, an activity, an output, an achievement."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="statements")
    kind = models.CharField(_("kind"), max_length=20, choices=StatementKind.choices)
    name = models.CharField(
        _("name"),
        max_length=200,
        blank=True,
        help_text=_("What a stage or an activity is called; else leave it empty."),
    )
    text = models.TextField(_("text"))

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("kind"), FieldPanel("name")]), FieldPanel("text")]

    class Meta(Row.Meta):
        verbose_name = _("statement")


class ProjectTargetGroup(Row):
    """A group of people or institutions that a project reaches, with their number where known."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="target_groups")
    kind = models.CharField(
        _("kind"), max_length=12, choices=TargetGroupKind.choices, default=TargetGroupKind.NOT_STATED
    )
    value = models.PositiveIntegerField(_("how many"), null=True, blank=True, validators=[large_number])
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("who"), max_length=255)
    detail = models.TextField(_("in detail"), blank=True)
    counts = models.BooleanField(_("counts in totals"), default=False)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("value"), FieldPanel("unit")]),
        FieldPanel("name"), FieldPanel("detail"), FieldPanel("counts"),
    ]  # fmt: skip
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("unit")]

    class Meta(Row.Meta):
        verbose_name = _("target group")


class ProjectEvent(Row):
    """Something that happened on a day."""

    page = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="events")
    date = models.DateField(_("date"))
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("text"))

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("date"), FieldPanel("place")]), FieldPanel("text")]
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("place")]

    class Meta(Row.Meta):
        verbose_name = _("event")


class TrainingPlace(PlaceRow):
    """A place of a training."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="places")


class TrainingTopic(TopicRow):
    """A topic of a training."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="topics")


class TrainingParticipants(FigureRow):
    """Who took part in a training, by kind."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="participants")

    class Meta(Row.Meta):
        verbose_name = _("participants")


class TrainingDocument(DocumentRow):
    """Materials of a training."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="documents")


class TrainingContact(ContactRow):
    """A contact of a training."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="contacts")


class TrainingObjective(Row):
    """What participants can do after a training."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="objectives")
    text = models.TextField(_("text"))

    panels: ClassVar[list[Any]] = [FieldPanel("text")]

    class Meta(Row.Meta):
        verbose_name = _("objective")


class TrainingSession(Row):
    """A meeting of a training; its dates may be unknown."""

    page = ParentalKey("projects.TrainingPage", on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=255)
    start = models.DateField(_("first day"), null=True, blank=True)
    end = models.DateField(_("last day"), null=True, blank=True)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(_("language"), max_length=5, blank=True, choices=settings.LANGUAGES)
    capacity = models.PositiveSmallIntegerField(
        _("places for participants"), null=True, blank=True, validators=[small_number]
    )
    text = models.TextField(_("what happens"), blank=True)

    panels: ClassVar[list[Any]] = [
        FieldPanel("title"), FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("language"), FieldPanel("capacity")]), FieldPanel("text"),
    ]  # fmt: skip
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [SynchronizedField("place")]

    class Meta(Row.Meta):
        verbose_name = _("session")

    @property
    def first(self) -> datetime.date | None:
        """Return the first day; one day alone is both."""
        return self.start or self.end

    @property
    def last(self) -> datetime.date | None:
        """Return the last day; one day alone is both."""
        return self.end or self.start
