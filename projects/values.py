"""The values that the views of works are made of: as they were entered, with the names that a reader's language has.

No value is formatted, drawn or marked up here. What is not stated is None or empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from projects.enums import PartyRole
from projects.models.periods import Period
from projects.vocabulary.labels import ConceptLabel


@dataclass(frozen=True)
class Dates:
    """When something took place: its first and last day as exactly as `precision` says, its length in months."""

    first: date | None
    last: date | None
    precision: str
    months: int | None = None

    @classmethod
    def of(cls, period: Period) -> Dates:
        """Return the dates of a project or a training as they are shown, found and sorted by."""
        days = period.days
        return cls(days.first, days.last, days.precision, period.duration_months)


@dataclass(frozen=True)
class Party:
    """An organisation of a project; its `role` is a value of `PartyRole`, its country two letters.

    Who carries the project out is numbered from 1; funders have the number 0.
    """

    number: int
    name: ConceptLabel
    role: str
    country: str
    department: str
    withdrew: bool
    note: str

    @property
    def role_name(self) -> str:
        """Return the role in words of the reader's language."""
        return str(PartyRole(self.role).label)


@dataclass(frozen=True)
class Contact:
    """Where to ask; `write_to` is the address of this site that leads to writing there."""

    department: str
    organisation: ConceptLabel | None
    email: str
    write_to: str
    phone: str
    address: str

    @property
    def dialled(self) -> str:
        """Return the telephone number as a telephone dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True)
class BudgetPart:
    """What one source gives."""

    source: str
    amount: Decimal


@dataclass(frozen=True)
class Budget:
    """A project's money in one currency (ISO 4217)."""

    total: Decimal
    currency: str
    parts: tuple[BudgetPart, ...]

    @property
    def rest(self) -> Decimal:
        """Return what the parts leave of the total; nothing where no parts are stated."""
        return self.total - sum(part.amount for part in self.parts) if self.parts else Decimal(0)


@dataclass(frozen=True)
class Locality:
    """A place of a work, in degrees east and north; its `kind` is a value of `PlaceKind`."""

    name: ConceptLabel | None
    kind: str
    country: str
    longitude: Decimal
    latitude: Decimal
    lead: bool


@dataclass(frozen=True)
class Statement:
    """A numbered statement, for example an objective or a stage; its `kind` is a value of `StatementKind`."""

    kind: str
    name: str
    text: str


@dataclass(frozen=True)
class TargetGroup:
    """A group that a project reaches; its `kind` is a value of `TargetGroupKind`."""

    kind: str
    value: int | None
    unit: ConceptLabel | None
    name: str
    detail: str
    counts: bool


@dataclass(frozen=True)
class Figure:
    """A result in figures; its `kind` is a value of `FigureKind`.

    Figures of one `unit_key` are alike. `part` tells that it is a part of the figure before it, `counts` that it
    enters sums over works.
    """

    value: Decimal
    unit: ConceptLabel | None
    unit_key: str
    what: str
    kind: str
    part: bool
    counts: bool


@dataclass(frozen=True)
class Event:
    """Something that happened on a day; `key` is the same in all languages."""

    key: UUID
    date: date
    place: ConceptLabel | None
    text: str


@dataclass(frozen=True)
class Session:
    """A meeting of a training; `key` is the same in all languages."""

    key: UUID
    title: str
    first: date | None
    last: date | None
    place: ConceptLabel | None
    language: str
    capacity: int | None
    text: str
