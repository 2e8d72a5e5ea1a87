"""Works of a type as a table for an office: one choice of columns, whatever the table is written as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.facets import Facet, Label
from cms.formats import number
from cms.models import PageFacet
from cms.portions import portions
from projects.enums import FigureKind
from projects.facets import PROGRAMME, TOPIC, YEAR
from projects.lists.cards import Card, cards, shown
from projects.lists.types import Column, list_type
from projects.models import Unit
from projects.vocabulary.labels import labels
from projects.wording import unit_form


@dataclass
class TableRow:
    """A work with what a table says of it beside its own columns."""

    card: Card
    facets: dict[str, list[Label]] = field(default_factory=lambda: defaultdict(list))
    figures: list[str] = field(default_factory=list)

    @property
    def page(self) -> Any:
        """Return the work's page."""
        return self.card.page


def _named(facet: Facet) -> Column:
    return facet.title, lambda row: "; ".join(label.text for label in row.facets[facet.name])


def columns(facet_type: str) -> list[Column]:
    """Return the columns of a type's table: head and what stands in a row."""
    return [
        (_("Title"), lambda row: row.page.title),
        (_("Shown in"), lambda row: row.page.language),
        *list_type(facet_type).columns,
        (_("Country"), lambda row: "; ".join(label.text for label in row.card.countries)),
        _named(TOPIC),
        _named(PROGRAMME),
        _named(YEAR),
        (_("Languages"), lambda row: ", ".join(row.card.languages)),
        (_("Summary"), lambda row: row.page.summary),
        (capfirst(_("withdrawn on")), lambda row: row.page.withdrawn_on),
        (_("Last changed"), lambda row: row.page.last_published_at),
        (_("Address"), lambda row: settings.SITE_URL + row.page.url_path),
        (_("Permanent link"), lambda row: settings.SITE_URL + row.page.permanent_address),
    ]


def heads(facet_type: str) -> list[str]:
    """Return what the columns of a type's table are called."""
    return [str(head) for head, _value in columns(facet_type)]


def table(works: QuerySet[Any], language: str) -> Iterator[list[Any]]:
    """Yield the heads of the columns, then the values of each of some works of a type, for readers of a language.

    The interface has that language while it is read. As many statements for each portion of the works as for one.
    """
    facet_type = works.model.facet_type
    wanted = columns(facet_type)
    yield heads(facet_type)
    for several in portions(shown(works)):
        for row in _rows(facet_type, cards(several, language), language):
            yield [value(row) for _head, value in wanted]


def _rows(facet_type: str, several: Sequence[Card], language: str) -> list[TableRow]:
    """Return works of a type with their facets and figures: a constant number of queries."""
    rows = {card.page.pk: TableRow(card) for card in several}
    facets = {facet.name: facet for facet in (TOPIC, PROGRAMME, YEAR)}
    values: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    stored = PageFacet.objects.filter(page_id__in=list(rows), name__in=list(facets)).order_by("pk")
    for page_id, name, value in stored.values_list("page_id", "name", "value"):
        values[name].append((page_id, value))
    for name, facet in facets.items():
        names = facet.labels({value for _page_id, value in values[name]}, language) if values[name] else {}
        for page_id, value in values[name]:
            if value in names:
                rows[page_id].facets[name].append(names[value])
    model = list_type(facet_type).figures
    if model is not None:
        figures = list(model._default_manager.filter(page_id__in=list(rows)).order_by("page_id", "sort_order", "pk"))
        units = labels(((Unit, figure.unit_id) for figure in figures), language)
        for figure in figures:
            rows[figure.page_id].figures.append(_figure(figure, units.get((Unit, figure.unit_id)), language))
    return list(rows.values())


def _figure(figure: Any, unit: Any, language: str) -> str:
    words = [number(figure.value, language)]
    form = unit_form(unit, figure.value)
    if form is not None:
        words.append(form.text)
    if figure.kind != FigureKind.ACHIEVED:
        words.append(f"({figure.get_kind_display()})")
    return " ".join(words)
