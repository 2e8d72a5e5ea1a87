"""Who asks: the holder of a key, who has a count wherever they ask from, or a network.

The API is open: a key is sent by who needs more requests, as RFC 6750 has it, `Authorization: Bearer KEY`. What other
schemes say is for a proxy before us. One that is not accepted is told, since a program whose key ran out would
otherwise go on with less and nobody would know why. It counts as a request of its network, so guessing is throttled.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from http import HTTPStatus

from django.db import DatabaseError
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from api import throttling
from api.keys.format import digest_of, hidden, is_whole
from api.models import ApiKey, KeyState, limit_of, state_of
from api.problems import Code, Fault, ProblemError
from api.throttling import Client
from cms.formats import day
from cms.outage import is_outage, reason
from cms.prepared import Prepared, Slot

logger = logging.getLogger(__name__)

HEADER = "Authorization"
USE_IS_EXACT_TO = timedelta(hours=1)

_known = Prepared(
    lambda: ApiKey.objects.filter(digest=Slot("digest")).values_list(
        "pk", "expires_on", "revoked_at", "requests_a_minute", "last_used_at"
    )
)


def client_of(request: HttpRequest) -> Client:
    """Return whose count a request belongs to: one statement where a key came with it, once an hour another one.

    Raises ProblemError where the key is not accepted.
    """
    sent = request.headers.get(HEADER, "").strip()
    scheme, _blank, key = sent.partition(" ")
    # Whoever leaves the scheme out or writes another one before a key means a key.
    if scheme.lower() != "bearer" and hidden(sent) == sent:
        return throttling.network(request)
    if scheme.lower() != "bearer" or not is_whole(key.strip()):
        raise _refused(
            "damaged_key",
            _("This is not a whole key: part of it is missing or mistyped. It is sent as “%(header)s”.")
            % {"header": f"{HEADER}: Bearer vademecum_…"},
        )
    for number, expires_on, revoked_at, requests_a_minute, last_used_at in _known.rows(digest=digest_of(key.strip())):
        state = state_of(expires_on, revoked_at)
        if state == KeyState.REVOKED:
            on = day(timezone.localdate(revoked_at))
            raise _refused("revoked_key", _("This key was revoked on %(date)s.") % {"date": on})
        if state == KeyState.EXPIRED:
            raise _refused("expired_key", _("This key was valid until %(date)s.") % {"date": day(expires_on)})
        _note_use(number, last_used_at)
        return Client(f"key {number}", "key", limit_of(requests_a_minute))
    raise _refused("unknown_key", _("This key is not one of this library."))


def _refused(code: Code, said: str) -> ProblemError:
    """Return the problem that a client is told; the challenge names the fault for programs, as RFC 6750 has it."""
    challenge = f'Bearer realm="api", error="invalid_token", error_description="{code}"'
    return ProblemError(
        HTTPStatus.UNAUTHORIZED,
        faults=[Fault(parameter=HEADER, code=code, detail=said)],
        headers={"WWW-Authenticate": challenge},
    )


def _note_use(number: int, last: datetime | None) -> None:
    """Note that a key is used: of all processes one writes it, once an hour."""
    now = timezone.now()
    before = now - USE_IS_EXACT_TO
    if last and last > before:
        return
    try:
        ApiKey.objects.filter(Q(last_used_at=None) | Q(last_used_at__lte=before), pk=number).update(last_used_at=now)
    except DatabaseError as error:
        if not is_outage(error):
            raise
        logger.warning("The use of a key was not noted (%s).", reason(error))
