"""Keys of the API."""

from __future__ import annotations

from datetime import date
from typing import Any

from api.keys.format import BEGINNING, SHOWN, digest_of, make_key
from api.models import ApiKey

FAR = date(2999, 12, 31)


def key_of(key: str, **fields: Any) -> ApiKey:
    """Return the row of a key."""
    told = {"name": f"Website {ApiKey.objects.count() + 1}", "expires_on": FAR} | fields
    return ApiKey.objects.create(digest=digest_of(key), beginning=key[:SHOWN], **told)


def new_key(**fields: Any) -> str:
    """Return a key that is accepted, unless its fields say otherwise."""
    key = make_key()
    key_of(key, **fields)
    return key


def mistyped(key: str) -> str:
    """Return a key of which one letter is another."""
    at = len(BEGINNING) + 5
    return f"{key[:at]}{'a' if key[at] != 'a' else 'b'}{key[at + 1 :]}"
