"""What the page of each type shows beside its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from cms.facets import Label
from cms.formats import number
from cms.languages import LANGUAGE_CODES, country_name, current_language
from cms.marks import ORIGINAL
from cms.passages import Passage
from cms.pictures import with_renditions
from cms.templatetags.library import withdrawn_mark
from projects.drawings.figures import arranged
from projects.enums import FactKind, Precision
from projects.models import (
    BulletinPage,
    HandbookChapterPage,
    HandbookPage,
    LibraryPage,
    Organisation,
    Place,
    ProjectPage,
    Topic,
    TrainingPage,
    Unit,
)
from projects.vocabulary.labels import Reference, labels
from projects.works.citation import citation
from projects.works.contents import STEP, contents
from projects.works.documents import work_of, works
from projects.works.downloads import calendar_address
from projects.works.facts import Contact, ProjectFacts, anchor_of, left_over, shown_figure
from projects.works.relatives import Relative, Relatives, relatives
from projects.works.rows import rows_of
from projects.works.terms import term_notes, term_references
from projects.works.wording import Moment, moment, span
from projects.works.words import TRAINING_RELATIONS


@dataclass(frozen=True)
class Session:
    """A meeting of a training; what is not stated is None or empty."""

    title: str
    start: Moment | None
    end: Moment | None
    place: Label | None
    language: str
    capacity: int | None
    text: str
    calendar: str


def detail_context(page: LibraryPage) -> dict[str, Any]:
    """Return what the template of a page's type shows beside what every page shows."""
    context = _CONTEXTS[type(page)](page, current_language())
    return {"not_stated": _not_stated(page, context), **context}


def _not_stated(page: LibraryPage, context: dict[str, Any]) -> str:
    """Return what is said of a fact that is missing; only a source that readers are led to can have left it out."""
    belongings: Relatives | None = context.get("relatives")
    project = belongings.project if belongings else None
    source = page.website if isinstance(page, ProjectPage) else project.website if project else ""
    return gettext("not stated in the source") if source else gettext("not stated")


def _project(page: ProjectPage, language: str) -> dict[str, Any]:
    facts = ProjectFacts(page, language)
    passages = page.passages()
    placed = {passage.facts for passage in passages}
    belongings = relatives(page, language)
    there = {kind for kind in FactKind if facts.has(kind)} | ({FactKind.RELATED} if belongings.is_left else set())
    passages += [Passage(anchor_of(kind), str(kind.label), facts=kind.value) for kind in left_over(there, placed)]
    return {
        "meta": ", ".join(filter(None, [page.code, page.state_name])),
        "facts": facts,
        "passages": passages,
        "asides": _asides(facts),
        "shows_identity": FactKind.IDENTITY in placed,
        "notes_on_card": FactKind.PARTIES not in placed,
        "documents": works(facts.rows["documents"], language),
        "relatives": belongings,
        "term_notes": term_notes(page, facts.labels),
        "citation": citation(page, facts.lead.name if facts.lead else None, code=page.code),
    }


def _asides(facts: ProjectFacts) -> dict[str, str]:
    """Return what stands in the margin of a section of facts, by their kind."""
    there = {
        FactKind.PARTIES: facts.noted,
        FactKind.PLACES: facts.places,
        FactKind.RESULTS: facts.figures.reading,
    }
    return {kind.value: f"projects/asides/{kind.value}.html" for kind, something in there.items() if something}


def _training(page: TrainingPage, language: str) -> dict[str, Any]:
    rows = rows_of(page, TRAINING_RELATIONS)
    page.take_sessions(rows["sessions"])
    references: list[Reference] = [
        *((Place, row.place_id) for row in (*rows["places"], *rows["sessions"])),
        *((Topic, row.topic_id) for row in rows["topics"]),
        *((Unit, row.unit_id) for row in rows["participants"]),
        *((Organisation, row.organisation_id) for row in rows["contacts"]),
        *term_references(page),
    ]
    known = labels(references, language)
    with_renditions([page.image])
    sessions = [
        Session(
            row.title,
            moment(row.first, Precision.DAY, language) if row.first else None,
            moment(row.last, Precision.DAY, language) if row.last != row.first else None,
            known.get((Place, row.place_id)),
            row.language,
            row.capacity,
            row.text,
            calendar_address(page, row.translation_key.hex),
        )
        for row in rows["sessions"]
    ]
    belongings = relatives(page, language)
    before, after = _beside(belongings.trainings, page.translation_key, language)
    return {
        "period": span(page, language),
        "places": [label for row in rows["places"] if (label := known.get((Place, row.place_id)))],
        "countries": [
            (code, country_name(code, language)) for code in dict.fromkeys(row.place.country for row in rows["places"])
        ],
        "topics": [label for row in rows["topics"] if (label := known.get((Topic, row.topic_id)))],
        "objectives": rows["objectives"],
        "sessions": sessions,
        "calendar": calendar_address(page),
        "dated": sum(session.start is not None for session in sessions),
        "session_languages": sorted({session.language for session in sessions if session.language}),
        "figures": arranged((shown_figure(row, known, language), row.part) for row in rows["participants"]),
        "documents": works(rows["documents"], language),
        "contacts": [
            Contact(row.department, known.get((Organisation, row.organisation_id)), row.email, row.phone, row.address)
            for row in rows["contacts"]
        ],
        "relatives": belongings,
        "before": before,
        "after": after,
        "term_notes": term_notes(page, known),
        "citation": citation(page),
    }


