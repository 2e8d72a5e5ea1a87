"""Numbers with their unit, periods and money as pieces that a template can lay out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import ngettext

from cms.facets import Label
from cms.formats import day, month, number, plural_categories, plural_category
from projects.enums import Precision, Status
from projects.values import Dates
from projects.vocabulary.labels import ConceptLabel


@dataclass(frozen=True)
class Moment:
    """A date as exactly as it is known: for the reader, and for machines (ISO 8601)."""

    text: str
    datetime: str


@dataclass(frozen=True)
class Span:
    """A period; what is not known is None or empty."""

    start: Moment | None
    end: Moment | None
    duration: str

    @property
    def is_stated(self) -> bool:
        """Tell whether anything of the period is known."""
        return bool(self.start or self.end or self.duration)

    @property
    def is_one_moment(self) -> bool:
        """Tell whether start and end are the same as far as is known."""
        return self.start is not None and self.start == self.end


def moment(value: date, precision: str, language: str) -> Moment:
    """Return a date that is known to the day, the month or the year."""
    if precision == Precision.YEAR:
        return Moment(str(value.year), f"{value:%Y}")
    if precision == Precision.MONTH:
        return Moment(month(value, language), f"{value:%Y-%m}")
    return Moment(day(value, language), value.isoformat())


def span(dates: Dates, language: str) -> Span:
    """Return the period of a project or a training in a reader's language."""
    months = dates.months
    return Span(
        moment(dates.first, dates.precision, language) if dates.first else None,
        moment(dates.last, dates.precision, language) if dates.last else None,
        ngettext("%(count)s month", "%(count)s months", months) % {"count": number(months, language)} if months else "",
    )


def unit_form(unit: ConceptLabel | None, value: Decimal | int) -> Label | None:
    """Return a unit in the form that its language wants after a number; None where it has no name.

    A unit keeps a form for each plural category of its language, in the order of the Unicode CLDR.
    """
    if unit is None:
        return None
    forms = dict(zip(plural_categories(unit.language), unit.extra.splitlines(), strict=False))
    return Label(forms.get(plural_category(value, unit.language)) or unit.text, unit.language)


def state_name(state: str) -> str:
    """Return a status in words, "" where none is stated."""
    return "" if state == Status.NOT_STATED else str(Status(state).label)


def days_in_words(first: Moment | None, last: Moment | None) -> str:
    """Return a period in words; one day is told once."""
    return " – ".join(dict.fromkeys(one.text for one in (first, last) if one))


def counted(number: str, unit: Label | None) -> str:
    """Return a number with its unit."""
    return " ".join(filter(None, [number, unit.text if unit else ""]))
