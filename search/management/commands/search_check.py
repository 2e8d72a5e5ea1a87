"""Compare pages, search documents and index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from wagtail.models import Page

from cms.models import BasePage
from search import indexing, vocabulary
from search.analysis import LANGUAGES, version
from search.engines import database
from search.models import SearchDocument


class Command(BaseCommand):
    """Name what is lost, stale, left over or visible without being public; exit with 1 where there is any."""

    help = "Check that nothing is missing from the search, stale, left over or leaked. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each fault in a line, then how much was compared."""
        faults = [*self.documents(), *database().faults(), *self.visible()]
        for language in LANGUAGES:
            faults += vocabulary.faults(language)
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            message = f"{len(faults)} faults. `manage.py search_rebuild --anew` mends them."
            raise CommandError(message)
        self.stdout.write(f"{SearchDocument.objects.count()} documents: nothing lost, stale or leaked.")

    def documents(self) -> Iterator[str]:
        """Yield where a page and its document differ."""
        documents = {document.page_id: document for document in SearchDocument.objects.defer("summary")}
        for page in Page.objects.filter(depth__gt=1).order_by("pk").specific().iterator():
            document = documents.pop(page.pk, None)
            name = f"page {page.pk} “{page.title}”"
            if not isinstance(page, BasePage) or not indexing.has_document(page):
                if document:
                    yield f"left over: {name} should have no document"
            elif document is None:
                yield f"lost: {name} has no document"
            elif document.language != page.language:
                yield f"stale: {name} is indexed as {document.language}"
            elif document.fingerprint != indexing.fingerprint(indexing.content_of(page)):
                yield f"stale: {name} has changed since it was indexed"
            elif document.analysis != version(document.language):
                yield f"stale: {name} was analysed by “{document.analysis}”"
        for document in documents.values():
            yield f"left over: document {document.pk} belongs to no page"

    def visible(self) -> Iterator[str]:
        """Yield the difference between what can be found and what Wagtail itself calls public."""
        public = Page.objects.live().public().filter(alias_of__isnull=True).exclude(expire_at__lte=timezone.now())
        may_be_found = set(SearchDocument.objects.filter(page__in=public).values_list("pk", flat=True))
        visible = database().visible()
        for number in sorted(visible - may_be_found):
            yield f"leaked: document {number} can be found, its page is not public"
        for number in sorted(may_be_found - visible):
            yield f"lost: document {number} cannot be found, its page is public"
