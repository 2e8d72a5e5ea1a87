"""Whatever a client sends is answered: with data or with a problem, never with a fault of ours."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.operations import OPERATIONS
from api.throttling import forget_own_counts
from tests.api.addresses import ADDRESSES

pytestmark = pytest.mark.django_db
PATHS = [address.partition("?")[0] for address in ADDRESSES]
as_often_as_told = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
KNOWN = sorted({parameter.name for operation in OPERATIONS for parameter in operation.parameters})
names = st.sampled_from([*KNOWN, "Limit", "", "\0"]) | st.text(max_size=20)
values = (
    st.text(max_size=60)
    | st.integers().map(str)
    | st.sampled_from(["nb", "*", "1", "100", "-0", "1e3", "\0", "/en/", "/id/1/", "//[", "http://testserver/en/../"])
)


def told(answer: Any) -> None:
    """An answer is data or a whole problem."""
    assert answer.status_code < 500, answer.content
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json"
        body = answer.json()
        assert body["status"] == answer.status_code
        assert body["detail"]


@as_often_as_told
@given(address=st.sampled_from(PATHS), raw=st.binary(max_size=200))
def test_any_bytes_of_a_query_are_answered(address: str, raw: bytes) -> None:
    forget_own_counts()
    told(Client().generic("GET", address, QUERY_STRING=raw.decode("latin-1")))
    query = "&".join(f"{name}={quote(raw)}" for name in KNOWN)
    told(Client().generic("GET", address, QUERY_STRING=query))


@as_often_as_told
@given(address=st.sampled_from(PATHS), asked=st.lists(st.tuples(names, values), max_size=6))
def test_any_parameters_are_answered(address: str, asked: list[tuple[str, str]]) -> None:
    forget_own_counts()
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in asked)
    told(Client().generic("GET", address, QUERY_STRING=query))


@as_often_as_told
@given(raw=st.binary(max_size=60))
def test_any_bytes_of_a_path_are_answered(raw: bytes) -> None:
    forget_own_counts()
    told(Client().get(f"/api/{quote(raw)}"))
    told(Client().get(f"/api/v1/{quote(raw)}"))


@as_often_as_told
@given(
    value=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80),
    method=st.sampled_from(["GET", "HEAD", "PUT", "BREW"]),
)
def test_any_headers_are_answered(value: str, method: str) -> None:
    forget_own_counts()
    names = ("accept", "accept-language", "if-none-match", "if-modified-since", "content-type")
    answer = Client().generic(method, "/api/v1/languages", headers=dict.fromkeys(names, value))
    assert answer.status_code in {200, 304, 405, 406}
