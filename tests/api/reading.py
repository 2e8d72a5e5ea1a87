"""Answers of the API as text, whatever they are written as."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from openpyxl import load_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rows_of(answer: Any) -> list[dict[str, str]]:
    """Return the rows of a table by the heads of its columns, each value as a text."""
    content = answer.getvalue()
    if answer["Content-Type"] != XLSX:
        return list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    heads, *rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [{head: "" if value is None else str(value) for head, value in zip(heads, row, strict=True)} for row in rows]


def lines_of(answer: Any) -> list[Any]:
    """Return the items of JSON Lines."""
    assert answer["Content-Type"] == "application/jsonl"
    return [json.loads(line) for line in answer.getvalue().decode().splitlines()]


def text_of(answer: Any) -> str:
    """Return all that an answer says."""
    if answer["Content-Type"] == XLSX:
        return json.dumps(rows_of(answer), ensure_ascii=False)
    return str(answer.getvalue().decode())
