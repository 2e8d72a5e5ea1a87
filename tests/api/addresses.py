"""The addresses of the API, each with the parameters that it cannot do without."""

from __future__ import annotations

from django.utils.http import urlencode

import api.urls  # noqa: F401  declares the operations
from api.operations import OPERATIONS, Operation
from api.schemas import JSON


def asked(operation: Operation) -> str:
    """Return the address of an operation with the examples of its required parameters."""
    query = urlencode({one.name: one.example for one in operation.parameters if one.is_required})
    return f"{operation.address}{'?' if query else ''}{query}"


# Those of one item need an item, and a preview its token: the tests of each resource ask for them.
WITHOUT_ITEM = [
    operation for operation in OPERATIONS if not any(one.is_in_path or one.is_in_header for one in operation.parameters)
]
IN_JSON = [operation for operation in OPERATIONS if operation.content_type == JSON]
RESOURCES = [asked(operation) for operation in WITHOUT_ITEM]
ADDRESSES = [*RESOURCES, "/api/v1/openapi.json", "/api/v1/docs", "/api/v1/docs/list_changes"]


def with_parameter(address: str, parameter: str) -> str:
    """Return an address with one more parameter."""
    return f"{address}{'&' if '?' in address else '?'}{parameter}"
