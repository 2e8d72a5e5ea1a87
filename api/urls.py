"""The addresses of the API."""

from __future__ import annotations

from django.urls import include, path

from api import changes, documentation, languages, navigation, resolve
from api.operations import api

__all__ = ["api_urls", "changes", "languages", "navigation", "resolve"]  # importing a resource declares its operations

described = [
    path("docs", documentation.docs, name="docs"),
    path("openapi.json", documentation.openapi, name="openapi"),
]
api_urls = [
    path("", include((described, "api-docs"))),
    path("", api.urls),
]
