"""Elasticsearch behind TLS, with a key of its own for this library, on one host of several."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch as Client
from pytest_django import Settings

from search import engines
from tests.search.asking import finds, publish, show
from tests.search.synchronising import assert_true, check, drain, names
from tests.servers.fixtures import unavailable
from tests.servers.processes import ServerError, free_port
from tests.servers.secured import PASSWORD, USER, SecuredElasticsearch
from tests.waiting import until

PREFIX = "secured"
BUSY = "The search is busy at the moment: results may be simpler than usual."
# What docs/OPERATING.md says that a key needs.
ROLE = {"vademecum": {"cluster": ["monitor"], "indices": [{"names": [f"{PREFIX}-*"], "privileges": ["all"]}]}}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.faults,
    pytest.mark.usefixtures("front_page", "in_two_languages"),
]


@pytest.fixture(scope="module")
def server(elasticsearch_url: str) -> Iterator[SecuredElasticsearch]:
    """Give a server of these tests' own, where there is any Elasticsearch."""
    # Not below pytest's folders: another user, who runs it where we are root, is kept out of those.
    server = SecuredElasticsearch(Path(tempfile.mkdtemp(prefix="vademecum-secured-")))
    try:
        server.start()
    except ServerError as problem:
        unavailable(str(problem))
    yield server
    server.remove()


@pytest.fixture(scope="module")
def key(server: SecuredElasticsearch) -> str:
    admin = Client([server.url()], ca_certs=str(server.certificate), basic_auth=(USER, PASSWORD))
    made = admin.security.create_api_key(name="vademecum", role_descriptors=ROLE).body
    admin.close()
    return str(made["encoded"])


@pytest.fixture(autouse=True)
def secured(server: SecuredElasticsearch, key: str, settings: Settings) -> Iterator[None]:
    """Let this library have the secured Elasticsearch, without indices in the beginning."""
    right = {
        "ELASTICSEARCH_URL": [server.url()],
        "ELASTICSEARCH_PREFIX": PREFIX,
        "ELASTICSEARCH_API_KEY": key,
        "ELASTICSEARCH_CA_CERTS": str(server.certificate),
    }
    for name, value in right.items():
        setattr(settings, name, value)
    engines._guarded.cache_clear()
    yield
    engines._guarded.cache_clear()
    admin = Client([server.url()], ca_certs=str(server.certificate), basic_auth=(USER, PASSWORD))
    for name in admin.indices.get(index=f"{PREFIX}-*").body:
        admin.indices.delete(index=name)
    admin.close()


def test_with_its_key_the_library_is_indexed_found_and_checked() -> None:
    publish("Orchids.", title="Orchids")
    drain()
    assert names()
    assert finds("orchid") == ["Orchids"]
    assert BUSY not in show("orchid")
    assert_true()


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("ELASTICSEARCH_API_KEY", "bm9ib2R5OndpdGhvdXQ=", "AuthenticationException"),
        ("ELASTICSEARCH_API_KEY", "", "AuthenticationException"),
        ("ELASTICSEARCH_CA_CERTS", "", "TlsError"),
    ],
)
def test_where_it_is_not_let_in_the_database_answers_and_operators_are_told_why(
    settings: Settings, caplog: pytest.LogCaptureFixture, name: str, value: str, reason: str
) -> None:
    publish("Orchids.", title="Orchids")
    drain()
    setattr(settings, name, value)
    with caplog.at_level(logging.WARNING):
        page = show("orchid")
    assert "Orchids" in page
    assert BUSY in page
    assert reason in caplog.text
    assert reason in check()


def test_where_one_of_several_hosts_is_gone_the_others_answer(server: SecuredElasticsearch, settings: Settings) -> None:
    publish("Orchids.", title="Orchids")
    drain()
    settings.ELASTICSEARCH_URL = [f"https://127.0.0.1:{free_port()}", server.url()]
    engines._guarded.cache_clear()
    until(lambda: BUSY in show("orchid"))  # hosts take turns
    until(lambda: BUSY not in show("orchid"))
