"""What a page is, in the vocabulary of schema.org, for machines that read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils import timezone

from cms.context import Crumb
from cms.destinations import allowed
from cms.facets import Label
from cms.withdrawal import sentence, titled
from projects.enums import TrainingKind
from projects.models import BulletinPage, HandbookChapterPage, HandbookPage, LibraryPage, ProjectPage, TrainingPage
from projects.works.facts import ProjectFacts
from projects.works.relatives import Relatives

# A course is offered again and again; what happens once is an event.
COURSES = (TrainingKind.COURSE, TrainingKind.SEMINAR)


def structured_data(page: LibraryPage, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page and where it stands, as JSON-LD; `context` is what its template gets."""
    whole = context.get("whole") or page  # a chapter is withdrawn with its handbook
    withdrawn = page if page.withdrawn_on else whole
    described = {
        "@id": settings.SITE_URL + page.permanent_address,
        **_about(page),
        "disambiguatingDescription": sentence(withdrawn.withdrawn_on, withdrawn.withdrawal_reason, page.language),
    }
    if isinstance(page, ProjectPage):
        described |= _project(page, context["facts"])
    elif isinstance(page, TrainingPage):
        described |= _training(page, context)
    elif isinstance(page, HandbookPage):
        described |= _handbook(page, context)
    elif isinstance(page, HandbookChapterPage):
        described |= _chapter(context)
    elif isinstance(page, BulletinPage):
        described |= _bulletin(page, context)
    return {"@context": "https://schema.org", "@graph": [_filled(described), _breadcrumbs(page, context["crumbs"])]}


def _about(page: LibraryPage) -> dict[str, Any]:
    """Return what all types say of themselves."""
    return {
        "name": page.title,
        "description": page.search_description or page.summary,
        "url": settings.SITE_URL + page.url_path,
    }


def _written(page: LibraryPage) -> dict[str, Any]:
    """Return what is said of a page that is a work of its own."""
    translated = {} if page.is_original else {"translationOfWork": {"inLanguage": page.original_language}}
    published, changed = page.first_published_at, page.last_published_at
    return {
        "inLanguage": page.language,
        "datePublished": timezone.localtime(published).date().isoformat() if published else "",
        "dateModified": timezone.localtime(changed).date().isoformat() if changed else "",
        **translated,
    }


def _project(page: ProjectPage, facts: ProjectFacts) -> dict[str, Any]:
    standing = [party for party in facts.parties if not party.withdrew]
    return {
        "@type": "ResearchProject",
        "alternateName": page.full_title,
        "identifier": page.code,
        "parentOrganization": [_organisation(party.name) for party in facts.beneficiaries if not party.withdrew],
        "member": [_organisation(party.name) for party in standing],
        "funder": [_organisation(party.name) for party in facts.funders],
        "foundingDate": facts.period.start.datetime if facts.period.start else "",
        "dissolutionDate": facts.period.end.datetime if facts.period.end else "",
        "areaServed": [{"@type": "Place", "name": place.text} for country in facts.places for place in country.places],
        "knowsAbout": [topic.text for topic in facts.topics],
        "sameAs": allowed(page.website),
    }


def _training(page: TrainingPage, context: Mapping[str, Any]) -> dict[str, Any]:
    sessions = [_session(session) for session in context["sessions"]]
    places = [{"@type": "Place", "name": place.text} for place in context["places"]]
    if page.kind in COURSES:
        return {
            "@type": "Course",
            **_written(page),
            "teaches": [row.text for row in context["objectives"]],
            "audience": {"@type": "Audience", "audienceType": page.audience} if page.audience else "",
            "about": [topic.text for topic in context["topics"]],
            "hasCourseInstance": sessions,
        }
    return {
        "@type": "EducationEvent",
        "inLanguage": page.language,
        "startDate": context["period"].start.datetime if context["period"].start else "",
        "endDate": context["period"].end.datetime if context["period"].end else "",
        "location": places,
        "about": [topic.text for topic in context["topics"]],
        "audience": {"@type": "Audience", "audienceType": page.audience} if page.audience else "",
        "subEvent": sessions,
    }


def _session(session: Any) -> dict[str, Any]:
    return _filled(
        {
            "@type": "CourseInstance",
            "name": session.title,
            "startDate": session.start.datetime if session.start else "",
            "endDate": session.end.datetime if session.end else "",
            "location": {"@type": "Place", "name": session.place.text} if session.place else "",
            "inLanguage": session.language,
            "maximumAttendeeCapacity": session.capacity or "",
        }
    )


def _handbook(page: HandbookPage, context: Mapping[str, Any]) -> dict[str, Any]:
    work = context["document"]
    return {
        "@type": "Book",
        **_written(page),
        "bookEdition": page.edition,
        "isbn": page.isbn,
        "datePublished": str(page.year or ""),
        "publisher": _organisation(context["publisher"]),
        "encoding": _files(work),
        "hasPart": [
            {
                "@type": "Chapter",
                "name": titled(chapter.own.title, chapter.own.withdrawn_on, page.language),
                "position": chapter.number or "",
                "url": settings.SITE_URL + chapter.own.address,
            }
            for chapter in context["contents"].translated
        ],
        **_part_of(context["relatives"]),
    }


def _chapter(context: Mapping[str, Any]) -> dict[str, Any]:
    contents = context["contents"]
    return {
        "@type": "Chapter",
        **_written(context["page"]),
        "position": context["number"] or "",
        "isPartOf": {
            "@type": "Book",
            "name": contents.plain_title,
            "url": settings.SITE_URL + contents.address,
        },
        "publisher": _organisation(context["publisher"]),
    }


def _bulletin(page: BulletinPage, context: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "PublicationIssue",
        **_written(page),
        "issueNumber": page.number,
        "datePublished": page.date.isoformat() if page.date else "",
        "publisher": _organisation(context["publisher"]),
        "encoding": _files(context["document"]),
        "hasPart": [
            {
                "@type": "Article",
                "headline": passage.heading,
                "url": f"{settings.SITE_URL}{page.url_path}#{passage.anchor}",
            }
            for passage in context["passages"]
            if passage.heading
        ],
        **_part_of(context["relatives"]),
    }


def _part_of(relatives: Relatives) -> dict[str, Any]:
    """Return the project to which a work belongs."""
    project = relatives.project
    if project is None:
        return {}
    address = settings.SITE_URL + project.address
    return {"producer": {"@type": "ResearchProject", "name": project.plain_title, "url": address}}


def _organisation(name: Label | None) -> dict[str, str]:
    return {"@type": "Organization", "name": name.text} if name else {}


def _files(work: Any) -> list[dict[str, Any]]:
    editions = work.editions if work else ()
    return [
        {
            "@type": "MediaObject",
            "contentUrl": settings.SITE_URL + edition.address,
            "inLanguage": edition.language,
            "contentSize": edition.size or "",
        }
        for edition in editions
    ]


def _breadcrumbs(page: LibraryPage, crumbs: Iterable[Crumb]) -> dict[str, Any]:
    steps = [*((crumb.title, crumb.address) for crumb in crumbs), (page.title, page.url_path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": settings.SITE_URL + address}
            for position, (title, address) in enumerate(steps, start=1)
        ],
    }


def _filled(described: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known: a property without a value says nothing."""
    return {name: value for name, value in described.items() if value not in ("", None, [], {}, ())}
