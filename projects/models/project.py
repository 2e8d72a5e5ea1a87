"""Projects."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.formats import money
from cms.models import BasePage
from cms.panels import FieldPanel, InlinePanel, editor
from cms.passages import Passage
from projects.blocks import ProjectBodyBlock
from projects.enums import Currency, FactKind
from projects.models.library import LibraryPage, PartOfProject, kinds_of_files
from projects.models.periods import Period
from projects.models.vocabularies import Programme


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
            for part in PartOfProject.__subclasses__():
                for page in part.with_what_facets_need().filter(project_id=self.pk):
                    page.project = self
                    page.write_own_facets()

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

    def passages(self, body: Iterable[Any] | None = None) -> list[Passage]:
        """Return the body's sections; one of facts without a heading has the usual one."""
        found = super().passages(body)
        with override(self.language):
            for passage in found:
                if passage.facts and not passage.heading:
                    passage.heading = str(FactKind(passage.facts).label)
        return found
