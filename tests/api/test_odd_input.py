"""Odd input, as a table over every operation: a problem that names what is wrong, never a fault of ours, never slow."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

import api.urls  # noqa: F401  declares the operations
from api.operations import OPERATIONS, Operation
from api.parameters import EXAMPLE_KEY
from tests.api.addresses import with_parameter

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SLOWEST = 2  # seconds
ODD_PARAMETERS = {
    "a null character": "odd=%00",
    "a null character in a name": "%00=1",
    "half a character": "odd=%ED%A0%80",
    "half a character in a name": "%ED%A0%80=1",
    "no UTF-8": "odd=%FF%FE",
    "10,000 parameters": "&".join(f"p{number}=1" for number in range(10_000)),
    "500 parameters": "&".join(f"p{number}=1" for number in range(500)),
    "a deep include": f"include={'project.' * 2_000}project",
    "deep fields": f"fields={'body.' * 2_000}body",
    "many fields": f"fields={','.join(['body'] * 5_000)},no",
    "a huge number": f"limit={'9' * 5_000}",
    "a negative huge number": f"offset=-{'9' * 5_000}",
    "a number that is none": "limit=NaN",
    "a wrong type": "limit[]=1",
    "another wrong type": "language[a][b]=nb",
    "a long language": f"language={'x' * 5_000}",
}
CLIMBING = ("/../../etc/passwd", "/en/%2e%2e/%2e%2e/etc/passwd", "/en/..%5c..%5c", "//example.com/en/", "\0", "\ud800")


def address_of(operation: Operation) -> str:
    """Return the address of an operation with the examples of what it cannot do without; its item need not be there."""
    query = urlencode({one.name: one.example for one in operation.parameters if one.is_required})
    return f"{operation.address.replace('{key}', EXAMPLE_KEY)}{'?' if query else ''}{query}"


def is_a_problem(odd: str, **asked: Any) -> None:
    """Ask what is odd; the answer is a whole problem in time: that of the processor, since others may use it too."""
    begun = time.process_time()
    answer = Client(raise_request_exception=False).get(**asked)
    assert time.process_time() - begun < SLOWEST, odd
    assert 400 <= answer.status_code < 500, odd
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["detail"]
    assert answer.status_code != 422 or body["errors"]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_odd_parameters_are_a_problem_of_every_operation(operation: Operation) -> None:
    for odd, sent in ODD_PARAMETERS.items():
        is_a_problem(odd, path=with_parameter(address_of(operation), sent))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_a_foreign_host_is_a_problem_of_every_operation(operation: Operation) -> None:
    for host in ("evil.example.com", "testserver@evil.example.com", "a b", "[::1", "x" * 300):
        is_a_problem(host, path=address_of(operation), headers={"host": host})


@pytest.mark.parametrize("path", CLIMBING, ids=ascii)
def test_an_address_that_climbs_or_leads_elsewhere_resolves_to_a_problem(path: str) -> None:
    query = urlencode({"path": path}, errors="surrogatepass")
    is_a_problem(path, path=f"/api/v1/resolve?{query}")


@pytest.mark.parametrize("key", ["%00", "..%2f..%2f", "%ED%A0%80", "9" * 5_000, "null", "[]"])
def test_a_key_that_is_none_is_a_problem(key: str) -> None:
    for operation in OPERATIONS:
        if "{key}" in operation.address:
            is_a_problem(key, path=operation.address.replace("{key}", key))
