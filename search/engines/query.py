"""A query: what an engine is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


@dataclass(frozen=True)
class Asked:
    """Something a document may have: any of the `keys`, one of the `phrases`, or all of the `parts`.

    The keys of a phrase stand side by side; of each part a document has any key. `also` are keys of other
    spellings, those of a phrase together: documents that have only such are found below the others.
    """

    keys: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    also: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.keys or self.phrases or self.parts)

    @property
    def any_keys(self) -> tuple[str, ...]:
        """Return all keys any of which is enough."""
        return (*self.keys, *(one[0] for one in self.also if len(one) == 1))

    @property
    def any_phrases(self) -> tuple[tuple[str, ...], ...]:
        """Return all phrases any of which is enough."""
        return (*self.phrases, *(one for one in self.also if len(one) > 1))


class SortOrder(Enum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True)
class Query:
    """What is looked for in the documents of one language.

    A strict hit has `minimum` of the words and all that is required; a loose one any of the words.
    Neither has anything excluded. Without words and requirements every document is a strict hit.
    `facets` holds the chosen values by facet; `counted` names the facets to count.
    """

    language: str
    words: tuple[Asked, ...] = ()
    minimum: int = 0
    required: tuple[Asked, ...] = ()
    excluded: tuple[Asked, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counted: tuple[str, ...] = ()
    sort: SortOrder = SortOrder.RELEVANCE
    start: int = 0
    size: int = 10

    @property
    def without_other_spellings(self) -> Query | None:
        """Return what has the words as they were typed; None where there are no other spellings of them."""
        if not any(asked.also for asked in (*self.words, *self.required)):
            return None
        words, required = (tuple(replace(one, also=()) for one in several) for several in (self.words, self.required))
        return replace(self, words=words, required=required)


def minimum_of(number: int) -> int:
    """Return how many of a number of words a strict hit has: both of two, three quarters of more."""
    return number if number <= 2 else number * 3 // 4
