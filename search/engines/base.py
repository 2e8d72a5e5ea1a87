"""What an engine does: it keeps keys and answers queries; it knows nothing of pages, texts and views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from search.query import Asked, Query

ZONE_WEIGHTS = {"title": 5.0, "summary": 1.5, "heading": 2.0, "text": 1.0}
KIND_WEIGHTS = {"exact": 0.5, "lemma": 2.0, "stem": 1.0}
WHOLE_WEIGHT = 2.0
PART_WEIGHT = 0.5
# What ages keeps this share of its rank for ever; the rest goes down to a third in this time.
LASTING = 0.7
AGEING = 730  # days
MOST_COUNTED = 1000  # of the documents in another language
MORE_CANDIDATES = 20  # times as many hits as asked for, where an engine knows nothing of other editions

Sql = tuple[str, list[Any]]  # with its parameters


@dataclass(frozen=True)
class Hit:
    """A document that was found; `strict` when it has enough of the words, a best bet when staff put it on top."""

    document_id: int
    strict: bool
    is_best_bet: bool = False


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


class Searcher(Protocol):
    """What answers a query.

    Hits come by relevance, or by date, the newest first and what has none last, or by title: in the
    order of the bytes of `title_key`. Equals come by number.
    """

    def search(self, query: Query, elsewhere: Sequence[Query] = ()) -> Found:
        """Return one page of hits with total and facets, and what further queries found: one request.

        Of a further query the engine returns the total, at most MOST_COUNTED, and `size` strict hits by
        relevance, none where `size` is 0; it counts no facets and adds no loose hits. Hits, not the total,
        leave out works that have a public edition in `without_edition_in`. An engine that cannot tell
        leaves them in and returns MORE_CANDIDATES times as many: whoever shows the hits looks again.
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

    def occurring(self, asked: Sequence[Asked], condition: Sql | None = None) -> list[bool]:
        """Tell of each whether a public document has it, and last of a condition whether it is fulfilled."""
        ...
