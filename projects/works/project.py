"""How a project is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext, ngettext_lazy, npgettext_lazy, override
from django.utils.translation import gettext_lazy as _

from cms.destinations import allowed
from cms.languages import country_name
from cms.passages import Passage
from cms.presenting import About, Context, Data, ReadPage, read_pages
from cms.searchable import Section, one_after_another
from projects.enums import FactKind, PartyRole
from projects.facets import COUNTRY, LANGUAGE, PROGRAMME, STATUS, TOPIC, YEAR
from projects.lists.types import PERIOD_COLUMNS, ListType
from projects.models import Organisation, Place, Programme, ProjectFigure, ProjectPage, Topic, Unit
from projects.values import Budget, BudgetPart, Dates, Event, Party, Statement, TargetGroup
from projects.vocabulary.labels import Reference
from projects.wording import counted, days_in_words, state_name
from projects.works.citation import Citation, citation
from projects.works.documents import Work
from projects.works.facts import ProjectFacts, ProjectView, ShownPlaces, anchor_of, left_over, statement_kinds
from projects.works.relatives import Relatives
from projects.works.row_values import Labels, contacts_of, figures_of, localities_of, names_of
from projects.works.rows import Rows, rows_of
from projects.works.terms import term_notes, term_references_of
from projects.works.work import Reading, Wanted, WorkPresenter, fact, organisation, place

RELATIONS = (
    "parties", "budget_parts", "places", "topics", "statements", "target_groups", "figures", "events", "documents",
    "contacts",
)  # fmt: skip
# The facts of the catalogue card that somebody may look for.
_FOUND_ON_THE_CARD = (FactKind.IDENTITY, FactKind.FUNDERS, FactKind.PARTIES, FactKind.BUDGET, FactKind.PERIOD)


class ProjectPresenter(WorkPresenter[ProjectView]):
    """How a project is told."""

    model = ProjectPage
    facet_type = ProjectPage.facet_type
    anchors = WorkPresenter.anchors | {"map-title", *(anchor_of(kind) for kind in FactKind)}
    name = _("Project")
    list_type = ListType(
        model=ProjectPage,
        counted=ngettext_lazy("%(number)s project", "%(number)s projects", "number"),
        after_number=npgettext_lazy("after a number", "project", "projects"),
        facets=(COUNTRY, TOPIC, PROGRAMME, YEAR, STATUS, LANGUAGE),
        newest=(F("start").desc(nulls_last=True), Lower("title"), "pk"),
        columns=(
            (_("Project number"), lambda row: row.page.code),
            (_("Full title"), lambda row: row.page.full_title),
            *PERIOD_COLUMNS,
            (_("Total budget"), lambda row: row.page.budget_total),
            (_("Currency"), lambda row: row.page.currency if row.page.budget_total is not None else ""),
            (_("Results in figures"), lambda row: "; ".join(row.figures)),
        ),
        figures=ProjectFigure,
        card="projects/cards/project.html",
        list_class="agenda",
        on_front="rows",
        is_dated=lambda page: page.days.first is not None,
    )

    def reading(self, pages: Sequence[ProjectPage], language: str | None) -> Reading[ProjectView]:
        """Read projects: four queries, however many rows they have."""
        read, rows = read_pages(pages, language), rows_of(pages, RELATIONS)
        found = yield Wanted(
            read,
            [*chain.from_iterable(map(_references, pages, rows)), *term_references_of(read)],
            [row.document_id for of_page in rows for row in of_page["documents"]],
        )
        return [
            self._view(
                one,
                of_page,
                belongings,
                found.names.labels(one.language),
                found.files.works(of_page["documents"], one.language),
            )
            for one, of_page, belongings in zip(read, rows, found.relatives, strict=True)
        ]

    def _view(
        self, read: ReadPage, rows: Rows, belongings: Relatives, known: Labels, documents: tuple[Work, ...]
    ) -> ProjectView:
        page, body = read.page, read.passages
        placed = frozenset(passage.facts for passage in body)
        there = set(_kinds_that_are_there(page, rows)) | ({FactKind.RELATED} if belongings.is_left else set())
        appended = [Passage(anchor_of(kind), str(kind.label), facts=kind.value) for kind in left_over(there, placed)]
        return ProjectView(
            about=About.of(page, self.facet_type),
            code=page.code,
            full_title=page.full_title,
            scheme=page.scheme,
            state=page.state,
            website=page.website,
            website_label=page.website_label,
            disclaimer=page.disclaimer,
            no_partners=page.no_partners,
            language=read.language,
            passages=(*body, *appended),
            terms=term_notes(body, known),
            relatives=belongings,
            placed=placed,
            dates=Dates.of(page),
            programme=known.get((Programme, page.programme_id or 0)),
            topics=names_of(Topic, (row.topic_id for row in rows["topics"]), known),
            parties=tuple(_parties(rows["parties"], known)),
            contacts=contacts_of(rows["contacts"], known),
            localities=localities_of(rows["places"], known),
            budget=_budget(page, rows["budget_parts"]),
            own_percent=page.own_contribution_percent,
            statements=tuple(Statement(row.kind, row.name, row.text) for row in rows["statements"]),
            target_groups=tuple(
                TargetGroup(row.kind, row.value, known.get((Unit, row.unit_id)), row.name, row.detail, row.counts)
                for row in rows["target_groups"]
            ),
            figures=figures_of(rows["figures"], known),
            events=tuple(
                Event(row.translation_key, row.date, known.get((Place, row.place_id)), row.text)
                for row in rows["events"]
            ),
            documents=documents,
        )

    def context(self, view: ProjectView) -> Context:
        """Add the facts, and what stands beside them."""
        facts = view.facts
        return super().context(view) | {
            "meta": ", ".join(filter(None, [view.code, state_name(view.state)])),
            "facts": facts,
            "asides": _asides(facts),
            "shows_identity": FactKind.IDENTITY in view.placed,
            "notes_on_card": FactKind.PARTIES not in view.placed,
            "documents": view.documents,
        }

    def not_stated(self, view: ProjectView) -> str:
        """Return what is said of a missing fact; the project's own site is its source."""
        return gettext("not stated in the source") if view.website else gettext("not stated")

    def citation(self, view: ProjectView) -> Citation:
        """Return how the project is cited: under the name of who leads it."""
        lead = view.facts.lead
        return citation(view.about, self.citation_form, lead.name if lead else None, code=view.code)

    def described(self, view: ProjectView) -> Data:
        """Return the project with who carries it out, pays for it, and where."""
        facts = view.facts
        return {
            "@type": "ResearchProject",
            "alternateName": view.full_title,
            "identifier": view.code,
            "parentOrganization": [organisation(party.name) for party in facts.beneficiaries if not party.withdrew],
            "member": [organisation(party.name) for party in facts.parties if not party.withdrew],
            "funder": [organisation(party.name) for party in facts.funders],
            "foundingDate": facts.period.start.datetime if facts.period.start else "",
            "dissolutionDate": facts.period.end.datetime if facts.period.end else "",
            "areaServed": [place(name) for country in facts.places for name in country.places],
            "knowsAbout": [topic.text for topic in view.topics],
            "sameAs": allowed(view.website),
        }

    def facts_in_words(self, view: ProjectView) -> dict[str, tuple[str, ...]]:
        """Return the project's facts by their kind."""
        with override(view.language):
            return {kind: tuple(words) for kind, words in fact_words(view).items()}

    def text(self, view: ProjectView) -> Iterator[Section]:
        """Yield the sections as the page shows them, each with the words of the facts that it shows."""
        words = fact_words(view)
        card = dict.fromkeys(word for kind in _FOUND_ON_THE_CARD if kind not in view.placed for word in words[kind])
        yield Section("", "", one_after_another([view.full_title, *card, view.website_label if view.website else ""]))
        for passage in view.passages:
            text = one_after_another([passage.text, *words.get(passage.facts, ())])
            if text or passage.facts in view.placed or not passage.facts:
                yield Section(passage.anchor, passage.heading, text)


