"""The rows of a page: all its child relations in one query.

The columns of the relations differ, so each row travels as a JSON object.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any

from django.db import models
from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject
from wagtail.models import Page

from projects.models import Organisation, Place, Row

# What a page shows of a reference beside its label.
_JOINED: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "place": (Place, ("id", "kind", "country", "latitude", "longitude")),
    "organisation": (Organisation, ("id", "country")),
}


def rows_of(page: Page, relations: Iterable[str]) -> dict[str, list[Any]]:
    """Return the rows of some child relations of a page in the editor's order: one query.

    Rows that are not saved yet, as in a preview, are taken as they are. Of a referenced place or
    organisation only the key, the kind, the country and the coordinates are loaded.
    """
    found: dict[str, list[Any]] = {}
    queries: list[QuerySet[Any, Any]] = []
    row_models: dict[str, type[Row]] = {}
    for relation in relations:
        rows = getattr(page, relation).all()
        if isinstance(rows, QuerySet):
            found[relation] = []
            row_models[relation] = rows.model
            queries.append(_as_objects(rows, relation))
        else:
            found[relation] = list(rows)
    if queries:
        for relation, data in queries[0].union(*queries[1:], all=True):
            found[relation].append(_row(row_models[relation], json.loads(data, parse_float=Decimal)))
    for several in found.values():
        several.sort(key=lambda row: (row.sort_order is None, row.sort_order, row.pk or 0))
    return found


def _as_objects(rows: QuerySet[Any, Any], relation: str) -> QuerySet[Any, Any]:
    """Return the name of the relation and one JSON object for each row."""
    columns = {field.attname: _exact(field, field.attname) for field in rows.model._meta.concrete_fields}
    for name, (model, fields) in _JOINED.items():
        if any(field.name == name for field in rows.model._meta.concrete_fields):
            columns[name] = JSONObject(
                **{field: _exact(model._meta.get_field(field), f"{name}__{field}") for field in fields}
            )
    data = Cast(JSONObject(**columns), TextField())
    return rows.order_by().annotate(relation=Value(relation, CharField()), data=data).values_list("relation", "data")


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
