"""The addresses of the API."""

from __future__ import annotations

from django.urls import include, path

from api import (
    catalogue,
    changes,
    documentation,
    events,
    figures,
    languages,
    navigation,
    preview,
    resolve,
    search,
    suggest,
    vocabularies,
)
from api.library import documents, images, resources
from api.operations import api

# Importing a resource declares its operations.
__all__ = [
    "api_urls", "catalogue", "changes", "documents", "events", "figures", "images", "languages", "navigation",
    "preview", "resolve", "resources", "search", "suggest", "vocabularies",
]  # fmt: skip

described = [
    path("docs", documentation.docs, name="docs"),
    path("docs/<slug:name>", documentation.operation_docs, name="operation-docs"),
    path("openapi.json", documentation.openapi, name="openapi"),
]
api_urls = [
    path("", include((described, "api-docs"))),
    path("", api.urls),
]
