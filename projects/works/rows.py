"""The rows of pages: all their child relations in one query.

The columns of the relations differ, so each row travels as a JSON object.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, cast

from django.db import models
from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject
from wagtail.models import Page

from cms.prepared import Prepared, Several
from projects.models import Organisation, Place, Row

Rows = Mapping[str, list[Any]]
# What a page shows of a reference beside its label.
_JOINED: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "place": (Place, ("id", "kind", "country", "latitude", "longitude")),
    "organisation": (Organisation, ("id", "country")),
}


def rows_of(pages: Sequence[Page], relations: Collection[str]) -> list[dict[str, list[Any]]]:
    """Return for each page of one type the rows of its child relations in the editor's order: one query.

    Rows that are not saved yet, as in a preview, are taken as they are. Of a referenced place or
    organisation only the key, the kind, the country and the coordinates are loaded.
    """
    found: list[dict[str, list[Any]]] = [{relation: [] for relation in relations} for _page in pages]
    # By relation, then by page: the lists that its stored rows belong to.
    stored: defaultdict[str, defaultdict[int, list[list[Any]]]] = defaultdict(lambda: defaultdict(list))
    for page, of_page in zip(pages, found, strict=True):
        edited = getattr(page, "_cluster_related_objects", {})
        for relation in relations:
            if relation in edited:
                of_page[relation] += edited[relation]
            elif page.pk:
                stored[relation][page.pk].append(of_page[relation])
    if stored:
        model = cast("Any", type(pages[0]))
        for relation, data in _stored(model, tuple(stored)).rows(**stored):
            values = json.loads(data, parse_float=Decimal)
            row = _row(_model_of(model, relation), values)
            for several in stored[relation][values["page_id"]]:
                several.append(row)
    for of_page in found:
        for several in of_page.values():
            several.sort(key=lambda row: (row.sort_order is None, row.sort_order, row.pk or 0))
    return found


@cache
def _stored(model: Any, relations: Sequence[str]) -> Prepared:
    """Return the statement for the rows of some relations of a type of page; a slot of each relation has the pages."""

    def build() -> QuerySet[Any, Any]:
        first, *others = (_as_objects(_model_of(model, relation), relation) for relation in relations)
        return first.union(*others, all=True)

    return Prepared(build)


@cache
def _model_of(model: Any, relation: str) -> Any:
    return model._meta.get_field(relation).related_model


def _as_objects(model: type[Row], relation: str) -> QuerySet[Any, Any]:
    """Return the name of the relation and one JSON object for each row of the pages in its slot."""
    columns = {field.attname: _exact(field, field.attname) for field in model._meta.concrete_fields}
    for name, (joined, fields) in _JOINED.items():
        if any(field.name == name for field in model._meta.concrete_fields):
            columns[name] = JSONObject(
                **{field: _exact(joined._meta.get_field(field), f"{name}__{field}") for field in fields}
            )
    data = Cast(JSONObject(**columns), TextField())
    rows = model._default_manager.filter(page_id__in=Several(relation, models.BigIntegerField())).order_by()
    return rows.annotate(relation=Value(relation, CharField()), data=data).values_list("relation", "data")


def _exact(field: Any, path: str) -> Any:
    """Return the column as an expression; a decimal as text, since JSON knows no exact numbers."""
    return Cast(path, TextField()) if isinstance(field, models.DecimalField) else F(path)


def _row(model: type[models.Model], data: Mapping[str, Any]) -> models.Model:
    row = _instance(model, data)
    for name, (joined_model, _fields) in _JOINED.items():
        if data.get(name) and data[name]["id"] is not None:
            setattr(row, name, _instance(joined_model, data[name]))
    return row


def _instance(model: type[models.Model], data: Mapping[str, Any]) -> models.Model:
    """Return an object of the columns that `data` holds; the others are loaded when somebody asks."""
    fields = [field for field in model._meta.concrete_fields if field.attname in data]
    values = [field.to_python(data[field.attname]) for field in fields]
    return model.from_db(None, list(map(attrgetter("attname"), fields)), values)
