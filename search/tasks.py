"""Work that takes too long for a request."""

from __future__ import annotations

from django_tasks import task
from wagtail.models import Page

from cms.models import BasePage, LibraryDocument, write_facets
from cms.page_files import pages_offering
from search.documents import indexing
from search.files import texts


@task()
def index_pages(pages: list[int]) -> None:
    """Bring the documents of some pages up to date, with the text of the files that they offer."""
    for page in Page.objects.filter(pk__in=pages).order_by("pk").specific():
        if isinstance(page, BasePage):
            texts.prepare(page)
            write_facets(page)
            indexing.index(page)


@task()
def read_file(document: int) -> None:
    """Read the file of a document, and bring the pages that offer it up to date."""
    stored = LibraryDocument.objects.filter(pk=document).first()
    if stored is not None:
        texts.read(stored)
        index_pages.func(pages=sorted(pages_offering([document])))
