"""The facet values of pages, by which lists and search filter and count."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page


class PageFacet(models.Model):
    """A facet value of a page, written with the page; lists and search count and filter by it."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["page", "name", "value"], name="one_facet_value_a_page"),
        ]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["name", "value", "page"])]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


def type_of_page() -> Coalesce:
    """Return an expression for what a page is: its value of the facet "type", "page" where it has none."""
    values = PageFacet.objects.filter(page_id=OuterRef("pk"), name="type").values("value")[:1]
    return Coalesce(Subquery(values), Value("page"))
