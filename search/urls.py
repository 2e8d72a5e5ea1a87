"""The addresses of the search, below each language."""

from __future__ import annotations

from django.urls import URLPattern, path

from search import views

search_urls: list[URLPattern] = [
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
]
