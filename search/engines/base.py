"""What an engine does: it indexes keys and answers queries. It knows nothing of pages, texts and views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db import connection

from cms.searchable import COLLECTION_IMPORTANCE, LIST_IMPORTANCE
from search.engines.query import Condition, Query

ZONE_WEIGHTS = {"title": 5.0, "summary": 1.5, "heading": 2.0, "text": 1.0}
KIND_WEIGHTS = {"exact": 0.5, "lemma": 2.0, "stem": 1.0}
WHOLE_WEIGHT = 2.0
PART_WEIGHT = 0.5
# A document that ages keeps the share LASTING of its rank for ever; the rest falls to a third in AGEING days.
LASTING = 0.7
AGEING = 730
MOST_COUNTED = 1000  # documents of a further query

MOST_RISEN = 3  # loose hits on a full page of strict ones, where they answer better than the last of these

Sql = tuple[str, list[Any]]  # with its parameters

_ROWS = {
    "sqlite": ("json_group_array(json_array({}))", "{}"),
    "postgresql": ("json_agg(json_build_array({}))", "COALESCE({}::text, '[]')"),
}


def json_rows(columns: str, source: str) -> str:
    """Return a subquery that gives rows as one JSON text, in no order; `source` begins with FROM."""
    several, text = _ROWS[connection.vendor]
    return text.format(f"(SELECT {several.format(columns)} {source})")


@dataclass(frozen=True)
class Hit:
    """A document that was found: `strict` when it has enough of the words, a best bet when staff put it on top.

    A strict hit `is_about` the library where it is no work and its name is not what was searched for. It `is_below`
    where a work with only some of the words answers better.
    """

    document_id: int
    strict: bool
    is_best_bet: bool = False
    is_about: bool = False
    is_below: bool = False


@dataclass(frozen=True)
class Answer:
    """What an engine answers to a query: `total` and `facets` count strict hits only.

    `facets` has the number of documents by facet and value; what is chosen of a facet does not narrow its own numbers.
    `further` has the answers to the further queries, in their order. An answer that `is_simpler` comes from the
    database because Elasticsearch, which the installation searches with, does not answer. `last` is the document after
    which a further page begins; None where strict hits do not fill the page.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    further: tuple[Answer, ...] = ()
    is_simpler: bool = False
    last: int | None = None


@dataclass(frozen=True)
class Ranked:
    """A found document in the order of its list, with its weight.

    It `is_about` the library where it is no work, such as a list. A strict hit is so only where its title or headings
    are not what was searched for.
    """

    document_id: int
    weight: float
    is_about: bool


def never_answering(query: Query) -> tuple[float, ...]:
    """Return the importances of pages that are never among the first, whatever their titles say.

    These are lists, and the glossary unless two words are searched for, as a term may have.
    """
    return (LIST_IMPORTANCE,) if len(query.words) == 2 else (LIST_IMPORTANCE, COLLECTION_IMPORTANCE)


def room_for_loose(query: Query, total: int, strict: Sequence[Ranked]) -> int:
    """Return how many loose hits fill the page of a query: none but on the last page of the strict ones."""
    is_beyond = query.after is None and query.start > total
    return 0 if is_beyond else query.size - len(strict)


def answer_to(
    query: Query,
    total: int,
    strict: Sequence[Ranked],
    loose: Sequence[Ranked],
    *,
    facets: dict[str, dict[str, int]],
    further: Iterable[Answer],
) -> Answer:
    """Return the answer to a query from the strict hits of its page and the best loose ones, each in order."""
    hits = arranged(strict, loose, room_for_loose(query, total, strict))
    last = strict[-1].document_id if strict and len(strict) == query.size else None
    return Answer(total, hits, facets, tuple(further), last=last)


def arranged(strict: Sequence[Ranked], loose: Sequence[Ranked], room: int) -> tuple[Hit, ...]:
    """Return the hits of a page: the strict ones, and as many loose ones as there is room for.

    A hit about the library stands below the works of the page that weigh at least half as much. A strict hit about the
    library stands below the loose works that weigh more.
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
    """Return hits in their order, but those about the library after the works that weigh at least half as much."""
    order: list[tuple[float, int]] = []
    for index, one in enumerate(kept):
        heavy = (at for at, other in enumerate(kept) if not other.is_about and 2 * other.weight >= one.weight)
        order.append((max(index, max(heavy, default=0) + 0.5) if one.is_about else index, index))
    return [kept[index] for _rank, index in sorted(order)]


class Searcher(Protocol):
    """Answers queries.

    By relevance, works that have all words come before those that have enough of them, and documents with the words as
    typed before those with other spellings. A page about the site is among the first where its title has the word, or
    for several words its title and headings have them. Loose hits fill the last page.

    By date, the newest documents come first and those without a date last. By title, they come in the order of the
    bytes of `title_key`. Documents of equal rank come by their numbers.
    """

    def search(self, query: Query, further_queries: Sequence[Query] = ()) -> Answer:
        """Return one page of hits with total and facets, and the answers to further queries: one request.

        The answer to a further query has the total, at most MOST_COUNTED, and `size` strict hits by relevance. It has
        no facets and no loose hits.
        """
        ...

    def explain(self, query: Query, document_id: int) -> list[str]:
        """Return lines that explain to operators how a document is ranked for a query."""
        ...


class Engine(Searcher, Protocol):
    """An index of keys inside the database. All that it returns is public when the query runs, by `cms.visibility`."""

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
        """Bring the index in step with the stored keys; in batches where it is known which documents differ."""
        ...

    def visible(self) -> set[int]:
        """Return the numbers of all documents that can be found."""
        ...

    def hit_sql(self, query: Query, document: str) -> Sql:
        """Return an SQL condition: a document has what a query looks for, or what it excludes.

        `document` is the name of a row of `search_searchdocument`. Whether it is public is not part of the condition.
        """
        ...

    def occurring(self, conditions: Sequence[Condition], beside: Sequence[Sql] = ()) -> tuple[list[bool], list[Any]]:
        """Tell of each condition whether a public document meets it; also return the values of SQL expressions."""
        ...
