"""Answers that a process keeps are those that it would make now."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from api import kept
from cms.generation import generation
from cms.publicity import record
from tests.factories.home import home

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/languages"


@pytest.fixture(autouse=True)
def _keeping(settings: Settings) -> Iterator[None]:
    settings.API_MEMORY = 1
    yield
    kept.forget()


def asked(address: str = ADDRESS, **headers: str) -> tuple[Any, int]:
    """Return an answer and the number of statements that it took."""
    with CaptureQueriesContext(connection) as statements:
        answer = Client().get(address, headers=headers)
    return answer, len(statements)


def test_what_is_asked_for_again_is_made_no_more() -> None:
    record()
    (first, made), (second, _made), (third, read) = asked(), asked(), asked()
    assert made > read == 1
    assert first.content == second.content == third.content
    assert {**second.headers, "RateLimit": ""} == {**third.headers, "RateLimit": ""}


def test_what_is_asked_for_once_takes_no_room() -> None:
    asked()
    assert not kept._kept.answers


def test_clients_that_take_it_compressed_and_others_get_the_same() -> None:
    plain, _made = asked()
    asked()
    packed, _read = asked(accept_encoding="gzip")
    again, _read = asked()
    assert gzip.decompress(packed.content) == plain.content == again.content
    assert packed["ETag"] == f"W/{plain['ETag']}"
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) == int(again["Content-Length"])
    assert "Content-Encoding" not in again


def test_what_changed_is_made_anew() -> None:
    for _time in range(3):
        before, _made = asked()
    home("pl")
    after, _made = asked()
    assert before.json()["items"] != after.json()["items"]


def test_what_changes_while_it_is_made_is_not_kept() -> None:
    def make() -> HttpResponse:
        home("pl" if made else "lv")
        made.append(1)
        return HttpResponse("x" * kept.WORTH_COMPRESSING)

    made: list[int] = []
    state = generation()
    for _time in range(2):
        kept.answered(RequestFactory().get(ADDRESS), state, generation, make)
    assert len(made) == 2
    assert not kept._kept.answers


def test_there_is_room_for_what_was_asked_for_last() -> None:
    state, text = generation(), random.Random(1).randbytes(400_000).hex()  # noqa: S311  no secret
    for address in ("/one", "/two", "/three", "/two", "/four"):
        for _time in range(2):
            kept.answered(RequestFactory().get(address), state, generation, lambda: HttpResponse(text))
    assert list(kept._kept.answers) == ["/two", "/four"]
    assert kept._kept.size == sum(len(answer.content) for answer in kept._kept.answers.values())


def test_nothing_is_kept_where_no_room_is_given(settings: Settings) -> None:
    settings.API_MEMORY = 0
    assert asked()[1] == asked()[1] == asked()[1] > 1
