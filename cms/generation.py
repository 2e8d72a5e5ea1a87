"""One text that differs whenever something of the library that is public may differ: one statement.

What is made of the library is still the same while it is the same, so nothing has to be made to know that. Changes of
items are numbered (`cms.publicity`); those not told yet are noted. That an entry of a vocabulary or a file was changed
is noted too (`ChangedEntry`), also where nothing is told of it. Of notes number and sum are taken, not the last one:
one with a lower number may be committed later.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

_STATE = """
SELECT (SELECT MAX(number) FROM cms_publicchange), (SELECT MAX(at) FROM cms_publicchange),
    (SELECT COUNT(*) FROM cms_changedcontent), (SELECT SUM(id) FROM cms_changedcontent),
    (SELECT COUNT(*) FROM cms_changedentry), (SELECT SUM(id) FROM cms_changedentry),
    (SELECT COUNT(*) FROM wagtailcore_pageviewrestriction), (SELECT SUM(id) FROM wagtailcore_pageviewrestriction),
    (SELECT COUNT(*) FROM wagtailcore_collectionviewrestriction),
    (SELECT SUM(id) FROM wagtailcore_collectionviewrestriction),
    (SELECT MAX(expire_at) FROM wagtailcore_page WHERE expire_at <= %s)
"""
# What decides how the library is told.
_SOURCES = ("api/**/*.py", "cms/**/*.py", "projects/**/*.py", "search/**/*.py", "locale/*/LC_MESSAGES/django.po")


def generation() -> str:
    """Return the present state of what is public; it differs from day to day too, and with each version of the code."""
    state, _further = generation_with()
    return state


def generation_with(*expressions: str) -> tuple[str, tuple[Any, ...]]:
    """Return the present state, and the values of expressions of our own SQL: one statement for both."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(", ".join([_STATE, *expressions]), [connection.ops.adapt_datetimefield_value(now)])
        row = cursor.fetchone()
    own = row[: len(row) - len(expressions)]
    return f"{_code()} {timezone.localdate(now)} {' '.join(map(str, own))}", row[len(own) :]


@cache
def _code() -> str:
    """Return what tells this version of the code and its texts from others."""
    digest = hashlib.sha256(settings.SITE_URL.encode())
    for pattern in _SOURCES:
        for path in sorted(Path(settings.BASE_DIR).glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
