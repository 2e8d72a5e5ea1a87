"""A query: what an engine is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


@dataclass(frozen=True)
class Condition:
    """What a document must have to be found: any of the `keys`, any of the `phrases`, or all of the `parts`.

    The keys of a phrase stand side by side. Of each part any key is enough. `also` holds other spellings: a tuple of
    one key, or the keys of a phrase. Documents that have only other spellings are found below the others.
    """

    keys: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    also: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.keys or self.phrases or self.parts)

    @property
    def any_keys(self) -> tuple[str, ...]:
        """Return all keys of which any one is enough."""
        return (*self.keys, *(one[0] for one in self.also if len(one) == 1))

    @property
    def any_phrases(self) -> tuple[tuple[str, ...], ...]:
        """Return all phrases of which any one is enough."""
        return (*self.phrases, *(one for one in self.also if len(one) > 1))


class SortOrder(Enum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True)
class Query:
    """What is looked for in the documents of one language.

    A strict hit has at least `minimum` of the words and all that is required; a loose hit has any of the words and all
    that is required. Neither has anything that is excluded. Without words and requirements every document is a strict
    hit. `facets` holds the chosen values by facet; `counted` names the facets to count.

    The hits begin after the document `after`, wherever it stands now; where it is None or no hit, from `start` on.
    """

    language: str
    words: tuple[Condition, ...] = ()
    minimum: int = 0
    required: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counted: tuple[str, ...] = ()
    sort: SortOrder = SortOrder.RELEVANCE
    start: int = 0
    after: int | None = None
    size: int = 10

    @property
    def without_other_spellings(self) -> Query | None:
        """Return the query for the words as they were typed; None where it has no other spellings of them."""
        if not any(condition.also for condition in (*self.words, *self.required)):
            return None
        words, required = (
            tuple(replace(condition, also=()) for condition in conditions) for conditions in (self.words, self.required)
        )
        return replace(self, words=words, required=required)


def minimum_of(number: int) -> int:
    """Return how many of a number of words a strict hit must have: both of two, three quarters of more."""
    return number if number <= 2 else number * 3 // 4
