"""What an index of Elasticsearch looks like, and how indices are called.

One index a language. Its name carries a hash of all that decides what stands in it: a new version of the
code looks for an index of its own, an older process keeps its one, and nobody reads what they do not know.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import timezone

from search.analysis import RULES
from search.analysis.index_keys import KINDS, ZONES

# Keys are split at blanks, and nothing else is done to them: the analysis is ours.
_KEYS = {"type": "text", "analyzer": "keys"}
_POSITIONS = {"exact": "positions", "stem": "positions", "lemma": "freqs"}  # phrases are asked of exact words and stems

PROPERTIES: dict[str, dict[str, Any]] = {
    **{
        f"{zone}_{kind}": _KEYS | {"index_options": _POSITIONS[kind], "norms": True} for zone in ZONES for kind in KINDS
    },
    "wholes": _KEYS | {"index_options": "freqs", "norms": True},
    "parts": _KEYS | {"index_options": "freqs", "norms": True},
    # "name=value" of every facet, see `search.engines.elasticsearch.queries.facet_value`. One field, so that all
    # facets nobody chose from are counted in one go; a chosen one is counted under a filter of the others' choices.
    "facets": {"type": "keyword", "eager_global_ordinals": True},
    "page": {"type": "long"},
    "document": {"type": "long"},
    "version": {"type": "long", "index": False},
    "ages": {"type": "boolean"},
    "importance": {"type": "float"},
    "date": {"type": "date", "format": "strict_date"},
    "title": {"type": "keyword", "index": False},  # what sorts it in its language, not the title itself
    "analysis": {"type": "keyword", "index": False},
}
# Texts are read from the database, keys are sent from there again: kept is only what tells documents apart.
_KEPT = ["page", "document", "version"]

SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
    "gc_deletes": "1h",  # how long an old message about a removed document is still known to be old
    "analysis": {"analyzer": {"keys": {"type": "custom", "tokenizer": "whitespace"}}},
}


@cache
def schema_hash() -> str:
    """Return what tells the indices of this version of the code from others, eight letters."""
    parts = [PROPERTIES, _KEPT, SETTINGS, RULES]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:8]


def mapping(language: str) -> dict[str, Any]:
    """Return the mapping of the index of a language; a field that it does not name is refused."""
    return {
        "dynamic": "strict",
        "_meta": {"schema": schema_hash(), "language": language},
        "_source": {"includes": _KEPT},
        "properties": PROPERTIES,
    }


def prefix_of(language: str) -> str:
    """Return what the names of all indices of a language begin with, of whatever schema."""
    return f"{settings.ELASTICSEARCH_PREFIX}-{language}-"


def read_alias(language: str) -> str:
    """Return the name that readers ask."""
    return f"{prefix_of(language)}{schema_hash()}"


def write_alias(language: str) -> str:
    """Return the name that the worker brings up to date: the index that readers ask."""
    return f"{read_alias(language)}-write"


def build_alias(language: str) -> str:
    """Return the name of an index that is being built beside it."""
    return f"{read_alias(language)}-build"


def new_index_name(language: str) -> str:
    """Return a name for a new index: what was made later sorts later."""
    return f"{read_alias(language)}-{timezone.now():%Y%m%d%H%M%S%f}"
