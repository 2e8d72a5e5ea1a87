"""What a facet is: a named choice of values by which a list can be narrowed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cms.alphabets import sort_key
from cms.prepared import Prepared

UNKNOWN = "unknown"
MOST_SHOWN = 8  # values of a facet before the others are folded


@dataclass(frozen=True)
class Label:
    """A text for the reader and the language it is written in."""

    text: str
    language: str


@dataclass(frozen=True)
class StoredNames:
    """Names of values that are in the database, of which several facets ask together.

    `rows` is given the facet's name, which names the slot of the wanted values too; its columns are that
    name, the value, the language of the name, whether that goes before other languages that the reader does
    not read, and the name. `written` returns a value as `rows` has it, "" for what can be none.
    """

    rows: Callable[[str], QuerySet[Any, Any]]
    written: Callable[[str], str] = str


@dataclass(frozen=True, eq=False)
class Facet:
    """One facet: its name in addresses, its title, and how its values are named for a reader."""

    name: str
    title: Any
    names: Callable[[Collection[str], str], Mapping[str, Label]] | StoredNames
    newest_first: bool = False
    example: str = ""  # a value, for the documentation of the API

    def labels(self, values: Collection[str], language: str) -> Mapping[str, Label]:
        """Return the names of values; what has none is left out."""
        return labels((self,), {self.name: values}, language)[self.name]


def labels(
    facets: Iterable[Facet], values: Mapping[str, Collection[str]], language: str
) -> Mapping[str, Mapping[str, Label]]:
    """Return by facet the names of its values for a reader of a language: one query for all that are stored."""
    found: dict[str, dict[str, Label]] = {}
    written: dict[str, dict[str, str]] = {}
    stored = []
    for facet in facets:
        wanted = values.get(facet.name, ())
        if not isinstance(facet.names, StoredNames):
            found[facet.name] = dict(facet.names(wanted, language))
            continue
        written[facet.name] = {text: value for value in wanted if (text := facet.names.written(value))}
        found[facet.name] = {}
        if written[facet.name]:
            stored.append(facet)
    if stored:
        best: dict[tuple[str, str], tuple[tuple[bool, bool, str], str]] = {}
        slots: dict[str, Any] = {facet.name: list(written[facet.name]) for facet in stored}
        for name, text, code, goes_before, label in _stored_names(tuple(stored)).rows(**slots, now=timezone.now()):
            place = (name, written[name][text])
            named = ((code != language, not goes_before, code), label)
            best[place] = min(best.get(place, named), named)
        for (name, value), ((*_rank, code), label) in best.items():
            found[name][value] = Label(label, code)
    return found


@cache
def _stored_names(facets: tuple[Facet, ...]) -> Prepared:
    def build() -> QuerySet[Any, Any]:
        first, *others = (facet.names.rows(facet.name) for facet in facets if isinstance(facet.names, StoredNames))
        return first.union(*others, all=True) if others else first

    return Prepared(build)


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

    @cached_property
    def shown(self) -> list[Choice]:
        """Return the values that are seen at once: all of few; of many what is chosen and the most frequent."""
        folded = {choice.value for choice in self.folded}
        return [choice for choice in self.choices if choice.value not in folded]

    @cached_property
    def folded(self) -> list[Choice]:
        """Return the other values, of years the oldest: none where they are hardly more than one line."""
        if len(self.choices) <= MOST_SHOWN + 2:
            return []
        others = [choice for choice in self.choices if not choice.chosen]
        if not self.facet.newest_first:
            others.sort(key=lambda choice: -choice.count)
        hidden = {choice.value for choice in others[max(0, MOST_SHOWN - len(self.chosen)) :]}
        return [choice for choice in self.choices if choice.value in hidden]


def facet_choices(
    facets: Iterable[Facet],
    counts: Mapping[str, Mapping[str, int]],
    chosen: Mapping[str, Collection[str]],
    language: str,
    without: Callable[[str, str], str],
) -> list[FacetChoices]:
    """Return each facet with the values that works have or that are chosen, named and sorted for the reader.

    A chosen value that nothing is known of is named by itself, so that it can be seen and removed. A facet
    without values is left out. `without` gives the address of the list without one value of a facet. One query.
    """
    facets = tuple(facets)
    values = {facet.name: {*counts.get(facet.name, ()), *chosen.get(facet.name, ())} for facet in facets}
    names = labels(facets, values, language)
    found = []
    for facet in facets:
        known, kept = names[facet.name], chosen.get(facet.name, ())
        choices = [
            Choice(
                value,
                known.get(value, Label(value, language)),
                counts.get(facet.name, {}).get(value, 0),
                value in kept,
                without(facet.name, value) if value in kept else "",
            )
            for value in values[facet.name]
            if value in known or value in kept
        ]
        choices.sort(
            key=lambda choice: (sort_key(choice.label.text, language), choice.value), reverse=facet.newest_first
        )
        choices.sort(key=lambda choice: choice.value == UNKNOWN)
        if choices:
            found.append(FacetChoices(facet, tuple(choices)))
    return found
