"""The columns of those tables that only the API gives: of items that have no list on the site.

A head is a word of the interface, with a capital and without its full stop. Works have the columns of the site's lists
(`projects.lists.tables`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from api.schemas import Answer
from cms.enums import DocumentKind
from cms.languages import country_name, current_language
from projects.enums import FigureKind, OrganisationKind, PlaceKind

# The head of a column, and what stands there of an item.
Column = tuple[Any, Callable[[Any], Any]]
Columns = Sequence[Column]

TITLE: Column = (_("Title"), lambda item: item.title)
SHOWN_IN: Column = (_("Shown in"), lambda item: item.language)
ADDRESS: Column = (_("Address"), lambda item: item.address)
KEY: Column = (_("key"), lambda item: item.key)
COUNTRY: Column = (_("Country"), lambda item: country_name(item.country, current_language()) if item.country else "")

PAGE: Columns = (
    TITLE,
    SHOWN_IN,
    (_("Languages"), lambda item: ", ".join(one.language for one in item.translations)),
    (_("Summary"), lambda item: item.summary),
    (_("withdrawn on"), lambda item: item.withdrawn_on),
    (_("Last changed"), lambda item: item.changed_at),
    ADDRESS,
    (_("Permanent link"), lambda item: item.permanent_address),
)
CHAPTER: Columns = (
    TITLE,
    SHOWN_IN,
    (_("handbook"), lambda item: item.handbook.title if item.handbook else ""),
    (_("Chapter"), lambda item: item.number),
    *PAGE[2:],
)


def of_concept(*own: Column) -> Columns:
    """Return the columns of a vocabulary: its own between those of all."""
    return (
        (_("Name"), lambda item: item.name),
        SHOWN_IN,
        *own,
        (_("Languages"), lambda item: ", ".join(one.language for one in item.names)),
        KEY,
        (_("Address"), lambda item: item.api_address),
    )


_SHORT_NAME: Column = (_("short name"), lambda item: item.short_name)
ORGANISATION = of_concept(_SHORT_NAME, (_("kind"), lambda item: OrganisationKind(item.kind).label), COUNTRY)
PROGRAMME = of_concept(_SHORT_NAME, (_("fund"), lambda item: item.fund))
TOPIC = of_concept()
PLACE = of_concept(
    (_("kind"), lambda item: PlaceKind(item.kind).label),
    COUNTRY,
    ("NUTS", lambda item: item.nuts),
    (_("latitude"), lambda item: Decimal(str(item.latitude))),
    (_("longitude"), lambda item: Decimal(str(item.longitude))),
)
UNIT = of_concept((_("variants"), lambda item: "; ".join(form.text for form in item.forms)))
TERM = of_concept(
    (_("definition"), lambda item: item.definition),
    (_("variants"), lambda item: "; ".join(item.variants)),
    (_("forms to avoid"), lambda item: "; ".join(item.avoid)),
    (_("subject field"), lambda item: item.subject.name if item.subject else ""),
)

_FILE_SIZE: Column = (_("Size in bytes."), lambda item: item.size)
_CHECKSUM: Column = ("SHA-1", lambda item: item.checksum)
_UPLOADED: Column = (_("Uploaded"), lambda item: item.uploaded_at)
_PAGES: Column = (_("Pages"), lambda item: " ".join(one.address for one in item.shown_by))
DOCUMENT: Columns = (
    TITLE,
    (_("language"), lambda item: item.language),
    (_("kind"), lambda item: DocumentKind(item.kind).label),
    (_("edition"), lambda item: item.edition),
    (_("Languages"), lambda item: ", ".join(one.language for one in item.editions)),
    (_("Format"), lambda item: item.format),
    _FILE_SIZE,
    _CHECKSUM,
    _UPLOADED,
    ADDRESS,
    _PAGES,
)
IMAGE: Columns = (
    (_("alternative text"), lambda item: "; ".join(one.text for one in item.alternatives)),
    ("ID", lambda item: item.id),  # not first: Excel takes a text that begins so for a file in SYLK
    (_("credit"), lambda item: item.credit),
    (_("Width in pixels."), lambda item: item.width),
    (_("Height in pixels."), lambda item: item.height),
    _FILE_SIZE,
    _CHECKSUM,
    _UPLOADED,
    (_("Address"), lambda item: item.api_address),
    _PAGES,
)
FIGURE: Columns = (
    (_("unit"), lambda item: item.unit.name),
    (_("kind"), lambda item: FigureKind(item.kind).label),
    (_("value"), lambda item: Decimal(item.value)),
    (_("Works"), lambda item: item.works),
    (_("Address"), lambda item: " ".join(dict.fromkeys(one.work.address for one in item.items))),
    (_("name of the work"), lambda item: "; ".join(dict.fromkeys(one.work.title for one in item.items))),
    (_("text"), lambda item: "; ".join(dict.fromkeys(one.statement for one in item.items if one.statement))),
)
EVENT: Columns = (
    (_("Start"), lambda item: item.start),
    (_("End"), lambda item: item.end),
    TITLE,
    (_("text"), lambda item: item.text),
    SHOWN_IN,
    (_("place"), lambda item: item.place.name if item.place else ""),
    (_("name of the work"), lambda item: item.work.title),
    ADDRESS,
    KEY,
)


def table(columns: Columns, portions: Iterable[Sequence[Answer]]) -> Iterator[list[Any]]:
    """Yield the heads of columns, then the values of each item."""
    yield [capfirst(str(head)).removesuffix(".") for head, _value in columns]
    for items in portions:
        for item in items:
            yield [value(item) for _head, value in columns]