def fact_words(view: ProjectView) -> dict[str, list[str]]:
    """Return a project's facts by kind, each as a text for the search; e-mail addresses are left out."""
    facts = view.facts
    programme = [label.text for label in (facts.programme, facts.fund) if label]
    words: dict[str, Iterable[str]] = {
        **{kind: [fact(row.name, row.text) for row in rows] for kind, rows in facts.statements.items()},
        FactKind.IDENTITY: [view.code, view.scheme, *programme, *(topic.text for topic in facts.topics)],
        FactKind.FUNDERS: [*programme, view.scheme, *_party_words(facts.funders, view.language)],
        FactKind.PARTIES: _party_words(facts.parties, view.language),
        FactKind.BUDGET: [facts.budget.total, *(fact(part.source, part.amount) for part in facts.budget.parts)]
        if facts.budget
        else [],
        FactKind.PERIOD: [days_in_words(facts.period.start, facts.period.end), facts.period.duration],
        FactKind.PLACES: _place_words(facts.places),
        FactKind.TARGET_GROUPS: [
            fact(counted(group.number, group.unit), group.name, group.detail)
            for _kind, groups in facts.target_groups
            for group in groups
        ],
        FactKind.RESULTS: [fact(counted(figure.value, figure.unit), figure.what) for figure in facts.figures.all],
        FactKind.EVENTS: [
            fact(event.moment.text, event.place.text if event.place else "", event.text) for event in facts.events
        ],
        FactKind.DOCUMENTS: [work.title for work in view.documents],
        FactKind.CONTACTS: [
            fact(one.department, one.organisation.text if one.organisation else "", one.address, one.phone)
            for one in view.contacts
        ],
        FactKind.STATUS: [state_name(view.state)],
        FactKind.DISCLAIMER: [view.disclaimer],
    }
    return {str(kind): [word for word in several if word] for kind, several in words.items()}


