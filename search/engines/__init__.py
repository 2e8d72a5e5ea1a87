"""The engines: one protocol, the one inside the database, and the one that this installation searches with."""

from __future__ import annotations

import os
from functools import cache

from django.conf import settings
from django.db import connection

from search.engines.base import Answer, Engine, Hit, Searcher
from search.engines.elasticsearch.engine import ElasticsearchEngine, GuardedEngine
from search.engines.postgresql.engine import PostgresqlEngine
from search.engines.sqlite import SqliteEngine

__all__ = ["Answer", "Engine", "Hit", "Searcher", "database", "engine", "is_away"]


@cache
def database() -> Engine:
    """Return the engine inside the database: it keeps the keys and knows which words occur."""
    if connection.vendor == "postgresql":
        return PostgresqlEngine()
    return SqliteEngine()


def engine() -> Searcher:
    """Return what searches: Elasticsearch where the installation has it, else the engine inside the database."""
    return _guarded(os.getpid()) if settings.ELASTICSEARCH_URL else database()


def is_away() -> bool:
    """Tell whether the database answers this process because Elasticsearch, which the installation has, did not."""
    return bool(settings.ELASTICSEARCH_URL) and _guarded(os.getpid()).breaker.is_open


@cache
def _guarded(_process: int) -> GuardedEngine:
    """Return Elasticsearch behind a breaker, one a process."""
    return GuardedEngine(ElasticsearchEngine(), database())
