"""Works of the library as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from cms.sending import send
from projects.views import public_page
from publishing.keeping import kept_pdf


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer with a public work as PDF, or with the part of it that was asked for."""
    page = public_page(pk)
    kept = kept_pdf(page)
    return send(
        request, kept.file, content_type="application/pdf", validator=kept.version[:32], name=f"{page.slug}.pdf"
    )
