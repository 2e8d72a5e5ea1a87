"""A list of the library as a table (CSV) and as a feed (Atom): the same choice as on the page, all of it."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from babel.numbers import get_decimal_symbol
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.facets import Facet, Label
from cms.formats import number
from cms.languages import babel_locale
from cms.models import PageFacet
from cms.spreadsheets import as_text
from cms.validators import validated
from projects.enums import FigureKind
from projects.facets import PROGRAMME, TOPIC, YEAR
from projects.lists.cards import Card
from projects.lists.listing import Listing, listing
from projects.lists.types import Column, list_type
from projects.models import Unit
from projects.vocabulary.labels import labels
from projects.wording import unit_form

if TYPE_CHECKING:
    from projects.models.indexes import LibraryIndexPage

FEED_LENGTH = 50
# Signs that XML cannot hold.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(page: LibraryIndexPage, request: HttpRequest) -> HttpResponse | None:
    """Return the list of an index page as `?format=` asks for it, None where it asks for the page."""
    makers: dict[str, Callable[[LibraryIndexPage, Listing], HttpResponse]] = {"csv": _table, "atom": _feed}
    make = makers.get(request.GET.get("format", ""))
    if make is None:
        return None
    return validated(request, make(page, listing(page.facet_type, page.language, request.GET, page.url_path)))


# ---------------------------------------------------------------------------------------- table


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


def _table(page: LibraryIndexPage, shown: Listing) -> HttpResponse:
    """Return the list as CSV for an office: UTF-8 with its mark, the separator and decimal sign of the language.

    A spreadsheet expects the semicolon wherever the decimal sign is a comma, and guesses a wrong
    encoding without the mark.
    """
    decimal = get_decimal_symbol(babel_locale(page.language))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if decimal == "," else ",")
    wanted = columns(page.facet_type)
    writer.writerow([_cell(head, decimal) for head, _value in wanted])
    for row in _rows(shown):
        writer.writerow([_cell(value(row), decimal) for _head, value in wanted])
    answer = HttpResponse(text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{page.slug}-{page.language}.csv"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _rows(shown: Listing) -> list[TableRow]:
    """Return the works of a list with their facets and figures: a constant number of queries."""
    rows = {card.page.pk: TableRow(card) for card in shown.all_cards}
    facets = {facet.name: facet for facet in (TOPIC, PROGRAMME, YEAR)}
    values: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    stored = PageFacet.objects.filter(page_id__in=list(rows), name__in=list(facets)).order_by("pk")
    for page_id, name, value in stored.values_list("page_id", "name", "value"):
        values[name].append((page_id, value))
    for name, facet in facets.items():
        names = facet.labels({value for _page_id, value in values[name]}, shown.language) if values[name] else {}
        for page_id, value in values[name]:
            if value in names:
                rows[page_id].facets[name].append(names[value])
    model = shown.type.figures
    if model is not None:
        figures = list(model._default_manager.filter(page_id__in=list(rows)).order_by("page_id", "sort_order", "pk"))
        units = labels(((Unit, figure.unit_id) for figure in figures), shown.language)
        for figure in figures:
            rows[figure.page_id].figures.append(_figure(figure, units.get((Unit, figure.unit_id)), shown.language))
    return list(rows.values())


def _figure(figure: Any, unit: Any, language: str) -> str:
    words = [number(figure.value, language)]
    form = unit_form(unit, figure.value)
    if form is not None:
        words.append(form.text)
    if figure.kind != FigureKind.ACHIEVED:
        words.append(f"({figure.get_kind_display()})")
    return " ".join(words)


def _cell(value: Any, decimal: str) -> str:
    """Return a value as a cell that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", decimal)
    if isinstance(value, datetime):
        return timezone.localtime(value).date().isoformat()
    return as_text(" ".join(str(value).split()))


# ----------------------------------------------------------------------------------------- feed


def _feed(page: LibraryIndexPage, shown: Listing) -> HttpResponse:
    """Return the chosen works as an Atom feed (RFC 4287), those changed last first.

    The identity of an entry is its permanent address, which stays when the page moves.
    """
    latest = shown.latest(FEED_LENGTH)
    changes = [card.page.last_published_at for card in latest if card.page.last_published_at]
    text = render_to_string(
        "projects/feed.xml",
        {
            "page": page,
            "listing": shown,
            "cards": latest,
            "updated": max(changes, default=page.last_published_at or datetime.fromtimestamp(0, UTC)),
            "site_url": settings.SITE_URL,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    answer = HttpResponse(_NOT_XML.sub("", text), content_type="application/atom+xml; charset=utf-8")
    answer["X-Robots-Tag"] = "noindex"
    return answer
