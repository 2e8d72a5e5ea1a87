"""Long work beside the request."""

from __future__ import annotations

from django_tasks import task
from wagtail.models import Page

from cms.models import BasePage, write_facets
from search import indexing


@task()
def index_pages(pages: list[int]) -> None:
    """Bring the documents of some pages up to date."""
    for page in Page.objects.filter(pk__in=pages).order_by("pk").specific():
        if isinstance(page, BasePage):
            write_facets(page)
            indexing.index(page)
