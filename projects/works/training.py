"""How a training is told."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import F
from django.utils.translation import gettext, ngettext_lazy, npgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.bodies.data import picture_data
from cms.bodies.targets import Picture
from cms.facets import Label
from cms.languages import country_name, language_name
from cms.passages import sections
from cms.presenting import About, Context, Data, ReadPage, read_pages
from cms.searchable import Section
from projects.drawings.figures import arranged
from projects.enums import Precision, TrainingKind
from projects.facets import COUNTRY, KIND, LANGUAGE, STATUS, TOPIC, YEAR
from projects.lists.types import PERIOD_COLUMNS, ListType, RelativeType
from projects.models import Organisation, Place, Topic, TrainingPage, TrainingParticipants, TrainingSession, Unit
from projects.models.held import first_day, with_days
from projects.values import Contact, Dates, Figure, Locality, Session
from projects.vocabulary.labels import ConceptLabel, Reference
from projects.wording import Moment, counted, days_in_words, moment, span
from projects.works.citation import Citation, citation
from projects.works.documents import Work
from projects.works.downloads import calendar_address
from projects.works.relatives import Relatives
from projects.works.row_values import Labels, contacts_of, figures_of, localities_of, names_of
from projects.works.rows import Rows, rows_of
from projects.works.terms import term_notes, term_references_of
from projects.works.work import Reading, Wanted, WorkPresenter, WorkView, beside, fact, filled, place, section, written

RELATIONS = ("places", "topics", "participants", "documents", "contacts", "objectives", "sessions")
# A course is offered again and again; what happens once is an event.
_COURSES = (TrainingKind.COURSE, TrainingKind.SEMINAR)


@dataclass(frozen=True)
class TrainingView(WorkView):
    """A training in a reader's language; `states_dates` tells that its dates are not those of its sessions.

    `image` is None where there is none that everybody may have.
    """

    kind: str
    audience: str
    state: str
    image_alt: str
    image: Picture | None
    dates: Dates
    states_dates: bool
    localities: tuple[Locality, ...]
    topics: tuple[ConceptLabel, ...]
    objectives: tuple[str, ...]
    sessions: tuple[Session, ...]
    participants: tuple[Figure, ...]
    documents: tuple[Work, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class ShownSession:
    """A meeting for a reader; what is not stated is None or empty."""

    title: str
    start: Moment | None
    end: Moment | None
    place: Label | None
    language: str
    capacity: int | None
    text: str
    calendar: str


class TrainingPresenter(WorkPresenter[TrainingView]):
    """How a training is told."""

    model = TrainingPage
    facet_type = TrainingPage.facet_type
    anchors = WorkPresenter.anchors | {"contacts", "for-whom", "materials", "objectives", "participants", "sessions"}
    name = _("Training")
    kinds = dict(TrainingKind.choices)
    ages = True
    list_type = ListType(
        model=TrainingPage,
        counted=ngettext_lazy("%(number)s training", "%(number)s trainings", "number"),
        after_number=npgettext_lazy("after a number", "training or study visit", "trainings and study visits"),
        facets=(KIND, COUNTRY, TOPIC, YEAR, STATUS, LANGUAGE),
        newest=(
            first_day(TrainingSession._default_manager.all()).desc(nulls_last=True),
            F("project_id").asc(nulls_last=True),
            "path",
        ),
        columns=(
            (_("Kind"), lambda row: row.page.get_kind_display()),
            *PERIOD_COLUMNS,
            (_("Participants"), lambda row: "; ".join(row.figures)),
        ),
        figures=TrainingParticipants,
        card="projects/cards/training.html",
        list_class="agenda",
        is_dated=lambda page: page.days.first is not None,
        with_what_cards_need=lambda works: with_days(works, TrainingSession._default_manager.all()),
        has_timetable=True,
        relative=RelativeType(
            "projects/details/relative_rows.html",
            {"kind": "kind", "date": first_day(TrainingSession._default_manager.all())},
            lambda one: one.date or datetime.date.max,
        ),
    )

    def reading(self, pages: Sequence[TrainingPage], language: str | None) -> Reading[TrainingView]:
        """Read trainings: four queries."""
        read, rows = read_pages(pages, language), rows_of(pages, RELATIONS)
        found = yield Wanted(
            read,
            [*chain.from_iterable(map(_references, rows)), *term_references_of(read)],
            [row.document_id for of_page in rows for row in of_page["documents"]],
        )
        return [
            self._view(
                one,
                of_page,
                of_project,
                found.names.labels(one.language),
                found.files.works(of_page["documents"], one.language),
            )
            for one, of_page, of_project in zip(read, rows, found.relatives, strict=True)
        ]

    def _view(
        self, read: ReadPage, rows: Rows, belongings: Relatives, known: Labels, documents: tuple[Work, ...]
    ) -> TrainingView:
        page = read.page
        page.take_sessions(rows["sessions"])
        return TrainingView(
            about=About.of(page, self.facet_type),
            kind=page.kind,
            audience=page.audience,
            state=page.state,
            image_alt=page.image_alt if page.image_id else "",
            image=picture_data(page.image, "whole", alt=page.image_alt),
            language=read.language,
            passages=read.passages,
            terms=term_notes(read.passages, known),
            relatives=belongings,
            dates=Dates.of(page),
            states_dates=bool(page.start or page.end),
            localities=localities_of(rows["places"], known),
            topics=names_of(Topic, (row.topic_id for row in rows["topics"]), known),
            objectives=tuple(row.text for row in rows["objectives"]),
            sessions=tuple(
                Session(
                    row.translation_key, row.title, row.first, row.last, known.get((Place, row.place_id)),
                    row.language, row.capacity, row.text,
                )
                for row in rows["sessions"]
            ),
            participants=figures_of(rows["participants"], known),
            documents=documents,
            contacts=contacts_of(rows["contacts"], known),
        )  # fmt: skip

    def context(self, view: TrainingView) -> Context:
        """Add the sessions, who took part, and the trainings before and after."""
        about, language = view.about, view.language
        sessions = _shown_sessions(view)
        before, after = beside(view.relatives.of_type(self.facet_type), about.key, language)
        countries = dict.fromkeys(one.country for one in view.localities)
        return super().context(view) | {
            "period": span(view.dates, language),
            "places": _places(view),
            "countries": [(code, country_name(code, language)) for code in countries],
            "topics": view.topics,
            "objectives": view.objectives,
            "sessions": sessions,
            "calendar": calendar_address(about),
            "dated": sum(session.start is not None for session in sessions),
            "session_languages": sorted({session.language for session in sessions if session.language}),
            "figures": arranged(view.participants, language),
            "documents": view.documents,
            "contacts": view.contacts,
            "before": before,
            "after": after,
        }

    def citation(self, view: TrainingView) -> Citation:
        """Return how the training is cited."""
        return citation(view.about, self.citation_form)

    def date(self, view: TrainingView) -> datetime.date | None:
        """Return the first day."""
        return view.dates.first

    def described(self, view: TrainingView) -> Data:
        """Return the training as a course, which is offered again, or as an event."""
        period = span(view.dates, view.language)
        common: Data = {
            "about": [topic.text for topic in view.topics],
            "audience": {"@type": "Audience", "audienceType": view.audience} if view.audience else "",
        }
        sessions = [_described_session(session) for session in _shown_sessions(view)]
        if view.kind in _COURSES:
            return {
                "@type": "Course",
                **written(view.about),
                "teaches": list(view.objectives),
                **common,
                "hasCourseInstance": sessions,
            }
        return {
            "@type": "EducationEvent",
            "inLanguage": view.about.language,
            "startDate": period.start.datetime if period.start else "",
            "endDate": period.end.datetime if period.end else "",
            "location": [place(name) for name in _places(view)],
            **common,
            "subEvent": sessions,
        }

    def text(self, view: TrainingView) -> Iterator[Section]:
        """Yield the sections as the page shows them, with the words of its rows."""
        period = span(view.dates, view.language)
        yield section(
            "",
            "",
            [
                view.audience,
                days_in_words(period.start, period.end) if view.states_dates else "",
                view.image_alt,
                *(topic.text for topic in view.topics),
                *(name.text for name in _places(view)),
            ],
        )
        sessions, took_part = _shown_sessions(view), arranged(view.participants, view.language)
        rows = [
            section("objectives", gettext("What will participants be able to do?"), view.objectives),
            section("sessions", gettext("Sessions"), (_session_words(one, view.language) for one in sessions)),
            section(
                "participants",
                gettext("Who took part?"),
                (fact(counted(one.value, one.unit), one.what) for one in took_part.all),
            ),
            section("materials", gettext("Materials"), (work.title for work in view.documents)),
            section(
                "contacts",
                gettext("Contacts"),
                (
                    fact(one.department, one.organisation.text if one.organisation else "", one.address, one.phone)
                    for one in view.contacts
                ),
            ),
        ]
        objectives, *after = rows
        yield from filter(_has_text, [objectives])
        yield from sections(view.passages)
        yield from filter(_has_text, after)


def _references(rows: Rows) -> Iterator[Reference]:
    """Yield every concept that the rows of a training refer to."""
    yield from ((Place, row.place_id) for row in (*rows["places"], *rows["sessions"]))
    yield from ((Topic, row.topic_id) for row in rows["topics"])
    yield from ((Unit, row.unit_id) for row in rows["participants"])
    yield from ((Organisation, row.organisation_id) for row in rows["contacts"])


def _places(view: TrainingView) -> list[Label]:
    return [one.name for one in view.localities if one.name]


def _shown_sessions(view: TrainingView) -> list[ShownSession]:
    language = view.language
    return [
        ShownSession(
            one.title,
            moment(one.first, Precision.DAY, language) if one.first else None,
            moment(one.last, Precision.DAY, language) if one.last and one.last != one.first else None,
            one.place,
            one.language,
            one.capacity,
            one.text,
            calendar_address(view.about, one.key.hex),
        )
        for one in view.sessions
    ]


def _described_session(session: ShownSession) -> dict[str, Any]:
    return filled(
        {
            "@type": "CourseInstance",
            "name": session.title,
            "startDate": session.start.datetime if session.start else "",
            "endDate": session.end.datetime if session.end else "",
            "location": place(session.place) if session.place else "",
            "inLanguage": session.language,
            "maximumAttendeeCapacity": session.capacity or "",
        }
    )


def _session_words(session: ShownSession, language: str) -> str:
    """Return what a session says: when, what, where, in which language."""
    spoken = language_name(session.language, language) if session.language else ""
    where = session.place.text if session.place else ""
    said = fact(days_in_words(session.start, session.end), session.title, where, spoken)
    return ": ".join(filter(None, [said, session.text]))


def _has_text(one: Section) -> bool:
    return bool(one.text)
