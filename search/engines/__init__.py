"""The engines: one protocol, and the one that this installation searches with."""

from __future__ import annotations

from functools import cache

from search.engines.base import Engine, Found, Hit

__all__ = ["Engine", "Found", "Hit", "engine"]


@cache
def engine() -> Engine:
    """Return the engine: the one inside the SQLite database."""
    from search.engines.sqlite import SqliteEngine

    return SqliteEngine()
