"""What an engine does: it keeps keys and answers queries; it knows nothing of pages, texts and views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db import connection

from cms.searchable import COLLECTION_IMPORTANCE, LIST_IMPORTANCE
from search.engines.query import Asked, Query

ZONE_WEIGHTS = {"title": 5.0, "summary": 1.5, "heading": 2.0, "text": 1.0}
KIND_WEIGHTS = {"exact": 0.5, "lemma": 2.0, "stem": 1.0}
WHOLE_WEIGHT = 2.0
PART_WEIGHT = 0.5
# What ages keeps this share of its rank for ever; the rest goes down to a third in this time.
LASTING = 0.7
AGEING = 730  # days
MOST_COUNTED = 1000  # of the documents in another language

MOST_RISEN = 3  # loose hits on a page that is full of strict ones, where they answer rather than the last of those

Sql = tuple[str, list[Any]]  # with its parameters

_ROWS = {
    "sqlite": ("json_group_array(json_array({}))", "{}"),
    "postgresql": ("json_agg(json_build_array({}))", "COALESCE({}::text, '[]')"),
}


def listed(columns: str, source: str) -> str:
    """Return a subquery for rows as one text of JSON, in no order; `source` begins with FROM."""
    several, text = _ROWS[connection.vendor]
    return text.format(f"(SELECT {several.format(columns)} {source})")


@dataclass(frozen=True)
class Hit:
    """A document that was found; `strict` when it has enough of the words, a best bet when staff put it on top.

    A strict hit `is_about` the library where it is no work and does not answer by its name; it `is_below` where a work
    with some of the words answers rather.
    """

    document_id: int
    strict: bool
    is_best_bet: bool = False
    is_about: bool = False
    is_below: bool = False


@dataclass(frozen=True)
class Found:
    """What a query found: `total` and `facets` count strict hits only.

    `facets` has the number of documents by facet and value; a facet's own choice does not narrow it.
    `elsewhere` has what further queries found, in their order. What `is_simpler` comes from the database
    because the engine of the installation does not answer.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    elsewhere: tuple[Found, ...] = ()
    is_simpler: bool = False


@dataclass(frozen=True)
class Ranked:
    """A found document in the order of its list; of what is no work, such as a list, `is_about` the library.

    Of all that is about the library a strict hit has it only where it does not answer by its title or headings.
    """

    document_id: int
    weight: float
    is_about: bool


def never_named(query: Query) -> tuple[float, ...]:
    """Return the importance of what no name makes an answer: lists, and a glossary but for a term of two words."""
    return (LIST_IMPORTANCE,) if len(query.words) == 2 else (LIST_IMPORTANCE, COLLECTION_IMPORTANCE)


def arranged(strict: Sequence[Ranked], loose: Sequence[Ranked], room: int) -> tuple[Hit, ...]:
    """Return a page of strict hits and as many loose ones as there is room for.

    What is about the library stands below the works beside it that weigh at least half as much, and no strict hit of
    that kind above a work with some of the words that weighs more.
    """
    best = max((one.weight for one in loose if not one.is_about), default=0.0)
    below = [one for one in strict if one.is_about and one.weight < best]
    if below:
        lowest = min(one.weight for one in below)
        risen = sum(not one.is_about and one.weight > lowest for one in loose)
        room = max(room, min(risen, MOST_RISEN))
    first = _works_first([one for one in strict if one not in below])
    some = _works_first(sorted([*loose[: max(room, 0)], *below], key=lambda one: (-one.weight, one.document_id)))
    return (
        *(Hit(one.document_id, strict=True, is_about=one.is_about) for one in first),
        *(Hit(one.document_id, strict=one in below, is_below=one in below) for one in some),
    )


def _works_first(kept: Sequence[Ranked]) -> list[Ranked]:
    """Return hits in their order, but what is about the library after works that weigh half as much."""
    places: list[tuple[float, int]] = []
    for place, one in enumerate(kept):
        heavy = (at for at, other in enumerate(kept) if not other.is_about and 2 * other.weight >= one.weight)
        places.append((max(place, max(heavy, default=0) + 0.5) if one.is_about else place, place))
    return [kept[place] for _at, place in sorted(places)]


class Searcher(Protocol):
    """What answers a query.

    By relevance works that have all words come before those that have enough of them, documents with the words as typed
    before those with other spellings. A page about the site stands among the first where its title has the words, or
    its title and headings have several. Loose hits fill the last page.

    Hits come by relevance, or by date, the newest first and what has none last, or by title: in the
    order of the bytes of `title_key`. Equals come by number.
    """

    def search(self, query: Query, elsewhere: Sequence[Query] = ()) -> Found:
        """Return one page of hits with total and facets, and what further queries found: one request.

        Of a further query the engine returns the total, at most MOST_COUNTED, and `size` strict hits by
        relevance, none where `size` is 0; it counts no facets and adds no loose hits.
        """
        ...

    def explain(self, query: Query, document_id: int) -> list[str]:
        """Return in lines how a document is ranked for a query, for those who operate the library."""
        ...


class Engine(Searcher, Protocol):
    """An index of keys inside the database. All that it returns is public at that moment, by `cms.visibility`."""

    def write(self, document_id: int) -> None:
        """Index the stored keys of a document that is not in the index."""
        ...

    def remove(self, document_id: int) -> None:
        """Take a document out, while its keys are still stored."""
        ...

    def rebuild(self) -> None:
        """Make the index anew from all stored keys."""
        ...

    def faults(self) -> list[str]:
        """Return in words where the index and the stored keys differ."""
        ...

    def mend(self) -> None:
        """Bring the index in step with the stored keys, in batches, as far as what differs is known one by one."""
        ...

    def visible(self) -> set[int]:
        """Return the numbers of all documents that can be found."""
        ...

    def hit_sql(self, query: Query, document: str) -> Sql:
        """Return the condition that a document, a row of that name, has what a query looks for, or what it excludes.

        Whether it is public is another condition.
        """
        ...

    def occurring(self, asked: Sequence[Asked], beside: Sequence[Sql] = ()) -> tuple[list[bool], list[Any]]:
        """Tell of each whether a public document has it; return the values of expressions at the same moment."""
        ...
