"""What starts and ends processes is told whether they can serve readers."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries


@pytest.mark.django_db
def test_a_process_whose_database_answers_is_well(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):  # SELECT 1
        answer = client.get("/health/")
    assert (answer.status_code, answer.content) == (HTTPStatus.OK, b"ok\n")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_process_whose_database_is_away_is_not(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", away)
    assert client.get("/health/").status_code == HTTPStatus.SERVICE_UNAVAILABLE
