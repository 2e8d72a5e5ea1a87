"""Compares an index with the database in both directions, by id and version, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from search.engines.elasticsearch.schema import schema_hash
from search.models import IndexEntry, SearchDocument, SearchIndex, SearchKeys
from search.synchronisation import indices
from search.synchronisation.differences import parked, public_documents

BATCH = 2000
SAMPLES = 20


class DifferenceKind(StrEnum):
    """In what an index can differ from the database."""

    MISSING = "missing"
    STALE = "stale"
    GHOST = "ghost"
    WRONG_LANGUAGE = "wrong language"


@dataclass(frozen=True)
class Difference:
    """A page of which an index has something else than the database."""

    page: int
    kind: DifferenceKind


def differences(index: SearchIndex) -> Iterator[Difference]:
    """Yield where an index differs from what is public now; documents that it refuses for good do not count."""
    indices.refresh(index)
    refused = set(parked(index).values_list("page", flat=True))
    lower = -1
    while True:
        there = _batch(index, lower)
        documents = public_documents(index.language).filter(page_id__gt=lower)
        if len(there) == BATCH:
            lower = max(there)
            documents = documents.filter(page_id__lte=lower)
        public = {page: (pk, version) for page, pk, version in documents.values_list("page_id", "pk", "version")}
        yield from _compared(index.language, there, public, refused)
        if len(there) < BATCH:
            return


def _batch(index: SearchIndex, after: int) -> dict[int, tuple[int, int]]:
    """Return document and version of the next pages of an index, by page."""
    with indices.worker_client() as client:
        answer = client.search(
            index=index.name,
            size=BATCH,
            sort=[{"page": "asc"}],
            search_after=[after],
            source=False,
            docvalue_fields=[{"field": "document"}, {"field": "version"}],
            track_total_hits=False,
            filter_path=["hits.hits._id", "hits.hits.fields"],
        ).body
    return {
        int(hit["_id"]): (hit["fields"]["document"][0], hit["fields"]["version"][0])
        for hit in answer.get("hits", {}).get("hits", ())
    }


def _compared(
    language: str, there: dict[int, tuple[int, int]], public: dict[int, tuple[int, int]], refused: set[int]
) -> Iterator[Difference]:
    extra = there.keys() - public.keys()
    elsewhere = set(
        SearchDocument.objects.filter(page__in=extra).exclude(language=language).values_list("page_id", flat=True)
    )
    for page in sorted(there.keys() | public.keys()):
        if page in extra:
            yield Difference(page, DifferenceKind.WRONG_LANGUAGE if page in elsewhere else DifferenceKind.GHOST)
        elif page not in there:
            if page not in refused:
                yield Difference(page, DifferenceKind.MISSING)
        elif there[page] != public[page] and page not in refused:
            yield Difference(page, DifferenceKind.STALE)


def mark(index: SearchIndex, differences: Iterable[Difference]) -> int:
    """Have the worker send or remove again what differs; return the number of pages."""
    pages = [difference.page for difference in differences]
    IndexEntry.objects.bulk_create(
        [IndexEntry(index=index, page=page) for page in pages], ignore_conflicts=True, batch_size=500
    )
    for start in range(0, len(pages), BATCH):
        index.entries.filter(page__in=pages[start : start + BATCH]).update(
            document=IndexEntry.UNKNOWN, version=0, attempts=0, refusal="", retry_at=None
        )
    return len(pages)


def retry_parked(index: SearchIndex) -> None:
    """Have the worker try refused documents again."""
    index.entries.filter(attempts__gt=0).update(attempts=0, refusal="", retry_at=None)


def lost_samples(index: SearchIndex) -> list[int]:
    """Return the pages of a sample that the index does not find by a word of their own text."""
    numbers = list(public_documents(index.language).values_list("pk", flat=True))
    chosen = numbers[:: max(1, len(numbers) // SAMPLES)][:SAMPLES]
    searches: list[dict[str, Any]] = []
    pages = []
    for stored in SearchKeys.objects.filter(pk__in=chosen).select_related("document"):
        words = [(column, key) for column in ("title_exact", "text_exact") for key in getattr(stored, column).split()]
        words = [(column, key) for column, key in words if "-" in key]
        if not words:
            continue
        column, key = words[len(words) // 2]
        pages.append(stored.document.page_id)
        conditions = [{"term": {"page": stored.document.page_id}}, {"match": {column: key}}]
        searches += [{}, {"size": 0, "query": {"bool": {"filter": conditions}}}]
    if not pages:
        return []
    with indices.worker_client() as client:
        answers = client.msearch(index=index.name, searches=searches).body["responses"]
    refused = set(parked(index).values_list("page", flat=True))
    return [
        page
        for page, answer in zip(pages, answers, strict=True)
        if page not in refused and answer.get("hits", {}).get("total", {}).get("value") != 1
    ]


def has_right_schema(index: SearchIndex) -> bool:
    """Tell whether an index is laid out as this version of the code expects it."""
    expected = {"schema": schema_hash(), "language": index.language, "dynamic": "strict"}
    return indices.meta(index) == expected
