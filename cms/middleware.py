"""The language of a request, and what no request may hold."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from cms.languages import LANGUAGE_CODES, NORWEGIAN_CODES


def preferred_language(accept_language: str, offered: Collection[str] = LANGUAGE_CODES) -> str:
    """Return the first of the offered languages in an Accept-Language header, else the site's own.

    Browsers of Norwegian readers send `no` and `nn`; both read Bokmål.
    """
    for code, _quality in parse_accept_lang_header(accept_language[:500]):
        short = code.split("-")[0]
        language = "nb" if short in NORWEGIAN_CODES else short
        if language in offered:
            return language
    return settings.LANGUAGE_CODE


class LanguageMiddleware:
    """Activate the language that the address names; elsewhere the one the browser prefers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in one language and restore the former one."""
        first = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
        named = first in LANGUAGE_CODES
        language = first if named else preferred_language(request.headers.get("Accept-Language", ""))
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not named:
            vary = response.headers.get("Vary")
            response.headers["Vary"] = f"{vary}, Accept-Language" if vary else "Accept-Language"
        return response


class NullMiddleware:
    """Let no null character through, which nobody types and PostgreSQL takes in no text.

    An address with one is not found; parameters and cookies lose it. Forms refuse it themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request without null characters."""
        if "\0" in request.path_info:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = without_nulls(request.GET)  # type: ignore[assignment]  # Django's types know one that cannot be changed
        for name, value in request.COOKIES.items():
            request.COOKIES[name] = value.replace("\0", "")
        return self.get_response(request)


def without_nulls(parameters: QueryDict) -> QueryDict:
    """Return parameters without null characters."""
    cleaned = QueryDict(mutable=True)
    for name, values in parameters.lists():
        cleaned.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    cleaned._mutable = False
    return cleaned
