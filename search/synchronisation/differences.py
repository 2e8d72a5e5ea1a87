"""What an index lacks and what it has too much, derived from the database in one statement each.

Nothing is noted when a page is saved: what is public is decided by `cms.visibility` when the worker looks, so
that a clock, a restriction further up, a move or a row deleted by hand are seen like any other change.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from cms.visibility import public_pages
from search.models import IndexEntry, SearchDocument, SearchIndex

MOST_ATTEMPTS = 3  # to send a version of a document that is refused for its own sake


def public_documents(language: str) -> QuerySet[SearchDocument]:
    """Return the documents of a language that belong in its index now."""
    page = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    return SearchDocument.objects.filter(Exists(page), language=language).order_by("page_id")


def to_send(index: SearchIndex) -> QuerySet[SearchDocument]:
    """Return the public documents that the index does not have in this version; not those that have to wait."""
    entry = IndexEntry.objects.filter(index=index, page=OuterRef("page_id"))
    has_it = Q(document=OuterRef("pk"), version=OuterRef("version"))
    tried = Q(refused_version=OuterRef("version"), attempts__gt=0)
    waits = Q(attempts__gte=MOST_ATTEMPTS) | Q(retry_at__gt=timezone.now())
    # First what is cheap: only of the few documents that differ it is asked whether they are public.
    settled = Exists(entry.filter(has_it | (tried & waits)))
    page = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    return SearchDocument.objects.filter(~settled, Exists(page), language=index.language).order_by("page_id")


def to_remove(index: SearchIndex) -> QuerySet[IndexEntry]:
    """Return the entries of what the index has, or may have, without being public in this language."""
    document = public_documents(index.language).filter(page_id=OuterRef("page")).order_by()
    return index.entries.exclude(document=IndexEntry.ABSENT).filter(~Exists(document)).order_by("page")


def parked(index: SearchIndex) -> QuerySet[IndexEntry]:
    """Return the entries of public documents that Elasticsearch has refused for good in their present version."""
    refused = public_documents(index.language).filter(page_id=OuterRef("page"), version=OuterRef("refused_version"))
    return index.entries.filter(Exists(refused.order_by()), attempts__gte=MOST_ATTEMPTS).order_by("page")


def is_in_step(index: SearchIndex) -> bool:
    """Tell whether nothing has to be sent to an index or removed from it."""
    return not to_send(index).exists() and not to_remove(index).exists()
