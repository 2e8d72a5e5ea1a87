"""What is no longer public and still in an index of Elasticsearch is neither found nor counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engines.elasticsearch.client import patient_client
from search.engines.elasticsearch.schema import read_alias
from search.models import IndexEntry, SearchIndex
from search.synchronisation.differences import no_longer_public
from search.synchronisation.sending import NotWellError
from tests.factories.home import home
from tests.search.asking import ask, publish
from tests.search.synchronising import drain
from tests.search.test_differences import put_into, settle
from tests.search.test_visibility import HIDING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

EACH_WAY = pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())


@pytest.fixture
def index(db: None) -> SearchIndex:
    return SearchIndex.objects.create(name="one", language="en", schema="x", is_complete=True)


@EACH_WAY
def test_what_was_hidden_is_known_at_once_however_it_was_hidden(
    index: SearchIndex, hide: Callable[[Any], None]
) -> None:
    publish("Other orchids.", title="Public")
    page = publish("Orchids.", parent=publish("", title="Above"))
    settle(index)
    assert no_longer_public(["en", "nb"]) == {"en": [], "nb": []}
    number = page.pk
    hide(page)
    assert number in no_longer_public(["en"])["en"]
    settle(index)
    assert no_longer_public(["en"]) == {"en": []}


def test_a_page_that_changed_its_language_is_known_to_be_gone_from_the_first_one(index: SearchIndex) -> None:
    home("pl")
    page = publish("Orchids.")
    settle(index)
    put_into(page, "pl")
    assert no_longer_public(["en"]) == {"en": [page.pk]}


def test_drafts_are_not_named_and_cost_one_query(index: SearchIndex) -> None:
    for number in range(5):
        publish("Orchids.", title=f"Draft {number}").unpublish()
    publish("Orchids.")
    settle(index)
    with CaptureQueriesContext(connection) as queries:
        assert no_longer_public(["en"]) == {"en": []}
    assert len(queries) == 1


def test_what_is_on_its_way_is_left_out_only_while_it_is_not_public(index: SearchIndex) -> None:
    page = publish("Orchids.")
    settle(index)
    IndexEntry.objects.update(document=IndexEntry.UNKNOWN)
    assert no_longer_public(["en"]) == {"en": []}
    page.unpublish()
    assert no_longer_public(["en"]) == {"en": [page.pk]}


@pytest.mark.usefixtures("elasticsearch", "in_two_languages")
@EACH_WAY
def test_no_count_names_what_was_hidden_while_the_index_cannot_be_written(hide: Callable[[Any], None]) -> None:
    publish("Music for all and orchids.", "nb", title="Public", parent=home("nb"))
    page = publish("Hidden orchids.", "nb", title="Hidden", parent=publish("", "nb", title="Above"))
    drain()
    patient_client().indices.refresh(index=read_alias("nb"))
    assert ask("orchids", "nb").total == 2
    assert ask("orchids", "en").languages_with_hits[0].number == 2
    patient_client().indices.put_settings(index=read_alias("nb"), settings={"index.blocks.write": True})
    hide(page)
    for _time in range(2):
        found = ask("orchids", "nb")
        assert not found.is_simpler
        assert found.total == 1
        assert found.answer.facets["type"] == {"page": 1}
        assert [way.number for way in ask("orchids", "en").languages_with_hits] == [1]
        with pytest.raises(NotWellError):
            drain()
        patient_client().indices.refresh(index=read_alias("nb"))
