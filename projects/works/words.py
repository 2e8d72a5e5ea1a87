"""The words of a page's rows, for the search: each in the section that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.facets import Label
from cms.languages import language_name
from cms.passages import sections
from cms.searchable import Section, one_after_another
from projects.enums import FactKind, Precision
from projects.models import (
    BulletinPage,
    Concept,
    HandbookPage,
    LibraryPage,
    Organisation,
    Place,
    ProjectPage,
    Term,
    Topic,
    TrainingPage,
    TrainingSession,
    Unit,
)
from projects.vocabulary.labels import ConceptLabel, Reference, labels
from projects.works.facts import CountryPlaces, Party, ProjectFacts, anchor_of, left_over, shown_figure
from projects.works.rows import rows_of
from projects.works.terms import term_references
from projects.works.wording import Moment, moment, span

TRAINING_RELATIONS = ("places", "topics", "participants", "documents", "contacts", "objectives", "sessions")
# The facts of the catalogue card that somebody may look for.
ON_THE_CARD = (FactKind.IDENTITY, FactKind.FUNDERS, FactKind.PARTIES, FactKind.BUDGET, FactKind.PERIOD)


def fact_words(project: ProjectPage) -> dict[str, list[str]]:
    """Return a project's facts in its own language by kind, each as a text; e-mail addresses are left out."""
    with override(project.language):
        facts = ProjectFacts(project, project.language)
        statements = {kind: [_fact(row.name, row.text) for row in rows] for kind, rows in facts.statements.items()}
        programme = [label.text for label in (facts.programme, facts.fund) if label]
        words: dict[str, Iterable[str]] = {
            **statements,
            FactKind.IDENTITY: [project.code, project.scheme, *programme, *(topic.text for topic in facts.topics)],
            FactKind.FUNDERS: [*programme, project.scheme, *_parties(facts.funders)],
            FactKind.PARTIES: _parties(facts.parties),
            FactKind.BUDGET: [facts.budget.total, *(_fact(part.source, part.amount) for part in facts.budget.parts)]
            if facts.budget
            else [],
            FactKind.PERIOD: [_days(facts.period.start, facts.period.end), facts.period.duration],
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
                _fact(
                    contact.department,
                    contact.organisation.text if contact.organisation else "",
                    contact.address,
                    contact.phone,
                )
                for contact in facts.contacts
            ],
            FactKind.STATUS: [project.state_name],
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
            Section(anchor_of(kind), str(kind.label), one_after_another(words[kind]))
            for kind in left_over([kind for kind, several in words.items() if several], placed)
        ]
    return (
        Section(
            "", "", one_after_another([project.full_title, *card, project.website_label if project.website else ""])
        ),
        *(
            Section(
                passage.anchor,
                passage.heading,
                one_after_another([passage.text, *words.get(passage.facts, ())]),
            )
            for passage in passages
        ),
        *appended,
    )


def training_sections(training: TrainingPage) -> tuple[Section, ...]:
    """Return a training's sections as its page shows them, with the words of its rows."""
    rows = rows_of(training, TRAINING_RELATIONS)
    references: list[Reference | None] = [
        *((Place, row.place_id) for row in (*rows["places"], *rows["sessions"])),
        *((Topic, row.topic_id) for row in rows["topics"]),
        *((Unit, row.unit_id) for row in rows["participants"]),
        *((Organisation, row.organisation_id) for row in rows["contacts"]),
    ]
    known = labels(references, training.language)
    stated = span(training, training.language) if training.start or training.end else None
    opening = [
        training.audience,
        _days(stated.start, stated.end) if stated else "",
        training.image_alt if training.image_id else "",
        *(_name(known, Topic, row.topic_id) for row in rows["topics"]),
        *(_name(known, Place, row.place_id) for row in rows["places"]),
    ]
    figures = (shown_figure(row, known, training.language) for row in rows["participants"])
    with override(training.language):
        after = [
            _section(
                "sessions",
                _("Sessions"),
                (_session(row, _name(known, Place, row.place_id), training.language) for row in rows["sessions"]),
            ),
            _section(
                "participants",
                _("Who took part?"),
                (_fact(_counted(figure.value, figure.unit), figure.what) for figure in figures),
            ),
            _section("materials", _("Materials"), (row.title for row in rows["documents"])),
            _section(
                "contacts",
                _("Contacts"),
                (
                    _fact(row.department, _name(known, Organisation, row.organisation_id), row.address, row.phone)
                    for row in rows["contacts"]
                ),
            ),
        ]
        objectives = _section(
            "objectives", _("What will participants be able to do?"), (row.text for row in rows["objectives"])
        )
    return (
        _section("", "", opening),
        *filter(_has_text, [objectives]),
        *sections(training.body),
        *filter(_has_text, after),
    )


def edition_section(page: HandbookPage | BulletinPage) -> Section:
    """Return what the card of a publication says: its publisher, and a handbook's edition."""
    name = labels([(Organisation, page.publisher_id)] if page.publisher_id else [], page.language)
    words = [_name(name, Organisation, page.publisher_id)]
    if isinstance(page, HandbookPage):
        words += [page.edition, f"ISBN {page.isbn}" if page.isbn else "", page.cover_series]
    return _section("", "", words)


def with_terms(page: LibraryPage, found: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections of a page, and what its margin explains: a query where there are terms."""
    known = labels(term_references(page), page.language)
    margin = []
    for passage in page.passages() if known else ():
        explained = [known[Term, term.pk] for term in passage.terms if term and (Term, term.pk) in known]
        notes = [": ".join(filter(None, [term.text, term.extra])) for term in explained]
        if notes:
            margin.append(Section.in_margin(passage.anchor, one_after_another(notes)))
    return (*found, *margin)


def _section(anchor: str, heading: str, facts: Iterable[str]) -> Section:
    return Section(anchor, heading, one_after_another(facts))


def _has_text(section: Section) -> bool:
    return bool(section.text)


def _name(known: Mapping[Reference, ConceptLabel], model: type[Concept], number: int | None) -> str:
    label = known.get((model, number or 0))
    return label.text if label else ""


def _fact(*parts: str) -> str:
    """Return the parts of a fact as one text."""
    return ", ".join(filter(None, parts))


def _session(row: TrainingSession, place: str, language: str) -> str:
    """Return what a session says: when, what, where, in which language."""
    first, last = (moment(one, Precision.DAY, language) if one else None for one in (row.first, row.last))
    spoken = language_name(row.language, language) if row.language else ""
    return ": ".join(filter(None, [_fact(_days(first, last), row.title, place, spoken), row.text]))


def _days(first: Moment | None, last: Moment | None) -> str:
    """Return a period in words; one day is told once."""
    return " – ".join(dict.fromkeys(one.text for one in (first, last) if one))


def _counted(number: str, unit: Label | None) -> str:
    return " ".join(filter(None, [number, unit.text if unit else ""]))


def _parties(parties: Iterable[Party]) -> list[str]:
    return [_fact(party.name.text, party.department, party.country, party.role_name, party.note) for party in parties]


def _places(countries: Iterable[CountryPlaces]) -> Iterator[str]:
    for country in countries:
        places = ", ".join(place.text for place in country.places)
        yield f"{country.country}: {places}" if places else country.country
