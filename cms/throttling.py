"""Pauses after wrong passwords, which grow, and which all processes of a site see.

An attempt is counted in the database before the password is looked at, so that many at the same moment gain nothing,
and a restart forgives nothing. Three counters are asked: of one secret (the name of a user, a page with a password)
from one network, of that secret from anywhere, and of one network whatever it tries. Networks, not addresses: whoever
has one address of IPv6 has all of its /64.

Nobody is shut out by a stranger: the pause that strangers cause at a secret ends within minutes, and a device where
somebody has signed in before has a counter of its own, as has a new password. docs/decisions/0009 tells the figures.
"""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from math import ceil
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import ngettext

from cms.models import WrongAttempts

logger = logging.getLogger(__name__)

FORGOTTEN_AFTER = timedelta(days=1)  # without another wrong attempt
KNOWN_FOR = timedelta(days=365)  # a device


@dataclass(frozen=True)
class Limit:
    """How many wrong attempts are free, and how long the pause after a further one may become, in minutes."""

    tries: int
    longest: int

    def pause(self, count: int) -> timedelta:
        """Return the pause after a number of wrong attempts: a minute, then double with each further one."""
        over = count - self.tries
        return timedelta(minutes=min(self.longest, 2 ** min(over, 10))) if over >= 0 else timedelta()


@dataclass(frozen=True)
class Kind:
    """A kind of secret and its limits."""

    name: str
    here: Limit  # one secret from one network or known device
    anywhere: Limit  # one secret
    network: Limit  # one network, whatever secrets of this kind


SIGN_IN = Kind("sign-in", Limit(5, 15), Limit(15, 5), Limit(30, 15))
PAGE = Kind("password of a page", Limit(5, 15), Limit(30, 2), Limit(30, 15))
COLLECTION = Kind("password of a collection", Limit(5, 15), Limit(30, 2), Limit(30, 15))
RESET = Kind("password reset", Limit(5, 60), Limit(10, 60), Limit(30, 60))


@dataclass(frozen=True)
class Verdict:
    """What an attempt is told: whether the password may be looked at, how many are left, and the pause after them."""

    is_refused: bool
    left: int
    pause: timedelta

    def refusal(self) -> str:
        """Return what somebody reads who has to pause."""
        minutes = max(1, ceil(self.pause.total_seconds() / 60))
        return ngettext(
            "Too many wrong attempts. Try again in %(minutes)s minute.",
            "Too many wrong attempts. Try again in %(minutes)s minutes.",
            minutes,
        ) % {"minutes": minutes}

    def warning(self) -> str:
        """Return what somebody reads whose password was wrong: how many attempts are left, or the pause."""
        if not self.left:
            return self.refusal()
        return ngettext(
            "%(count)s attempt is left before a pause.", "%(count)s attempts are left before a pause.", self.left
        ) % {"count": self.left}


