"""Write the facet values of every page anew, after a facet came or changed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from cms.models import BasePage, write_facets

BATCH = 100


class Command(BaseCommand):
    """Bring what lists and search count by in step with the pages; what is right stays as it is."""

    help = "Writes the facet values of every page anew, after a facet came or changed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through all pages; can be ended at any time and begun again."""
        total = 0
        for page in Page.objects.filter(depth__gt=1).order_by("pk").specific().iterator(chunk_size=BATCH):
            if isinstance(page, BasePage):
                write_facets(page)
                total += 1
        self.stdout.write(f"Wrote the facets of {total} pages.")
