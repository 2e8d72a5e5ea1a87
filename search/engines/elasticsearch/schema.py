"""What an index of Elasticsearch looks like, and how indices are called.

There is one index a language. Its name has a hash of all that decides what is in it. So a new version of the code looks
for an index of its own, an older process keeps the one that it knows, and neither reads the index of the other.
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

# Keys are split at blanks and not changed: the analysis is ours.
_KEYS = {"type": "text", "analyzer": "keys"}
_POSITIONS = {"exact": "positions", "stem": "positions", "lemma": "freqs"}  # phrases have exact words or stems

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
# Texts are read from the database, and keys are sent from there again. So only what tells documents apart is kept.
_KEPT = ["page", "document", "version"]

SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
    "gc_deletes": "1h",  # so long an old update of a removed document is still known to be old
    "analysis": {"analyzer": {"keys": {"type": "custom", "tokenizer": "whitespace"}}},
}


@cache
def schema_hash() -> str:
    """Return eight letters that tell the indices of this version of the code from others."""
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
    """Return the beginning of the names of all indices of a language, of any schema."""
    return f"{settings.ELASTICSEARCH_PREFIX}-{language}-"


def read_alias(language: str) -> str:
    """Return the name that searches use."""
    return f"{prefix_of(language)}{schema_hash()}"


def write_alias(language: str) -> str:
    """Return the name under which the worker brings the index that searches use up to date."""
    return f"{read_alias(language)}-write"


def build_alias(language: str) -> str:
    """Return the name of an index that is being built beside the one that searches use."""
    return f"{read_alias(language)}-build"


def new_index_name(language: str) -> str:
    """Return a name for a new index; names of later indices sort later."""
    return f"{read_alias(language)}-{timezone.now():%Y%m%d%H%M%S%f}"
