"""The suite on a genuine Elasticsearch: indices of one run, brought up to date before each search."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection

from search.analysis import LANGUAGES
from search.engines import Answer
from search.engines.elasticsearch import schema
from search.engines.elasticsearch.breaker import Breaker
from search.engines.elasticsearch.client import patient_client
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.query import Query
from search.models import SearchIndex
from search.synchronisation.worker import work_off

URL = os.environ.get("TEST_ELASTICSEARCH_URL", "")
PREFIX = f"suite-{os.getpid()}"


@dataclass
class Indices:
    """The indices of a run by language, made when a test first searches, emptied after each that did."""

    names: dict[str, str]
    is_used: bool = False

    def bring_up_to_date(self) -> None:
        """Do what the worker does, and have it found."""
        if not self.names:
            for language in LANGUAGES:
                self.names[language] = _make(language)
        for language, name in self.names.items():
            SearchIndex.objects.get_or_create(
                name=name, defaults={"language": language, "schema": schema.schema_hash(), "is_complete": True}
            )
        work_off()
        patient_client().indices.refresh(index=",".join(self.names.values()))
        self.is_used = True

    def empty(self) -> None:
        """Remove all documents."""
        if self.is_used:
            names = ",".join(self.names.values())
            patient_client().delete_by_query(
                index=names, query={"match_all": {}}, refresh=True, conflicts="proceed", wait_for_completion=True
            )
        self.is_used = False


def _make(language: str) -> str:
    name = schema.new_index_name(language)
    aliases = {schema.read_alias(language): {}, schema.write_alias(language): {"is_write_index": True}}
    patient_client().indices.create(
        index=name, settings=schema.SETTINGS, mappings=schema.mapping(language), aliases=aliases
    )
    return name


@pytest.fixture(scope="session")
def indices_of_run() -> Iterator[Indices]:
    """Give the indices of this run, and delete them at its end."""
    indices = Indices({})
    yield indices
    if indices.names:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("django.conf.settings.ELASTICSEARCH_URL", [URL])
            patient_client().indices.delete(index=",".join(indices.names.values()))


@pytest.fixture(autouse=True)
def _on_elasticsearch(
    request: pytest.FixtureRequest, settings: Any, monkeypatch: pytest.MonkeyPatch, indices_of_run: Indices
) -> Iterator[None]:
    """Have Elasticsearch answer where one is named, as if its worker had just had its turn.

    Not where a test has indices of its own, or makes up what goes wrong.
    """
    if not URL or "elasticsearch" in request.fixturenames or "faults" in request.keywords:
        yield
        return
    request.getfixturevalue("elasticsearch_url")
    request.getfixturevalue("patience")
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PREFIX = [URL], PREFIX
    is_steady = "steady" in request.keywords
    ask = ElasticsearchEngine.search

    def ask_when_up_to_date(self: ElasticsearchEngine, query: Query, further_queries: Sequence[Query] = ()) -> Answer:
        # Where queries are counted, the worker's are none of the page; where nothing changes, one turn is enough.
        if not connection.force_debug_cursor and not (is_steady and indices_of_run.is_used):
            indices_of_run.bring_up_to_date()
        return ask(self, query, further_queries)

    def fail(self: Breaker, reason: str) -> None:
        pytest.fail(f"Elasticsearch did not answer: {reason}")

    monkeypatch.setattr(ElasticsearchEngine, "search", ask_when_up_to_date)
    if "elasticsearch" not in request.fixturenames:
        # The indices of the run stay what they are: a rebuild would put others in their place.
        for command in ("search_check", "search_rebuild"):
            monkeypatch.setattr(f"search.management.commands.{command}.is_used", lambda: False)
    monkeypatch.setattr(Breaker, "failed", fail)
    yield
    indices_of_run.empty()
