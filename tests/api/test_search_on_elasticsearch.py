"""A search on a genuine Elasticsearch is answered anew as soon as the indexer has sent a change, and not before."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext

from cms.publicity import record
from search.generation import state_of_results
from search.synchronisation import indices
from search.synchronisation.building import build, roll_back
from search.synchronisation.worker import work_off
from tests.api.test_mirror import Editors
from tests.factories.home import home
from tests.search.asking import publish
from tests.search.synchronising import in_two_languages

__all__ = ["in_two_languages"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("elasticsearch", "in_two_languages")]
ADDRESS = "/api/v1/search?q=orchids"


def again(address: str, first: Any) -> Any:
    """Ask as who has an answer already."""
    return Client().get(address, headers={"if-none-match": first["ETag"]})


def titles(answer: Any) -> list[str]:
    body = answer.json()
    assert not body["is_simpler"]
    return sorted(item["title"]["text"] for item in body["items"])


def test_a_publication_is_answered_once_it_is_indexed() -> None:
    publish("Orchids.", title="First", slug="first")
    record()
    work_off()
    first = Client().get(ADDRESS)
    assert titles(first) == ["First"]
    with CaptureQueriesContext(connection) as asked:
        assert again(ADDRESS, first).status_code == HTTPStatus.NOT_MODIFIED
    assert len(asked) == 1
    page = publish("Orchids.", title="Second", slug="second")
    record()
    between = again(ADDRESS, first)  # published, and not sent yet
    assert titles(between) == ["First"]
    work_off()  # nobody refreshes the index but the indexer
    after = again(ADDRESS, between)
    assert titles(after) == ["First", "Second"]
    page.delete()
    record()
    gone = again(ADDRESS, after)
    assert titles(gone) == ["First"]
    work_off()
    assert state_of_results() is not None
    assert again(ADDRESS, after).status_code == HTTPStatus.OK


def test_another_index_is_another_state() -> None:
    publish("Orchids.", title="First", slug="first")
    record()
    work_off()
    first = Client().get(ADDRESS)
    build("en")
    rebuilt = again(ADDRESS, first)
    assert rebuilt.status_code == HTTPStatus.OK
    assert indices.live("en") is not None
    roll_back("en")
    assert again(ADDRESS, rebuilt).status_code == HTTPStatus.OK


ASKED = ["/api/v1/search?q=page&limit=50", "/api/v1/search?q=again&language=nb", "/api/v1/search?order=date&limit=50"]


@pytest.mark.parametrize("seed", range(2))
def test_who_is_told_that_nothing_changed_has_what_would_be_answered(seed: int) -> None:
    home("nb")
    editors = Editors(seed)
    work_off()
    known = {address: Client().get(address) for address in ASKED}
    spared = 0
    for _step in range(20):
        with TestCase.captureOnCommitCallbacks(execute=True):
            editors.step()
        record()
        if editors.random.random() < 0.7:
            work_off()
        for address, first in known.items():
            answer = again(address, first)
            if answer.status_code == HTTPStatus.NOT_MODIFIED:
                spared += 1
                assert found(Client().get(address)) == found(first), (editors.done, address)
            else:
                known[address] = answer
    assert spared


def found(answer: Any) -> Any:
    """Return what was found, in no order: weights change a little when Elasticsearch tidies its files."""
    body = answer.json()
    assert not body["is_simpler"]
    return body["count"], sorted(str(item) for item in body["items"]), body["facets"], body["other_languages"]
