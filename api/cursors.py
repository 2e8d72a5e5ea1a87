"""Cursors: places in a long reading that a client keeps and brings back, sealed against damage.

They tell nothing that is not public and open nothing, so they are not signed: they outlive a change of the site's key.
"""

from __future__ import annotations

import base64
import hashlib

LONGEST = 200  # letters
MOST = 2**63 - 1  # a number that every database takes


class DamagedCursorError(ValueError):
    """A cursor is damaged, or of another reading."""


def make(kind: str, *numbers: int) -> str:
    """Return the cursor of a place that some numbers tell; `kind` says of which reading."""
    said = ".".join([kind, *map(str, numbers)])
    return base64.urlsafe_b64encode(f"{said}.{_seal(said)}".encode()).decode().rstrip("=")


def read(kind: str, cursor: str, count: int) -> tuple[int, ...]:
    """Return the numbers of a cursor of this kind; raise DamagedCursorError where it is none."""
    try:
        numbers = _numbers(kind, cursor)
    except ValueError as error:  # not base64, not ASCII, no numbers
        raise DamagedCursorError from error
    # Sealed, and written as it would be written here: base64 has several ways to say the same.
    if len(numbers) != count or make(kind, *numbers) != cursor or not all(0 <= one <= MOST for one in numbers):
        raise DamagedCursorError
    return numbers


def _numbers(kind: str, cursor: str) -> tuple[int, ...]:
    if len(cursor) > LONGEST or not cursor.isascii():
        raise DamagedCursorError
    told = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode("ascii")
    named, *numbers = told.split(".")[:-1] or [""]
    if named != kind:
        raise DamagedCursorError
    return tuple(map(int, numbers))


def _seal(said: str) -> str:
    return hashlib.sha256(f"vademecum {said}".encode()).hexdigest()[:10]
