"""A project's typed facts as its page shows them: two queries, however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import cached_property

from cms.facets import Label
from cms.formats import money, number, percent
from cms.languages import country_name
from projects.drawings.figures import Figure, Figures, arranged, figure
from projects.drawings.maps import DrawnMap, Spot, drawn
from projects.enums import FactKind, PartyRole, PlaceKind, StatementKind, TargetGroupKind
from projects.models import Organisation, Place, Programme, ProjectPage, Topic, Unit
from projects.vocabulary.labels import ConceptLabel, Reference, labels
from projects.works.events import Event, EventMonth, by_month, events_of
from projects.works.rows import rows_of
from projects.works.terms import term_references
from projects.works.wording import Span, span, unit_form

RELATIONS = (
    "parties", "budget_parts", "places", "topics", "statements", "target_groups", "figures", "events", "documents",
    "contacts",
)  # fmt: skip
BENEFICIARIES = (PartyRole.LEAD_BENEFICIARY, PartyRole.BENEFICIARY, PartyRole.APPLICANT)
BAR_LENGTH = 1000
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


@dataclass(frozen=True)
class Party:
    """An organisation of the project; funders have no number."""

    number: int
    name: Label
    role: str
    role_name: str
    country: str
    department: str
    withdrew: bool
    note: str


@dataclass(frozen=True)
class Share:
    """A part of the budget: its money, its share of the total, and its place in the bar."""

    source: str
    amount: str
    percent: str
    x: str
    width: str


@dataclass(frozen=True)
class Budget:
    """A budget in one currency; `rest` is what the parts leave of the total."""

    total: str
    parts: tuple[Share, ...]
    rest: Share | None
    own_percent: str
    own_rest: str
    own_width: str


@dataclass(frozen=True)
class CountryPlaces:
    """The places in one country; none where the source names the country only."""

    code: str
    country: str
    places: tuple[Label, ...]


@dataclass(frozen=True)
class TargetGroup:
    """A group that the project reaches, with its number where it is known."""

    number: str
    unit: Label | None
    name: str
    detail: str

    @property
    def repeats_unit(self) -> bool:
        """Tell whether the name says no more than the unit: "100 municipal officers", "Municipal officers"."""
        return self.unit is not None and self.unit.text.casefold().endswith(self.name.casefold())


@dataclass(frozen=True)
class Contact:
    """Where to ask."""

    department: str
    organisation: Label | None
    email: str
    phone: str
    address: str

    @property
    def dialled(self) -> str:
        """Return the telephone number as a telephone dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


