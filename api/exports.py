"""Whole lists as files: as tables for an office (CSV, XLSX), and as JSON Lines, an item a line.

Declared with the list, whose filters, order and languages they have. They are made while they are sent, some items at a
time: more items take more statements, but no more memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_noop

from api.columns import Columns, table
from api.fields import fields_left_out
from api.language_choice import ANY
from api.operations import OPERATIONS, Operation, Parts, address_of, operation
from api.schemas import Answer
from cms.tables import CSV, TABLE_FORMATS, XLSX, Rows, as_csv

JSON_LINES = "application/jsonl"
LINES = "jsonl"
# Of a list, what tells a part of it, and what stands beside its items.
_OF_A_PART = frozenset({"limit", "offset", "include"})
# What chooses among the fields of items.
_OF_ITEMS = frozenset({"fields", "omit", "format"})

Asked = Mapping[str, Any]


@dataclass(frozen=True)
class WholeList:
    """A list that can be had whole, with the operation that gives a part of it.

    `portions` yields what is asked for, some items at a time; `table` the heads of the columns, then each row;
    `example` is such a table.
    """

    of: Operation
    item: type[Answer]
    portions: Callable[[Asked], Iterator[Sequence[Answer]]]
    table: Callable[[Asked], Rows]
    example: Rows


def with_columns(
    of: Operation, item: type[Answer], portions: Callable[[Asked], Iterator[Sequence[Answer]]], columns: Columns
) -> WholeList:
    """Return a list whose table is made of its items."""
    example = item.model_validate(_example(of))
    return WholeList(of, item, portions, lambda asked: table(columns, portions(asked)), table(columns, [[example]]))


def _example(of: Operation) -> Mapping[str, Any]:
    """Return the first item of the example of a list."""
    example: Any = of.example
    return dict(example["items"][0])


_SAID = {
    CSV.ending: (
        gettext_noop("The whole list as CSV"),
        gettext_noop(
            "The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the "
            "first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins "
            "with an apostrophe. Filters and order are those of the list."
        ),
    ),
    XLSX.ending: (
        gettext_noop("The whole list as a workbook (XLSX)"),
        gettext_noop(
            "The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works "
            "have the columns of the site. Filters and order are those of the list."
        ),
    ),
    LINES: (
        gettext_noop("The whole list as JSON Lines"),
        gettext_noop(
            "The whole list, each item in a line of its own, as the list has it. Filters and order are those of the "
            "list."
        ),
    ),
}


LISTS: list[WholeList] = []  # in the order of the documentation


def declare(whole: WholeList) -> None:
    """Declare the files of a list."""
    LISTS.append(whole)
    with translation.override(None):
        as_table = b"".join(as_csv(whole.example)).decode()
    line = f"{json.dumps(_example(whole.of), ensure_ascii=False)}\n"
    for ending, example in ((CSV.ending, as_table), (XLSX.ending, ""), (LINES, line)):
        _declare(whole, ending, example)


def _declare(whole: WholeList, ending: str, example: str) -> None:
    of = whole.of
    summary, description = _SAID[ending]
    left_out = _OF_A_PART if ending == LINES else _OF_A_PART | _OF_ITEMS
    not_asked = {one.name: one.default for one in of.parameters}

    def export(_request: HttpRequest, asked: dict[str, Any]) -> Parts:
        """Answer with a whole list."""
        wanted = not_asked | asked
        is_table = ending != LINES
        parts = TABLE_FORMATS[ending].write(whole.table(wanted), "") if is_table else _lines(whole, wanted)
        language = wanted["language"]
        return Parts(parts, f"{of.path}.{ending}" if language == ANY else f"{of.path}-{language}.{ending}")

    operation(
        Operation(
            path=f"{of.path}.{ending}",
            name=f"export_{of.path}_{ending}",
            summary=summary,
            description=description,
            parameters=[one for one in of.parameters if one.name not in left_out],
            answer=whole.item if ending == LINES else None,
            example=example,
            content_type=JSON_LINES if ending == LINES else TABLE_FORMATS[ending].media_type,
        )
    )(export)


def _lines(whole: WholeList, asked: Asked) -> Iterator[bytes]:
    """Yield items in JSON, a line each, with the fields that are asked for."""
    left_out = fields_left_out(whole.item, asked) if "fields" in asked else set()
    for items in whole.portions(asked):
        yield "".join(f"{item.without(left_out).as_json()}\n" for item in items).encode()


def files_of(whole: WholeList) -> list[Operation]:
    """Return the operations that give a list whole."""
    return [one for one in OPERATIONS if one.path.startswith(f"{whole.of.path}.")]


def address_of_all(told: Operation) -> str:
    """Return where all that a list has is told: each item in every language, or at least in one."""
    languages = next(one for one in told.parameters if one.name == "language")
    takes_any = ANY in languages.schema["enum"]
    return address_of(told.path, **({"language": ANY} if takes_any else {"fallback": ANY}))
