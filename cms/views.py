"""Addresses that belong to no single page."""

from __future__ import annotations

from hashlib import sha256
from http import HTTPStatus
from mimetypes import guess_type
from urllib.parse import quote

from django.conf import settings
from django.core.signing import BadSignature
from django.db import Error, connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseForbidden,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served
from wagtail.documents.wagtail_hooks import check_view_restrictions
from wagtail.models import Page
from wagtail.views import serve_chain

from cms.correspondence import opened
from cms.file_rights import is_let_through, may_read
from cms.middleware import preferred_language, with_query
from cms.models import LibraryDocument, LibraryImage, LibraryRendition
from cms.navigation import home_editions
from cms.pictures import BusyError, in_size
from cms.previews.files import opens
from cms.routing import page_at
from cms.sending import send
from cms.static_files import are_listed
from cms.visibility import is_offered, public_pages, public_pictures


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a reader of `/` to the public home page in the language that their browser prefers: one query."""
    homes = [edition.language for edition in home_editions() if edition.address]
    return HttpResponseRedirect(f"/{preferred_language(request.headers.get('Accept-Language', ''), homes)}/")


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve the page at an address; the restrictions of Wagtail guard a restricted one."""
    page, is_restricted = page_at(request)
    for guard in hooks.get_hooks("before_serve_page"):
        answer = guard(page, request, [], {})
        if isinstance(answer, HttpResponseBase):
            return answer
    respond = serve_chain
    if is_restricted:
        for around in reversed(hooks.get_hooks("on_serve_page")):
            respond = around(respond)
    return respond(page, request, [], {})


@require_safe
def permanent(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a reader of a page's short address to where the page is now, with the query of a list."""
    address = public_pages(Page.objects.filter(pk=pk)).values_list("url_path", flat=True).first()
    if address is None:
        raise Http404
    return HttpResponseRedirect(with_query(address, request))


@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Serve a document by its number: its address stays when the file, and with it the name, is replaced.

    A page has to give it to who asks, then its collection; see `cms.file_rights`.
    """
    found = get_object_or_404(LibraryDocument.objects.select_related("collection"), pk=pk)
    is_public = is_offered(found.all_editions())
    if not is_public and not may_read(request, found) and not opens(request, found):
        raise Http404
    is_restricted = found.collection.get_view_restrictions().exists()
    if is_restricted and not is_let_through(request, found):
        return check_view_restrictions(found, request) or HttpResponseForbidden()
    document_served.send(sender=LibraryDocument, instance=found, request=request)
    return send(
        request,
        found.file,
        content_type=found.content_type,
        validator=found.file_hash,
        name=found.filename,
        inline=found.content_disposition == "inline",
        for_all=is_public and not is_restricted,
    )


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a picture in one of its sizes; originals and documents have no address below /media/."""
    of_name = LibraryRendition.objects.select_related("image__collection").filter(file=f"images/{name}")
    found = of_name.first() if "\x00" not in name else None
    if found is None:
        raise Http404
    is_public = is_offered([found.image])
    if not is_public and not may_read(request, found.image) and not opens(request, found.image):
        raise Http404
    kind = guess_type(name)[0] or "application/octet-stream"
    return send(request, found.file, content_type=kind, for_all=is_public)


@require_safe
def picture(request: HttpRequest, number: str, name: str, file_format: str) -> HttpResponseBase:
    """Serve a picture that everybody may have in a size and a format, at an address that stays.

    Nobody keeps one of a draft, which a key to it opens.
    """
    of_number = LibraryImage.objects.filter(pk=int(number))
    image = public_pictures(of_number, few=True).first()
    is_public = image is not None
    if not is_public:
        image = next((one for one in of_number if opens(request, one)), None)
    try:
        found = in_size(image, name, file_format) if image else None
    except BusyError:
        headers = {"Retry-After": "2", "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
    if image is None or found is None:
        raise Http404
    kind = guess_type(f"{name}.{file_format}")[0] or "application/octet-stream"
    # The stored name has what it was cut by, so another focal point is another picture.
    content = sha256(f"{image.file_hash} {found.file.name}".encode()).hexdigest()[:32]
    answer = send(request, found.file, content_type=kind, validator=content, for_all=is_public)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    if is_public:
        answer.headers["Cache-Control"] = "public, max-age=300, stale-while-revalidate=86400"
    return answer


@require_safe
def write_to(request: HttpRequest, token: str) -> HttpResponse:
    """Send a reader's mail program to an e-mail address that pages do not show to harvesters."""
    try:
        email = opened(token)
    except BadSignature as error:
        raise Http404 from error
    answer = HttpResponse(status=HTTPStatus.FOUND, headers={"Location": f"mailto:{quote(email, safe='@')}"})
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Tell whatever starts and ends processes whether this one can serve readers: 503 where it cannot.

    It needs its database and the list of its styles and scripts. The search needs no more than the database, so
    Elasticsearch does not count.
    """
    fault = "" if are_listed() else "Styles and scripts were not collected: manage.py collectstatic.\n"
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        fault += "The database does not answer.\n"
    answer = HttpResponse(fault or "ok\n", status=HTTPStatus.SERVICE_UNAVAILABLE if fault else HTTPStatus.OK)
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots what to leave alone, and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /preview/",
        "Disallow: /write/",
        "Disallow: /*?",
        "Allow: /*?page=",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for the old address to the site's sign."""
    return HttpResponsePermanentRedirect(static("cms/favicon.ico"))
