"""Parameters: declared once for each operation; read, checked and documented from the declaration."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from api import cursors
from api.problems import MOST_FAULTS, Code, Fault, nearest_to, shown
from cms.facets import Facet

LONGEST_NUMBER = 18  # digits
EXAMPLE_KEY = "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10"
BETWEEN = "__"  # the name of a parameter and its operator


class UnusableError(Exception):
    """A value cannot be used; says why, in the client's language.

    `value` is the part of what was sent that cannot be used, where that is not all of it.
    """

    def __init__(
        self,
        code: Code,
        detail: str,
        nearest: str | None = None,
        allowed: Collection[str] = (),
        value: str | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.nearest = nearest
        self.allowed = list(allowed)
        self.value = value


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation; `read` turns its text into a value or raises UnusableError.

    One that `is_repeatable` may be sent several times: its value is the tuple of what was read, in order. `further`
    is a second sentence of its description. One with a `facet` takes what there is of that alone: `api.facet_values`
    looks it up once all parameters are read.
    """

    name: str
    description: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    example: Any
    default: Any = None
    further: str = ""
    is_repeatable: bool = False
    is_in_path: bool = False
    is_in_header: bool = False
    is_required: bool = False  # what is in the path always is
    facet: Facet | None = None

    def read_several(self, texts: Sequence[str]) -> Any:
        """Return the value of all that was sent, which is checked to be one where it has to be."""
        return tuple(map(self.read, texts)) if self.is_repeatable else self.read(texts[0])

    def as_openapi(self) -> dict[str, Any]:
        """Return its description for programs; the sentences of the description are not translated yet."""
        schema = dict(self.schema) | ({} if self.default in (None, ()) else {"default": self.default})
        if self.is_repeatable:
            schema = {"type": "array", "items": schema}
        return {
            "name": self.name,
            "in": "path" if self.is_in_path else "header" if self.is_in_header else "query",
            "required": self.is_in_path or self.is_required,
            "description": [self.description, self.further] if self.further else self.description,
            "schema": schema,
            "example": [self.example] if self.is_repeatable else self.example,
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


def several_of(name: str, description: str, values: Sequence[str], example: str) -> Parameter:
    """Return a parameter that takes several values with commas between them, each once; left out it is no value."""

    def read(text: str) -> tuple[str, ...]:
        sent = text.split(",") if text else []
        for one in sent:
            if one not in values:
                said = _("“%(value)s” is no value of “%(name)s”. It takes: %(values)s.")
                said %= {"value": shown(one), "name": name, "values": ", ".join(values)}
                raise UnusableError("unknown_value", said, nearest_to(one, values), values, one)
        return tuple(dict.fromkeys(sent))

    pattern = "|".join(map(re.escape, values))
    schema = {"type": "string", "pattern": f"^(({pattern})(,({pattern}))*)?$"}
    return Parameter(name, description, read, schema, example, ())


def text(
    name: str, description: str, longest: int, example: str, default: str | None = None, *, is_required: bool = False
) -> Parameter:
    """Return a parameter that takes any text up to a length."""

    def read(sent: str) -> str:
        if len(sent) > longest:
            said = _("“%(name)s” takes at most %(most)s characters, not %(count)s.")
            said %= {"name": name, "most": longest, "count": len(sent)}
            raise UnusableError("out_of_range", said)
        return sent

    schema = {"type": "string", "maxLength": longest}
    return Parameter(name, description, read, schema, example, default, is_required=is_required)


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


def as_day(sent: str) -> date:
    """Return the day that a text is; raise ValueError where it is none."""
    found = parse_date(sent) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", sent) else None
    if found is None:
        raise ValueError
    return found


def day(name: str, description: str, example: str) -> Parameter:
    """Return a parameter that takes a day."""

    def read(sent: str) -> date:
        try:
            return as_day(sent)
        except ValueError as error:
            said = _("“%(name)s” takes %(type)s, not “%(value)s”.")
            said %= {"name": name, "type": _("a day, as 2026-11-27"), "value": shown(sent)}
            raise UnusableError("wrong_type", said) from error

    return Parameter(name, description, read, {"type": "string", "format": "date"}, example)


def as_key(sent: str) -> UUID:
    """Return the key that a text is; raise ValueError where it is none."""
    if not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", sent):
        raise ValueError
    return UUID(sent)


def key_in_path(description: str) -> Parameter:
    """Return the parameter of a path that takes the key of an item."""

    def read(sent: str) -> UUID:
        try:
            return as_key(sent)
        except ValueError as error:
            said = _("“%(value)s” is no key; keys look like %(example)s.")
            raise UnusableError("wrong_type", said % {"value": shown(sent), "example": EXAMPLE_KEY}) from error

    return Parameter("key", description, read, {"type": "string", "format": "uuid"}, EXAMPLE_KEY, is_in_path=True)


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
        elif len(texts) > 1 and not parameter.is_repeatable:
            said = _("“%(name)s” can be given only once.") % {"name": name}
            reading.faults.append(Fault(parameter=name, code="repeated", detail=said))
        else:
            _read(parameter, texts, reading)
    for parameter in parameters:
        if parameter.is_required and parameter.name not in sent:
            said = _("“%(name)s” is missing.") % {"name": parameter.name}
            reading.faults.append(Fault(parameter=parameter.name, code="missing", detail=said))
    return reading


def _read(parameter: Parameter, texts: Sequence[str], reading: Reading) -> None:
    """Read what was sent for one parameter into a reading."""
    try:
        reading.values[parameter.name] = parameter.read_several(texts)
    except UnusableError as unusable:
        reading.faults.append(
            Fault(
                parameter=parameter.name,
                code=unusable.code,
                detail=unusable.detail,
                value=shown(unusable.value if unusable.value is not None else texts[0]),
                nearest=unusable.nearest,
                allowed=unusable.allowed,
            )
        )


def _unknown(name: str, known: Sequence[str]) -> Fault:
    field_name, sign, operator = name.rpartition(BETWEEN)
    alike = [one for one in known if one == field_name or one.startswith(f"{field_name}{BETWEEN}")]
    if sign and alike:
        said = _("“%(name)s” has no operator “%(operator)s”.")
        said %= {"name": shown(field_name), "operator": shown(operator)}
        return Fault(
            parameter=shown(name),
            code="unknown_operator",
            detail=said,
            nearest=nearest_to(name, alike),
            allowed=alike,
        )
    said = _("There is no parameter “%(name)s” here.") % {"name": shown(name)}
    return Fault(
        parameter=shown(name),
        code="unknown_parameter",
        detail=said,
        nearest=nearest_to(name, known),
        allowed=list(known),
    )
