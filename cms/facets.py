"""What a facet is: a named choice of values by which a list can be narrowed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cms.alphabets import sort_key

UNKNOWN = "unknown"
MOST_SHOWN = 8  # values of a facet before the others are folded


@dataclass(frozen=True)
class Label:
    """A text for the reader and the language it is written in."""

    text: str
    language: str


@dataclass(frozen=True)
class Facet:
    """One facet: its name in addresses, its title, and how its values are named for a reader."""

    name: str
    title: Any
    labels: Callable[[Collection[str], str], Mapping[str, Label]]
    newest_first: bool = False


@dataclass(frozen=True)
class Choice:
    """One value of a facet: how many works have it, whether it is chosen, the address without it."""

    value: str
    label: Label
    count: int
    chosen: bool
    remove: str


@dataclass(frozen=True)
class FacetChoices:
    """A facet with its values for one list."""

    facet: Facet
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> list[Choice]:
        """Return the chosen values."""
        return [choice for choice in self.choices if choice.chosen]

    @property
    def shown(self) -> list[Choice]:
        """Return the values that are seen at once: all of few; of many what is chosen and the most frequent."""
        return [choice for choice in self.choices if choice not in self.folded]

    @cached_property
    def folded(self) -> list[Choice]:
        """Return the other values, of years the oldest: none where they are hardly more than one line."""
        if len(self.choices) <= MOST_SHOWN + 2:
            return []
        others = [choice for choice in self.choices if not choice.chosen]
        if not self.facet.newest_first:
            others.sort(key=lambda choice: -choice.count)
        hidden = others[max(0, MOST_SHOWN - len(self.chosen)) :]
        return [choice for choice in self.choices if choice in hidden]


def facet_choices(
    facet: Facet,
    counts: Mapping[str, int],
    chosen: Collection[str],
    language: str,
    without: Callable[[str, str], str],
) -> FacetChoices:
    """Return the values that works have or that are chosen, named and sorted for the reader.

    A chosen value that nothing is known of is named by itself, so that it can be seen and removed.
    `without` gives the address of the list without one value of the facet.
    """
    values = {*counts, *chosen}
    names = facet.labels(values, language)
    choices = [
        Choice(
            value,
            names.get(value, Label(value, language)),
            counts.get(value, 0),
            value in chosen,
            without(facet.name, value) if value in chosen else "",
        )
        for value in values
        if value in names or value in chosen
    ]
    choices.sort(key=lambda choice: (sort_key(choice.label.text, language), choice.value), reverse=facet.newest_first)
    choices.sort(key=lambda choice: choice.value == UNKNOWN)
    return FacetChoices(facet, tuple(choices))
