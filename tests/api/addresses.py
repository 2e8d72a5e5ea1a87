"""The addresses of the API, each with the parameters that it cannot do without."""

from __future__ import annotations

from django.utils.http import urlencode

import api.urls  # noqa: F401  declares the operations
from api.operations import OPERATIONS, Operation


def asked(operation: Operation) -> str:
    """Return the address of an operation with the examples of its required parameters."""
    required = {one.name: one.example for one in operation.parameters if one.is_required}
    in_path = {one.name: one.example for one in operation.parameters if one.is_in_path}
    query = urlencode(required)
    return f"{operation.address.format(**in_path)}{'?' if query else ''}{query}"


RESOURCES = [asked(operation) for operation in OPERATIONS]
ADDRESSES = [*RESOURCES, "/api/v1/openapi.json", "/api/v1/docs"]


def with_parameter(address: str, parameter: str) -> str:
    """Return an address with one more parameter."""
    return f"{address}{'&' if '?' in address else '?'}{parameter}"
