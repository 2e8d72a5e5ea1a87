"""A list of any length read some rows at a time, so that whoever goes through it keeps only these in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

SIZE = 100  # rows

ROW = TypeVar("ROW", bound=Model)


def portions(rows: QuerySet[ROW]) -> Iterator[list[ROW]]:
    """Yield the rows of a query in its order, some at a time: one statement, and one for each portion.

    The numbers of all rows are read first, so that none is told twice or passed over where others come or go meanwhile.
    One that the query does not have any more when its portion is read, since it is not public now, is left out.
    """
    numbers = array("q", rows.values_list("pk", flat=True))
    for start in range(0, len(numbers), SIZE):
        portion = numbers[start : start + SIZE].tolist()
        by_number = {row.pk: row for row in rows.order_by().filter(pk__in=portion)}
        yield [by_number[number] for number in portion if number in by_number]


def slices(rows: Sequence[Any] | QuerySet[Any, Any]) -> Iterator[Sequence[Any]]:
    """Yield rows that have no number of their own in their order, some at a time: of a query one statement each."""
    start = 0
    while portion := list(rows[start : start + SIZE]):
        yield portion
        start += SIZE
