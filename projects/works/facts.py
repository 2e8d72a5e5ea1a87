"""A project's typed facts, and how a page shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import cached_property

from cms.facets import Label
from cms.formats import number, percent
from cms.languages import country_name
from projects.drawings.figures import DrawnFigures, arranged
from projects.drawings.maps import DrawnMap, Spot, drawn
from projects.drawings.shares import DrawnBudget, drawn_budget
from projects.enums import FactKind, PartyRole, PlaceKind, StatementKind, TargetGroupKind
from projects.values import (
    Budget,
    Contact,
    Dates,
    Event,
    Figure,
    Locality,
    Party,
    Statement,
    TargetGroup,
)
from projects.vocabulary.labels import ConceptLabel
from projects.wording import Span, span, unit_form
from projects.works.documents import Work
from projects.works.events import EventMonth, ShownEvent, by_month, shown_events
from projects.works.work import WorkView

BENEFICIARIES = (PartyRole.LEAD_BENEFICIARY, PartyRole.BENEFICIARY, PartyRole.APPLICANT)
_STATEMENTS: dict[FactKind, tuple[str, ...]] = {
    FactKind.GENERAL_OBJECTIVE: (StatementKind.GENERAL_OBJECTIVE,),
    FactKind.SPECIFIC_OBJECTIVES: (StatementKind.SPECIFIC_OBJECTIVE,),
    FactKind.OBJECTIVES: (StatementKind.GENERAL_OBJECTIVE, StatementKind.SPECIFIC_OBJECTIVE),
    FactKind.STAGES: (StatementKind.STAGE,),
    FactKind.ACTIVITIES: (StatementKind.ACTIVITY,),
    FactKind.PACKAGE: (StatementKind.PACKAGE,),
    FactKind.OUTPUTS: (StatementKind.OUTPUT,),
    FactKind.ACHIEVEMENTS: (StatementKind.ACHIEVEMENT,),
}
# Of these the catalogue card tells enough where the body has no section for them.
_ON_THE_CARD = frozenset(
    {
        FactKind.IDENTITY, FactKind.FUNDERS, FactKind.PARTIES, FactKind.BUDGET, FactKind.PERIOD, FactKind.STATUS,
    }
)  # fmt: skip


def anchor_of(kind: FactKind) -> str:
    """Return the anchor of the section that shows a kind of facts."""
    return kind.value.replace("_", "-")


def left_over(there: Collection[str], placed: Collection[str]) -> list[FactKind]:
    """Return the kinds of facts that are there, but in no section of the body (`placed`) nor on the card.

    They are shown after the body, so that nothing an editor entered is lost.
    """
    parts = {FactKind.GENERAL_OBJECTIVE, FactKind.SPECIFIC_OBJECTIVES}
    twice = {FactKind.OBJECTIVES} if parts & {*placed} else parts
    if FactKind.OBJECTIVES in placed:
        twice = parts
    return [kind for kind in FactKind if kind in there and kind not in {*placed, *twice, *_ON_THE_CARD}]


def statement_kinds(kinds: Iterable[str]) -> Iterator[FactKind]:
    """Yield the kinds of facts that show statements of some kinds."""
    there = set(kinds)
    yield from (fact_kind for fact_kind, shown in _STATEMENTS.items() if there.intersection(shown))


@dataclass(frozen=True)
class ProjectView(WorkView):
    """A project in a reader's language.

    The sections of facts that the body does not place follow its own; `placed` are the kinds that it places.
    `own_percent` is the own contribution, which may be known without the budget; `state` is a value of `Status`.
    """

    code: str
    full_title: str
    scheme: str
    state: str
    website: str
    website_label: str
    disclaimer: str
    no_partners: bool
    placed: frozenset[str]
    dates: Dates
    programme: ConceptLabel | None
    topics: tuple[ConceptLabel, ...]
    parties: tuple[Party, ...]
    contacts: tuple[Contact, ...]
    localities: tuple[Locality, ...]
    budget: Budget | None
    own_percent: Decimal | None
    statements: tuple[Statement, ...]
    target_groups: tuple[TargetGroup, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    documents: tuple[Work, ...]

    @cached_property
    def facts(self) -> ProjectFacts:
        """Return the facts as a page shows them."""
        return ProjectFacts(self)


@dataclass(frozen=True)
class ShownPlaces:
    """The places in one country; none where the source names the country only."""

    code: str
    country: str
    places: tuple[Label, ...]


@dataclass(frozen=True)
class ShownGroup:
    """A group that the project reaches, with its number where it is known."""

    number: str
    unit: Label | None
    name: str
    detail: str

    @property
    def repeats_unit(self) -> bool:
        """Tell whether the name says no more than the unit: "100 municipal officers", "Municipal officers"."""
        return self.unit is not None and self.unit.text.casefold().endswith(self.name.casefold())


class ProjectFacts:
    """The facts of a project as a page shows them: arranged, formatted, drawn."""

    def __init__(self, view: ProjectView) -> None:
        self.view = view
        self.language = view.language

    # --------------------------------------------------------------------------------- who

    @property
    def programme(self) -> ConceptLabel | None:
        """Return the programme; its fund is the label's `extra`."""
        return self.view.programme

    @property
    def fund(self) -> Label | None:
        """Return the programme's fund."""
        programme = self.programme
        return Label(programme.extra, programme.language) if programme and programme.extra else None

    @property
    def funders(self) -> list[Party]:
        """Return who pays."""
        return [party for party in self.view.parties if party.role == PartyRole.FUNDER]

    @property
    def parties(self) -> list[Party]:
        """Return who carries the project out, numbered."""
        return [party for party in self.view.parties if party.role != PartyRole.FUNDER]

    @property
    def beneficiaries(self) -> list[Party]:
        """Return who applied for the project and carries it out."""
        return [party for party in self.parties if party.role in BENEFICIARIES]

    @property
    def beneficiaries_by_role(self) -> list[tuple[str, list[Party]]]:
        """Return them under the name of their role."""
        by_role = [
            (str(role.label), [party for party in self.beneficiaries if party.role == role]) for role in BENEFICIARIES
        ]
        return [(name, parties) for name, parties in by_role if parties]

    @property
    def partners(self) -> list[Party]:
        """Return the partners."""
        return [party for party in self.parties if party.role == PartyRole.PARTNER]

    @property
    def noted(self) -> list[Party]:
        """Return the parties about which there is a note."""
        return [party for party in [*self.funders, *self.parties] if party.note]

    @property
    def lead(self) -> Party | None:
        """Return the organisation under whose name the project is cited."""
        standing = [party for party in self.beneficiaries if not party.withdrew]
        return next((party for party in standing if party.role == PartyRole.LEAD_BENEFICIARY), None) or next(
            iter(standing), None
        )

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Return where to ask."""
        return self.view.contacts

    # ---------------------------------------------------------------------- money and time

    @cached_property
    def budget(self) -> DrawnBudget | None:
        """Return the budget; None where the total is not stated."""
        budget = self.view.budget
        return drawn_budget(budget, self.view.own_percent, self.language) if budget else None

    @property
    def own_percent(self) -> str:
        """Return the own contribution, which may be known without the total; "" where it is not."""
        own = self.view.own_percent
        return percent(own / 100, self.language) if own is not None else ""

    @cached_property
    def period(self) -> Span:
        """Return when the project took place."""
        return span(self.view.dates, self.language)

    @cached_property
    def events(self) -> list[ShownEvent]:
        """Return what happened on a day."""
        return shown_events(self.view.about, self.view.events, self.language)

    @property
    def event_months(self) -> list[EventMonth]:
        """Return the months in which something happened."""
        return by_month(self.events, self.language)

    # --------------------------------------------------------------------- where and what

    @cached_property
    def places(self) -> list[ShownPlaces]:
        """Return the places by country, in the editor's order."""
        by_country: defaultdict[str, list[Label]] = defaultdict(list)
        for one in self.view.localities:
            by_country[one.country] += [one.name] if one.name and one.kind != PlaceKind.COUNTRY else []
        return [
            ShownPlaces(code, country_name(code, self.language), tuple(names)) for code, names in by_country.items()
        ]

    @cached_property
    def map(self) -> DrawnMap | None:
        """Return the map of the places, None where there is none."""
        spots = tuple(
            Spot(
                float(one.longitude),
                float(one.latitude),
                one.country,
                one.name.text,
                one.name.language,
                one.lead,
                one.kind == PlaceKind.COUNTRY,
            )
            for one in self.view.localities
            if one.name
        )
        return drawn(spots, self.language) if spots else None

    @property
    def topics(self) -> tuple[ConceptLabel, ...]:
        """Return what the project is about."""
        return self.view.topics

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        """Return the numbered statements by the kind of facts that shows them."""
        return {
            fact_kind.value: [one for one in self.view.statements if one.kind in kinds]
            for fact_kind, kinds in _STATEMENTS.items()
        }

    @cached_property
    def target_groups(self) -> list[tuple[str, list[ShownGroup]]]:
        """Return the target groups under the name of their kind, "" where no kind is stated at all."""
        groups = self.view.target_groups
        kinds = [TargetGroupKind(kind) for kind in dict.fromkeys(group.kind for group in groups)]
        return [
            (
                "" if kinds == [TargetGroupKind.NOT_STATED] else str(kind.label),
                [self._shown_group(group) for group in groups if group.kind == kind],
            )
            for kind in kinds
        ]

    def _shown_group(self, group: TargetGroup) -> ShownGroup:
        if group.value is None:
            return ShownGroup("", None, group.name, group.detail)
        counted = number(group.value, self.language)
        return ShownGroup(counted, unit_form(group.unit, group.value), group.name, group.detail)

    @cached_property
    def figures(self) -> DrawnFigures:
        """Return the results in figures."""
        return arranged(self.view.figures, self.language)
