"""What pages show, told by the modules that know: a model knows nothing of what stands on it.

A type of page has its context added by functions that are registered for it and for the types it is made of, those of
the more general type first. An application registers its own in `AppConfig.ready`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest

Context = dict[str, Any]
# Gets the page, the request and the context so far; returns what it adds.
AddsContext = Callable[[Any, HttpRequest, Context], Mapping[str, Any]]

_ADDED: defaultdict[type, list[AddsContext]] = defaultdict(list)


def shows(page_type: type, adds: AddsContext) -> None:
    """Have a function add to the context of a type of page, and of all types made of it."""
    if adds not in _ADDED[page_type]:
        _ADDED[page_type].append(adds)


def add_context(page: Any, request: HttpRequest, context: Context) -> Context:
    """Return the context with all that is registered for the type of the page."""
    for page_type in reversed(type(page).__mro__):
        for adds in _ADDED.get(page_type, ()):
            context.update(adds(page, request, context))
    return context
