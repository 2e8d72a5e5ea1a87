"""In which language somebody works just now: that of the page that is open, else the one of their administration."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.models import Locale, Page

from cms.languages import LANGUAGE_CODES, current_language

# Where a page is edited, and where one is made below another.
_PAGES = {"wagtailadmin_pages:edit": 0, "wagtailadmin_pages:add": 2}


def language_of(request: HttpRequest) -> str:
    """Return the language of the form from which something is uploaded or made, else the person's."""
    origin = urlsplit(request.headers.get("Referer", ""))
    if origin.netloc and origin.netloc != request.get_host():
        return current_language()
    named = parse_qs(origin.query).get("locale", [""])[0]
    if named in LANGUAGE_CODES:
        return named
    try:
        found = resolve(origin.path)
    except Resolver404:
        return current_language()
    place = _PAGES.get(found.view_name)
    if place is None:
        return current_language()
    arguments = [*found.args, *found.kwargs.values()]
    return _language_of_page(arguments[place]) or current_language()


def _language_of_page(pk: object) -> str | None:
    return Page.objects.filter(pk=pk).values_list("locale__language_code", flat=True).first()


def locale_of(request: HttpRequest) -> Locale:
    """Return the locale of the language in which somebody works."""
    return Locale.objects.filter(language_code=language_of(request)).first() or Locale.get_default()
