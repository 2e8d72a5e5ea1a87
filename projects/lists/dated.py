"""What happens on known days: the events of projects and the sessions of trainings, each once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from projects.lists.totals import OF_WORK, ChooseWorks
from projects.models import Place, ProjectEvent, ProjectPage, Row, TrainingPage, TrainingSession
from projects.vocabulary.labels import ConceptLabel, labels

_COLUMNS = (
    "kind", "since", "until", "name", "words", "number", "key", "place_id", "work_type", "withdrawn_on",
    *OF_WORK,
)  # fmt: skip
EVENT, SESSION = KINDS = ("event", "session")


@dataclass(frozen=True)
class Happening:
    """An event or a session, with its work as it is shown; `key` is the same in all languages.

    A session has a title; an event has its text alone. `page` is the number of the work's edition.
    """

    kind: str
    key: UUID
    first: date
    last: date
    title: str
    text: str
    place: ConceptLabel | None
    work_type: str
    work_key: UUID
    page: int
    work_title: str
    language: str
    address: str
    withdrawn_on: date | None


@dataclass(frozen=True)
class Window:
    """What is looked for: some kinds, what touches a span of days, what happens in some countries; all where empty."""

    kinds: Collection[str] = ()
    since: date | None = None
    until: date | None = None
    countries: Collection[str] = ()


def happening(works_of: ChooseWorks, window: Window, *, latest_first: bool = False) -> QuerySet[Any, Any]:
    """Return the rows of what happens, by day; they can be counted and sliced, then read by `read`."""
    of_kind: dict[str, Callable[[], QuerySet[Any, Any]]] = {
        EVENT: lambda: _rows(
            ProjectEvent, EVENT, works_of(ProjectPage), window, first=F("date"), last=F("date"), name=Value("")
        ),
        SESSION: lambda: _rows(
            TrainingSession,
            SESSION,
            works_of(TrainingPage),
            window,
            first=Coalesce("start", "end"),
            last=Coalesce("end", "start"),
            name=F("title"),
        ),
    }
    chosen = [make() for kind, make in of_kind.items() if not window.kinds or kind in window.kinds]
    sign = "-" if latest_first else ""
    return chosen[0].union(*chosen[1:], all=True).order_by(f"{sign}since", f"{sign}until", "kind", "work_key", "number")


def read(rows: Iterable[Any], language: str) -> list[Happening]:
    """Return rows as what happened, with its places named for a reader's language: one query, none without places."""
    several = list(rows)
    places = labels(((Place, row.place_id) for row in several if row.place_id), language)
    return [
        Happening(
            kind=row.kind,
            key=row.key,
            first=row.since,
            last=row.until,
            title=row.name,
            text=row.words,
            place=places.get((Place, row.place_id)),
            work_type=row.work_type,
            work_key=row.work_key,
            page=row.page_number,
            work_title=row.work_title,
            language=row.work_language,
            address=row.address,
            withdrawn_on=row.withdrawn_on,
        )
        for row in several
    ]


def _rows(
    model: type[Row], kind: str, works: QuerySet[Any], window: Window, *, first: Any, last: Any, name: Any
) -> QuerySet[Any, Any]:
    """Return the dated rows of a model in columns that are alike in both."""
    rows = (
        model._default_manager.filter(page__in=works.order_by().values("pk"))
        .order_by()
        .annotate(
            kind=Value(kind, CharField()),
            since=Cast(first, DateField()),
            until=Cast(last, DateField()),
            name=Cast(name, TextField()),
            words=F("text"),
            number=F("pk"),
            key=F("translation_key"),
            work_type=Value(works.model.facet_type, CharField()),
            withdrawn_on=F("page__withdrawn_on"),
            **OF_WORK,
        )
        .filter(since__isnull=False)
    )
    if window.since:
        rows = rows.filter(until__gte=window.since)
    if window.until:
        rows = rows.filter(since__lte=window.until)
    if window.countries:
        rows = rows.filter(place__country__in=window.countries)
    return rows.values_list(*_COLUMNS, named=True)
