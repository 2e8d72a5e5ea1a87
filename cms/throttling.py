"""A pause after too many wrong passwords.

Attempts are counted in the cache before the password is looked at, so that many at the same moment
gain nothing. Who tries is told by the address of the connection: behind a proxy the server has to
be set up to take it from the proxy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import ngettext

TRIES = 5
TRIES_OF_AN_ADDRESS = 30  # whatever names it tries
PAUSE = 15  # minutes


@dataclass(frozen=True)
class Attempt:
    """Somebody's attempts at one secret."""

    keys: tuple[tuple[str, int], ...]  # key in the cache, tries that are allowed

    @classmethod
    def at(cls, secret: str, request: HttpRequest | None) -> Attempt:
        """Return the attempts at a secret (e.g. the name of a user) from where a request comes."""
        address = request.META.get("REMOTE_ADDR", "") if request else ""
        kind = secret.partition(" ")[0]
        return cls(((_key(secret, address), TRIES), (_key(kind, address), TRIES_OF_AN_ADDRESS)))

    def count(self) -> int:
        """Count one more attempt; return how many are left after it, below zero where it is refused."""
        left = []
        for key, allowed in self.keys:
            cache.add(key, 0, PAUSE * 60)
            try:
                left.append(allowed - cache.incr(key))
            except ValueError:  # it ran out between the two
                left.append(allowed - 1)
        return min(left)

    def succeeded(self) -> None:
        """Forget the attempts at this secret; those of the address at others stay."""
        cache.delete(self.keys[0][0])


def refusal() -> str:
    """Return what somebody reads who tried too often."""
    return ngettext(
        "Too many wrong attempts. Try again in %(minutes)s minute.",
        "Too many wrong attempts. Try again in %(minutes)s minutes.",
        PAUSE,
    ) % {"minutes": PAUSE}


def warning(left: int) -> str:
    """Return how many attempts are left."""
    return ngettext(
        "%(count)s attempt is left before a pause.", "%(count)s attempts are left before a pause.", left
    ) % {"count": left}


def throttled(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let a view that asks for the password of a page or collection refuse after too many wrong ones."""

    @wraps(view)
    def throttled_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        restriction = next(iter(kwargs.values()), "") if kwargs else args[0]
        attempt = Attempt.at(f"{view.__module__} {restriction}", request)
        refused = attempt.count() < 0
        if refused:
            _without_password(request)
        response = view(request, *args, **kwargs)
        if not isinstance(response, TemplateResponse):
            attempt.succeeded()
        elif refused and response.context_data:
            form = response.context_data["form"]
            form.errors["password"] = form.error_class([refusal()])
        return response

    return throttled_view


def _without_password(request: HttpRequest) -> None:
    sent = request.POST.copy()
    sent.pop("password", None)
    setattr(request, "POST", sent)  # noqa: B010  Django's types know one that cannot be changed


def _key(secret: str, address: str) -> str:
    return f"attempts.{hashlib.sha256(f'{secret.casefold()} {address}'.encode()).hexdigest()}"
