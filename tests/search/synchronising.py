"""Short ways to fill and look into indices of a genuine Elasticsearch."""

from __future__ import annotations

from typing import Any

from search.analysis import LANGUAGES
from search.engines.elasticsearch.client import patient_client
from search.engines.elasticsearch.schema import prefix_of, read_alias
from search.synchronisation import indices
from search.synchronisation.building import build, step
from search.synchronisation.worker import work_off


def build_all() -> None:
    """Build the indices of all languages."""
    for language in LANGUAGES:
        build(language)


def drain() -> None:
    """Let the worker do what there is to do, and readers see it."""
    work_off()
    patient_client().indices.refresh(index=",".join(map(read_alias, LANGUAGES)))


def drain_only(language: str) -> None:
    """Let the worker do what there is to do for one language, and readers see it."""
    while step(language, indices.live_names().get(language, "")):
        pass
    patient_client().indices.refresh(index=read_alias(language))


def indexed(language: str = "en") -> dict[int, int]:
    """Return the pages that readers of a language can find, with the version that is there."""
    patient_client().indices.refresh(index=read_alias(language))
    hits = patient_client().search(index=read_alias(language), size=1000).body["hits"]["hits"]
    return {int(hit["_id"]): hit["_source"]["version"] for hit in hits}


def matching(**query: Any) -> list[int]:
    """Return the pages of an English index that a query finds."""
    hits = patient_client().search(index=read_alias("en"), size=1000, query=query).body["hits"]["hits"]
    return sorted(int(hit["_id"]) for hit in hits)


def delete_all() -> None:
    """Delete all indices of this run."""
    names = indices.patient_client().indices.get(index=prefix_of("*") + "*", features="aliases").body
    for name in names:
        patient_client().options(ignore_status=404).indices.delete(index=name)
