"""When something took place, as exactly as is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from cms.facets import UNKNOWN
from cms.formats import day
from cms.panels import FieldPanel
from projects.enums import Precision, Status
from projects.models.limits import small_number


@dataclass(frozen=True)
class Days:
    """The first and the last day that are known, and how exactly: a value of `Precision`."""

    first: date | None
    last: date | None
    precision: str


class Period(models.Model):
    """A period known to the day, the month or the year, or by its duration alone."""

    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.NOT_STATED)
    start = models.DateField(_("start"), null=True, blank=True)
    end = models.DateField(_("end"), null=True, blank=True)
    precision = models.CharField(
        _("dates are known"),
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("For a month enter its first day, for a year the first of January."),
    )
    duration_months = models.PositiveSmallIntegerField(
        _("duration in months"),
        null=True,
        blank=True,
        validators=[small_number],
        help_text=_("Where the source gives a length instead of dates."),
    )

    inexact_dates: ClassVar[Mapping[str, str]] = {"start": "precision", "end": "precision"}

    period_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("status"), FieldPanel("duration_months")]),
                FieldRowPanel([FieldPanel("start"), FieldPanel("end"), FieldPanel("precision")]),
            ],
            heading=_("Period"),
        )
    ]

    class Meta:
        abstract = True

    def period_errors(self) -> dict[str, Any]:
        """Return the broken rules of the period by field."""
        if self.start and self.end and self.end < self.start:
            return {
                "end": _("The end, %(end)s, lies before the start, %(start)s.")
                % {"end": day(self.end), "start": day(self.start)}
            }
        return {}

    @property
    def days(self) -> Days:
        """Return the period as it is shown, found and sorted by."""
        return Days(self.start, self.end, self.precision)

    @property
    def state(self) -> str:
        """Return the status as it is shown and found, a value of `Status`."""
        return self.status

    @property
    def state_name(self) -> str:
        """Return the status in words, "" where none is stated."""
        state = self.state
        return "" if state == Status.NOT_STATED else str(Status(state).label)

    @property
    def years(self) -> tuple[str, ...]:
        """Return the years of the period as facet values; unknown where no date is known."""
        days = self.days
        known = [moment for moment in (days.first, days.last) if moment]
        if not known:
            return (UNKNOWN,)
        return tuple(str(year) for year in range(known[0].year, known[-1].year + 1))

    @property
    def year_span(self) -> str:
        """Return "2017–2019", "2009", or "" where no date is known."""
        years = self.years
        if years == (UNKNOWN,):
            return ""
        return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
