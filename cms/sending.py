"""A file sent over HTTP: validators, parts and the answer to HEAD, as RFC 9110 has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import IO, Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import add_never_cache_headers, get_conditional_response
from django.utils.http import content_disposition_header, http_date, parse_http_date_safe, quote_etag

PIECE = 64 * 1024  # bytes
_RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})")


def send(
    request: HttpRequest,
    file: Any,
    *,
    content_type: str,
    validator: str = "",
    name: str = "",
    inline: bool = True,
    for_all: bool = True,
) -> HttpResponseBase:
    """Answer with a stored file or the part of it that was asked for; raises Http404 where it is gone.

    `validator` tells one content from another; without it, time and size do. What is not for all is kept by
    nobody's cache but is never sent twice to one who has it.
    """
    try:
        size: int = file.size
        modified = int(file.storage.get_modified_time(file.name).timestamp())
    except (OSError, ValueError) as error:
        raise Http404 from error
    etag = quote_etag(validator or f"{modified:x}-{size:x}")
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Disposition": content_disposition_header(not inline, name) or "inline",
        "Content-Security-Policy": "default-src 'none'",
        "Content-Type": content_type,
        "ETag": etag,
        "Last-Modified": http_date(modified),
        "X-Content-Type-Options": "nosniff",
    }
    answer = get_conditional_response(request, etag, modified) or _content(request, file, size, headers)
    for header, value in headers.items():
        if answer.status_code in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT) or not header.startswith("Content-"):
            answer[header] = value
    if not for_all:
        add_never_cache_headers(answer)
    return answer


def _content(request: HttpRequest, file: Any, size: int, headers: dict[str, str]) -> HttpResponseBase:
    """Return the file, the part of it that was asked for, or nothing but how long it is."""
    if request.method == "HEAD":
        answer: HttpResponseBase = HttpResponse()
        answer["Content-Length"] = str(size)
        return answer
    asked = _asked_for(request, size, headers)
    if asked is None:
        return FileResponse(file.open("rb"), headers={"Content-Length": str(size)})
    if not asked:
        answer = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        answer["Content-Range"] = f"bytes */{size}"
        return answer
    answer = StreamingHttpResponse(Part(file.open("rb"), asked), status=HTTPStatus.PARTIAL_CONTENT)
    answer["Content-Range"] = f"bytes {asked.start}-{asked.stop - 1}/{size}"
    answer["Content-Length"] = str(len(asked))
    return answer


def _asked_for(request: HttpRequest, size: int, headers: dict[str, str]) -> range | None:
    """Return which bytes were asked for: None for all, an empty range for those that are not there.

    Several parts at once, and units that nobody knows, are answered with the whole, as one may.
    """
    found = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not found or not (found["first"] or found["last"]) or not _is_still_the_same(request, headers):
        return None
    if not found["first"]:  # so many from the end
        return range(max(0, size - int(found["last"])), size)
    first, last = int(found["first"]), int(found["last"] or size)
    if found["last"] and last < first:
        return None  # no range at all
    return range(first, min(last + 1, size)) if first < size else range(0)


def _is_still_the_same(request: HttpRequest, headers: dict[str, str]) -> bool:
    """Tell whether a part fits those that were sent before: by what they were known by."""
    known = request.headers.get("If-Range", "").strip()
    if not known or known == headers["ETag"]:
        return True
    moment = parse_http_date_safe(known)
    return moment is not None and moment == parse_http_date_safe(headers["Last-Modified"])


class Part:
    """A part of an open file, which is closed with it."""

    def __init__(self, opened: IO[bytes], asked: range) -> None:
        self.opened = opened
        self.asked = asked

    def __iter__(self) -> Iterator[bytes]:
        self.opened.seek(self.asked.start)
        left = len(self.asked)
        while left > 0 and (piece := self.opened.read(min(PIECE, left))):
            left -= len(piece)
            yield piece

    def close(self) -> None:
        """Close the file."""
        self.opened.close()