def _references(page: ProjectPage, rows: Rows) -> Iterator[Reference | None]:
    """Yield every concept that the page and its rows refer to."""
    yield (Programme, page.programme_id) if page.programme_id else None
    for name in ("parties", "contacts"):
        yield from ((Organisation, row.organisation_id) for row in rows[name])
    for name in ("places", "events"):
        yield from ((Place, row.place_id) for row in rows[name])
    for name in ("figures", "target_groups"):
        yield from ((Unit, row.unit_id) for row in rows[name])
    yield from ((Topic, row.topic_id) for row in rows["topics"])


def _kinds_that_are_there(page: ProjectPage, rows: Rows) -> Iterator[FactKind]:
    """Yield the kinds of facts that a section of their own could show."""
    for kind, relation in (
        (FactKind.PLACES, "places"),
        (FactKind.TARGET_GROUPS, "target_groups"),
        (FactKind.RESULTS, "figures"),
        (FactKind.EVENTS, "events"),
        (FactKind.DOCUMENTS, "documents"),
        (FactKind.CONTACTS, "contacts"),
    ):
        if rows[relation]:
            yield kind
    yield from statement_kinds(row.kind for row in rows["statements"])
    if page.disclaimer:
        yield FactKind.DISCLAIMER


def _parties(rows: Iterable[Any], known: Labels) -> Iterator[Party]:
    """Yield the organisations; one who withdrew keeps its number, as does one without a name in any language."""
    number = 0
    for row in rows:
        number += row.role != PartyRole.FUNDER
        name = known.get((Organisation, row.organisation_id))
        if name is not None:
            yield Party(
                0 if row.role == PartyRole.FUNDER else number,
                name, row.role, row.organisation.country, row.department, row.withdrew, row.note,
            )  # fmt: skip


def _budget(page: ProjectPage, rows: Iterable[Any]) -> Budget | None:
    if page.budget_total is None:
        return None
    parts = tuple(BudgetPart(row.source, row.amount) for row in rows)
    return Budget(page.budget_total, page.currency, parts)


def _asides(facts: ProjectFacts) -> dict[str, str]:
    """Return what stands in the margin of a section of facts, by their kind."""
    there = {
        FactKind.PARTIES: facts.noted,
        FactKind.PLACES: facts.places,
        FactKind.RESULTS: facts.figures.reading,
    }
    return {kind.value: f"projects/asides/{kind.value}.html" for kind, something in there.items() if something}


def _party_words(parties: Collection[Party], language: str) -> list[str]:
    return [
        fact(
            party.name.text,
            party.department,
            country_name(party.country, language) if party.country else "",
            party.role_name,
            party.note,
        )
        for party in parties
    ]


def _place_words(countries: Iterable[ShownPlaces]) -> Iterator[str]:
    for country in countries:
        places = ", ".join(name.text for name in country.places)
        yield f"{country.country}: {places}" if places else country.country
