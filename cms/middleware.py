"""The language of a request, what no request may hold, and where an old address leads."""

from __future__ import annotations

from collections.abc import Callable, Collection
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db.models import F, Q
from django.http import (
    Http404,
    HttpRequest,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
    QueryDict,
)
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import uri_to_iri
from django.utils.translation.trans_real import parse_accept_lang_header
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.languages import LANGUAGE_CODES, NORWEGIAN_CODES
from cms.visibility import public_pages


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


class AdministrationLanguageMiddleware:
    """Speak the language that a person chose for the administration, also where Wagtail has left its views.

    It answers a refusal, and we an error, after it has gone back to the language of the browser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request for the administration in its person's language, any other as it comes."""
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return self.get_response(request)
        language = getattr(getattr(request.user, "wagtail_userprofile", None), "preferred_language", "")
        if language not in LANGUAGE_CODES:
            return self.get_response(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class NullMiddleware:
    """Let no null character through, which nobody types and PostgreSQL takes in no text.

    An address with one is not found; parameters and cookies lose it. Forms refuse it themselves; what a script puts
    somewhere, as localize's editor does with each text, goes through no form and is refused here.
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
        if request.method == "PUT" and (b"%00" in request.body or b"\0" in request.body):
            raise BadRequest("There is a null character in what was sent.")
        return self.get_response(request)


def without_nulls(parameters: QueryDict) -> QueryDict:
    """Return parameters without null characters."""
    cleaned = QueryDict(mutable=True)
    for name, values in parameters.lists():
        cleaned.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    cleaned._mutable = False
    return cleaned


class RedirectMiddleware:
    """Lead from an address where nothing is any more to where it is now, with the query: feeds, tables, choices.

    Wagtail's own drops the query, and tells anybody the address of a page that only some may read.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request; what is not found is looked up among the redirects."""
        response = self.get_response(request)
        return (self._led_on(request) or response) if response.status_code == HTTPStatus.NOT_FOUND else response

    def _led_on(self, request: HttpRequest) -> HttpResponseBase | None:
        asked = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        path = urlsplit(asked).path
        redirect = redirect_from(asked)
        names_query = redirect is not None and asked != path
        if redirect is None and asked != path:
            redirect = redirect_from(path)
        address = target_of(redirect) if redirect is not None else None
        if redirect is None or address is None:
            return None
        is_ours = address.startswith(("/", f"{settings.SITE_URL}/"))
        if is_ours and not names_query:
            address = with_query(address, request)
        return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(address)


def with_query(address: str, request: HttpRequest) -> str:
    """Return an address with the query of a request added to it."""
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return address
    address, mark, anchor = address.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{query}{mark}{anchor}"


def redirect_from(path: str) -> Redirect | None:
    """Return the redirect from a path, with or without its percent signs: one statement.

    The library is one site, whatever host was asked (docs/decisions/0003). The redirects of a Site of Wagtail's that
    begins elsewhere than at the root of all pages are none of its.
    """
    decoded = uri_to_iri(path)
    if "\0" in decoded:
        return None
    ours = Redirect.objects.filter(Q(site=None) | Q(site__root_page__depth=1), old_path__in={decoded, path})
    # One for a single name of the site comes before one for all.
    in_turn = ours.order_by(F("site__is_default_site").desc(nulls_last=True), "pk")
    return min(in_turn, key=lambda redirect: redirect.old_path != decoded, default=None)


def target_of(redirect: Redirect) -> str | None:
    """Return where a redirect leads, None where not everybody may know: a draft's address, a private parent's."""
    if redirect.redirect_page_id is None:
        return redirect.redirect_link or None
    page = public_pages(Page.objects.filter(pk=redirect.redirect_page_id)).values_list("url_path", flat=True).first()
    return page and page.rstrip("/") + (redirect.redirect_page_route_path or "/")
