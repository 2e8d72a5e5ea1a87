"""A PDF is set once for each content of its page, when a reader first asks, and kept until the content changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from cms.prepared import Prepared, Slot
from cms.presenting import Context
from cms.visibility import NOW, public_pages
from projects.models import LibraryPage
from projects.works.downloads import pdf_address
from publishing.documents import document_of
from publishing.models import KeptPdf
from publishing.setting import set_document, version_of

_setting = Lock()  # one at a time: a document takes a whole core


@dataclass(frozen=True)
class Offer:
    """The PDF that a page offers; its size is None until it has been set."""

    address: str
    size: int | None


def kept_pdf(page: LibraryPage) -> KeptPdf:
    """Return the PDF of a public page as its content is now, set anew where it has changed."""
    document = document_of(page)
    version = version_of(document)
    found = _kept(page, version)
    if found is None:
        with _setting:
            found = _kept(page, version)  # somebody else may have waited for the same one
            if found is None:
                found = _keep(page, version, set_document(document))
    return found


def _kept(page: LibraryPage, version: str) -> KeptPdf | None:
    found = KeptPdf.objects.filter(page_id=page.pk, version=version).first()
    return found if found and found.file.storage.exists(str(found.file.name)) else None


def _keep(page: LibraryPage, version: str, content: bytes) -> KeptPdf:
    name = f"{page.pk}-{version[:16]}.pdf"
    with transaction.atomic():
        kept = KeptPdf.objects.select_for_update().filter(page_id=page.pk).first() or KeptPdf(page_id=page.pk)
        before = kept.file.name
        kept.version, kept.size, kept.set_at = version, len(content), timezone.now()
        kept.file.save(name, ContentFile(content), save=False)
        kept.save()
        if before and before != kept.file.name:
            transaction.on_commit(lambda: kept.file.storage.delete(before))
    return kept


def _offer() -> Any:
    pages: Any = public_pages(Page.objects.filter(pk=Slot("page")), NOW)
    return pages.order_by().values_list("kept_pdf__size", "kept_pdf__set_at")


_OFFER = Prepared(_offer)


def offered(page: Any, _request: HttpRequest, _context: Context) -> Mapping[str, Any]:
    """Return the PDF that a work's page offers: one query, which tells whether it is public and how large."""
    rows = _OFFER.rows(now=timezone.now(), page=page.pk) if page.pk else []
    if not rows:
        return {"pdf": None}
    size, set_at = rows[0]
    is_current = set_at is not None and (page.last_published_at is None or set_at >= page.last_published_at)
    return {"pdf": Offer(pdf_address(page.language, page.pk), size if is_current else None)}
