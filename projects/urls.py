"""Addresses of the library beside its pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from projects import views

library_urls: list[URLPattern] = [
    path("calendar/<int:pk>.ics", views.calendar, name="calendar"),
    path("calendar/<int:pk>/<slug:key>.ics", views.calendar, name="calendar_entry"),
    path("cite/<int:pk>.bib", views.cite_bibtex, name="cite_bibtex"),
    path("cite/<int:pk>.ris", views.cite_ris, name="cite_ris"),
]
