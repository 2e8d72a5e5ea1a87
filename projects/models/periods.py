"""When something took place, as exactly as is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from cms.facets import UNKNOWN
from cms.formats import day, month
from cms.panels import FieldPanel
from projects.enums import Precision, Status
from projects.models.limits import small_number


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
    def years(self) -> tuple[str, ...]:
        """Return the years of the period as facet values; unknown where no date is known."""
        known = [moment for moment in (self.start, self.end) if moment]
        if not known:
            return (UNKNOWN,)
        return tuple(str(year) for year in range(known[0].year, known[-1].year + 1))

    @property
    def year_span(self) -> str:
        """Return "2017–2019", "2009", or "" where no date is known."""
        if self.years == (UNKNOWN,):
            return ""
        return self.years[0] if len(self.years) == 1 else f"{self.years[0]}–{self.years[-1]}"

    def written(self, moment: Any) -> str:
        """Return a date of the period as exactly as it is known, in the reader's language."""
        if self.precision == Precision.YEAR:
            return str(moment.year)
        return month(moment) if self.precision == Precision.MONTH else day(moment)

    @property
    def written_start(self) -> str:
        """Return the start in the reader's language, "" where unknown."""
        return self.written(self.start) if self.start else ""

    @property
    def written_end(self) -> str:
        """Return the end in the reader's language, "" where unknown."""
        return self.written(self.end) if self.end else ""
