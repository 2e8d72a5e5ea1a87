"""What tests ask for to have a genuine server."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search import engines
from search.engines.elasticsearch.client import patient_client
from tests.servers.elasticsearch import Elasticsearch, is_well

SEARCH = Path(__file__).parents[1] / "search"
HOW = "start one with `make test-elasticsearch`, or see tests/servers"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that asks for Elasticsearch, and where one is named those of the search that ask some engine."""
    is_named = bool(os.environ.get(Elasticsearch.variable))
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        is_of_search = SEARCH in item.path.parents and ("db" in asked or item.get_closest_marker("django_db"))
        if asked & {"elasticsearch_url", "elasticsearch_server"} or (is_named and is_of_search):
            item.add_marker(pytest.mark.elasticsearch)


def unavailable(reason: str) -> None:
    """Skip a test for want of a server; fail it where nothing may be wanting."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """Give the address of a running Elasticsearch, to be shared with others by a prefix of one's own."""
    url = os.environ.get(Elasticsearch.variable, "")
    if not url:
        unavailable(f"{Elasticsearch.variable} names no Elasticsearch: {HOW}.")
    if not is_well(url):
        pytest.fail(f"No Elasticsearch answers at {url}, which {Elasticsearch.variable} names.")
    return url


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Elasticsearch take its time for a reader: a loaded machine is slow, not wrong."""
    monkeypatch.setattr("search.engines.elasticsearch.client.BUDGET", 30.0)


@pytest.fixture
def elasticsearch(request: pytest.FixtureRequest, elasticsearch_url: str, settings: Any) -> Iterator[str]:
    """Let this installation have Elasticsearch, with indices of its own that do not stand yet; give the address.

    A test of faults has a reader's patience.
    """
    if "faults" not in request.keywords:
        request.getfixturevalue("patience")
    prefix = f"test-{uuid.uuid4().hex[:12]}"
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PREFIX = [elasticsearch_url], prefix
    engines._guarded.cache_clear()  # a breaker that another test has opened
    yield elasticsearch_url
    settings.ELASTICSEARCH_URL = [elasticsearch_url]  # a test may have had another
    client = patient_client()
    if names := list(client.indices.get(index=f"{prefix}-*", features="aliases").body):
        client.indices.delete(index=names)
    engines._guarded.cache_clear()


@pytest.fixture
def elasticsearch_server(elasticsearch_url: str) -> Iterator[Elasticsearch]:
    """Give the server itself, to be paused, killed and restarted; it is well again after the test."""
    folder = os.environ.get(Elasticsearch.folder_variable, "")
    if not folder:
        unavailable(f"{Elasticsearch.folder_variable} names no server that tests may kill: {HOW}.")
    server = Elasticsearch(Path(folder))
    assert server.url() == elasticsearch_url
    yield server
    server.recover()
