"""What all answers have in common."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Self

from django.utils.translation import gettext_noop
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr


def described(description: str) -> ConfigDict:
    """Return the configuration of an answer's part with its description, which the documentation translates."""
    return ConfigDict(frozen=True, json_schema_extra={"description": description})


class Answer(BaseModel):
    """The body of an answer."""

    # No word of other fields: version 1 may only grow, and who checks answers has to let that happen.
    model_config = ConfigDict(frozen=True)
    _left_out: Any = PrivateAttr(None)

    def without(self, left_out: Any) -> Self:
        """Return the answer without some of its fields, named as pydantic's `exclude` names them."""
        answer = self.model_copy()
        answer._left_out = left_out
        return answer

    def as_json(self) -> str:
        """Return the answer as it is sent."""
        return self.model_dump_json(exclude=self._left_out)


def exact(number: Decimal) -> str:
    """Return a number as a decimal string without zeros that say nothing: "180", "0.5"."""
    whole = f"{number:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


class Label(Answer):
    """A name or another short text of the library, in the best language for the client."""

    model_config = described(gettext_noop("A short text, in the language asked for where there is one in it."))

    text: str = Field(description=gettext_noop("The text."))
    language: str = Field(description=gettext_noop("Code of the language of the text."))
