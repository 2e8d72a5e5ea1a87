"""Works of the library as PDF."""

from __future__ import annotations

import logging
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from cms.sending import send
from projects.models import LibraryPage
from projects.views import public_page
from publishing.keeping import kept_pdf
from publishing.models import KeptPdf
from publishing.setting import SettingError

LOOK_AGAIN = 5  # seconds after which a reader's browser asks again for a PDF that is being set

logger = logging.getLogger(__name__)


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer with a public work as PDF, or with the part of it that was asked for.

    While a long one is being set, the answer is a page that says so and looks again by itself.
    """
    page = public_page(pk)
    try:
        kept = kept_pdf(page)
    except SettingError:
        logger.exception("The PDF of page %s could not be set", page.pk)
        return _not_yet(request, page, has_failed=True)
    if not isinstance(kept, KeptPdf):
        return _not_yet(request, page, has_begun=kept.begun_at is not None, has_failed=kept.has_failed)
    answer = send(
        request, kept.file, content_type="application/pdf", validator=kept.version[:32], name=f"{page.slug}.pdf"
    )
    # A search engine that finds the file leads its readers to the page.
    answer["Link"] = f'<{settings.SITE_URL}{page.url_path}>; rel="canonical"'
    return answer


def _not_yet(
    request: HttpRequest, page: LibraryPage, *, has_begun: bool = False, has_failed: bool = False
) -> HttpResponse:
    """Say how far a PDF is that cannot be had yet, or that it cannot be made."""
    status = HTTPStatus.SERVICE_UNAVAILABLE if has_failed else HTTPStatus.ACCEPTED
    context = {"work": page, "has_begun": has_begun, "has_failed": has_failed}
    answer = render(request, "publishing/waiting.html", context, status=status)
    add_never_cache_headers(answer)
    if not has_failed:
        answer["Retry-After"] = str(LOOK_AGAIN)
        answer["Refresh"] = str(LOOK_AGAIN)
    return answer
