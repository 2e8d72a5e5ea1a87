"""Text as XML can hold it."""

from __future__ import annotations

import re

# Outside the characters of XML 1.0 (its section 2.2).
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def writable(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _UNWRITABLE.sub("", text)
