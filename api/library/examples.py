"""Examples of answers, made of their schemas: one value for each field, so that none is forgotten."""

from __future__ import annotations

import json
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from api.schemas import Answer

MOST_NESTED = 6
_LEFT_OUT = {"included"}  # is there only where it is asked for
_KEY = "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10"
_ADDRESS = "https://library.example.org/en/handbooks/waste/"
_TEXTS = {
    "language": "en", "requested": "en", "original_language": "bg", "origin": "human", "title": "Waste and fees",
    "summary": "How a municipality pays for waste.", "currency": "EUR", "country": "BG", "email": "office@example.org",
    "precision": "month", "start": "2009-08", "end": "2010-06", "isbn": "978-954-000000-8",
    "path": "/en/handbooks/waste/",
    "anchor": "fees", "format": "PDF", "media_type": "application/pdf", "role": "partner", "name": "whole-960",
    "checksum": "da39a3ee5e6b4b0d3255bfef95601890afd80709", "markdown": "## Fees", "html": '<h2 id="fees">Fees</h2>',
    "permanent_address": "https://library.example.org/id/204/",
    "pdf_address": "https://library.example.org/en/pdf/204.pdf",
    "api_address": f"https://library.example.org/api/v1/handbooks/{_KEY}?language=en",
}  # fmt: skip


def example_of(model: type[Answer], depth: int = 0) -> dict[str, Any]:
    """Return an answer of a schema."""
    values = {
        name: _value(field.annotation, name, field.metadata, depth)
        for name, field in model.model_fields.items()
        if name not in _LEFT_OUT
    }
    return dict(json.loads(model.model_validate(values).model_dump_json(exclude=_LEFT_OUT))) if depth == 0 else values


def _value(hint: Any, name: str, metadata: Any, depth: int) -> Any:
    if get_origin(hint) is Annotated:
        hint, *metadata = get_args(hint)
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        several = [one for one in get_args(hint) if one is not NoneType]
        nothing = NoneType in get_args(hint) and depth >= MOST_NESTED
        return None if nothing else _value(several[0], name, metadata, depth)
    if get_origin(hint) is list:
        return [] if depth >= MOST_NESTED else _list(get_args(hint)[0], name, depth)
    if isinstance(hint, type) and issubclass(hint, Answer):
        return example_of(hint, depth + 1)
    if hint is str:
        is_amount = "[0-9]" in str(metadata)
        return "250000.00" if is_amount else _TEXTS.get(name, _ADDRESS if name == "address" else "Waste and fees")
    plain: dict[Any, Any] = {
        int: 12, float: 1.5, bool: False, UUID: _KEY, date: "2026-11-27", datetime: "2026-11-27T09:30:00Z",
    }  # fmt: skip
    return plain[hint]


def _list(hint: Any, name: str, depth: int) -> list[Any]:
    """Return one entry; of several types of entries one of each."""
    if get_origin(hint) is Annotated:
        inner = get_args(hint)[0]
        if get_origin(inner) in (Union, UnionType):
            return [_value(one, name, (), depth) for one in get_args(inner)]
    return [_value(hint, name, (), depth)]
