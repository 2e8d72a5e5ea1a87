"""The one page type of the stock site."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from wagtail.models import Page
from wagtail.search import index


class StockPage(Page):
    """A page with a body, and three fields to count by."""

    body = models.TextField()
    type = models.CharField(max_length=20)
    year = models.CharField(max_length=4)
    country = models.CharField(max_length=2)

    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("body"),
        index.FilterField("type"),
        index.FilterField("year"),
        index.FilterField("country"),
    ]
