"""Filters of lists: each is declared once with the column that it narrows, and becomes the parameters of its operators.

    FILTERS = (Filter("start", gettext_noop("First day of the work."), "start", DAY),)
    Operation(…, parameters=(*parameters_of(FILTERS), …))
    works = narrowed(works, FILTERS, asked)

A repeated parameter takes what any of its values takes. What has several values, as topics, matches where any does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from api.parameters import BETWEEN, EXAMPLE_KEY, LONGEST_NUMBER, Parameter, UnusableError, as_day, as_key
from api.problems import nearest_to, shown
from cms.facets import Facet

EQUAL, IN, NOT = "", "in", "not"
MORE, MORE_OR_EQUAL, LESS, LESS_OR_EQUAL = "gt", "gte", "lt", "lte"
CONTAINS, IS_NULL = "contains", "isnull"
MOST_VALUES = 100  # of a filter
LONGEST_TEXT = 200

ROW = TypeVar("ROW", bound=Model)

_MEANINGS = {
    IN: gettext_noop("One of several values, with commas between them."),
    NOT: gettext_noop("Without this value."),
    MORE: gettext_noop("More, or later, than this."),
    MORE_OR_EQUAL: gettext_noop("This or more, or later."),
    LESS: gettext_noop("Less, or earlier, than this."),
    LESS_OR_EQUAL: gettext_noop("This or less, or earlier."),
    CONTAINS: gettext_noop("Contains this, in capitals or small letters."),
    IS_NULL: gettext_noop("Whether it is not stated."),
}
_LOOKUPS = {EQUAL: "", NOT: "", IN: "__in", IS_NULL: "__isnull"}
_TRUE_OR_FALSE = {"true": True, "false": False}


@dataclass(frozen=True)
class ValueType:
    """What values of a filter are: how one is read (ValueError where it is none), described, and compared."""

    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    example: Any
    operators: Sequence[str]
    named: str  # in the message about a value that is none


def _whole(text: str) -> int:
    if not re.fullmatch(rf"-?[0-9]{{1,{LONGEST_NUMBER}}}", text):
        raise ValueError
    return int(text)


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", text):
        raise ValueError
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError from error


def _text(text: str) -> str:
    if not text or len(text) > LONGEST_TEXT or "\0" in text:
        raise ValueError
    return text


_COMPARED = (EQUAL, IN, NOT, MORE, MORE_OR_EQUAL, LESS, LESS_OR_EQUAL, IS_NULL)
WHOLE = ValueType(_whole, {"type": "integer"}, 12, _COMPARED, gettext_noop("a whole number, as 12"))
DECIMAL = ValueType(
    _decimal,
    {"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"},
    "250000.00",
    _COMPARED,
    gettext_noop("a number with a point, as 250000.00"),
)
DAY = ValueType(
    as_day, {"type": "string", "format": "date"}, "2026-11-27", _COMPARED, gettext_noop("a day, as 2026-11-27")
)
KEY = ValueType(
    as_key,
    {"type": "string", "format": "uuid"},
    EXAMPLE_KEY,
    (EQUAL, IN, NOT, IS_NULL),
    gettext_noop("a key, as 5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10"),
)
CODE = ValueType(
    _text,
    {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
    "NO",
    (EQUAL, IN, NOT, IS_NULL),
    gettext_noop("a text of at most 200 characters"),
)
TEXT = ValueType(
    _text,
    {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
    "waste",
    (EQUAL, IN, NOT, CONTAINS, IS_NULL),
    gettext_noop("a text of at most 200 characters"),
)


@dataclass(frozen=True)
class Filter:
    """A field by which a list can be narrowed.

    `column` is the way from the list's rows to the value. `values` are those that there are, where they are known;
    `operators` those of the type unless fewer are named. `condition` gives the condition where a column does not say
    it: it gets the operator and the values of which any is enough (for IS_NULL one bool). `facet` is that whose values
    it takes.
    """

    name: str
    description: str
    column: str
    type: ValueType
    values: Sequence[str] = ()
    operators: Sequence[str] | None = None
    example: str | None = None
    condition: Callable[[str, Sequence[Any]], Q] | None = None
    facet: Facet | None = None

    def parameters(self) -> list[Parameter]:
        """Return its parameters, one an operator."""
        return [self._parameter(operator) for operator in (self.operators or self.type.operators)]

    def parameter_name(self, operator: str) -> str:
        """Return what the parameter of an operator is called."""
        return f"{self.name}{BETWEEN}{operator}" if operator else self.name

    def _parameter(self, operator: str) -> Parameter:
        name = self.parameter_name(operator)
        further = _MEANINGS.get(operator, "")
        if operator == IS_NULL:
            schema: Mapping[str, Any] = {"type": "string", "enum": [*_TRUE_OR_FALSE]}
            return Parameter(name, self.description, partial(self._is_null, name), schema, "false", None, further)
        example = self.example or (self.values[0] if self.values else self.type.example)
        schema = {**self.type.schema, **({"enum": [*self.values]} if self.values else {})}
        if operator == IN:
            read, schema = partial(self._several, name), {"type": "string", "minLength": 1}
            return Parameter(
                name, self.description, read, schema, str(example), (), further, is_repeatable=True, facet=self.facet
            )
        is_repeatable = operator in (EQUAL, NOT, CONTAINS)
        default = () if is_repeatable else None
        one = partial(self._one, name)
        return Parameter(
            name, self.description, one, schema, example, default, further, is_repeatable, facet=self.facet
        )

    def _one(self, name: str, text: str) -> Any:
        if self.values and text not in self.values:
            said = _("“%(value)s” is no value of “%(name)s”. It takes: %(values)s.")
            said %= {"value": shown(text), "name": name, "values": ", ".join(self.values)}
            raise UnusableError("unknown_value", said, nearest_to(text, self.values), self.values, text)
        try:
            return self.type.read(text)
        except ValueError as error:
            said = _("“%(name)s” takes %(type)s, not “%(value)s”.")
            said %= {"name": name, "type": _(self.type.named), "value": shown(text)}
            raise UnusableError("wrong_type", said, None, (), text) from error

    def _several(self, name: str, text: str) -> tuple[Any, ...]:
        sent = text.split(",", MOST_VALUES)
        if len(sent) > MOST_VALUES:
            said = _("“%(name)s” takes at most %(most)s values.") % {"name": name, "most": MOST_VALUES}
            raise UnusableError("out_of_range", said)
        return tuple(self._one(name, one) for one in sent)

    def _is_null(self, name: str, text: str) -> bool:
        if text not in _TRUE_OR_FALSE:
            said = _("“%(value)s” is no value of “%(name)s”. It takes: %(values)s.")
            said %= {"value": shown(text), "name": name, "values": ", ".join(_TRUE_OR_FALSE)}
            raise UnusableError("unknown_value", said, nearest_to(text, _TRUE_OR_FALSE), _TRUE_OR_FALSE)
        return _TRUE_OR_FALSE[text]

    def asked(self, asked: Mapping[str, Any]) -> Iterable[tuple[str, tuple[Any, ...]]]:
        """Yield the operators that were asked for, each with its values."""
        for operator in self.operators or self.type.operators:
            value = asked[self.parameter_name(operator)]
            if operator == IN:
                value = tuple(one for several in value for one in several)
            if value not in (None, ()):
                yield operator, value if isinstance(value, tuple) else (value,)

    def matching(self, operator: str, values: Sequence[Any]) -> Q:
        """Return the condition that one of some values meets with an operator; NOT is turned round by `narrowed`."""
        if self.condition is not None:
            return self.condition(operator, values)
        lookup = f"{self.column}{_LOOKUPS.get(operator, f'{BETWEEN}{operator}')}"
        if operator in (EQUAL, IN, NOT):
            return Q(**{f"{self.column}__in": list(values)})
        condition = Q()
        for value in values:
            condition |= containing(self.column, value) if operator == CONTAINS else Q(**{lookup: value})
        return condition


def containing(column: str, part: str) -> Q:
    """Return the condition that a column contains a text, in capitals or small letters of any script."""
    if connection.vendor == "sqlite":  # whose LIKE knows the capitals of ASCII alone
        return Q(**{f"{column}__iregex": re.escape(part)})
    return Q(**{f"{column}__icontains": part})


def parameters_of(filters: Iterable[Filter]) -> tuple[Parameter, ...]:
    """Return the parameters of all operators of some filters."""
    return tuple(parameter for one in filters for parameter in one.parameters())


def narrowed(rows: QuerySet[ROW], filters: Iterable[Filter], asked: Mapping[str, Any]) -> QuerySet[ROW]:
    """Return those rows that meet all filters which were asked for."""
    for one in filters:
        for operator, values in one.asked(asked):
            condition = one.matching(operator, values)
            rows = rows.exclude(condition) if operator == NOT else rows.filter(condition)
    return rows
