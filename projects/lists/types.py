"""What a list of one type of works is: its words, facets, order, card and columns, declared with the type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.facets import Facet
from cms.presenting import presenters
from projects.enums import Precision
from projects.models import FigureRow, LibraryPage

# The head of a column, and what stands there in a row (`projects.lists.tables.TableRow`).
Column = tuple[Any, Callable[[Any], Any]]

PERIOD_COLUMNS: tuple[Column, ...] = (
    (_("Status"), lambda row: row.page.state_name),
    (_("Start"), lambda row: row.page.days.first),
    (_("End"), lambda row: row.page.days.last),
    (_("Dates are known"), lambda row: Precision(row.page.days.precision).label if row.page.year_span else ""),
    (_("Duration in months"), lambda row: row.page.duration_months),
)


def _as_they_are(works: QuerySet[Any]) -> QuerySet[Any]:
    return works


def _always(_page: Any) -> bool:
    return True


@dataclass(frozen=True)
class RelativeType:
    """How works of a type appear on their project, and on what else belongs to it.

    `columns` are the fields or expressions that a `Relative` takes beside what every page has; `order` gives what
    they are sorted by, else they stand in the order of their making.
    """

    template: str
    columns: Mapping[str, Any] = field(default_factory=dict)
    order: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class ListType:
    """How works of one type are listed.

    `counted` takes "number" and says how many there are; `after_number` is what follows a number that stands by
    itself. `newest` is the order of a list, `is_dated` tells whether that order can place a work. `card` is the
    template of a work in a list, `list_class` the look of the list. `on_front` is where the front page shows the
    newest: "rows", "titles", or "" where it shows none.
    """

    model: type[LibraryPage]
    counted: Any
    after_number: Any
    facets: tuple[Facet, ...]
    newest: tuple[Any, ...]
    columns: tuple[Column, ...]
    card: str
    list_class: str
    on_front: str = ""
    figures: type[FigureRow] | None = None
    is_dated: Callable[[Any], bool] = _always
    with_what_cards_need: Callable[[QuerySet[Any]], QuerySet[Any]] = _as_they_are
    has_timetable: bool = False
    relative: RelativeType | None = None

    @property
    def facet_type(self) -> str:
        """Return the type as it stands in addresses."""
        return self.model.facet_type


def list_types() -> dict[str, ListType]:
    """Return the types of works that have a list, by their name in addresses."""
    declared = (presenter.list_type for presenter in presenters())
    return {one.facet_type: one for one in declared if one is not None}


def list_type(facet_type: str) -> ListType:
    """Return how works of a type are listed."""
    return list_types()[facet_type]
