"""The words of a project's rows, for the search: each under the kind of facts that shows it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import override

from cms.searchable import Section
from projects.details.facts import CountryPlaces, Party, ProjectFacts, anchor_of, left_over
from projects.enums import FactKind
from projects.models import ProjectPage


def fact_words(project: ProjectPage) -> dict[str, list[str]]:
    """Return the words of a project's facts in its own language by kind; e-mail addresses are left out."""
    with override(project.language):
        facts = ProjectFacts(project, project.language)
        places = list(_places(facts.places))
        statements = {
            kind: [word for row in rows for word in (row.name, row.text)] for kind, rows in facts.statements.items()
        }
        programme = [label.text for label in (facts.programme, facts.fund) if label]
        period = [moment.text for moment in (facts.period.start, facts.period.end) if moment]
        words: dict[str, Iterable[str]] = {
            **statements,
            FactKind.IDENTITY: [project.code, project.scheme, *programme, *(topic.text for topic in facts.topics)],
            FactKind.FUNDERS: [*programme, project.scheme, *_parties(facts.funders)],
            FactKind.PARTIES: _parties(facts.parties),
            FactKind.BUDGET: [facts.budget.total, *(part.source for part in facts.budget.parts)]
            if facts.budget
            else [],
            FactKind.PERIOD: [*period, facts.period.duration],
            FactKind.PLACES: places,
            FactKind.TARGET_GROUPS: [
                word
                for _kind, groups in facts.target_groups
                for group in groups
                for word in (group.number, group.unit.text if group.unit else "", group.name, group.detail)
            ],
            FactKind.RESULTS: [
                word
                for figure in facts.figures.all
                for word in (figure.value, figure.unit.text if figure.unit else "", figure.what)
            ],
            FactKind.EVENTS: [
                word
                for event in facts.events
                for word in (event.moment.text, event.place.text if event.place else "", event.text)
            ],
            FactKind.DOCUMENTS: [row.title for row in facts.rows["documents"]],
            FactKind.CONTACTS: [
                word
                for contact in facts.contacts
                for word in (contact.department, contact.organisation.text if contact.organisation else "")
            ],
            FactKind.STATUS: [str(project.get_status_display())],
            FactKind.DISCLAIMER: [project.disclaimer],
        }
        return {str(kind): [word for word in several if word] for kind, several in words.items()}


def project_sections(project: ProjectPage) -> tuple[Section, ...]:
    """Return a project's sections as its page shows them, each with the words of the rows that it shows."""
    words = fact_words(project)
    passages = project.passages()
    placed = {passage.facts for passage in passages}
    card = [] if FactKind.IDENTITY in placed else words[FactKind.IDENTITY]
    with override(project.language):
        appended = [
            Section(anchor_of(kind), str(kind.label), " ".join(words[kind]))
            for kind in left_over([kind for kind, several in words.items() if several], placed)
        ]
    return (
        Section("", "", " ".join(filter(None, [project.full_title, *card]))),
        *(
            Section(passage.anchor, passage.heading, " ".join([passage.text, *words.get(passage.facts, ())]))
            for passage in passages
        ),
        *appended,
    )


def _parties(parties: Iterable[Party]) -> list[str]:
    return [
        word
        for party in parties
        for word in (party.name.text, party.department, party.country, party.role_name, party.note)
    ]


def _places(countries: Iterable[CountryPlaces]) -> Iterable[str]:
    for country in countries:
        yield country.country
        yield from (place.text for place in country.places)
