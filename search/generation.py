"""One text that differs whenever the search may answer something else: known in one statement, before it searches.

Search documents are written with the library or after it, so what is public (`cms.generation`) is not all: what changes
the search alone is noted (`SearchChange`). The engines of the database find what the database has. Elasticsearch finds
what the indexer has sent: it notes that after it was sent, and has searches find it before it notes that. While
something is on its way nobody knows which of the two is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.utils import timezone

from cms.generation import generation_with
from search.analysis import LANGUAGES, version
from search.engines import is_away
from search.engines.elasticsearch.client import is_used
from search.models import IndexEntry

_CHANGES = "(SELECT COUNT(*) FROM search_searchchange)", "(SELECT SUM(id) FROM search_searchchange)"
_ON_ITS_WAY = (
    "(SELECT COUNT(*) FROM search_indexentry e JOIN search_searchindex i ON i.id = e.index_id "  # noqa: S608  our own number
    f"WHERE e.document = {IndexEntry.UNKNOWN} AND i.is_complete)"
)


def state_of_suggestions() -> str:
    """Return the present state of what the database finds: also that of suggestions where Elasticsearch searches."""
    state, changes = generation_with(*_CHANGES)
    return _together(state, changes)


def state_of_results() -> str | None:
    """Return the present state of what searches find; None where only Elasticsearch itself could tell.

    That is so while it does not answer this process, while something is on its way to it, and while it refuses a
    document.
    """
    if not is_used():
        return state_of_suggestions()
    if is_away():
        return None
    state, (*changes, on_their_way) = generation_with(*_CHANGES, _ON_ITS_WAY)
    return None if on_their_way else f"{_together(state, changes)} Elasticsearch"


def _together(state: str, changes: Sequence[Any]) -> str:
    """Return the state of the library with that of the search, in which documents age by the day in UTC."""
    return f"{state} {timezone.now():%Y-%m-%d} {' '.join(map(str, changes))} {_analysis()}"


@cache
def _analysis() -> str:
    """Return what tells the analysis of a text, with the packages that take part, from others."""
    return " ".join(version(language) for language in LANGUAGES)
