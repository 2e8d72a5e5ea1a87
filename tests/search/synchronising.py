"""Short ways to fill indices of a genuine Elasticsearch and to look into them."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from search.analysis import LANGUAGES
from search.engines.elasticsearch.client import patient_client
from search.engines.elasticsearch.schema import prefix_of, read_alias
from search.synchronisation import indices
from search.synchronisation.building import step
from search.synchronisation.worker import work_off
from tests.search.between import Between


@pytest.fixture
def in_two_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Elasticsearch have two languages only: an index takes its time to be made."""
    for module in ("engines.elasticsearch.engine", "faults", "synchronisation.indices", "synchronisation.worker"):
        monkeypatch.setattr(f"search.{module}.LANGUAGES", {code: LANGUAGES[code] for code in ("en", "nb")})


@pytest.fixture
def between(elasticsearch: str, settings: Settings) -> Iterator[Between]:
    """Put something between this test and Elasticsearch."""
    server = urlsplit(elasticsearch)
    with Between((str(server.hostname), int(server.port or 0))) as between:
        settings.ELASTICSEARCH_URL = [between.url]
        yield between


def names(language: str = "*") -> list[str]:
    """Return the names of all indices of this test."""
    return sorted(patient_client().indices.get(index=f"{prefix_of(language)}*", features="aliases").body)


def drain() -> None:
    """Let the worker do what there is to do."""
    work_off()


def drain_only(language: str) -> None:
    """Let the worker do what there is to do for one language."""
    while step(language, indices.live_names().get(language, "")):
        pass


def indexed(language: str = "en") -> dict[int, int]:
    """Return the pages that readers of a language can find, with the version that is there."""
    patient_client().indices.refresh(index=read_alias(language))
    hits = patient_client().search(index=read_alias(language), size=1000).body["hits"]["hits"]
    return {int(hit["_id"]): hit["_source"]["version"] for hit in hits}


def check(*options: str) -> str:
    """Return what `search_check` says, without waiting for a worker that is not there."""
    output = StringIO()
    try:
        call_command("search_check", "--wait=0", *options, stdout=output, stderr=StringIO())
    except CommandError as problem:
        output.write(str(problem))
    return output.getvalue()


def assert_true() -> None:
    """Fail where `search_check` finds anything."""
    assert "nothing lost, stale or leaked" in (said := check()), said
