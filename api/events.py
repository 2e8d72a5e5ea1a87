"""What happens on known days: the events of projects and the sessions of trainings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api import columns, exports
from api.concept_items import ConceptReference
from api.concepts import references_to
from api.filters import CODE, EQUAL, IN, Filter, parameters_of
from api.language_choice import FALLBACK, LANGUAGE, LanguageChoice
from api.library.included import Beside, not_included
from api.lists import LIMIT, OFFSET, Listed, ends
from api.operations import Operation, operation
from api.parameters import EXAMPLE_KEY, choice, day
from api.references import EXAMPLE_WORK, WorkReference, referred
from api.schemas import Answer, PartOfAnswer, described
from cms.portions import slices
from cms.site_addresses import whole
from projects.facets import COUNTRY as COUNTRY_FACET
from projects.lists.cards import best_editions
from projects.lists.dated import KINDS, Happening, Window, happening, read
from projects.models import Place


class EventItem(Answer):
    """An event or a session."""

    model_config = described(gettext_noop("An event of a project, or a session of a training."))

    type: Literal["event", "session"] = Field(
        description=gettext_noop("An event of a project, or a session of a training.")
    )
    key: UUID = Field(description=gettext_noop("Key of the event or the session, the same in all languages."))
    language: str = Field(description=gettext_noop("Code of the language of all words."))
    requested: str = Field(description=gettext_noop("Code of the language that was asked for."))
    title: str | None = Field(description=gettext_noop("Title; null of an event, which has none."))
    text: str | None = Field(description=gettext_noop("What happens."))
    start: date = Field(description=gettext_noop("First day."))
    end: date = Field(description=gettext_noop("Last day."))
    place: ConceptReference | None = Field(description=gettext_noop("Where it takes place."))
    work: WorkReference = Field(description=gettext_noop("The project or the training that it belongs to."))
    address: str = Field(description=gettext_noop("Address on the site where it is told."))


class _PartOfEvents(Listed):
    """A part of the events and sessions."""

    model_config = described(gettext_noop("A part of the events and sessions, by day."))

    items: list[EventItem] = Field(description=gettext_noop("The items, in order."))


EXAMPLE = {
    "count": 1,
    "next": None,
    "previous": None,
    "items": [
        {
            "type": "event",
            "key": EXAMPLE_KEY,
            "language": "nb",
            "requested": "nb",
            "title": None,
            "text": "Avslutningskonferanse",
            "start": "2026-11-27",
            "end": "2026-11-27",
            "place": None,
            "work": EXAMPLE_WORK,
            "address": f"{EXAMPLE_WORK['address']}#events",
        }
    ],
}
COUNTRY = Filter(
    "country",
    gettext_noop("Country of the place, by its two letters (ISO 3166-1)."),
    "place__country",
    CODE,
    operators=(EQUAL, IN),
    example="NO",
    facet=COUNTRY_FACET,
)
BESIDE = Beside("event")
EventItems = BESIDE.schema("EventItems", _PartOfEvents)
ANCHORS = {"event": "events", "session": "sessions"}


LIST = Operation(
    path="events",
    name="list_events",
    summary=gettext_noop("Events"),
    description=gettext_noop(
        "The events of projects and the sessions of trainings whose days are known, each once whatever the "
        "languages of its work."
    ),
    parameters=(
        LANGUAGE,
        FALLBACK,
        choice("type", gettext_noop("Events of projects alone, or sessions of trainings alone."), KINDS),
        day("since", gettext_noop("What ends on this day or later."), "2026-01-01"),
        day("until", gettext_noop("What begins on this day or earlier."), "2026-12-31"),
        *parameters_of([COUNTRY]),
        choice("order", gettext_noop("Earliest first, or with “-” latest first."), ["start", "-start"], "start"),
        *BESIDE.parameters,
        LIMIT,
        OFFSET,
    ),
    answer=EventItems,
    example=EXAMPLE,
)


def _chosen(asked: Mapping[str, Any]) -> QuerySet[Any, Any]:
    """Return the rows of what is asked for, in order."""
    countries = [country for _operator, several in COUNTRY.asked(asked) for country in several]
    window = Window([asked["type"]] if asked["type"] else (), asked["since"], asked["until"], countries)
    of_choice = partial(best_editions, chain=LanguageChoice.of(asked).chain)
    return happening(of_choice, window, latest_first=asked["order"] == "-start")


def _items(shown: Sequence[Happening], requested: str) -> list[EventItem]:
    """Return what happens as items: one statement."""
    places = references_to(Place, [one.place for one in shown if one.place])
    return [_item(one, places, requested) for one in shown]


@operation(LIST)
def events(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
    """Answer with a part of what happens: four statements, and those of what is included."""
    rows = _chosen(asked)
    shown = read(rows[asked["offset"] : asked["offset"] + asked["limit"]], asked["language"])
    related = BESIDE.told(shown, asked)
    answer: Answer = EventItems(
        **ends(request, asked, rows.count()), items=_items(shown, asked["language"]), included=related
    )
    return answer.without(not_included(related))


def _portions(asked: Mapping[str, Any]) -> Iterator[list[EventItem]]:
    """Yield all that happens, some at a time."""
    for rows in slices(_chosen(asked)):
        yield _items(read(rows, asked["language"]), asked["language"])


exports.declare(exports.with_columns(LIST, EventItem, _portions, columns.EVENT))


def _item(one: Happening, places: dict[str, ConceptReference], requested: str) -> EventItem:
    kind: Any = one.kind
    return EventItem(
        type=kind,
        key=one.key,
        language=one.language,
        requested=requested,
        title=one.title or None,
        text=one.text or None,
        start=one.first,
        end=one.last,
        place=places.get(one.place.key) if one.place else None,
        work=referred(
            one.work_type,
            one.work_key,
            one.work_title,
            one.language,
            address=one.address,
            page=one.page,
            withdrawn_on=one.withdrawn_on,
        ),
        address=whole(f"{one.address}#{ANCHORS[one.kind]}"),
    )
