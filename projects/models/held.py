"""When a training was held: its own period, or else the days of its sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, F, Max, Min, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from projects.enums import Precision, Status
from projects.models.periods import Days, Period

# The columns of `with_days`.
FIRST, LAST = "first_session", "last_session"
_FIRST_DAY, _LAST_DAY = Coalesce("start", "end"), Coalesce("end", "start")


class Held(Period):
    """A period that the dated rows of the relation `sessions` give where the editor gave none.

    Without own dates the period is that of the sessions; without own status it is what they say today:
    planned before the first, completed after the last.
    """

    sessions: Any  # the relation

    class Meta:
        abstract = True

    @property
    def days(self) -> Days:
        """Return the period: its own, or else that of the sessions."""
        if self.start or self.end:
            return super().days
        return Days(*self._session_days(), Precision.DAY)

    @property
    def state(self) -> str:
        """Return the status: its own, or else what the sessions say today."""
        if self.status != Status.NOT_STATED:
            return self.status
        return state_of(*self._session_days())

    def take_sessions(self, sessions: Iterable[Any]) -> None:
        """Let sessions that are read already count, so that they are not asked for again."""
        self.__dict__.update(zip((FIRST, LAST), _ends(sessions), strict=True))

    def _session_days(self) -> tuple[date | None, date | None]:
        if FIRST in self.__dict__:
            return self.__dict__[FIRST], self.__dict__[LAST]
        return _ends(self.sessions.all())


def _ends(sessions: Iterable[Any]) -> tuple[date | None, date | None]:
    known = [day for row in sessions for day in (row.first, row.last) if day]
    return (min(known), max(known)) if known else (None, None)


def state_of(first: date | None, last: date | None) -> str:
    """Return the status of what is held from one day to another, today."""
    if first is None or last is None:
        return Status.NOT_STATED
    today = timezone.localdate()
    if today < first:
        return Status.PLANNED
    return Status.RUNNING if today <= last else Status.COMPLETED


def with_days(trainings: QuerySet[Any], sessions: QuerySet[Any]) -> QuerySet[Any]:
    """Return trainings with the first and the last day of their sessions, so that they are not asked for one by one."""
    return trainings.annotate(**{FIRST: _day(sessions, Min(_FIRST_DAY)), LAST: _day(sessions, Max(_LAST_DAY))})


def first_day(sessions: QuerySet[Any]) -> Case:
    """Return an expression for the first day of a training: its own, or that of its sessions."""
    has_no_dates = Q(start__isnull=True, end__isnull=True)
    return Case(When(has_no_dates, then=_day(sessions, Min(_FIRST_DAY))), default=F("start"))


def _day(sessions: QuerySet[Any], day: Min | Max) -> Subquery:
    of_page = sessions.filter(page=OuterRef("pk")).order_by().values("page")
    return Subquery(of_page.annotate(day=day).values("day"))
