"""A genuine Elasticsearch has what is public, whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings
from wagtail.models import Page, PageViewRestriction

from search.engines.elasticsearch import schema
from search.engines.elasticsearch.client import PATIENCE, patient_client
from search.models import IndexEntry, SearchDocument, SearchIndex
from search.synchronisation import building, comparison, indices, updates
from search.synchronisation.sending import NotWellError, send
from search.synchronisation.updates import take_updates
from tests.search.asking import publish
from tests.search.between import Between
from tests.search.synchronising import assert_true, check, drain, drain_only, indexed, names
from tests.search.test_visibility import HIDING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page", "elasticsearch", "in_two_languages")]


def test_what_is_published_is_there_after_a_round() -> None:
    drain()
    page = publish("Orchids.")
    assert page.pk not in indexed()
    drain()
    assert indexed()[page.pk] == 1
    page.body = [("text", "<p>Roses.</p>")]
    page.save()
    drain()
    assert indexed()[page.pk] == 2
    assert_true()


def test_what_is_hidden_is_gone_after_a_round_however_it_was_hidden() -> None:
    pages = [publish("Orchids.", title=how, parent=publish("", title=f"Above {how}")) for how in HIDING]
    numbers = {page.pk for page in pages}
    drain_only("en")
    assert numbers <= set(indexed())
    for page, hide in zip(pages, HIDING.values(), strict=True):
        hide(page)
    drain_only("en")
    assert not numbers & set(indexed())


def test_readers_of_a_language_find_only_its_pages() -> None:
    english, norwegian = publish("Orchids."), publish("Orkideer.", "nb")
    drain()
    assert english.pk in indexed("en").keys() - indexed("nb").keys()
    assert norwegian.pk in indexed("nb").keys() - indexed("en").keys()
    assert_true()


def test_an_index_refuses_fields_that_it_does_not_know() -> None:
    drain_only("en")
    index = indices.live("en")
    assert index is not None
    assert comparison.has_right_schema(index)
    with pytest.raises(Exception, match="strict_dynamic_mapping_exception"):
        patient_client().index(index=index.name, document={"page": 1, "text": "plain"})


def test_an_old_message_never_overwrites_a_new_one() -> None:
    page = publish("Orchids.")
    drain_only("en")
    index = known_live()
    old = take_updates(index, [page.pk])
    page.body = [("text", "<p>Roses.</p>")]
    page.save()
    drain_only("en")
    send(index, schema.write_alias("en"), old)
    assert indexed()[page.pk] == 2
    page.unpublish()
    drain_only("en")
    send(index, schema.write_alias("en"), old)
    assert page.pk not in indexed(), "it does not come back either"
    assert_true_of("en")


def test_a_document_that_is_refused_is_parked_and_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    drain()
    poisoned, other = publish("Orchids.", title="Poisoned"), publish("Roses.")
    make = updates.body

    def body(document: SearchDocument, facets: Any) -> Mapping[str, Any]:
        return make(document, facets) | ({"unknown": 1} if document.title == "Poisoned" else {})

    with monkeypatch.context() as patch:
        patch.setattr(updates, "body", body)
        for _attempt in range(4):
            drain()
            IndexEntry.objects.update(retry_at=None)
    assert other.pk in indexed()
    assert poisoned.pk not in indexed()
    assert f"parked: page {poisoned.pk} is refused by Elasticsearch (strict_dynamic_mapping_exception" in check()
    assert "1 faults found" not in check("--repair")
    assert poisoned.pk in indexed()
    assert_true()


@pytest.mark.parametrize("block", ["write", "read_only_allow_delete"])
def test_an_index_that_cannot_be_written_is_brought_up_to_date_when_it_can(block: str) -> None:
    drain_only("en")
    index = known_live()
    page = publish("Orchids.")
    patient_client().indices.put_settings(index=index.name, settings={f"index.blocks.{block}": True})
    with pytest.raises(NotWellError):
        drain_only("en")
    patient_client().indices.put_settings(index=index.name, settings={f"index.blocks.{block}": None})
    drain_only("en")
    assert page.pk in indexed()


def test_an_index_that_was_deleted_is_made_anew() -> None:
    page, hidden = publish("Orchids."), publish("Roses.")
    drain()
    index = known_live()
    indices.delete(index.name)
    hidden.unpublish()
    with pytest.raises(NotWellError):
        send(index, schema.write_alias("en"), take_updates(index, [page.pk, hidden.pk]))
    drain()
    assert page.pk in indexed()
    assert hidden.pk not in indexed()
    assert schema.write_alias("en") not in names("en"), "a removal has made an index of this name"
    assert_true()


def test_a_lost_write_alias_is_mended() -> None:
    drain_only("en")
    patient_client().indices.delete_alias(index=known_live().name, name=schema.write_alias("en"))
    page = publish("Orchids.")
    with pytest.raises(NotWellError):
        drain_only("en")
    drain_only("en")
    assert page.pk in indexed()


def test_two_workers_do_no_harm(between: Between) -> None:
    """One is held up in the middle of a request while the other does all of it."""
    page = publish("Orchids.")
    drain_only("en")
    index = known_live()
    slow = take_updates(index, [page.pk])
    page.body = [("text", "<p>Roses.</p>")]
    page.save()
    drain_only("en")
    assert not send(index, schema.write_alias("en"), slow)
    assert indexed()[page.pk] == 2
    assert_true_of("en")


def test_a_server_that_stops_answering_costs_a_round_and_nothing_is_lost(
    between: Between, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    drain_only("en")
    page = publish("Orchids.")
    monkeypatch.setattr("search.engines.elasticsearch.client.PATIENCE", 0.5)
    between.answers.clear()
    with pytest.raises(NotWellError, match="ConnectionTimeout"):
        drain_only("en")
    between.answers.set()
    assert PATIENCE > 1
    monkeypatch.undo()
    drain_only("en")
    assert page.pk in indexed()
    assert_true_of("en")


# ---------------------------------------------------------------- building


def known_live(language: str = "en") -> SearchIndex:
    index = indices.live(language)
    assert index is not None
    return index


def assert_true_of(language: str) -> None:
    index = known_live(language)
    assert list(comparison.differences(index)) == []


def test_edits_during_a_rebuild_reach_the_new_index() -> None:
    kept, changed, hidden = publish("Orchids.", title="Kept"), publish("Roses.", title="Changed"), publish("Lilies.")
    drain_only("en")
    before = known_live()

    def edit(_done: int, _number: int) -> None:
        if hidden.live:
            changed.body = [("text", "<p>Tulips.</p>")]
            changed.save()
            hidden.unpublish()
            publish("Daisies.", title="New")

    building.build("en", edit)
    after = known_live()
    assert after != before
    assert names("en") == sorted([before.name, after.name])
    found = indexed()
    assert found[changed.pk] == 2
    assert hidden.pk not in found
    assert {kept.pk, Page.objects.get(title="New").pk} < set(found)
    assert_true_of("en")


def test_a_build_that_was_cut_off_is_continued(monkeypatch: pytest.MonkeyPatch) -> None:
    publish("Orchids.")
    begun = indices.unfinished("en")
    building.bring_in_step(begun, schema.build_alias("en"))
    assert indices.unfinished("en") == begun
    assert building.build("en") == begun == known_live()
    assert indices.unfinished("en") != begun


def test_a_build_whose_index_is_gone_is_begun_again() -> None:
    begun = indices.unfinished("en")
    indices.delete(begun.name)
    again = indices.unfinished("en")
    assert again.name != begun.name
    assert building.build("en") == again


def test_readers_can_be_sent_back_to_the_index_before() -> None:
    page = publish("Orchids.")
    drain_only("en")
    first = known_live()
    building.build("en")
    second = known_live()
    page.unpublish()
    new = publish("Roses.")
    drain_only("en")
    call_command("search_rebuild", "en", "--rollback")
    assert known_live() == first != second
    assert page.pk not in indexed()
    assert new.pk in indexed()
    building.build("en")
    assert names("en") == sorted([first.name, known_live().name]), "what is older than the one before is deleted"
    assert_true_of("en")


def test_without_an_earlier_index_there_is_no_way_back() -> None:
    drain_only("en")
    with pytest.raises(CommandError, match="no earlier index"):
        call_command("search_rebuild", "en", "--rollback")


def test_a_suspicious_index_is_refused_unless_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [publish("Orchids.", title=f"Page {number}") for number in range(6)]
    drain_only("en")
    before = known_live()
    monkeypatch.setattr(building, "SUSPICIOUS_FROM", 3)
    # As where somebody has emptied the library by mistake, and the worker has not come to it yet.
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(live=False)
    with pytest.raises(CommandError, match="the new index has 1 documents, the one that readers have 7"):
        call_command("search_rebuild", "en", "--from-keys")
    assert known_live() == before
    call_command("search_rebuild", "en", "--from-keys", "--force")
    assert known_live() != before


def test_an_index_in_which_nothing_is_found_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    publish("Orchids.")
    drain_only("en")
    before = known_live()
    make = updates.body
    monkeypatch.setattr(
        updates, "body", lambda document, facets: make(document, facets) | {"text_exact": "", "title_exact": ""}
    )
    with pytest.raises(CommandError, match="not found by their words"):
        call_command("search_rebuild", "en", "--from-keys")
    assert known_live() == before


# ---------------------------------------------------------------- check and repair


def damage(page: Page, index: SearchIndex) -> dict[str, Callable[[], Any]]:
    client, body = patient_client(), {"page": page.pk, "document": 1, "version": 7}
    return {
        "missing": lambda: client.delete(index=index.name, id=str(page.pk)),
        "stale": lambda: client.index(index=index.name, id=str(page.pk), document=body),
        "ghost": lambda: client.index(index=index.name, id="999999", document=body | {"page": 999999}),
        "wrong language": lambda: client.index(index=known_live("nb").name, id=str(page.pk), document=body),
        "wrong schema": lambda: indices.delete(index.name),
        "left over": lambda: client.indices.create(index=f"{schema.prefix_of('en')}stranger"),
    }


@pytest.mark.parametrize("fault", ["missing", "stale", "ghost", "wrong language", "wrong schema", "left over"])
def test_the_check_names_what_is_wrong_and_mends_it(fault: str) -> None:
    page = publish("Orchids.")
    publish("Orkideer.", "nb")
    drain()
    assert_true()
    damage(page, known_live())[fault]()
    assert f"{fault}:" in (said := check())
    assert "1 faults" in said
    assert f'"{fault}": 1' in check("--json")
    check("--repair")
    assert_true()


def test_an_elasticsearch_that_is_away_is_one_fault(settings: Settings) -> None:
    drain()
    with Between() as closed:
        settings.ELASTICSEARCH_URL = [closed.url]
    assert "not well: Elasticsearch: Connection" in check()


def test_a_restriction_that_the_worker_has_not_seen_is_a_ghost() -> None:
    page = publish("Orchids.")
    drain()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert f"ghost: page {page.pk}" in check()
    drain()
    assert_true()
