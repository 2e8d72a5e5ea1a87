"""Parameters: declared once for each operation; read, checked and documented from the declaration."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from api import cursors
from api.problems import MOST_FAULTS, Code, Fault, nearest_to, shown

LONGEST_NUMBER = 18  # digits


class UnusableError(Exception):
    """A value cannot be used; says why, in the client's language."""

    def __init__(self, code: Code, detail: str, nearest: str | None = None, allowed: Collection[str] = ()) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.nearest = nearest
        self.allowed = list(allowed)


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation; `read` turns its text into a value or raises UnusableError."""

    name: str
    description: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    example: Any
    default: Any = None

    def as_openapi(self) -> dict[str, Any]:
        """Return its description for programs."""
        schema = dict(self.schema) | ({} if self.default is None else {"default": self.default})
        return {
            "name": self.name,
            "in": "query",
            "required": False,
            "description": self.description,
            "schema": schema,
            "example": self.example,
        }


def choice(name: str, description: str, values: Sequence[str], default: str | None = None) -> Parameter:
    """Return a parameter that takes one of several values."""

    def read(text: str) -> str:
        if text not in values:
            said = _("“%(value)s” is no value of “%(name)s”. It takes: %(values)s.")
            said %= {"value": shown(text), "name": name, "values": ", ".join(values)}
            raise UnusableError("unknown_value", said, nearest_to(text, values), values)
        return text

    return Parameter(name, description, read, {"type": "string", "enum": [*values]}, values[0], default)


def whole_number(name: str, description: str, least: int, most: int, default: int) -> Parameter:
    """Return a parameter that takes a whole number in a range."""

    def read(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]+", text):
            said = _("“%(name)s” takes a whole number, not “%(value)s”.") % {"name": name, "value": shown(text)}
            raise UnusableError("wrong_type", said, str(default))
        is_short = len(text) <= LONGEST_NUMBER
        if is_short and least <= int(text) <= most:
            return int(text)
        nearest = least if text.startswith("-") or (is_short and int(text) < least) else most
        said = _("“%(name)s” takes a number from %(least)s to %(most)s, not %(value)s.")
        said %= {"name": name, "least": least, "most": most, "value": shown(text)}
        raise UnusableError("out_of_range", said, str(nearest))

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Parameter(name, description, read, schema, default, default)


def cursor(name: str, description: str, kinds: Mapping[str, int]) -> Parameter:
    """Return a parameter that takes a cursor of one of some kinds, each with how many numbers it holds."""

    def read(text: str) -> tuple[str, tuple[int, ...]]:
        for kind, count in kinds.items():
            try:
                return kind, cursors.read(kind, text, count)
            except cursors.DamagedCursorError:
                continue
        said = _("“%(name)s” takes a cursor exactly as an answer gave it; this one is damaged.") % {"name": name}
        raise UnusableError("damaged_cursor", said)

    kind, count = next(iter(kinds.items()))
    schema = {"type": "string", "maxLength": cursors.LONGEST}
    return Parameter(name, description, read, schema, cursors.make(kind, *range(1, count + 1)))


@dataclass
class Reading:
    """What was asked for, by the name of each parameter, what is wrong with it, and how much more is wrong."""

    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    more: int = 0


def read_all(parameters: Sequence[Parameter], sent: QueryDict) -> Reading:
    """Read all parameters; of many that are wrong the first are told, and the others counted."""
    known = {parameter.name: parameter for parameter in parameters}
    reading = Reading({parameter.name: parameter.default for parameter in parameters})
    for name, texts in sent.lists():
        parameter = known.get(name)
        if len(reading.faults) >= MOST_FAULTS:
            reading.more += parameter is None
        elif parameter is None:
            reading.faults.append(_unknown(name, list(known)))
        elif len(texts) > 1:
            said = _("“%(name)s” can be given only once.") % {"name": name}
            reading.faults.append(Fault(parameter=name, code="repeated", detail=said))
        else:
            try:
                reading.values[name] = parameter.read(texts[0])
            except UnusableError as unusable:
                reading.faults.append(
                    Fault(
                        parameter=name,
                        code=unusable.code,
                        detail=unusable.detail,
                        value=shown(texts[0]),
                        nearest=unusable.nearest,
                        allowed=unusable.allowed,
                    )
                )
    return reading


def _unknown(name: str, known: Sequence[str]) -> Fault:
    said = _("There is no parameter “%(name)s” here.") % {"name": shown(name)}
    return Fault(
        parameter=shown(name),
        code="unknown_parameter",
        detail=said,
        nearest=nearest_to(name, known),
        allowed=list(known),
    )
