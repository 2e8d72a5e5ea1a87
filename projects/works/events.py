"""A project's events, and the months in which they happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from cms.facets import Label
from cms.presenting import About
from projects.drawings.months import Mark, Month, month_of
from projects.enums import Precision
from projects.values import Event
from projects.wording import Moment, moment
from projects.works.downloads import calendar_address


@dataclass(frozen=True)
class ShownEvent:
    """Something that happened on a day, its anchor on the page, and its calendar file."""

    date: date
    moment: Moment
    place: Label | None
    text: str
    anchor: str
    calendar: str


@dataclass(frozen=True)
class EventMonth:
    """A month with its events in the editor's order."""

    month: Month
    events: tuple[ShownEvent, ...]


def shown_events(about: About, events: Iterable[Event], language: str) -> list[ShownEvent]:
    """Return the events of a project for a reader."""
    return [
        ShownEvent(
            event.date,
            moment(event.date, Precision.DAY, language),
            event.place,
            event.text,
            f"event-{event.key.hex[:8]}",
            calendar_address(about, event.key.hex),
        )
        for event in events
    ]


def by_month(events: Iterable[ShownEvent], language: str) -> list[EventMonth]:
    """Return the months of some events, each once, in the order of the events."""
    months: dict[tuple[int, int], list[ShownEvent]] = {}
    for event in events:
        months.setdefault((event.date.year, event.date.month), []).append(event)
    return [
        EventMonth(month_of(several[0].date, map(_mark, several), language), tuple(several))
        for several in months.values()
    ]


def _mark(event: ShownEvent) -> Mark:
    return Mark(event.date, event.date, event.place or gettext("event"), f"#{event.anchor}")
