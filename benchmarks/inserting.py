"""Pages written in bulk, which the tree and Django's inherited models have no way for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.utils import timezone
from wagtail.models import Page

ROWS = 500  # an INSERT


def page_fields(model: type[Page], parent: Page, place: int, slug: str, title: str) -> dict[str, Any]:
    """Return what a public page has that is the child at a place, from 0, below a parent without children."""
    now = timezone.now()
    return {
        "title": title[:255],
        "draft_title": title[:255],
        "slug": slug,
        "path": Page._get_path(parent.path, parent.depth + 1, place + 1),
        "depth": parent.depth + 1,
        "url_path": f"{parent.url_path}{slug}/",
        "content_type": model(title="").content_type,
        "live": True,
        "first_published_at": now,
        "last_published_at": now,
        "latest_revision_created_at": now,
    }


def insert_pages(pages: Sequence[Page]) -> list[Page]:
    """Insert pages of one type; return their rows of Page."""
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    bases = Page.objects.bulk_create(
        [Page(**{name: getattr(page, name) for name in names}) for page in pages], batch_size=ROWS
    )
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.id = page.page_ptr_id = base.pk
    _insert_children(pages)
    return bases


def _insert_children(rows: Sequence[models.Model]) -> None:
    """Insert the rows of a page type whose rows of Page are there: Django inserts no inherited ones in bulk."""
    if not rows:
        return
    meta = rows[0]._meta
    columns = ", ".join(connection.ops.quote_name(field.column) for field in meta.local_concrete_fields)
    values = ", ".join(["%s"] * len(meta.local_concrete_fields))
    sql = f"INSERT INTO {connection.ops.quote_name(meta.db_table)} ({columns}) VALUES ({values})"  # noqa: S608  our own names
    with connection.cursor() as cursor:
        cursor.executemany(
            sql,
            [
                [
                    field.get_db_prep_save(field.pre_save(row, add=True), connection)
                    for field in meta.local_concrete_fields
                ]
                for row in rows
            ],
        )
