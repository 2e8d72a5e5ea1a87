"""The rule of what a front end's preview address may be, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

TOKEN = "token"  # noqa: S105  the name of a part of an address
NAMES = frozenset({TOKEN, "type", "key", "language"})
PARAMETER = "preview"
# A host and a port and nothing else: the whole stands in a policy that a browser reads.
_ORIGIN = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?|http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?")
_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def is_usable(address: str) -> bool:
    """Tell whether an address is whole, safe to send a token to, and has nothing unknown in braces."""
    try:
        origin = origin_of(address)
    except ValueError:
        return False
    is_encrypted = bool(_ORIGIN.fullmatch(origin.lower()))
    inner = _IN_BRACES.sub("", address)
    is_known = NAMES.issuperset(_IN_BRACES.findall(address)) and "{" not in inner and "}" not in inner
    return is_encrypted and is_known and not re.search(r"[\s\"'<>\\^`|\x00-\x1f]", address)


def origin_of(address: str) -> str:
    """Return scheme, host and port of an address; raise ValueError where these cannot be told apart."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def filled(address: str, values: Mapping[str, str]) -> str:
    """Return a preview address with the values of its names; the token is in it in any case."""
    if f"{{{TOKEN}}}" not in address:
        before, sign, fragment = address.partition("#")
        address = f"{before}{'&' if '?' in before else '?'}{PARAMETER}={{{TOKEN}}}{sign}{fragment}"
    return _IN_BRACES.sub(lambda found: values[found[1]], address)
