"""The engines: one protocol, the one inside the database, and the one that this installation searches with."""

from __future__ import annotations

from functools import cache

from search.engines.base import Engine, Found, Hit, Searcher

__all__ = ["Engine", "Found", "Hit", "Searcher", "database", "engine"]


@cache
def database() -> Engine:
    """Return the engine inside the database: it keeps the keys and knows which words occur."""
    from search.engines.sqlite import SqliteEngine

    return SqliteEngine()


def engine() -> Searcher:
    """Return what searches: the engine inside the database."""
    return database()
