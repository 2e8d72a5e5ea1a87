"""Addresses of works as files."""

from __future__ import annotations

from django.urls import URLPattern, path

from publishing import views

publishing_urls: list[URLPattern] = [path("pdf/<int:pk>.pdf", views.pdf, name="pdf")]
