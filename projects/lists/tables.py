"""Works of a type as a table for an office: one choice of columns, as CSV or as XLSX."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.numbers import get_decimal_symbol
from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cms.facets import Facet, Label
from cms.formats import number
from cms.languages import babel_locale
from cms.models import PageFacet
from cms.spreadsheets import as_text
from projects.enums import FigureKind
from projects.facets import PROGRAMME, TOPIC, YEAR
from projects.lists.cards import Card
from projects.lists.types import Column, list_type
from projects.models import Unit
from projects.vocabulary.labels import labels
from projects.wording import unit_form

SHEET = "Vademecum"
WIDE, WIDEST = 14, 28  # of a column, in characters
LONGEST_TEXT = 32_767  # characters of a cell
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  a workbook knows no time zones


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


@dataclass(frozen=True)
class Table:
    """Works of a type as a table for readers of a language, which the interface has while it is made."""

    facet_type: str
    language: str
    cards: Sequence[Card]

    def rows(self) -> Iterator[list[Any]]:
        """Yield the heads of the columns, then the values of each work: a constant number of queries."""
        wanted = columns(self.facet_type)
        yield [str(head) for head, _value in wanted]
        for row in _rows(self):
            yield [value(row) for _head, value in wanted]


def as_csv(table: Table) -> bytes:
    """Return a table as CSV for an office: UTF-8 with its mark, the separator and decimal sign of the language.

    A spreadsheet expects the semicolon wherever the decimal sign is a comma, and guesses a wrong
    encoding without the mark.
    """
    decimal = get_decimal_symbol(babel_locale(table.language))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if decimal == "," else ",")
    writer.writerows([_text(value, decimal) for value in row] for row in table.rows())
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(table: Table) -> bytes:
    """Return a table as an Office Open XML workbook, whose numbers are numbers and whose days are days.

    The same table is the same bytes, so that a reader who has it is not sent it again.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "B2"
    rows = table.rows()
    heads = next(rows)
    for number_of_column, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number_of_column)].width = WIDEST if len(head) > WIDE else WIDE
    sheet.append([_bold(sheet, head) for head in heads])
    for row in rows:
        sheet.append([_cell(value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(table.cards) + 1}"
    book.properties.created = _EPOCH
    content = io.BytesIO()
    book.save(content)
    return _without_times(content)


def _rows(shown: Table) -> list[TableRow]:
    """Return the works of a table with their facets and figures: a constant number of queries."""
    rows = {card.page.pk: TableRow(card) for card in shown.cards}
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
    model = list_type(shown.facet_type).figures
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


def _text(value: Any, decimal: str) -> str:
    """Return a value as text that no spreadsheet runs as a formula."""
    plain = _plain(value)
    if isinstance(plain, Decimal):
        return f"{plain:f}".replace(".", decimal)
    return as_text(str(plain))


def _plain(value: Any) -> str | int | Decimal | date:
    """Return a value as a number, a day, or text in one line."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).date()
    if isinstance(value, int | Decimal | date):
        return value
    return " ".join(str(value).split())


def _cell(value: Any) -> Any:
    """Return a value as a cell; a text is a text even where it begins as a formula does."""
    plain = _plain(value)
    return as_text(ILLEGAL_CHARACTERS_RE.sub("", plain))[:LONGEST_TEXT] if isinstance(plain, str) else plain


def _bold(sheet: Any, head: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=_cell(head))
    cell.font = Font(bold=True)
    return cell


def _without_times(content: io.BytesIO) -> bytes:
    """Return a workbook without the time at which its parts were packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(content) as made, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as same:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":  # openpyxl writes the present time when it saves
                part = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", part)
            same.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
