"""What a key looks like: a beginning that scanners of secrets know, 256 random bits, and a checksum.

Its checksum tells a key that was copied in part or mistyped without looking it up, as those of GitHub do
(https://github.blog/engineering/behind-githubs-new-authentication-token-formats/). All of it are letters, digits and
"_", so that a double click selects it whole.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import string
import zlib

BEGINNING = "vademecum_"
SHOWN = len(BEGINNING) + 6  # letters of a key by which people know it again: 220 random bits stay hidden
_LETTERS = string.digits + string.ascii_letters
_RANDOM = 43  # letters of 62: 256 bits
_CHECK = 6  # letters of 62 for 32 bits
LENGTH = len(BEGINNING) + _RANDOM + _CHECK
_LIKE_A_KEY = re.compile(rf"({BEGINNING}\w{{0,6}})\w*", re.ASCII | re.IGNORECASE)


def make_key() -> str:
    """Return a new key."""
    start = BEGINNING + "".join(secrets.choice(_LETTERS) for _letter in range(_RANDOM))
    return start + _check(start)


def is_whole(text: str) -> bool:
    """Tell whether a text may be a key: of its length, with its checksum."""
    start, check = text[:-_CHECK], text[-_CHECK:]
    return len(text) == LENGTH and start.startswith(BEGINNING) and check == _check(start)


def digest_of(key: str) -> str:
    """Return the SHA-256 of a key, by which it is looked up. A random key needs neither salt nor a slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()


def hidden(text: str) -> str:
    """Return a text in which of whatever looks like a key only the first letters are left."""
    return _LIKE_A_KEY.sub(r"\1…", text)


def _check(start: str) -> str:
    number = zlib.crc32(start.encode())
    letters = ""
    for _letter in range(_CHECK):
        number, rest = divmod(number, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters
