"""Why a file has no text to be searched; the codes of its reading, which knows nothing of Django."""

from __future__ import annotations

SCANNED = "scanned"  # there are pages, but no letter on them
ENCRYPTED = "encrypted"
BROKEN = "broken"
TOO_LARGE = "too_large"
TIMED_OUT = "timed_out"

PROBLEMS = (SCANNED, ENCRYPTED, BROKEN, TOO_LARGE, TIMED_OUT)
