"""What answers below /api/: before sessions, cookies, redirects and pages for people, which programs do not need."""

from __future__ import annotations

import gzip
import logging
import re
import secrets
import zlib
from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.core.exceptions import SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.log import log_response

from api import throttling
from api.kept import COMPRESSION, WORTH_COMPRESSING
from api.keys.clients import client_of
from api.operations import OPERATIONS, ROOT
from api.problems import OF_ADDRESSES, ProblemError, nearest_to, shown
from cms.languages import LANGUAGE_CODES
from cms.middleware import preferred_language
from cms.outage import RETRY_AFTER, is_outage, reason
from cms.streaming import begin, parts_of, without_body
from cms.tables import XLSX

logger = logging.getLogger(__name__)

METHODS = ("GET", "HEAD", "OPTIONS")
NAMESPACES = ("api", "api-docs")
ALLOWED = ", ".join(METHODS)
GZIP = re.compile(r"(?:^|,)\s*gzip\s*(?:;\s*q=(?P<quality>[01](?:\.[0-9]{0,3})?)\s*)?(?=,|$)", re.IGNORECASE)
AS_GZIP = 16 + zlib.MAX_WBITS  # zlib's own way to ask for the head and the end that gzip has
# Anybody's script may read all of it; a browser brings no cookie along.
ACROSS_ORIGINS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Content-Disposition, Content-Language, ETag, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate"
    ),
}
ASKED_BEFORE = {
    "Access-Control-Allow-Methods": ALLOWED,
    "Access-Control-Allow-Headers": (
        "Accept, Accept-Language, Authorization, If-Modified-Since, If-None-Match, Preview-Token"
    ),
    "Access-Control-Max-Age": "86400",
}


class ApiMiddleware:
    """Answers what is below /api/ by itself, whatever happens, and leaves all else to the site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request."""
        if request.path_info != "/api" and not request.path_info.startswith("/api/"):
            return self.get_response(request)
        language, is_named = _language(request)
        with translation.override(language):
            answer = _answered(request)
        if not is_named and "Content-Language" in answer.headers:
            patch_vary_headers(answer, ["Accept-Language"])
        for name, value in ACROSS_ORIGINS.items():
            answer.headers[name] = value
        _encode(request, answer)
        if isinstance(answer, StreamingHttpResponse):  # nobody knows how long it will be
            return without_body(answer) if request.method == "HEAD" else answer
        answer.headers.setdefault("Content-Length", str(len(answer.content)))
        if request.method == "HEAD":
            answer.content = b""
        return answer


def _encode(request: HttpRequest, answer: HttpResponse | StreamingHttpResponse) -> None:
    """Compress what is worth it for a client that takes it so. Nothing secret is in it that its length could tell."""
    patch_vary_headers(answer, ["Accept-Encoding"])
    found = GZIP.search(request.headers.get("Accept-Encoding", ""))
    is_taken = found is not None and float(found["quality"] or 1) > 0
    if isinstance(answer, StreamingHttpResponse):
        if is_taken and answer.headers["Content-Type"] != XLSX.media_type:  # a workbook is packed already
            answer.streaming_content = _compressed(parts_of(answer))
            answer.headers["Content-Encoding"] = "gzip"
    elif "Content-Encoding" in answer.headers:  # a kept answer
        if not is_taken:
            answer.content = gzip.decompress(answer.content)
            del answer.headers["Content-Encoding"]
    elif is_taken and len(answer.content) >= WORTH_COMPRESSING:
        answer.content = gzip.compress(answer.content, COMPRESSION, mtime=0)
        answer.headers["Content-Encoding"] = "gzip"
    if "Content-Encoding" in answer.headers and "ETag" in answer.headers:
        answer.headers["ETag"] = f"W/{answer.headers['ETag']}"


def _compressed(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the parts of an answer compressed, as soon as there is enough to send."""
    packer = zlib.compressobj(COMPRESSION, wbits=AS_GZIP)
    for part in parts:
        if packed := packer.compress(part):
            yield packed
    yield packer.flush()


def _language(request: HttpRequest) -> tuple[str, bool]:
    """Return the language of what is said to the client, and whether the address names it."""
    try:
        request.encoding = "utf-8"  # whatever the client says of a body that it does not send
        named = [language for language in request.GET.getlist("language") if language in LANGUAGE_CODES]
    except SuspiciousOperation:  # more parameters than are read
        named = []
    return (named[0], True) if named else (preferred_language(request.headers.get("Accept-Language", "")), False)


def _answered(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    client, refused = throttling.network(request), None
    try:
        client = client_of(request)
    except Exception as error:  # noqa: BLE001  it is told below, as all that goes wrong
        refused = error
    allowance = throttling.count(client)
    answer: HttpResponse | StreamingHttpResponse
    try:
        if allowance.is_refused:
            raise ProblemError(HTTPStatus.TOO_MANY_REQUESTS)
        if refused:
            raise refused
        answer = _answer(request)
        if isinstance(answer, StreamingHttpResponse) and request.method != "HEAD":
            begin(answer)
    except ProblemError as problem:
        answer = problem.response(request)
    except Http404:
        answer = _not_found(request).response(request)
    except SuspiciousOperation:
        answer = ProblemError(HTTPStatus.BAD_REQUEST).response(request)
    except Exception as error:  # noqa: BLE001  whatever it is, a program is told so in a way that it reads
        answer = _failed(request, error).response(request)
    for name, value in allowance.headers().items():
        answer.headers[name] = value
    # Django would log the address as it was sent.
    if isinstance(answer, HttpResponse) and answer.status_code >= HTTPStatus.BAD_REQUEST:
        log_response("%s: %s", answer.reason_phrase, shown(request.path), response=answer, request=request)
    return answer


def _answer(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    request.get_host()  # a host that is not ours
    match = _match(request)
    if request.method == "OPTIONS":
        allowed = HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": ALLOWED, **ASKED_BEFORE})
        del allowed.headers["Content-Type"]  # of nothing
        return allowed
    if request.method not in METHODS:
        raise ProblemError(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": ALLOWED})
    method, request.method = request.method, "GET"
    try:
        answer: HttpResponse | StreamingHttpResponse = match.func(request, *match.args, **match.kwargs)
    finally:
        request.method = method
    return answer


def _match(request: HttpRequest) -> ResolverMatch:
    try:
        match = resolve(request.path_info)
    except Resolver404 as error:
        raise _not_found(request) from error
    if match.namespace not in NAMESPACES:  # what is below /api/ and not ours, as a page
        raise _not_found(request)
    request.resolver_match = match
    return match


def _not_found(request: HttpRequest) -> ProblemError:
    paths = [f"{ROOT}docs", f"{ROOT}openapi.json", *(operation.address for operation in OPERATIONS)]
    return ProblemError(HTTPStatus.NOT_FOUND, nearest=nearest_to(request.path_info, paths, OF_ADDRESSES))


def _failed(request: HttpRequest, error: Exception) -> ProblemError:
    """Log a failure and return what the client is told of it."""
    if is_outage(error):
        logger.error("%s %s was not answered: %s", request.method, ascii(shown(request.path)), reason(error))
        return ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(RETRY_AFTER)})
    reference = secrets.token_hex(4).upper()
    logger.error("Reference %s: %s %s failed", reference, request.method, ascii(shown(request.path)), exc_info=error)
    got_request_exception.send(sender=ApiMiddleware, request=request)
    return ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, reference=reference)
