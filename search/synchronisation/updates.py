"""What is sent to an index for a page: its document as the index keeps it, or that it is removed."""

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
    """What an index has to have of a page from `number` on; without a `body` the page is removed."""

    page: int
    number: int
    document: int = IndexEntry.ABSENT
    version: int = 0
    body: Mapping[str, Any] | None = None


@transaction.atomic
def take_updates(index: SearchIndex, pages: Collection[int]) -> list[IndexUpdate]:
    """Return the updates of these pages with their present content, under one new number.

    Number and content come from one transaction that locks the entries: whoever takes a page later gets a higher number
    and content that is not older. The number is made from the clock, so that it is higher than all numbers that were
    given before a database was restored from a copy.
    """
    IndexEntry.objects.bulk_create(
        [IndexEntry(index=index, page=page) for page in pages], ignore_conflicts=True, batch_size=500
    )
    entries = IndexEntry.objects.filter(index=index, page__in=pages)
    list(entries.select_for_update().order_by("page").values_list("pk"))
    last = entries.aggregate(last=Max("number"))["last"] or 0
    number = max(time.time_ns() // 1000, last + 1)
    # Until the answer is noted, nobody knows what the index has. If it never is, the page is sent or removed again.
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
    """Return a document as its index keeps it: the stored keys, and the values by which it is counted and sorted."""
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
