"""How often a client may ask in a minute, counted for all processes together: a network, or the holder of a key.

A process counts by itself, and every so many requests adds what it has to the count that all see. So reading costs no
statement but now and then one, and a client who asks a few times writes nothing. What can be asked beyond the limit is
at most `SHARED_EVERY` in each process. Networks are told apart as where passwords are guessed (`cms.throttling`).
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest

from api.models import RequestCount
from cms.outage import is_outage, reason
from cms.throttling import network_of

logger = logging.getLogger(__name__)

WINDOW = 60  # seconds
SHARED_EVERY = 20  # requests
MOST_REMEMBERED = 10_000  # clients

_ADD = """
INSERT INTO api_requestcount (key, minute, count) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN api_requestcount.minute = excluded.minute
        THEN api_requestcount.count + excluded.count ELSE excluded.count END,
    minute = excluded.minute
RETURNING count
"""


@dataclass
class _Use:
    """What a process knows of a client in a minute: what all have counted, and what it has not added yet."""

    minute: int
    shared: int = 0
    own: int = 0


@dataclass(frozen=True)
class Client:
    """Whose requests are counted together: `name` tells the client from all others, `policy` is told to it."""

    name: str
    policy: str
    limit: int


@dataclass(frozen=True)
class Allowance:
    """What is left to a client; `reset` is in how many seconds all of the limit is there again."""

    policy: str
    limit: int
    remaining: int
    reset: int
    is_refused: bool

    def headers(self) -> dict[str, str]:
        """Return it in the words of the IETF's draft on RateLimit headers; when refused, when to come again."""
        told = {
            "RateLimit-Policy": f'"{self.policy}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{self.policy}";r={self.remaining};t={self.reset}',
        }
        return told | {"Retry-After": str(self.reset)} if self.is_refused else told


_uses: OrderedDict[str, _Use] = OrderedDict()
_lock = Lock()


def network(request: HttpRequest) -> Client:
    """Return the network from which a request comes, as a client."""
    return Client(network_of(str(request.META.get("REMOTE_ADDR", ""))), "minute", settings.API_REQUESTS_A_MINUTE)


def count(client: Client) -> Allowance:
    """Count a request; return what is left to who asks."""
    now = time.time()
    minute = int(now // WINDOW)
    limit = client.limit
    key = hashlib.sha256(client.name.encode()).hexdigest()
    with _lock:
        use = _uses.pop(key, None)
        if use is None or use.minute != minute:
            use = _Use(minute)
        _uses[key] = use
        while len(_uses) > MOST_REMEMBERED:
            _uses.popitem(last=False)
        is_refused = use.shared + use.own >= limit
        use.own += 0 if is_refused else 1
        to_share = use.own if use.own >= SHARED_EVERY else 0
        use.own -= to_share
        use.shared += to_share
        remaining = max(0, limit - use.shared - use.own)
    if to_share:
        known = _add(key, minute, to_share)
        with _lock:
            use.shared = max(use.shared, known)
    return Allowance(client.policy, limit, remaining, max(1, WINDOW - int(now % WINDOW)), is_refused)


def _add(key: str, minute: int, several: int) -> int:
    """Add to the count that all processes see and return it; 0 while the database cannot be written."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [key, minute, several])
            return int(cursor.fetchone()[0])
    except DatabaseError as error:
        if not is_outage(error):
            raise
        logger.warning("Requests are counted by each process alone (%s).", reason(error))
        return 0


def forget_old_counts() -> None:
    """Delete the counts of minutes that are over."""
    RequestCount.objects.filter(minute__lt=int(time.time() // WINDOW)).delete()


def forget_own_counts() -> None:
    """Forget what this process has counted."""
    with _lock:
        _uses.clear()
