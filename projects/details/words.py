"""The words of a project's rows, for the search: each under the kind of facts that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import override

from cms.facets import Label
from cms.searchable import BETWEEN_FACTS, Section
from projects.details.facts import CountryPlaces, Party, ProjectFacts, anchor_of, left_over
from projects.enums import FactKind
from projects.models import ProjectPage

# The facts of the catalogue card that somebody may look for.
ON_THE_CARD = (FactKind.IDENTITY, FactKind.FUNDERS, FactKind.PARTIES, FactKind.BUDGET, FactKind.PERIOD, FactKind.PLACES)


def fact_words(project: ProjectPage) -> dict[str, list[str]]:
    """Return a project's facts in its own language by kind, each as a text; e-mail addresses are left out."""
    with override(project.language):
        facts = ProjectFacts(project, project.language)
        statements = {kind: [_fact(row.name, row.text) for row in rows] for kind, rows in facts.statements.items()}
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
            FactKind.PERIOD: [" – ".join(period), facts.period.duration],
            FactKind.PLACES: _places(facts.places),
            FactKind.TARGET_GROUPS: [
                _fact(_counted(group.number, group.unit), group.name, group.detail)
                for _kind, groups in facts.target_groups
                for group in groups
            ],
            FactKind.RESULTS: [_fact(_counted(figure.value, figure.unit), figure.what) for figure in facts.figures.all],
            FactKind.EVENTS: [
                _fact(event.moment.text, event.place.text if event.place else "", event.text) for event in facts.events
            ],
            FactKind.DOCUMENTS: [row.title for row in facts.rows["documents"]],
            FactKind.CONTACTS: [
                _fact(contact.department, contact.organisation.text if contact.organisation else "")
                for contact in facts.contacts
            ],
            FactKind.STATUS: [str(project.get_status_display())],
            FactKind.DISCLAIMER: [project.disclaimer],
        }
        return {str(kind): [fact for fact in several if fact] for kind, several in words.items()}


def project_sections(project: ProjectPage) -> tuple[Section, ...]:
    """Return a project's sections as its page shows them, each with the words of the rows that it shows."""
    words = fact_words(project)
    passages = project.passages()
    placed = {passage.facts for passage in passages}
    card = dict.fromkeys(fact for kind in ON_THE_CARD if kind not in placed for fact in words[kind])
    with override(project.language):
        appended = [
            Section(anchor_of(kind), str(kind.label), BETWEEN_FACTS.join(words[kind]))
            for kind in left_over([kind for kind, several in words.items() if several], placed)
        ]
    return (
        Section("", "", BETWEEN_FACTS.join(filter(None, [project.full_title, *card]))),
        *(
            Section(
                passage.anchor,
                passage.heading,
                BETWEEN_FACTS.join(filter(None, [passage.text, *words.get(passage.facts, ())])),
            )
            for passage in passages
        ),
        *appended,
    )


def _fact(*parts: str) -> str:
    """Return the parts of a fact as one text."""
    return ", ".join(filter(None, parts))


def _counted(number: str, unit: Label | None) -> str:
    return " ".join(filter(None, [number, unit.text if unit else ""]))


def _parties(parties: Iterable[Party]) -> list[str]:
    return [_fact(party.name.text, party.department, party.country, party.role_name, party.note) for party in parties]


def _places(countries: Iterable[CountryPlaces]) -> Iterator[str]:
    for country in countries:
        places = ", ".join(place.text for place in country.places)
        yield f"{country.country}: {places}" if places else country.country
