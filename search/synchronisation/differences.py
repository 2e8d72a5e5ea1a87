"""What an index lacks, and what it has that it should not: each is derived from the database in one statement.

Nothing is noted when a page is saved. What is public is decided by `cms.visibility` when the worker looks. So the
clock, a restriction of a page above, a move, or a row deleted by hand have the same effect as any other change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from cms.visibility import public_page_sql, public_pages
from search.models import IndexEntry, SearchDocument, SearchIndex

MOST_ATTEMPTS = 3  # to send a version of a document that is refused because of its content


def public_documents(language: str) -> QuerySet[SearchDocument]:
    """Return the documents of a language that belong in its index now."""
    page = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    return SearchDocument.objects.filter(Exists(page), language=language).order_by("page_id")


def to_send(index: SearchIndex) -> QuerySet[SearchDocument]:
    """Return the public documents that the index lacks in their present version, without those that have to wait."""
    entry = IndexEntry.objects.filter(index=index, page=OuterRef("page_id"))
    has_it = Q(document=OuterRef("pk"), version=OuterRef("version"))
    tried = Q(refused_version=OuterRef("version"), attempts__gt=0)
    waits = Q(attempts__gte=MOST_ATTEMPTS) | Q(retry_at__gt=timezone.now())
    # The cheap condition comes first, so that only the few documents that differ are tested for being public.
    settled = Exists(entry.filter(has_it | (tried & waits)))
    page = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    return SearchDocument.objects.filter(~settled, Exists(page), language=index.language).order_by("page_id")


def to_remove(index: SearchIndex) -> QuerySet[IndexEntry]:
    """Return the entries of pages that the index has, or may have, and that are not public in its language."""
    document = public_documents(index.language).filter(page_id=OuterRef("page")).order_by()
    return index.entries.exclude(document=IndexEntry.ABSENT).filter(~Exists(document)).order_by("page")


def mark_unknown(pages: Collection[int] | QuerySet[Any, Any]) -> None:
    """Note that it is not known what the indices have of pages, whose documents are deleted or which left the library.

    They are left out of searches from now on, unless they are public; the indexer sends or removes them.
    """
    there = IndexEntry.objects.filter(page__in=pages).exclude(document=IndexEntry.ABSENT)
    there.update(document=IndexEntry.UNKNOWN, version=0)


def no_longer_public(languages: Iterable[str]) -> dict[str, list[int]]:
    """Return by language the pages that an index has, or may have, and that are not public now: one query.

    Only pages are looked at of which that can be true: drafts, aliases, pages that expire, pages at or below a
    restriction, and pages that left the library or are being sent or removed. So the time does not grow with the number
    of public pages.
    """
    codes = sorted({*languages})
    sql, values = public_page_sql("e.page")
    below = _BELOW[connection.vendor]
    pages: dict[str, list[int]] = {code: [] for code in codes}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH looked_at (page) AS (
                SELECT p.id FROM wagtailcore_page p
                WHERE NOT p.live OR p.alias_of_id IS NOT NULL OR p.expire_at IS NOT NULL
                UNION SELECT p.id FROM wagtailcore_pageviewrestriction r
                JOIN wagtailcore_page above ON above.id = r.page_id JOIN wagtailcore_page p ON {below}
                UNION SELECT page FROM search_indexentry WHERE document = {IndexEntry.UNKNOWN}
            )
            SELECT DISTINCT i.language, e.page
            FROM search_searchindex i CROSS JOIN looked_at
            JOIN search_indexentry e ON e.index_id = i.id AND e.page = looked_at.page
            WHERE i.is_complete AND i.language IN ({", ".join(["%s"] * len(codes))})
                AND e.document <> {IndexEntry.ABSENT}
                AND NOT (
                    EXISTS (SELECT 1 FROM search_searchdocument d WHERE d.page_id = e.page AND d.language = i.language)
                    AND EXISTS ({sql})
                )
            ORDER BY i.language, e.page
            """,  # noqa: S608  our own names and place holders
            [*codes, *values],
        )
        for language, page in cursor.fetchall():
            pages[language].append(page)
    return pages


# A page at or below another one, as a condition that uses the index of paths. A path has only digits and capitals.
_BELOW = {
    "sqlite": "p.path >= above.path AND p.path < above.path || '~'",
    "postgresql": "p.path LIKE above.path || '%%'",
}


def parked(index: SearchIndex) -> QuerySet[IndexEntry]:
    """Return the entries of public documents that Elasticsearch has refused for good in their present version."""
    refused = public_documents(index.language).filter(page_id=OuterRef("page"), version=OuterRef("refused_version"))
    return index.entries.filter(Exists(refused.order_by()), attempts__gte=MOST_ATTEMPTS).order_by("page")


def is_in_step(index: SearchIndex) -> bool:
    """Tell whether nothing has to be sent to an index or removed from it."""
    return not to_send(index).exists() and not to_remove(index).exists()
