"""The schemas of views: each dataclass of a view is an answer, its fields described, what is not stated null.

A view's text is "" where nothing is stated; programs get null. Amounts are texts of digits, since JSON's numbers are
not exact; addresses are whole.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from django.utils.translation import gettext_noop
from pydantic import Field, create_model

from api.library.descriptions import DESCRIPTIONS, FIELDS, HIDDEN, NAMES, OF_FIELDS
from api.schemas import Answer, described, exact
from cms.bodies.rich_text import Items, Paragraph
from cms.correspondence import readable
from cms.site_addresses import whole
from projects.values import Dates

# Whose texts are never "": those of blocks, and names.
_WHOLE_MODULES = ("cms.bodies", "projects.blocks", "cms.facets", "projects.vocabulary")
# Of other values, the texts that are always there.
_ALWAYS = frozenset({"key", "role", "kind", "source", "title", "language", "address", "format", "state", "what"})
_PLAIN = (int, bool, float, date, datetime, UUID)
_AS_IT_IS = frozenset({str, NoneType, *_PLAIN})
_TOLD = "_told"  # no field of a part of a text
Amount = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]


class Period(Answer):
    """When something took place."""

    model_config = described(gettext_noop("When something took place, as exactly as is known."))

    start: str | None = Field(description=gettext_noop("Beginning: 2009, 2009-08 or 2009-08-31, as “precision” says."))
    end: str | None = Field(description=gettext_noop("End, written as the beginning is."))
    precision: Literal["day", "month", "year"] | None = Field(description=gettext_noop("dates are known"))
    months: int | None = Field(description=gettext_noop("duration in months"))


def period(dates: Dates) -> dict[str, Any]:
    """Return dates as exactly as they are known."""
    signs = {"year": 4, "month": 7}.get(dates.precision, 10)
    first, last = (day.isoformat()[:signs] if day else None for day in (dates.first, dates.last))
    precision = str(dates.precision) if first or last else None
    return {"start": first, "end": last, "precision": precision, "months": dates.months}


_MADE: dict[type, type[Answer] | None] = {}  # the schema of each dataclass, None while it is made


def answer_of(told: type) -> type[Answer]:
    """Return the schema of a dataclass; those inside it are made with it."""
    if told not in _MADE:
        _make(told)
        names = {model.__name__: model for model in _MADE.values() if model}
        for model in names.values():
            model.model_rebuild(_types_namespace=names)
    return cast("type[Answer]", _MADE[told])


def name_of(told: type) -> str:
    """Return what the schema of a dataclass is called."""
    return NAMES.get(told.__name__, told.__name__.removesuffix("View"))


def _make(told: type) -> Any:
    if told not in _MADE:
        _MADE[told] = None
        model = create_model(name_of(told), __base__=_base(told), **dict(_fields(told)))
        _MADE[told] = model
    return _MADE[told] or ForwardRef(name_of(told))


def _base(told: type) -> type[Answer]:
    class Described(Answer):
        """A dataclass."""

        model_config = described(DESCRIPTIONS[told.__name__])

    return Described


def _fields(told: type) -> Iterator[tuple[str, Any]]:
    for name, hint in hints_of(told):
        description = OF_FIELDS.get((told.__name__, name)) or OF_FIELDS["", name]
        default = ... if get_origin(hint) is not Literal else get_args(hint)[0]
        field = Field(default, description=description)
        yield FIELDS.get((told.__name__, name), name), (_converted(hint, is_nullable(told, name)), field)


def hints_of(told: type) -> list[tuple[str, Any]]:
    """Return the fields of a dataclass that programs get, each with its type."""
    hints = get_type_hints(told, include_extras=True)
    names = [field.name for field in dataclasses.fields(told)]
    return [(name, hints[name]) for name in names if name not in HIDDEN and (told.__name__, name) not in HIDDEN]


def is_nullable(told: type, name: str) -> bool:
    """Tell whether a text of a dataclass may be "", which programs get as null."""
    return not told.__module__.startswith(_WHOLE_MODULES) and name not in _ALWAYS


def _converted(hint: Any, nullable: bool) -> Any:
    if hint is str:
        return str | None if nullable else str
    if hint is Decimal:
        return Amount
    if hint is Dates:
        return Period
    if hint in _PLAIN or hint is NoneType or get_origin(hint) is Literal:
        return hint
    if get_origin(hint) is tuple:
        return list[_converted(get_args(hint)[0], False)]  # type: ignore[misc]  # made of what there is
    if get_origin(hint) is Annotated:
        inner, *further = get_args(hint)
        return Annotated[_converted(inner, nullable), *further]
    if get_origin(hint) in (Union, UnionType):
        return Union[tuple(_converted(one, nullable) for one in get_args(hint))]  # noqa: UP007  made of what there is
    if dataclasses.is_dataclass(hint):
        return _make(cast("type", hint))
    message = f"{hint} has no schema."
    raise TypeError(message)


def value_of(value: Any, declared: Sequence[type] = ()) -> Any:
    """Return a value of a view as its schema has it; nothing of a file that only some readers may have.

    A dataclass is told as the one among those `declared` that it is, where there are any.
    """
    if type(value) in _AS_IT_IS:  # most of all values
        return value
    if getattr(value, "restricted", False):
        return None
    if isinstance(value, tuple):
        return [value_of(one, declared) for one in value if not getattr(one, "restricted", False)]
    if isinstance(value, Dates):
        return period(value)
    if isinstance(value, Paragraph | Items):
        return _part_of_text(value)
    if dataclasses.is_dataclass(value):
        return fields_told(value, _told_as(cast("Any", type(value)), declared))
    if isinstance(value, Decimal):
        return exact(value)
    return str(value) if isinstance(value, str) else value


def _part_of_text(part: Paragraph | Items) -> dict[str, Any]:
    """Return a part of a text, which is kept with it: the trees of texts are kept (`cms.bodies.rich_text`)."""
    kept = vars(part)
    if _TOLD not in kept:
        kept[_TOLD] = fields_told(part, type(part))
    return cast("dict[str, Any]", kept[_TOLD])


def fields_told(view: Any, kind: Any, left_out: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields that a dataclass has of a kind as the schema of the kind has them, but for some."""
    told: dict[str, Any] = {}
    for name, shown, declared, changed in _shown(kind):
        if shown in left_out:
            continue
        value = getattr(view, name)
        if type(value) not in _AS_IT_IS:
            value = value_of(value, declared)
        told[shown] = changed(value) if changed and isinstance(value, str) else value
    return told


@cache
def _told_as(kind: type, declared: Sequence[type]) -> type:
    return kind if kind in declared else next((one for one in declared if issubclass(kind, one)), kind)


@cache
def _shown(kind: type) -> list[tuple[str, str, Sequence[type], Callable[[str], str | None] | None]]:
    """Return of each field its name, its name in the schema, the dataclasses in it, and what changes a text in it."""
    return [
        (name, FIELDS.get((kind.__name__, name), name), (*_dataclasses_in(hint),), _changed(kind, name))
        for name, hint in hints_of(kind)
    ]


def _dataclasses_in(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint):
        yield cast("type", hint)
    for one in get_args(hint):
        yield from _dataclasses_in(one)


def _changed(kind: type, name: str) -> Callable[[str], str | None] | None:
    own = {"address": whole, "write_to": whole, "email": readable}.get(name)
    if is_nullable(kind, name):
        return (lambda text: own(text) if text else None) if own else (lambda text: text or None)
    return own


def fields_of(told: type) -> Mapping[str, Any]:
    """Return the fields of a view for the schema of a type of item that has further ones."""
    model = answer_of(told)
    return {name: (field.annotation, field) for name, field in model.model_fields.items()}
