"""What all answers have in common."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

_VALUES = TypeAdapter(Mapping[str, Any])

JSON = "application/json"


def described(description: str) -> ConfigDict:
    """Return the configuration of an answer's part with its description, which the documentation translates."""
    return ConfigDict(frozen=True, json_schema_extra={"description": description})


class Answer(BaseModel):
    """The body of an answer."""

    # No word of other fields: version 1 may only grow, and who checks answers has to let that happen.
    model_config = ConfigDict(frozen=True)

    def without(self, left_out: Any) -> PartOfAnswer:
        """Return the answer without some of its fields, named as pydantic's `exclude` names them."""
        return PartOfAnswer(self, left_out)

    def as_json(self) -> str:
        """Return the answer as it is sent."""
        return self.model_dump_json()


@dataclass(frozen=True)
class PartOfAnswer:
    """An answer without some of its fields."""

    answer: Answer
    left_out: Any

    def as_json(self) -> str:
        """Return what is left as it is sent."""
        return self.answer.model_dump_json(exclude=self.left_out)


@dataclass(frozen=True)
class MadeAnswer:
    """An answer as values that a schema describes, without the fields of its items that were not asked for.

    To check a long one takes longer than to make it: only tests do (CHECK_ANSWERS).
    """

    schema: type[Answer]
    values: Mapping[str, Any]
    left_out: Collection[str]

    def as_json(self) -> str:
        """Return the answer as it is sent. Raises ValueError where it is checked and not as the schema has it."""
        text = _VALUES.dump_json(self.values)
        if settings.CHECK_ANSWERS and (faults := self._faults(text)):
            message = f"{self.schema.__name__}: {faults}"
            raise ValueError(message)
        return text.decode()

    def _faults(self, text: bytes) -> list[str]:
        try:
            self.schema.model_validate_json(text, extra="forbid")
        except ValidationError as error:
            return [
                f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
                for one in error.errors()
                if one["type"] != "missing" or one["loc"][-1] not in self.left_out
            ]
        return []


def exact(number: Decimal) -> str:
    """Return a number as a decimal string without zeros that say nothing: "180", "0.5"."""
    whole = f"{number:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


class Label(Answer):
    """A name or another short text of the library, in the best language for the client."""

    model_config = described(gettext_noop("A short text, in the language asked for where there is one in it."))

    text: str = Field(description=gettext_noop("The text."))
    language: str = Field(description=gettext_noop("Code of the language of the text."))
