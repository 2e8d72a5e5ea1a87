"""Querysets that are compiled once: Django takes longer to write a statement of several joins than databases to answer.

_titles = Prepared(lambda: Page.objects.filter(path__in=Several("paths")).values_list("path", "title"))
_titles.rows(paths=[...])
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Field, QuerySet, TextField
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler

# Where a part is taken of a queryset that is prepared, `[PART]`: which one is said when it is asked.
PART = slice(999_999_999, 1_999_999_998)


class Slot(Expression):
    """A place in a prepared queryset that a value of this name fills."""

    def __init__(self, name: str, output_field: Field[Any, Any] | None = None) -> None:
        super().__init__(output_field=output_field or TextField())
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        """Return the place holder, with this slot for its value."""
        return "%s", [self]

    def filled(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Return a value as the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)


class Several(Slot):
    """A place that any number of values fill: the right side of `__in`."""

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        """Return a subquery of the values, which are one parameter however many they are."""
        if connection.vendor == "sqlite":
            return "(SELECT value FROM json_each(%s))", [self]
        return f"(SELECT unnest(%s::{self.output_field.db_type(connection)}[]))", [self]

    def filled(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Return the values as the database takes them."""
        values = [self.output_field.get_db_prep_value(one, connection) for one in value]
        return json.dumps(values) if connection.vendor == "sqlite" else values


class Prepared:
    """A queryset with slots that each connection compiles when it first needs it."""

    def __init__(self, build: Callable[[], QuerySet[Any, Any]]) -> None:
        self._build = build
        self._compiled: WeakKeyDictionary[BaseDatabaseWrapper, tuple[SQLCompiler, str, Sequence[Any]]]
        self._compiled = WeakKeyDictionary()

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """Return what a queryset of `values_list` finds with these values: one query."""
        compiler, sql, parameters = self._statement()
        with connection.cursor() as cursor:
            cursor.execute(sql, _filled(parameters, values))
            found = cursor.fetchall()
        return [tuple(row) for row in compiler.results_iter([found], tuple_expected=True)]

    def objects(self, *, part: slice | None = None, **values: Any) -> list[Any]:
        """Return what a queryset of objects finds with these values, of one with a PART that one: one query.

        Raises ValueError where a part is said of one without, or none of one with it.
        """
        compiler, sql, parameters = self._statement()
        limits = compiler.connection.ops.limit_offset_sql
        any_part = limits(PART.start, PART.stop)
        if (any_part in sql) != (part is not None):
            message = "A part is said of a queryset that has a PART, and of no other."
            raise ValueError(message)
        if part is not None:
            sql = sql.replace(any_part, limits(part.start, part.stop))
        answering = copy(compiler)
        answering.as_sql = lambda *_args, **_kwargs: (sql, tuple(_filled(parameters, values)))  # type: ignore[method-assign]  # it is compiled already
        found: QuerySet[Any] = QuerySet(compiler.query.model)
        found.query = copy(compiler.query)
        found.query.get_compiler = lambda *_args, **_kwargs: answering  # type: ignore[method-assign]  # as above
        return list(ModelIterable(found))

    def sql(self, **values: Any) -> tuple[str, list[Any]]:
        """Return the statement and its parameters, to be a part of another one."""
        _compiler, sql, parameters = self._statement()
        return sql, _filled(parameters, values)

    def _statement(self) -> tuple[SQLCompiler, str, Sequence[Any]]:
        own = connections[connection.alias]
        if own not in self._compiled:
            compiler = self._build().query.get_compiler(connection=own)
            self._compiled[own] = (compiler, *compiler.as_sql())
        return self._compiled[own]


def _filled(parameters: Sequence[Any], values: dict[str, Any]) -> list[Any]:
    own = connections[connection.alias]
    return [one.filled(values[one.name], own) if isinstance(one, Slot) else one for one in parameters]