@dataclass(frozen=True)
class Attempt:
    """An attempt at one secret from one place.

    `owner` is whose secret it is, as long as that is the same person: a device is known to it beyond a new password.
    """

    kind: Kind
    secret: str
    owner: str = ""
    request: HttpRequest | None = None

    def begin(self) -> Verdict:
        """Count the attempt, unless it is refused; all counters of it in one transaction."""
        limits = self._limits()
        now = timezone.now()
        refused = WrongAttempts.objects.filter(key__in=limits, refused_until__gt=now)
        if pauses := [until - now for until in refused.values_list("refused_until", flat=True)]:
            return self._refuse(max(pauses))
        with transaction.atomic():
            WrongAttempts.objects.bulk_create(
                [WrongAttempts(key=key, last=now, refused_until=now) for key in sorted(limits)], ignore_conflicts=True
            )
            rows = list(WrongAttempts.objects.select_for_update().filter(key__in=limits).order_by("key"))
            pause = max(row.refused_until for row in rows) - now
            if pause > timedelta():  # somebody else was faster
                return self._refuse(pause)
            for row in rows:
                row.count = (row.count if row.last > now - FORGOTTEN_AFTER else 0) + 1
                row.last = now
                row.refused_until = now + limits[row.key].pause(row.count)
            WrongAttempts.objects.bulk_update(rows, ["count", "last", "refused_until"])
        left = min(limits[row.key].tries - row.count for row in rows)
        return Verdict(False, max(0, left), max(row.refused_until for row in rows) - now)

    def succeeded(self) -> None:
        """Forget the attempts at this secret, and take this one off those of the network."""
        network = self._key(self.kind.name, network_of(self._address()))
        own = self._limits().keys() - {network}
        with transaction.atomic():
            WrongAttempts.objects.filter(key__in=own).delete()
            row = WrongAttempts.objects.select_for_update().filter(key=network).first()
            if row:
                row.count = max(0, row.count - 1)
                row.refused_until = timezone.now() if row.count < self.kind.network.tries else row.refused_until
                row.save()

    def failed(self) -> None:
        """Put a wrong attempt on record."""
        logger.warning("Wrong password: %s, from %s", self._told(), ascii(self._address()))

    def remember(self, response: HttpResponseBase) -> None:
        """Let the device know that somebody has succeeded there."""
        response.set_signed_cookie(
            self._cookie(),
            secrets.token_hex(16),
            salt=self._cookie(),
            max_age=KNOWN_FOR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )

    def _limits(self) -> dict[str, Limit]:
        kind = self.kind
        if device := self._device():
            return {self._key(kind.name, self.secret, "device", device): kind.here}
        network = network_of(self._address())
        return {
            self._key(kind.name, self.secret, network): kind.here,
            self._key(kind.name, self.secret): kind.anywhere,
            self._key(kind.name, network): kind.network,
        }

    def _refuse(self, pause: timedelta) -> Verdict:
        logger.warning("Refused after too many attempts: %s, from %s", self._told(), ascii(self._address()))
        return Verdict(True, 0, pause)

    def _told(self) -> str:
        # What is no name of a user may be a password in the wrong field.
        return f"{self.kind.name} {self.owner[:150]!a}" if self.owner else f"{self.kind.name} (unknown)"

    def _address(self) -> str:
        return str(self.request.META.get("REMOTE_ADDR", "")) if self.request else ""

    def _cookie(self) -> str:
        return f"known-{hashlib.sha256(f'{self.kind.name} {self.owner}'.encode()).hexdigest()[:16]}"

    def _device(self) -> str:
        if not (self.owner and self.request):
            return ""
        found = self.request.get_signed_cookie(self._cookie(), default="", salt=self._cookie(), max_age=KNOWN_FOR)
        return str(found)

    @staticmethod
    def _key(*parts: str) -> str:
        return hashlib.sha256("\n".join(parts).casefold().encode()).hexdigest()


def forget_old_attempts() -> None:
    """Delete the counters that count no more."""
    WrongAttempts.objects.filter(last__lt=timezone.now() - FORGOTTEN_AFTER).delete()


def throttled(view: Callable[..., HttpResponseBase], kind: Kind) -> Callable[..., HttpResponseBase]:
    """Let a view that asks for the password of a page or collection refuse after too many wrong ones."""

    @wraps(view)
    def throttled_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        restriction = str(next(iter(kwargs.values()), "") if kwargs else args[0])
        attempt = Attempt(kind, restriction, restriction, request)
        verdict = attempt.begin()
        if verdict.is_refused:
            _without_password(request)
        response = view(request, *args, **kwargs)
        if not isinstance(response, TemplateResponse):
            attempt.succeeded()
            attempt.remember(response)
        elif not verdict.is_refused:
            attempt.failed()
        elif response.context_data:
            form = response.context_data["form"]
            form.errors["password"] = form.error_class([verdict.refusal()])
        return response

    return throttled_view


def _without_password(request: HttpRequest) -> None:
    sent = request.POST.copy()
    sent.pop("password", None)
    setattr(request, "POST", sent)  # noqa: B010  Django's types know one that cannot be changed


def network_of(address: str) -> str:
    """Return the network that an address belongs to: its /24 or /64."""
    try:
        parsed = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    length = 24 if parsed.version == 4 else 64
    return str(ipaddress.ip_network((parsed, length), strict=False))