def _handbook(page: HandbookPage, language: str) -> dict[str, Any]:
    known = labels([_publisher(page.publisher_id), *term_references(page)], language)
    publisher = known.get((Organisation, page.publisher_id or 0))
    found = contents(page.path, language, with_headings=True)
    languages = {code for chapter in found.chapters for code in chapter.editions}
    return {
        "contents": found,
        "own_origin": ORIGINAL if page.is_original else page.origin,
        "languages": [code for code in LANGUAGE_CODES if code in languages],
        "publisher": publisher,
        "document": work_of(page.document_id, page.title, language),
        "relatives": relatives(page, language),
        "term_notes": term_notes(page, known),
        "citation": citation(page, publisher, edition=page.edition, isbn=page.isbn, published=str(page.year or "")),
    }


def _chapter(page: HandbookChapterPage, language: str) -> dict[str, Any]:
    found = contents(page.path[:-STEP], language, shown=page.translation_key)
    known = labels([_publisher(found.publisher), *term_references(page)], language)
    publisher = known.get((Organisation, found.publisher or 0))
    chapter = found.at(page.translation_key)
    before, after = found.beside(page.translation_key)
    count = chapter.number if chapter else None
    return {
        "contents": found,
        "handbook_link": _link(found.title, found.address, language, language, found.withdrawn_on)
        if found.address
        else "",
        "whole": found,
        "withdrawn_on": page.withdrawn_on or found.withdrawn_on,
        "number": count,
        "numbers": _section_numbers(page, count),
        "before": before,
        "after": after,
        "publisher": publisher,
        "term_notes": term_notes(page, known),
        "citation": citation(
            page,
            publisher,
            container=found.title,
            number=str(count or ""),
            withdrawn_on=page.withdrawn_on or found.withdrawn_on,
        ),
    }


def _section_numbers(page: LibraryPage, chapter: int | None) -> dict[str, str]:
    """Return the number of each section with a heading, as “2.1”, by its anchor."""
    headed = [passage.anchor for passage in page.passages() if passage.heading]
    before = f"{chapter}." if chapter else ""
    return {anchor: f"{before}{position}" for position, anchor in enumerate(headed, start=1)}


def _bulletin(page: BulletinPage, language: str) -> dict[str, Any]:
    known = labels([_publisher(page.publisher_id), *term_references(page)], language)
    publisher = known.get((Organisation, page.publisher_id or 0))
    belongings = relatives(page, language)
    project = belongings.project
    before, after = _beside(belongings.bulletins, page.translation_key, language)
    return {
        "project_link": _link(project.title, project.address, project.language, language, project.withdrawn_on)
        if project
        else "",
        "numbers": _section_numbers(page, None),
        "publisher": publisher,
        "document": work_of(page.document_id, page.title, language),
        "relatives": belongings,
        "others": [issue for issue in reversed(belongings.bulletins) if issue.key != page.translation_key],
        "before": before,
        "after": after,
        "term_notes": term_notes(page, known),
        "citation": citation(
            page,
            publisher,
            number=number(page.number, language),
            published=str(page.date.year) if page.date else "",
        ),
    }


def _link(title: str, address: str, language: str, readers_language: str, withdrawn_on: date | None) -> SafeString:
    """Return a link to a page with its mark; where its language is not the reader's, it says so."""
    mark = withdrawn_mark(withdrawn_on)
    if language == readers_language:
        return format_html('<a href="{}">{}</a> {}', address, title, mark)
    return format_html('<a href="{0}" lang="{1}" hreflang="{1}">{2}</a> {3}', address, language, title, mark)


def _publisher(organisation: int | None) -> Reference | None:
    return (Organisation, organisation) if organisation else None


def _beside(several: list[Relative], key: Any, language: str) -> tuple[Relative | None, Relative | None]:
    """Return what comes before and after one of several works, of those in the reader's language."""
    readable = [one for one in several if one.language == language or one.key == key]
    here = next((position for position, one in enumerate(readable) if one.key == key), None)
    if here is None:
        return None, None
    return (readable[here - 1] if here else None), (readable[here + 1] if here + 1 < len(readable) else None)


_CONTEXTS: dict[type[LibraryPage], Callable[[Any, str], dict[str, Any]]] = {
    ProjectPage: _project,
    TrainingPage: _training,
    HandbookPage: _handbook,
    HandbookChapterPage: _chapter,
    BulletinPage: _bulletin,
}