class ProjectFacts:
    """The facts of a project for a reader of one language."""

    def __init__(self, page: ProjectPage, language: str) -> None:
        self.page = page
        self.language = language
        self.rows = rows_of(page, RELATIONS)
        self.labels = labels(self._references(), language)

    def has(self, kind: FactKind) -> bool:
        """Tell whether there is anything to show of a kind that no other kind includes."""
        relation = {
            FactKind.PLACES: "places",
            FactKind.TARGET_GROUPS: "target_groups",
            FactKind.RESULTS: "figures",
            FactKind.EVENTS: "events",
            FactKind.DOCUMENTS: "documents",
            FactKind.CONTACTS: "contacts",
        }.get(kind)
        if relation:
            return bool(self.rows[relation])
        return bool(self.statements.get(kind) or (kind == FactKind.DISCLAIMER and self.page.disclaimer))

    def _references(self) -> Iterator[Reference | None]:
        """Yield every concept that the page refers to, its terms among them."""
        rows = self.rows
        yield (Programme, self.page.programme_id) if self.page.programme_id else None
        for name in ("parties", "contacts"):
            yield from ((Organisation, row.organisation_id) for row in rows[name])
        for name in ("places", "events"):
            yield from ((Place, row.place_id) for row in rows[name])
        for name in ("figures", "target_groups"):
            yield from ((Unit, row.unit_id) for row in rows[name])
        yield from ((Topic, row.topic_id) for row in rows["topics"])
        yield from term_references(self.page)

    # --------------------------------------------------------------------------------- who

    @cached_property
    def programme(self) -> ConceptLabel | None:
        """Return the programme; its fund is the label's `extra`."""
        return self.labels.get((Programme, self.page.programme_id or 0))

    @cached_property
    def fund(self) -> Label | None:
        """Return the programme's fund."""
        programme = self.programme
        return Label(programme.extra, programme.language) if programme and programme.extra else None

    def _party(self, row: Any, position: int) -> Party | None:
        name = self.labels.get((Organisation, row.organisation_id))
        if name is None:
            return None
        country = row.organisation.country
        return Party(
            position, name, row.role, str(PartyRole(row.role).label),
            country_name(country, self.language) if country else "", row.department, row.withdrew, row.note,
        )  # fmt: skip

    @cached_property
    def funders(self) -> list[Party]:
        """Return who pays."""
        found = (self._party(row, 0) for row in self.rows["parties"] if row.role == PartyRole.FUNDER)
        return [party for party in found if party]

    @cached_property
    def parties(self) -> list[Party]:
        """Return who carries the project out, numbered; one who withdrew keeps the number."""
        rows = [row for row in self.rows["parties"] if row.role != PartyRole.FUNDER]
        found = (self._party(row, position) for position, row in enumerate(rows, start=1))
        return [party for party in found if party]

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

    @cached_property
    def contacts(self) -> list[Contact]:
        """Return where to ask."""
        return [
            Contact(
                row.department, self.labels.get((Organisation, row.organisation_id)), row.email, row.phone, row.address
            )
            for row in self.rows["contacts"]
        ]

    # ---------------------------------------------------------------------- money and time

    @cached_property
    def budget(self) -> Budget | None:
        """Return the budget; None where the total is not stated."""
        total, currency = self.page.budget_total, self.page.currency
        if total is None:
            return None
        parts: list[Share] = []
        reached = Decimal(0)
        for row in self.rows["budget_parts"]:
            parts.append(self._share(row.source, row.amount, reached, total))
            reached += row.amount
        rest = self._share("", total - reached, reached, total) if parts and reached < total else None
        own = self.page.own_contribution_percent
        return Budget(
            money(total, currency, self.language),
            tuple(parts),
            rest,
            self.own_percent,
            percent(1 - own / 100, self.language) if own is not None else "",
            f"{own * BAR_LENGTH / 100:.1f}" if own is not None else "",
        )

    @property
    def own_percent(self) -> str:
        """Return the own contribution, which may be known without the total; "" where it is not."""
        own = self.page.own_contribution_percent
        return percent(own / 100, self.language) if own is not None else ""

    def _share(self, source: str, amount: Decimal, before: Decimal, total: Decimal) -> Share:
        share = amount / total if total else Decimal(0)
        return Share(
            source,
            money(amount, self.page.currency, self.language),
            percent(share.quantize(Decimal("0.001")), self.language),
            f"{before / total * BAR_LENGTH:.1f}" if total else "0",
            f"{share * BAR_LENGTH:.1f}",
        )

    @cached_property
    def period(self) -> Span:
        """Return when the project took place."""
        return span(self.page, self.language)

    @cached_property
    def events(self) -> list[Event]:
        """Return what happened on a day."""
        return events_of(self.page, self.rows["events"], self.labels, self.language)

    @property
    def event_months(self) -> list[EventMonth]:
        """Return the months in which something happened."""
        return by_month(self.events, self.language)

    # --------------------------------------------------------------------- where and what

    @cached_property
    def places(self) -> list[CountryPlaces]:
        """Return the places by country, in the editor's order."""
        by_country: defaultdict[str, list[Label]] = defaultdict(list)
        for row in self.rows["places"]:
            name = self.labels.get((Place, row.place_id))
            by_country[row.place.country] += [name] if name and row.place.kind != PlaceKind.COUNTRY else []
        return [
            CountryPlaces(code, country_name(code, self.language), tuple(names)) for code, names in by_country.items()
        ]

    @cached_property
    def map(self) -> DrawnMap | None:
        """Return the map of the places, None where there is none."""
        spots = tuple(
            Spot(
                float(row.place.longitude),
                float(row.place.latitude),
                row.place.country,
                name.text,
                name.language,
                row.lead,
                row.place.kind == PlaceKind.COUNTRY,
            )
            for row in self.rows["places"]
            if (name := self.labels.get((Place, row.place_id)))
        )
        return drawn(spots, self.language) if spots else None

    @cached_property
    def topics(self) -> list[ConceptLabel]:
        """Return what the project is about."""
        found = (self.labels.get((Topic, row.topic_id)) for row in self.rows["topics"])
        return [topic for topic in found if topic]

    @cached_property
    def statements(self) -> dict[str, list[Any]]:
        """Return the numbered statements by the kind of facts that shows them."""
        return {
            fact_kind.value: [row for row in self.rows["statements"] if row.kind in kinds]
            for fact_kind, kinds in _STATEMENTS.items()
        }

    @cached_property
    def target_groups(self) -> list[tuple[str, list[TargetGroup]]]:
        """Return the target groups under the name of their kind, "" where no kind is stated at all."""
        rows = self.rows["target_groups"]
        kinds = [TargetGroupKind(kind) for kind in dict.fromkeys(row.kind for row in rows)]
        return [
            (
                "" if kinds == [TargetGroupKind.NOT_STATED] else str(kind.label),
                [self._target_group(row) for row in rows if row.kind == kind],
            )
            for kind in kinds
        ]

    def _target_group(self, row: Any) -> TargetGroup:
        if row.value is None:
            return TargetGroup("", None, row.name, row.detail)
        unit = self.labels.get((Unit, row.unit_id))
        return TargetGroup(number(row.value, self.language), unit_form(unit, row.value), row.name, row.detail)

    @cached_property
    def figures(self) -> Figures:
        """Return the results in figures."""
        return arranged((shown_figure(row, self.labels, self.language), row.part) for row in self.rows["figures"])


def shown_figure(row: Any, known: dict[Reference, ConceptLabel], language: str) -> Figure:
    """Return a row of figures with its unit in the right form."""
    unit = known.get((Unit, row.unit_id))
    return figure(row, unit_form(unit, row.value), unit_form(unit, 1), unit.key if unit else row.unit_id, language)
