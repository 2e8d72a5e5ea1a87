"""Each operation is asked what its schema allows and what it does not; answers keep to the schema.

`make api-fuzz` asks ten times as often, and something else each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import response_schema_conformance

from api.documentation import document
from api.operations import OPERATIONS, Operation
from api.throttling import forget_own_counts
from api.urls import api_urls
from tests.api.addresses import IN_JSON
from tests.factories.complete import EVERY_PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
assert api_urls  # what is not imported declares no operation

CASES = int(os.environ.get("API_FUZZ", "2000"))  # of all operations that are answered in JSON
OF_A_FILE = 6  # of so many cases of a list, one is asked of each of its files, which take the same parameters
IS_LONG = "API_FUZZ" in os.environ
CONFIG = schemathesis.Config.from_dict(
    {
        "checks": {
            # An item may not be there, a cursor may be too old or made up, a value of a filter may be none of its kind.
            "positive_data_acceptance": {"expected-statuses": ["2xx", 404, 410, 422]},
        }
    }
)


@pytest.fixture
def schema() -> Iterator[Any]:
    """Return the schema of the application in this process, which keeps the connection of the test."""
    found = schemathesis.openapi.from_dict(document("en"), config=CONFIG)
    found.app = get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def cases_of(operation: Operation) -> int:
    """Return how often an operation is asked."""
    return max(1, CASES // len(IN_JSON) // (1 if operation in IN_JSON else OF_A_FILE))


@pytest.fixture(scope="module")
def keys(once: Callable[[Callable[[], list[str]]], list[str]]) -> st.SearchStrategy[str | None]:
    """Return what gives the key of a page of a library with every type of page, or none."""
    return st.none() | st.sampled_from(once(lambda: [str(make().translation_key) for make in EVERY_PAGE.values()]))


@pytest.mark.parametrize("group", sorted({operation.group for operation in OPERATIONS}))
def test_operations_answer_as_their_schema_says(schema: Any, keys: st.SearchStrategy[str | None], group: str) -> None:
    for operation in OPERATIONS:
        if operation.group == group:
            ask_often(schema[operation.address]["GET"], keys, cases_of(operation))


def ask_often(operation: Any, keys: st.SearchStrategy[str | None], times: int) -> None:
    """Ask an operation, with the key of an item where one is given and the operation takes it."""
    cases = st.one_of([operation.as_strategy(mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)])

    @settings(
        max_examples=times,
        deadline=None,
        derandomize=not IS_LONG,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, key=keys)
    def ask(case: Any, key: str | None) -> None:
        forget_own_counts()
        if key and "key" in (case.path_parameters or {}) and case.meta.generation.mode is GenerationMode.POSITIVE:
            case.path_parameters["key"] = key
        # The schema tells whole items; a client that names fields gets an item without the others.
        names_fields = {"fields", "omit"} & set(case.query or ())
        case.call_and_validate(
            headers={"Accept-Encoding": "identity"},
            excluded_checks=[response_schema_conformance] if names_fields else [],
        )

    ask()
