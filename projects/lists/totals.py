"""Results added up over the library: like units and like kinds only, each work once whatever its languages.

A sum stands with the works that it comes from, so that a reader can check it. Left out are what an editor keeps out of
totals, parts of other figures, percentages, and withdrawn works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from cms.withdrawal import standing
from projects.drawings.figures import PERCENT
from projects.enums import FigureKind
from projects.lists.types import list_types
from projects.models import FigureRow, LibraryPage, Unit
from projects.vocabulary.labels import ConceptLabel, labels

# Gives the works of a type that are looked at, each in one language.
ChooseWorks = Callable[[type[LibraryPage]], QuerySet[Any]]

# What is told of the work that a row belongs to, under names that no row has of its own.
OF_WORK = {
    "page_number": F("page_id"),
    "work_key": F("page__translation_key"),
    "work_title": F("page__title"),
    "work_language": F("page__locale__language_code"),
    "address": F("page__url_path"),
}
_COLUMNS = (
    "facet_type", "place", "number", "unit_id", "kind", "amount", "what", *OF_WORK,
)  # fmt: skip


@dataclass(frozen=True)
class Addend:
    """A figure that enters a sum, with its work as it is shown; `page` is the number of that edition."""

    key: UUID
    page: int
    title: str
    language: str
    address: str
    value: Decimal
    what: str


@dataclass(frozen=True)
class Total:
    """A sum over the works of one type; its `kind` is a value of `FigureKind`."""

    facet_type: str
    unit: ConceptLabel
    kind: str
    addends: tuple[Addend, ...]

    @property
    def value(self) -> Decimal:
        """Return the sum."""
        return sum((addend.value for addend in self.addends), Decimal(0))

    @property
    def works(self) -> int:
        """Return how many works it comes from."""
        return len({addend.key for addend in self.addends})


def totals(works_of: ChooseWorks, language: str) -> list[Total]:
    """Return the sums of each type, those of most works first: two queries; units are named for a reader's language."""
    queries = [
        _figures(of_type.facet_type, of_type.figures, works_of(of_type.model))
        for of_type in list_types().values()
        if of_type.figures is not None
    ]
    rows = list(queries[0].union(*queries[1:], all=True).order_by("facet_type", "page_number", "place", "number"))
    units = labels(((Unit, row.unit_id) for row in rows), language)
    found: defaultdict[tuple[str, str, str], list[Addend]] = defaultdict(list)
    named: dict[str, ConceptLabel] = {}
    for row in rows:
        unit = units.get((Unit, row.unit_id))
        if unit is not None and unit.key != PERCENT:
            named[unit.key] = unit
            addend = Addend(
                row.work_key,
                row.page_number,
                row.work_title,
                row.work_language,
                row.address,
                Decimal(row.amount),
                row.what,
            )
            found[row.facet_type, unit.key, row.kind].append(addend)
    sums = [Total(facet_type, named[unit], kind, tuple(addends)) for (facet_type, unit, kind), addends in found.items()]
    types, kinds = list(list_types()), list(FigureKind.values)
    return sorted(
        sums,
        key=lambda one: (types.index(one.facet_type), -one.works, kinds.index(one.kind), one.unit.text, one.unit.key),
    )


def _figures(facet_type: str, figures: type[FigureRow], works: QuerySet[Any]) -> QuerySet[Any, Any]:
    """Return the figures of a type that are added, in columns that are alike in every type."""
    return (
        figures._default_manager.filter(page__in=standing(works).order_by().values("pk"), counts=True, part=False)
        .order_by()
        .annotate(
            facet_type=Value(facet_type, CharField()),
            number=F("pk"),
            place=F("sort_order"),
            amount=Cast("value", TextField()),
            **OF_WORK,
        )
        .values_list(*_COLUMNS, named=True)
    )
