"""What is sent for a page: the document as the index keeps it, or that it goes."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from cms.models import PageFacet
from search.engines.elasticsearch.queries import facet_value
from search.models import IndexEntry, SearchDocument, SearchIndex, SearchKeys
from search.synchronisation.differences import public_documents

COLUMNS = [field.name for field in SearchKeys._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True)
class IndexUpdate:
    """What one page is in an index from `number` on; without a `body` it goes."""

    page: int
    number: int
    document: int = IndexEntry.ABSENT
    version: int = 0
    body: Mapping[str, Any] | None = None


@transaction.atomic
def take_updates(index: SearchIndex, pages: Collection[int]) -> list[IndexUpdate]:
    """Return what these pages are now, under a number of their own.

    Number and content come from one transaction that holds the entries: whoever takes a page later gets
    a higher number and content that is no older. The clock makes numbers higher than all that were given
    before a database was brought back from a copy.
    """
    IndexEntry.objects.bulk_create(
        [IndexEntry(index=index, page=page) for page in pages], ignore_conflicts=True, batch_size=500
    )
    entries = IndexEntry.objects.filter(index=index, page__in=pages)
    list(entries.select_for_update().order_by("page").values_list("pk"))
    last = entries.aggregate(last=Max("number"))["last"] or 0
    number = max(time.time_ns() // 1000, last + 1)
    # Until it is noted what came of it, the index may have it or not: so it is sent or removed again in any case.
    entries.update(number=number, document=IndexEntry.UNKNOWN, version=0)
    facets: dict[int, list[str]] = {}
    for page, name, value in PageFacet.objects.filter(page__in=pages).values_list("page", "name", "value"):
        facets.setdefault(page, []).append(facet_value(name, value))
    documents = {
        document.page_id: document
        for document in public_documents(index.language).filter(page__in=pages).select_related("keys")
    }
    return [
        IndexUpdate(page, number, document.pk, document.version, body(document, facets.get(page, [])))
        if (document := documents.get(page))
        else IndexUpdate(page, number)
        for page in sorted(pages)
    ]


def body(document: SearchDocument, facets: Collection[str]) -> dict[str, Any]:
    """Return a document as its index keeps it: its stored keys, and what it is counted and sorted by."""
    return {
        **{column: getattr(document.keys, column) for column in COLUMNS},
        "facets": sorted(facets),
        "page": document.page_id,
        "document": document.pk,
        "version": document.version,
        "ages": document.ages,
        "importance": document.importance,
        "date": document.date,
        "title": bytes(document.title_key).hex(),
        "analysis": document.analysis,
    }
