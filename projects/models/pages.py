"""Projects and their trainings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.alternatives import NAME_ONLY, is_name_only
from cms.formats import money
from cms.models import BasePage, write_facets
from cms.panels import FieldPanel, InlinePanel, editor
from cms.passages import Passage
from cms.rules import BrokenRowError
from projects.blocks import LibraryBodyBlock, ProjectBodyBlock
from projects.enums import Currency, FactKind, TrainingKind
from projects.models.held import Held, with_days
from projects.models.library import LibraryPage, PartOfProject, kinds_of_files
from projects.models.periods import Period
from projects.models.publications import BulletinPage, HandbookPage
from projects.models.rows import TrainingSession
from projects.models.vocabularies import Programme

if TYPE_CHECKING:
    from collections.abc import Iterator


class ProjectPage(Period, LibraryPage):
    """A project: its facts as typed rows, told in the order that its readers need."""

    facet_type = "project"
    parent_page_types: ClassVar[list[str]] = ["projects.ProjectIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "projects/project.html"

    code = models.CharField(_("project number"), max_length=60, blank=True)
    full_title = models.TextField(_("full title"), max_length=500, blank=True)
    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    scheme = models.CharField(
        _("grant scheme"), max_length=255, blank=True, help_text=_("The call or measure of the programme.")
    )
    budget_total = models.DecimalField(
        _("total budget"), max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.EUR)
    own_contribution_percent = models.DecimalField(
        _("own contribution in per cent"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    no_partners = models.BooleanField(
        _("the project has no partners"),
        default=False,
        help_text=_("Readers are told “no partners” instead of nothing."),
    )
    website = models.URLField(_("the project's own site"), blank=True)
    website_label = models.CharField(_("name of that site"), max_length=200, blank=True)
    disclaimer = models.TextField(
        _("funder's disclaimer"), blank=True, help_text=_("The sentence that the funder wants to stand on the page.")
    )
    body = StreamField(ProjectBodyBlock(), verbose_name=_("body"), blank=True)

    identity_panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("code"), FieldPanel("full_title")], heading=_("Name")),
        *Period.period_panels,
        MultiFieldPanel([FieldPanel("programme"), FieldPanel("scheme")], heading=_("Programme")),
        InlinePanel("parties", heading=_("Organisations"), label=_("Organisation")),
        FieldPanel("no_partners"),
        InlinePanel("places", heading=_("Places")),
        InlinePanel("topics", heading=_("Topics")),
        InlinePanel("contacts", heading=_("Contacts")),
        MultiFieldPanel(
            [FieldPanel("website"), FieldPanel("website_label"), FieldPanel("disclaimer")], heading=_("Notices")
        ),
    ]
    money_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("budget_total"), FieldPanel("currency"), FieldPanel("own_contribution_percent")]
                )
            ],
            heading=_("Budget"),
        ),
        InlinePanel("budget_parts", heading=_("Of which")),
    ]
    result_panels: ClassVar[list[Any]] = [
        InlinePanel(
            "statements",
            heading=_("Objectives, stages, activities, outputs, achievements"),
            help_text=_("Readers see each kind in its own section, in this order."),
        ),
        InlinePanel("target_groups", heading=_("Target groups")),
        InlinePanel("figures", heading=_("Results in figures")),
        InlinePanel("events", heading=_("Events")),
        InlinePanel("documents", heading=_("Documents")),
    ]
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel(
            "body", help_text=_("Write the story, and place the facts from the next tabs where readers need them.")
        ),
    ]
    edit_handler = editor(
        (_("Page"), content_panels),
        (_("Who, when, where"), identity_panels),
        (_("Money"), money_panels),
        (_("Aims and results"), result_panels),
        (_("Address and state"), LibraryPage.promote_panels),
    )

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *LibraryPage.override_translatable_fields,
        SynchronizedField("code"),
        SynchronizedField("programme"),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def rule_errors(self) -> dict[str, Any]:
        """Add the rules of the budget and the partners."""
        errors = super().rule_errors()
        parts = sum((row.amount for row in self.budget_parts.all() if row.amount is not None), Decimal(0))
        if parts and self.budget_total is None:
            errors["budget_total"] = _("Enter the total of which you list the parts.")
        elif self.budget_total is not None and parts > self.budget_total:
            errors["budget_total"] = _(
                "The parts of the budget add up to %(parts)s, more than the total, %(total)s."
            ) % {
                "parts": money(parts, self.currency),
                "total": money(self.budget_total, self.currency),
            }
        if self.no_partners and any(row.role == "partner" for row in self.parties.all()):
            errors["no_partners"] = _("You say that there are no partners, and list one. Correct one of the two.")
        return errors

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the project, and the facets of what it left behind, which follow from it."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.__dict__.pop("facets_of_parts", None)
            trainings = with_days(TrainingPage.objects.all(), TrainingSession.objects.all())
            for pages in (trainings, HandbookPage.objects.all(), BulletinPage.objects.all()):
                for page in pages.filter(project_id=self.pk):
                    page.project = self
                    write_facets(page)
                    if isinstance(page, HandbookPage):
                        page.write_facets_of_chapters()

    @cached_property
    def facets_of_parts(self) -> dict[str, tuple[str, ...]]:
        """Return the facet values that what the project left behind takes over; asked once for all of it."""
        return self.facet_values()

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Return the project's values of each facet."""
        places = [row.place for row in self.places.select_related("place")]
        return super().facet_values() | {
            "topic": tuple(row.topic.key for row in self.topics.select_related("topic")),
            "country": tuple(dict.fromkeys(place.country for place in places)),
            "programme": (self.programme.key,) if self.programme else (),
            "year": self.years,
            "status": (self.status,),
            "project": (str(self.translation_key),),
            "file": kinds_of_files(row.document for row in self.documents.select_related("document")),
        }

    def passages(self) -> list[Passage]:
        """Return the body's sections; one of facts without a heading has the usual one."""
        found = super().passages()
        with override(self.language):
            for passage in found:
                if passage.facts and not passage.heading:
                    passage.heading = str(FactKind(passage.facts).label)
        return found


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
