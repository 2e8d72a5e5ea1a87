"""Which fields of its items an answer has: those that a client names, without those that it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop

from api.parameters import Parameter, several_of
from api.schemas import Answer

ALWAYS_TOLD = frozenset({"type", "key", "id", "language"})  # of which type, which one, in which language


def choosing_fields(schema: type[Answer], example: str, example_of_omitted: str) -> tuple[Parameter, Parameter]:
    """Return the parameters that choose among the fields of a schema, each with an example."""
    said = gettext_noop("Fields of the items, with commas between them; left out: all.")
    left_out = gettext_noop("Fields of the items that are left out, with commas between them.")
    names = [*schema.model_fields]
    return several_of("fields", said, names, example), several_of("omit", left_out, names, example_of_omitted)


def fields_left_out(schema: type[Answer], asked: Mapping[str, Any]) -> set[str]:
    """Return the fields that a client does not want, as `Answer.without` takes them."""
    wanted = set(asked["fields"] or schema.model_fields) - set(asked["omit"])
    return set(schema.model_fields) - wanted - ALWAYS_TOLD
