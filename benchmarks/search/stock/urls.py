"""The addresses of the stock site."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls

from benchmarks.search.stock import views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/facets/", views.search_with_facets),
    path("raw/", views.raw),
    path("", include(urls)),
]
