"""Whether a search is still answered alike is known before it is searched, and never wrongly."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from elastic_transport import ConnectionError as NoConnectionError
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from api import kept
from cms.publicity import record
from projects.models import Organisation, ProjectParty
from search import engines
from search.documents import indexing
from search.engines import database
from search.engines.elasticsearch.breaker import Breaker
from search.engines.elasticsearch.engine import ElasticsearchEngine, RefusedError
from search.generation import state_of_results
from search.models import BestBet, IndexEntry, SearchChange, SearchIndex
from tests.api.test_mirror import Editors
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import ProjectPageFactory, concept, index, row
from tests.search.asking import publish

pytestmark = [pytest.mark.django_db, pytest.mark.faults]
SEARCH, SUGGEST = "/api/v1/search?q=orchids", "/api/v1/suggest?q=orch"


def again(address: str, first: Any) -> Any:
    """Ask as who has an answer already."""
    return Client().get(address, headers={"if-none-match": first["ETag"]})


# ------------------------------------------------------------------------------- what the database searches


def renamed(page: Any) -> None:
    page.title = "Orchids and lilies"
    page.save_revision().publish()


def read_anew(page: Any) -> None:
    indexing.index(page, anew=True)


CHANGES: dict[str, Callable[[Any], Any]] = {
    "a page is published": renamed,
    "a page is new": lambda page: publish("Orchids.", title="Orchids too", slug="too"),
    "a page is unpublished": lambda page: page.unpublish(),
    "a page is deleted": lambda page: page.delete(),
    "a page is restricted": lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
    "a document is written anew": read_anew,
    "a best bet is new": lambda page: BestBet.objects.create(words="lilies", page=page),
    "a best bet is changed": lambda page: BestBet.objects.get().save(),
    "a best bet is deleted": lambda page: BestBet.objects.get().delete(),
    "a concept is new": lambda page: concept(Organisation, "orchid-house", name="Orchid house"),
    "a concept is renamed": lambda page: Organisation.objects.get(key="garden").save(),
}


@pytest.fixture
def page() -> Any:
    page = publish("Orchids are flowers.", title="Orchids", slug="orchids")
    BestBet.objects.create(words="roses", page=page)
    office = concept(Organisation, "garden", name="Orchid garden")
    ProjectPageFactory(
        parent=index("project", home()),
        title="Garden of orchids",
        parties=[row(ProjectParty, role="partner", organisation=office)],
    )
    record()
    return page


@pytest.mark.parametrize("address", [SEARCH, SUGGEST])
def test_what_did_not_change_is_known_in_one_statement(page: Any, address: str) -> None:
    first = Client().get(address)
    assert len(first.json()["items"]) >= 2
    with CaptureQueriesContext(connection) as asked:
        answer = again(address, first)
    assert (answer.status_code, len(asked)) == (HTTPStatus.NOT_MODIFIED, 1)
    since = Client().get(address, headers={"if-modified-since": first["Last-Modified"]})
    assert since.status_code == HTTPStatus.NOT_MODIFIED
    assert Client().get(f"{address}&language=nb")["ETag"] != first["ETag"]


@pytest.mark.parametrize("address", [SEARCH, SUGGEST])
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_what_is_found_is_answered_anew(page: Any, change: str, address: str) -> None:
    first = Client().get(address)
    with TestCase.captureOnCommitCallbacks(execute=True):
        CHANGES[change](page)
    record()
    answer = again(address, first)
    assert answer.status_code == HTTPStatus.OK
    assert answer["ETag"] != first["ETag"]


@pytest.mark.parametrize("address", [SEARCH, SUGGEST])
def test_a_draft_is_no_new_answer(page: Any, address: str) -> None:
    first = Client().get(address)
    page.title = "Orchids, a draft"
    page.save_revision()
    record()
    assert again(address, first).status_code == HTTPStatus.NOT_MODIFIED


def test_old_notes_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SearchChange, "KEPT", 3)
    for _time in range(5):
        SearchChange.objects.create()
    SearchChange.forget_old()
    assert SearchChange.objects.count() == 3


ASKED = [
    "/api/v1/search?q=page&limit=50",
    "/api/v1/search?q=again&language=nb",
    "/api/v1/search?order=date&limit=50",
    "/api/v1/suggest?q=pag",
]


@pytest.mark.parametrize("seed", range(2))
def test_who_is_told_that_nothing_changed_has_what_would_be_answered(seed: int) -> None:
    editors = Editors(seed)
    known = {address: Client().get(address) for address in ASKED}
    spared = 0
    for _step in range(30):
        with TestCase.captureOnCommitCallbacks(execute=True):
            editors.step()
        record()
        for address, first in known.items():
            answer = again(address, first)
            if answer.status_code == HTTPStatus.NOT_MODIFIED:
                spared += 1
                assert Client().get(address).content == first.content, (editors.done, address)
            else:
                known[address] = answer
    assert spared


# ------------------------------------------------------------------------------- Elasticsearch, and without it


class Switched:
    """An Elasticsearch that answers as the database does, until it is switched off."""

    fault: Exception | None = None

    def search(self, *queries: Any) -> Any:
        if self.fault:
            raise self.fault
        return database().search(*queries)


@pytest.fixture
def elastic(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Switched]:
    """Let this installation search with an Elasticsearch whose breaker never tries again by itself."""
    settings.ELASTICSEARCH_URL, settings.API_MEMORY = ["http://127.0.0.1:9"], 1
    switched = Switched()
    monkeypatch.setattr(ElasticsearchEngine, "search", lambda _self, *queries: switched.search(*queries))
    engines._guarded.cache_clear()
    close_breaker()
    yield switched
    engines._guarded.cache_clear()
    kept.forget()


def close_breaker() -> None:
    engines._guarded(os.getpid()).breaker = Breaker("Elasticsearch", lambda: None, pause=3600)


def is_simpler(answer: Any) -> bool:
    assert answer.status_code == HTTPStatus.OK
    return bool(answer.json()["is_simpler"])


def test_no_answer_of_one_engine_is_taken_for_that_of_the_other(page: Any, elastic: Switched) -> None:
    first = Client().get(SEARCH)
    assert not is_simpler(first)
    assert again(SEARCH, first).status_code == HTTPStatus.NOT_MODIFIED
    elastic.fault = NoConnectionError("refused")
    other = f"{SEARCH}&limit=9"
    noticed = Client().get(other)  # by this request the process learns that it is away
    assert is_simpler(noticed)
    simpler = again(SEARCH, first)
    assert is_simpler(simpler)
    since = Client().get(SEARCH, headers={"if-modified-since": first["Last-Modified"]})
    assert is_simpler(since)
    for answer in (noticed, simpler):
        assert answer["Cache-Control"] == "no-cache"
        assert "Last-Modified" not in answer
    assert again(SEARCH, simpler).status_code == HTTPStatus.NOT_MODIFIED  # the same, searched for again
    elastic.fault = None
    close_breaker()
    assert not is_simpler(again(SEARCH, simpler))
    assert not is_simpler(again(other, noticed))
    assert again(SEARCH, first).status_code == HTTPStatus.NOT_MODIFIED


def test_nothing_simpler_is_kept(page: Any, elastic: Switched) -> None:
    elastic.fault = NoConnectionError("refused")
    for _time in range(3):
        assert is_simpler(Client().get(SEARCH))
    assert not kept._kept.answers
    elastic.fault = None
    close_breaker()
    for _time in range(3):
        assert not is_simpler(Client().get(SEARCH))
    assert list(kept._kept.answers) == [SEARCH]
    elastic.fault = RefusedError("one request, while the breaker stays closed")
    assert not is_simpler(Client().get(SEARCH))  # kept, and as good as it was
    assert is_simpler(Client().get(f"{SEARCH}&limit=9"))


def test_while_something_is_on_its_way_a_search_is_made_and_compared(page: Any, elastic: Switched) -> None:
    live = SearchIndex.objects.create(name="live", language="en", schema="x", is_complete=True)
    entry = IndexEntry.objects.create(index=live, page=page.pk, document=1, version=1)
    first = Client().get(SEARCH)
    assert again(SEARCH, first).status_code == HTTPStatus.NOT_MODIFIED
    IndexEntry.objects.update(document=IndexEntry.UNKNOWN)
    assert state_of_results() is None
    second = again(SEARCH, first)
    assert second.status_code == HTTPStatus.OK
    assert again(SEARCH, second).status_code == HTTPStatus.NOT_MODIFIED
    renamed(page)
    assert again(SEARCH, second).status_code == HTTPStatus.OK
    entry.delete()
    assert state_of_results() is not None


def test_an_index_that_is_built_beside_is_not_waited_for(page: Any, elastic: Switched) -> None:
    built = SearchIndex.objects.create(name="built", language="en", schema="x", is_complete=False)
    IndexEntry.objects.create(index=built, page=page.pk, document=IndexEntry.UNKNOWN)
    assert state_of_results() is not None


def test_suggestions_are_those_of_the_database_whatever_searches(page: Any, elastic: Switched) -> None:
    first = Client().get(SUGGEST)
    elastic.fault = NoConnectionError("refused")
    Client().get(SEARCH)
    assert again(SUGGEST, first).status_code == HTTPStatus.NOT_MODIFIED
    StandardPageFactory(parent=home(), title="Orchards", slug="orchards")
    record()
    assert again(SUGGEST, first).status_code == HTTPStatus.OK
