"""What all answers have in common."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict


def described(description: str) -> ConfigDict:
    """Return the configuration of an answer's part with its description, which the documentation translates."""
    return ConfigDict(frozen=True, json_schema_extra={"description": description})


class Answer(BaseModel):
    """The body of an answer."""

    # No word of other fields: version 1 may only grow, and who checks answers has to let that happen.
    model_config = ConfigDict(frozen=True)


def exact(number: Decimal) -> str:
    """Return a number as a decimal string without zeros that say nothing: "180", "0.5"."""
    whole = f"{number:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole
