"""What all answers have in common."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_noop
from pydantic import BaseModel, ConfigDict, Field


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


def exact(number: Decimal) -> str:
    """Return a number as a decimal string without zeros that say nothing: "180", "0.5"."""
    whole = f"{number:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


class Label(Answer):
    """A name or another short text of the library, in the best language for the client."""

    model_config = described(gettext_noop("A short text, in the language asked for where there is one in it."))

    text: str = Field(description=gettext_noop("The text."))
    language: str = Field(description=gettext_noop("Code of the language of the text."))
