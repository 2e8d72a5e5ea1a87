"""What an index lacks or has too much is derived from what is public, without Elasticsearch."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page, PageViewRestriction

from search.documents.indexing import index as write_document
from search.models import IndexEntry, SearchDocument, SearchIndex
from search.synchronisation.differences import MOST_ATTEMPTS, is_in_step, parked, to_remove, to_send
from search.synchronisation.sending import _note as note
from search.synchronisation.updates import take_updates
from search.synchronisation.worker import LONGEST_DELAY, Worker, delay
from tests.factories.home import home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory
from tests.factories.projects import index as list_page
from tests.search.asking import publish
from tests.search.between import Between
from tests.search.test_visibility import HIDING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


@pytest.fixture
def index(db: None) -> SearchIndex:
    return SearchIndex.objects.create(name="one", language="en", schema="x", is_complete=True)


def settle(index: SearchIndex) -> None:
    """Do as if everything had been sent and taken."""
    for _round in range(2):
        pages = {*to_send(index).values_list("page_id", flat=True), *to_remove(index).values_list("page", flat=True)}
        answer(index, take_updates(index, pages))
    assert is_in_step(index)


def answer(index: SearchIndex, messages: Any, status: int = 200, **error: str) -> None:
    """Note that Elasticsearch answered so to each message."""
    note(index, messages, [{"status": status, "_index": index.name, "error": error} for _message in messages])


def sent(index: SearchIndex) -> list[int]:
    return [document.page_id for document in to_send(index)]


def removed(index: SearchIndex) -> list[int]:
    return [entry.page for entry in to_remove(index)]


def test_what_is_published_is_sent_once(index: SearchIndex) -> None:
    settle(index)
    page = publish("Orchids.")
    publish("Orkideer.", "nb")
    assert sent(index) == [page.pk]
    settle(index)
    page.save()
    assert is_in_step(index), "nothing has changed"


def test_what_has_changed_is_sent_again(index: SearchIndex) -> None:
    page = publish("Orchids.")
    settle(index)
    page.body = [("text", "<p>Roses.</p>")]
    page.save()
    assert sent(index) == [page.pk]


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())
def test_what_is_hidden_goes_however_it_was_hidden(index: SearchIndex, hide: Callable[[Any], None]) -> None:
    above = publish("", title="Above")
    page = publish("Orchids.", parent=above)
    settle(index)
    hide(page)
    assert page.pk in removed(index)
    settle(index)
    assert not IndexEntry.objects.exclude(document=IndexEntry.ABSENT).filter(page=page.pk).exists()


def test_what_is_shown_again_comes_back_without_being_saved(index: SearchIndex) -> None:
    page = publish("Orchids.")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    settle(index)
    restriction.delete()
    assert sent(index) == [page.pk]


def test_a_document_that_was_written_anew_is_another_one(index: SearchIndex) -> None:
    page = publish("Orchids.")
    settle(index)
    SearchDocument.objects.get(page=page).delete()
    page.save()
    assert SearchDocument.objects.get(page=page).version == 1
    assert sent(index) == [page.pk]


def put_into(page: Any, language: str) -> None:
    """Give a page another language as a program can, past the rules that hold for whoever saves it."""
    Page.objects.filter(pk=page.pk).update(locale=home(language).locale)
    write_document(type(page).objects.get(pk=page.pk))


def test_a_page_that_changed_its_language_leaves_one_index_for_the_other(index: SearchIndex) -> None:
    polish = SearchIndex.objects.create(name="other", language="pl", schema="x", is_complete=True)
    home("pl")
    page = publish("Orchids.")
    settle(index)
    settle(polish)
    put_into(page, "pl")
    assert (removed(index), sent(polish)) == ([page.pk], [page.pk])
    assert sent(index) == removed(polish) == []


def test_facets_that_another_page_changed_are_sent(index: SearchIndex) -> None:
    handbook = HandbookPageFactory(parent=list_page("handbook", home("en")), title="Handbook", year=2020)
    chapter = HandbookChapterPageFactory(parent=handbook, title="Chapter")
    settle(index)
    handbook.year = 2021
    handbook.save()
    assert sent(index) == [handbook.pk, chapter.pk]


def test_a_rollback_leaves_nothing_to_be_sent(index: SearchIndex) -> None:
    page = publish("Orchids.")
    settle(index)
    with transaction.atomic():
        publish("Roses.")
        page.unpublish()
        assert not is_in_step(index)
        transaction.set_rollback(True)
    assert is_in_step(index)


# ---------------------------------------------------------------- numbers


def test_a_message_has_what_is_public_when_it_is_taken(index: SearchIndex) -> None:
    page, hidden = publish("Orchids.", title="Ägypten"), publish("Roses.")
    hidden.unpublish()
    message, gone = take_updates(index, [page.pk, hidden.pk])
    assert message.body is not None
    assert "ene-orchids" in message.body["text_exact"]
    assert message.body["facets"] == ["type=page"]
    assert (message.document, message.version) == (page.search_document.pk, 1)
    assert gone.body is None


def test_numbers_rise_whatever_the_clock_says(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    page = publish("Orchids.")
    first = take_updates(index, [page.pk])[0].number
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    second = take_updates(index, [page.pk])[0].number
    assert second > first


def test_what_came_of_an_older_message_is_not_noted(index: SearchIndex) -> None:
    page = publish("Orchids.")
    older = take_updates(index, [page.pk])
    page.body = [("text", "<p>Roses.</p>")]
    page.save()
    newer = take_updates(index, [page.pk])
    answer(index, newer)
    answer(index, older)
    assert IndexEntry.objects.get(page=page.pk).version == 2
    assert page.pk not in sent(index)


def test_what_a_second_worker_never_sent_stays_to_be_sent(index: SearchIndex) -> None:
    page = publish("Orchids.")
    first = take_updates(index, [page.pk])
    take_updates(index, [page.pk])
    answer(index, first)
    assert page.pk in sent(index)


def test_what_may_have_been_sent_by_a_killed_worker_is_removed_when_it_is_hidden(index: SearchIndex) -> None:
    page = publish("Orchids.")
    settle(index)
    other = publish("Roses.")
    take_updates(index, [other.pk])
    other.unpublish()
    assert removed(index) == [other.pk]
    assert page.pk not in removed(index)


# ---------------------------------------------------------------- what is refused


def test_a_refused_document_is_parked_after_some_attempts_until_it_changes(index: SearchIndex) -> None:
    settle(index)
    page, other = publish("Orchids."), publish("Roses.", title="Other")
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert page.pk in sent(index)
        answer(index, take_updates(index, [page.pk]), 400, type="document_parsing_exception", reason="cannot be read")
        entry = IndexEntry.objects.get(page=page.pk)
        assert entry.attempts == attempt
        assert entry.retry_at is not None
        assert entry.retry_at > timezone.now()
        assert sent(index) == [other.pk], "it waits, and holds up no other"
        IndexEntry.objects.filter(page=page.pk).update(retry_at=timezone.now() - timedelta(seconds=1))
        assert list(parked(index)) == ([entry] if attempt == MOST_ATTEMPTS else [])
    assert sent(index) == [other.pk]
    page.body = [("text", "<p>Lilies.</p>")]
    page.save()
    assert sent(index) == [page.pk, other.pk]
    assert not parked(index).exists()


# ---------------------------------------------------------------- publishing and the worker


def test_the_number_of_queries_of_a_round_does_not_grow_with_the_pages(index: SearchIndex) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as counted:
            take_updates(index, list(to_send(index).values_list("page_id", flat=True)))
        return len(counted)

    publish("Orchids.")
    few = queries()
    for number in range(5):
        publish("Orchids.", title=f"Page {number}")
    assert queries() == few


def test_the_worker_waits_longer_after_each_failure_and_never_in_step_with_another() -> None:
    assert all(0 <= delay(failures) <= LONGEST_DELAY for failures in range(1, 40))
    assert len({delay(10) for _time in range(10)}) > 1


def test_a_worker_without_elasticsearch_goes_on_and_says_so_once(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with Between() as closed:
        settings.ELASTICSEARCH_URL = [closed.url]
    publish("Orchids.")
    worker = Worker()
    assert [0 <= worker.turn() <= LONGEST_DELAY for _time in range(3)] == [True] * 3
    said = [record for record in caplog.records if record.name.startswith("search")]
    assert len(said) == 1
    assert "orchids" not in caplog.text.lower()


def test_draining_without_elasticsearch_says_that_there_is_nothing_to_do(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = []
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search_drain", "--once")
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search_rebuild", "--rollback")
