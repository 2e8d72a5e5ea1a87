"""Months as tables of weeks, with what happens on their days."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cms.facets import Label
from cms.formats import day_of_month, month, weekdays

MONDAY = 0


@dataclass(frozen=True)
class Mark:
    """Something that happens from one day to another: its name in a day, and the address that tells more."""

    first: date
    last: date
    name: Label | str
    address: str
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Day:
    """A day of a week; `written` names it to those who hear the table, and is empty outside the month."""

    number: int
    written: str = ""
    is_today: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Month:
    """A month in a reader's language: the short and the full names of the weekdays, and whole weeks from Monday on."""

    name: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[Day, ...], ...]


def month_of(moment: date, marks: Iterable[Mark], language: str) -> Month:
    """Return the month of a day with what of `marks` happens in it."""
    several = tuple(marks)
    today = timezone.localdate()
    days = [
        _day(moment.replace(day=number), several, today, language) if count == moment.month else Day(number)
        # Plain numbers: the last week of the year 9999 ends beyond what a date can be.
        for _year, count, number in Calendar(MONDAY).itermonthdays3(moment.year, moment.month)
    ]
    return Month(
        month(moment, language),
        weekdays(language),
        tuple(tuple(days[start : start + 7]) for start in range(0, len(days), 7)),
    )


def _day(moment: date, marks: tuple[Mark, ...], today: date, language: str) -> Day:
    here = tuple(mark for mark in marks if mark.first <= moment <= mark.last)
    return Day(moment.day, day_of_month(moment, language), moment == today, here)
