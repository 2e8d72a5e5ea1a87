"""The dated sessions of trainings, a month at a time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.facets import Label
from cms.formats import day_of_month, month
from projects.drawings.months import Mark, Month, month_of
from projects.models import TrainingSession


@dataclass(frozen=True)
class Meeting:
    """A session in a month: its days in words, its title, and the training it belongs to."""

    mark: Mark
    days: str
    training: Label


@dataclass(frozen=True)
class MonthLink:
    """The way to another month."""

    name: str
    address: str


@dataclass(frozen=True)
class Timetable:
    """A month with its sessions, and the nearest months before and after it that have any."""

    month: Month
    meetings: tuple[Meeting, ...]
    before: MonthLink | None
    after: MonthLink | None


def timetable(trainings: QuerySet[Any], asked: str, language: str, address: Callable[[str], str]) -> Timetable | None:
    """Return the month that is asked for (as "2020-02"), or else the one that is next, or was last.

    None where no session has a date: one query; else two. `address` gives the address of a month.
    """
    sessions = TrainingSession.objects.filter(page__in=trainings.order_by().values("pk"))
    first, last = (sessions.dates(field, "month").order_by() for field in ("start", "end"))
    months = sorted(first.union(last))
    if not months:
        return None
    shown = next((one for one in months if f"{one:%Y-%m}" == asked), None)
    if shown is None:
        current = timezone.localdate().replace(day=1)
        shown = next((one for one in months if one >= current), months[-1])
    here = months.index(shown)

    def link(place: int) -> MonthLink | None:
        if not 0 <= place < len(months):
            return None
        return MonthLink(month(months[place], language), address(f"{months[place]:%Y-%m}"))

    meetings = tuple(_meeting(row, language) for row in _of_month(sessions, shown))
    return Timetable(
        month_of(shown, (meeting.mark for meeting in meetings), language), meetings, link(here - 1), link(here + 1)
    )


def _of_month(sessions: QuerySet[Any], shown: date) -> QuerySet[Any, Any]:
    """Return what is told of the sessions of a month, by their first day."""
    last = shown.replace(day=monthrange(shown.year, shown.month)[1])
    return (
        sessions.annotate(since=Coalesce("start", "end"), until=Coalesce("end", "start"))
        .filter(since__lte=last, until__gte=shown)
        .order_by("since", "page__title", "sort_order", "pk")
        .values_list(
            "since",
            "until",
            "title",
            "page__locale__language_code",
            "page__title",
            "page__url_path",
            "page__withdrawn_on",
            named=True,
        )
    )


def _meeting(row: Any, language: str) -> Meeting:
    written = day_of_month(row.since, language)
    if row.until != row.since:
        written = f"{written} – {day_of_month(row.until, language)}"
    written_in = row.page__locale__language_code
    is_withdrawn = row.page__withdrawn_on is not None
    mark = Mark(row.since, row.until, Label(row.title, written_in), f"{row.page__url_path}#sessions", is_withdrawn)
    return Meeting(mark, written, Label(row.page__title, written_in))
