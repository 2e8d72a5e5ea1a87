"""What is PostgreSQL's own: how keys are written there, and that one statement answers a page of results."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.languages import LANGUAGE_CODES
from search.analysis.index_keys import document_keys
from search.analysis.typed_words import clean, take_apart
from search.engines import database
from search.engines.postgresql import ranking, vectors
from search.engines.postgresql.conditions import has_one
from search.engines.postgresql.ranking import weight_of
from search.engines.query import Query
from search.models import SearchKeys
from search.reading.words import phrase_condition, word_condition
from tests.search.asking import ask, finds, publish
from tests.search.test_any_text import TEXTS

OF_SERVER = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
# What a reader's text may become: keys in quotation marks and the operators that we write.
TSQUERY = re.compile(r"\(|\)| \| | <-> |'[a-z]{2}[elswp]-[^'\\\s\x00-,.-/:-@\[-`{-\x7f]+'")


def entry(**zones: list[str]) -> vectors.IndexedDocument:
    return vectors.indexed_document(SearchKeys(**document_keys(zones, "en")))


def places(row: str, key: str) -> list[int]:
    found = re.search(rf"'{key}':([\d,]+)", row)
    return [int(place) for place in found.group(1).split(",")] if found else []


def test_a_key_counts_in_each_zone_a_few_times() -> None:
    made = entry(title=["Orchids"], text=["Orchids " * 30])
    assert "'ene-orchids':1A,2D,3D,4D,5D,6D,7D,8D,9D" in made.vector
    assert {"ene-orchids", "^ene-orchids", "+ene-orchids"} <= set(made.keys)
    assert made.length == 31


def test_words_of_two_sections_do_not_stand_side_by_side() -> None:
    (row,) = entry(text=["wild orchids", "grow here"]).rows
    assert places(row, "ene-grow")[0] - places(row, "ene-orchids")[0] > 1
    assert places(row, "ene-orchids")[0] - places(row, "ene-wild")[0] == 1


def test_a_phrase_at_a_cut_stands_whole_in_one_row() -> None:
    rows = entry(text=[" ".join(f"word {number}" for number in range(9000))]).rows
    for number in range(0, 9000, 7):
        assert any(place - 1 in places(row, "ene-word") for row in rows for place in places(row, f"ene-{number}"))


@pytest.mark.parametrize("text", ["again " * 2000, " ".join(f"again {number}" for number in range(9000))])
def test_a_long_text_is_cut_into_rows_that_overlap_and_that_postgresql_keeps_whole(text: str) -> None:
    rows = entry(text=[text]).rows
    assert len(rows) > 1
    for row in rows:
        for _key, numbers in re.findall(r"'([^']+)':([\d,]+)", row):
            assert len(numbers.split(",")) < 256
            assert int(numbers.split(",")[-1]) < 16_383


@settings(max_examples=1000, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGE_CODES))
def test_a_statement_has_nothing_that_was_typed(text: str, language: str) -> None:
    typed = take_apart(clean(text))
    several = [word_condition(word, language) for word in typed.words]
    several += [phrase_condition(phrase, language) for phrase in (*typed.phrases, *typed.excluded)]
    for asked in several:
        for sql, parameters in (has_one(asked), weight_of(asked, "1")):
            assert not re.search(r"[^\x20-\x7e]|-[^ >]", sql)
            assert all(TSQUERY.sub("", one) == "" for one in parameters if isinstance(one, str))


@OF_SERVER
@pytest.mark.django_db
def test_a_page_of_results_is_one_statement() -> None:
    publish("Orchids and roses.")
    publish("Orchids.")
    query, other = ask("orchids roses").plan.query, Query("nb", size=0)
    assert query
    with CaptureQueriesContext(connection) as context:
        found = database().search(query, [other])
    assert len(context) == 1
    assert [hit.strict for hit in found.hits] == [True, False]


@OF_SERVER
@pytest.mark.django_db
def test_of_very_many_documents_those_with_the_word_in_their_title_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "MOST_RANKED", 3)
    for number in range(5):
        publish("Orchids.", title=f"Page {number}")
    publish("Here they grow.", title="Orchids")
    assert finds("orchids")[0] == "Orchids"
    assert len(finds("orchids")) == 6


@OF_SERVER
@pytest.mark.django_db
def test_the_check_tells_which_document_is_indexed_otherwise() -> None:
    page = publish("Orchids.")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_fulltext")
    (fault,) = database().faults()
    assert str(page.search_document.pk) in fault
    database().rebuild()
    assert not database().faults()
