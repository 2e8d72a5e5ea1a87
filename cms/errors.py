"""What a reader is told when something is missing, refused or broken, with ways on."""

from __future__ import annotations

import logging
import re
import secrets
import sys
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.editions import Edition
from cms.incomplete import IncompleteFormError
from cms.languages import LANGUAGE_CODES, current_language
from cms.links import Target
from cms.navigation import search_address
from cms.outage import RETRY_AFTER, is_outage, reason
from cms.site_addresses import home_address
from cms.visibility import public_pages
from cms.withdrawal import standing

logger = logging.getLogger(__name__)

LONGEST_QUERY = 100
MOST_SUGGESTIONS = 4


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the reader's language that nothing is here; offer what has nearly the same address, and a search."""
    path = request.path_info.replace("\x00", "")
    parts = [part for part in path.split("/") if part and part not in LANGUAGE_CODES]
    words = " ".join(re.findall(r"\w+", " ".join(parts).replace("_", " ")))[:LONGEST_QUERY]
    context = {"words": words, "suggestions": _nearly_at(parts)}
    return render(request, "404.html", context, status=HTTPStatus.NOT_FOUND)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the reader's language that this is not for them."""
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say in the reader's language that a form is too old or was not ours, and how to send it again."""
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the reader's language that what was sent is damaged, and which part; asks nothing of the database."""
    if not isinstance(exception, IncompleteFormError):
        return _without_database("400.html", HTTPStatus.BAD_REQUEST)
    with translation.override(exception.language or current_language()):
        if request.accepts("text/html"):
            return _without_database("400.html", HTTPStatus.BAD_REQUEST, part=exception.part)
        said = _("A part of the form did not arrive: %(part)s. Nothing was saved.") % {"part": exception.part}
        answer = {"success": False, "error_code": "validation_error", "error_message": said}  # as Wagtail's scripts ask
        return JsonResponse(answer, status=HTTPStatus.BAD_REQUEST)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say in the reader's language that something failed; asks nothing of the database.

    The reference that the reader sees stands in the log beside the error. What passes by itself, as a database that
    is away or a full disk, is no fault of the program: readers are told when to come back.
    """
    failure = sys.exception()
    if failure is not None and is_outage(failure):
        return unavailable(request, failure)
    reference = secrets.token_hex(4).upper()
    logger.error("Reference %s: %s %s failed", reference, request.method, request.path)
    return _without_database(
        "500.html",
        HTTPStatus.INTERNAL_SERVER_ERROR,
        reference=reference,
        address=request.get_full_path(),
        now=timezone.now(),
    )


def unavailable(request: HttpRequest, failure: BaseException) -> HttpResponse:
    """Say in the reader's language that nothing can be read or saved for the moment; asks nothing of the database.

    One line of the log for each: a traceback for every reader would bury what an operator has to see.
    """
    logger.error("%s %s was not answered: %s", request.method, ascii(request.path[:200]), reason(failure))
    answer = _without_database(
        "503.html",
        HTTPStatus.SERVICE_UNAVAILABLE,
        address=request.get_full_path(),
        is_reading=request.method in {"GET", "HEAD", "OPTIONS"},
        now=timezone.now(),
    )
    answer.headers["Retry-After"] = str(RETRY_AFTER)
    answer.headers["Cache-Control"] = "no-store"
    setattr(answer, "_has_been_logged", True)  # noqa: B010  Django's own mark, which its types do not know
    return answer


def _nearly_at(parts: list[str]) -> list[Target]:
    """Return public pages with this address in another language, or with its last part elsewhere in this one."""
    if not parts:
        return []
    below = "/".join(parts)
    language = current_language()
    near = Q(url_path__in=[f"/{code}/{below}/" for code in LANGUAGE_CODES]) | Q(
        slug=parts[-1], locale__language_code=language
    )
    found = standing(public_pages(Page.objects.filter(near))).order_by("url_path")
    rows = found.values_list("title", "url_path", "locale__language_code")[:MOST_SUGGESTIONS]
    return [Target(title, address, code) for title, address, code in rows]


def _without_database(template: str, status: HTTPStatus, **more: Any) -> HttpResponse:
    language = current_language()
    context = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "language": language,
        "home_address": home_address(language),
        "search_address": search_address(language),
        "home_editions": [Edition(code, home_address(code)) for code in LANGUAGE_CODES],
    }
    return HttpResponse(get_template(template).render(context | more), status=status)
