"""A PDF is set once for each content of its page, when a reader first asks, and kept until the content changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from threading import Lock
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from cms.prepared import Prepared, Slot
from cms.presenting import Context
from cms.visibility import NOW, public_pages
from projects.models import LibraryPage
from projects.works.bulletin import BulletinView
from projects.works.documents import Work
from projects.works.downloads import pdf_address
from publishing.documents import document_of
from publishing.models import KeptPdf, PdfOrder
from publishing.setting import LONG_PATIENCE, PATIENCE, SettingError, is_long, set_document, version_of

FORGOTTEN = timedelta(minutes=30)  # after which an order is given again: its worker died
_setting = Lock()  # one at a time: a document takes a whole core


@dataclass(frozen=True)
class Offer:
    """The PDF that a page offers; its size is None until it has been set."""

    address: str
    size: int | None


def kept_pdf(page: LibraryPage, *, patience: float | None = None) -> KeptPdf | PdfOrder:
    """Return the PDF of a public page as its content is now, set anew where it has changed.

    A long one is ordered, unless there is `patience` for so many seconds. Raises SettingError.
    """
    document = document_of(page)
    version = version_of(document)
    found = _kept(page, version)
    if found is None and patience is None and is_long(document):
        return _kept(page, version) or ordered(page, version)
    if found is None:
        with _setting:
            found = _kept(page, version)  # somebody else may have waited for the same one
            if found is None:
                found = _keep(page, version, set_document(document, patience or PATIENCE))
    return found


def ordered(page: LibraryPage, version: str) -> KeptPdf | PdfOrder:
    """Have a task set a page's PDF, unless one is on its way; return the PDF where that was done at once."""
    order = PdfOrder.objects.filter(page_id=page.pk).first()
    if order is None or order.version != version or order.ordered_at < timezone.now() - FORGOTTEN:
        values = {"version": version, "ordered_at": timezone.now(), "begun_at": None, "has_failed": False}
        order, _made = PdfOrder.objects.update_or_create(page_id=page.pk, defaults=values)
        set_ordered.enqueue(page=page.pk)
    return _kept(page, version) or PdfOrder.objects.filter(page_id=page.pk).first() or order


@task()
def set_ordered(page: int) -> None:
    """Set the PDF of a page that was ordered, if the page is public still."""
    order = PdfOrder.objects.filter(page_id=page)
    order.update(begun_at=timezone.now())
    public: Any = public_pages(Page.objects.filter(pk=page)).select_related("locale")
    found = public.specific().first()
    try:
        if isinstance(found, LibraryPage):
            kept_pdf(found, patience=LONG_PATIENCE)
    except SettingError:
        order.update(has_failed=True)
        raise
    order.delete()


def _kept(page: LibraryPage, version: str) -> KeptPdf | None:
    found = KeptPdf.objects.filter(page_id=page.pk, version=version).first()
    return found if found and found.file.storage.exists(str(found.file.name)) else None


def _keep(page: LibraryPage, version: str, content: bytes) -> KeptPdf:
    """Keep a PDF in place of the one before; another process may do the same at the same time."""
    storage = KeptPdf._meta.get_field("file").storage
    name = storage.save(f"pdf/{page.pk}-{version[:16]}.pdf", ContentFile(content))
    values = {"version": version, "file": name, "size": len(content), "set_at": timezone.now()}
    with transaction.atomic():
        before = list(KeptPdf.objects.filter(page_id=page.pk).values_list("file", flat=True))
        kept, _made = KeptPdf.objects.update_or_create(page_id=page.pk, defaults=values)
        for replaced in before:
            transaction.on_commit(partial(storage.delete, replaced))
    return kept


def _offer() -> Any:
    pages: Any = public_pages(Page.objects.filter(pk=Slot("page")), NOW)
    return pages.order_by().values_list("kept_pdf__size", "kept_pdf__set_at")


_OFFER = Prepared(_offer)


def offered(page: Any, request: HttpRequest, context: Context) -> Mapping[str, Any]:
    """Return the PDF that a work's page offers: one query, which tells whether it is public and how large.

    A preview offers none: it is made of what is public, which is not what the preview shows. An issue of a bulletin
    that was uploaded as PDF in the page's language is that file.
    """
    if getattr(request, "is_preview", False):
        return {"pdf": None}
    view = context.get("view")
    if isinstance(view, BulletinView) and view.document and _has_pdf(view.document, view.about.language):
        return {"pdf": None}
    rows = _OFFER.rows(now=timezone.now(), page=page.pk) if page.pk else []
    if not rows:
        return {"pdf": None}
    size, set_at = rows[0]
    is_current = set_at is not None and (page.last_published_at is None or set_at >= page.last_published_at)
    return {"pdf": Offer(pdf_address(page.language, page.pk), size if is_current else None)}


def _has_pdf(work: Work, language: str) -> bool:
    return any(one.language == language and one.format == "PDF" for one in work.editions)
