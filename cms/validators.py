"""What lets programs that come again and again ask "is it still so?": ETag and Last-Modified of what is generated.

A feed, a table, a calendar or a sitemap is made of many pages, and changes when any of them is published, moved,
restricted or over by the clock. So its text itself is compared, not a date of any page.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

MOST_REMEMBERED = 2000  # addresses

MADE = TypeVar("MADE", bound=HttpResponse | StreamingHttpResponse)

_seen: OrderedDict[str, tuple[str, int]] = OrderedDict()
_lock = Lock()


def validated(request: HttpRequest, response: HttpResponse, *, is_dated: bool = True) -> HttpResponse:
    """Return a response with its validators, or "not modified" where the reader has it already.

    One that is not dated has an ETag alone: no other text of another moment is ever taken for it.
    """
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    response.headers["ETag"] = etag = f'"{digest}"'
    if not is_dated:
        return get_conditional_response(request, etag, None, response) or response
    now = int(time.time())
    since = _unchanged_since(request.get_full_path(), digest, now)
    if since <= now:
        response.headers["Last-Modified"] = http_date(since)
    return get_conditional_response(request, etag, since if since <= now else None, response) or response


def validated_by(request: HttpRequest, state: str, make: Callable[[], MADE]) -> HttpResponse | MADE:
    """Return what is made of a state with its validators; nothing is made where the reader has it already.

    The state was read before: what is made may be newer, never older. What is made with an ETag of its own is not what
    the state tells, and keeps it.
    """
    digest = hashlib.sha256(f"{state} {request.get_full_path()}".encode()).hexdigest()[:32]
    etag = f'"{digest}"'
    now = int(time.time())
    since = _unchanged_since(request.get_full_path(), digest, now)
    not_modified: HttpResponse | None = get_conditional_response(request, etag, since if since <= now else None)
    response: HttpResponse | MADE = not_modified or make()
    if response.has_header("ETag"):
        return response
    response.headers["ETag"] = etag
    if since <= now:
        response.headers["Last-Modified"] = http_date(since)
    return response


def with_validators(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give what a view answers its validators."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return validated(request, view(request, *args, **kwargs))

    return answer


def _unchanged_since(address: str, digest: str, now: int) -> int:
    """Return the second since which this process has known an address to say this, of several texts a new one.

    Another process may know of an earlier one: then a reader is sent again what did not change, never the reverse.
    """
    with _lock:
        known, since = _seen.pop(address, ("", 0))
        if known != digest:
            since = max(now, since + 1)  # a second text within a second has the next one
        _seen[address] = (digest, since)
        while len(_seen) > MOST_REMEMBERED:
            _seen.popitem(last=False)
        return since
