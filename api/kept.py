"""Answers that were asked for again, kept by each process for as long as what they are made of is the same.

What is kept is the answer exactly as it was made, under the state (`cms.generation`, for searches `search.generation`)
in which it was made. It is kept compressed, as most clients take it.
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from cms.validators import MADE

COMPRESSION = 4  # of 9: most of what there is to gain, at a third of the time
WORTH_COMPRESSING = 500  # bytes
MOST_NOTED = 2000  # addresses that were asked for once


@dataclass(frozen=True)
class _Answer:
    """An answer as it was made in a state, its content compressed."""

    state: str
    content: bytes
    headers: Mapping[str, str]

    def response(self) -> HttpResponse:
        """Return it as it is sent to a client that takes it compressed."""
        return HttpResponse(self.content, headers={**self.headers, "Content-Encoding": "gzip"})


@dataclass
class _Kept:
    """What a process keeps: answers by their address, what was asked for last at the end."""

    answers: OrderedDict[str, _Answer] = field(default_factory=OrderedDict)
    # The state in which an address was asked for once.
    noted: OrderedDict[str, str] = field(default_factory=OrderedDict)
    size: int = 0  # bytes


_kept = _Kept()
_lock = Lock()


def answered(
    request: HttpRequest, state: str, read_state: Callable[[], str | None], make: Callable[[], MADE]
) -> HttpResponse | MADE:
    """Return the answer to a request in a state: a kept one, compressed, or one that is made now.

    One is kept when it is asked for the second time in a state that is still the same once it is made: what is made
    may be newer than the state that was read before. What is made while it is sent is never kept, nor what has an ETag
    of its own: it is not what the state tells.
    """
    address = request.get_full_path()
    with _lock:
        kept = _kept.answers.get(address)
        if kept is not None and kept.state == state:
            _kept.answers.move_to_end(address)
            return kept.response()
    answer = make()
    if isinstance(answer, StreamingHttpResponse) or answer.has_header("ETag"):
        return answer
    if len(answer.content) >= WORTH_COMPRESSING and _is_asked_again(address, state) and read_state() == state:
        content = gzip.compress(answer.content, COMPRESSION, mtime=0)
        _keep(address, _Answer(state, content, dict(answer.headers)))
    return answer


def forget() -> None:
    """Keep nothing any more."""
    with _lock:
        _kept.answers.clear()
        _kept.noted.clear()
        _kept.size = 0


def _is_asked_again(address: str, state: str) -> bool:
    """Tell whether an address was asked for before in a state, and note that it is now; never where none is kept."""
    if not settings.API_MEMORY:
        return False
    with _lock:
        known = _kept.noted.pop(address, "")
        _kept.noted[address] = state
        while len(_kept.noted) > MOST_NOTED:
            _kept.noted.popitem(last=False)
    return known == state


def _keep(address: str, answer: _Answer) -> None:
    """Keep an answer, and as many of the others as there is room for."""
    with _lock:
        _drop(address)
        _kept.answers[address] = answer
        _kept.size += len(answer.content)
        while _kept.size > settings.API_MEMORY * 1_000_000:
            _drop(next(iter(_kept.answers)))


def _drop(address: str) -> None:
    dropped = _kept.answers.pop(address, None)
    _kept.size -= len(dropped.content) if dropped else 0
