"""An answer that is made while it is sent, so that it takes no more memory however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import cast

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header


class ToldInLanguage:
    """Parts of an answer, each made while the interface has a language; None is that of the code.

    Between the parts the language is what it was: the server goes on with something else.
    """

    def __init__(self, parts: Iterator[bytes], language: str | None) -> None:
        self.parts = parts
        self.language = language

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        with translation.override(self.language):
            return next(self.parts)

    def close(self) -> None:
        """Give back what the parts are made with."""
        if hasattr(self.parts, "close"):
            self.parts.close()


def streamed(
    parts: Iterator[bytes], language: str | None, *, content_type: str, name: str = ""
) -> StreamingHttpResponse:
    """Return an answer that is made while it is sent; one with a name is kept as a file."""
    answer = StreamingHttpResponse(ToldInLanguage(parts, language), content_type=content_type)
    if name:
        answer.headers["Content-Disposition"] = content_disposition_header(True, name)
        answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def parts_of(answer: StreamingHttpResponse) -> Iterator[bytes]:
    """Return the parts of an answer that are still to be sent."""
    return cast("Iterator[bytes]", answer.streaming_content)


def begin(answer: StreamingHttpResponse) -> None:
    """Make the first part of an answer, so that what fails before anything is sent is answered as any failure."""
    parts = parts_of(answer)
    answer.streaming_content = chain([next(parts, b"")], parts)


def without_body(answer: StreamingHttpResponse) -> HttpResponse:
    """Return what a HEAD is answered with: all that is said of an answer, of which nothing was made."""
    return HttpResponse(status=answer.status_code, headers=dict(answer.headers.items()))
