"""A project's events, and the months in which they happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from cms.facets import Label
from projects.drawings.months import Mark, Month, month_of
from projects.enums import Precision
from projects.models import Place, ProjectPage
from projects.vocabulary.labels import ConceptLabel, Reference
from projects.works.downloads import calendar_address
from projects.works.wording import Moment, moment


@dataclass(frozen=True)
class Event:
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
    events: tuple[Event, ...]


def events_of(
    page: ProjectPage, rows: Iterable[Any], known: Mapping[Reference, ConceptLabel], language: str
) -> list[Event]:
    """Return the events of a project; `known` holds the labels of their places."""
    return [
        Event(
            row.date,
            moment(row.date, Precision.DAY, language),
            known.get((Place, row.place_id)),
            row.text,
            f"event-{row.translation_key.hex[:8]}",
            calendar_address(page, row.translation_key.hex),
        )
        for row in rows
    ]


def by_month(events: Iterable[Event], language: str) -> list[EventMonth]:
    """Return the months of some events, each once, in the order of the events."""
    months: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        months.setdefault((event.date.year, event.date.month), []).append(event)
    return [
        EventMonth(month_of(several[0].date, map(_mark, several), language), tuple(several))
        for several in months.values()
    ]


def _mark(event: Event) -> Mark:
    return Mark(event.date, event.date, event.place or gettext("event"), f"#{event.anchor}")
